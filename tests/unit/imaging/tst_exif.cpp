// SPDX-License-Identifier: Apache-2.0
#include "app/imaging/exif.h"
#include "support/picture_files.h"

#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

class TestExif : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void orientationIsRead_data()
    {
        QTest::addColumn<int>("stored");
        QTest::addColumn<int>("expected");
        for (int i = 1; i <= 8; ++i)
            QTest::addRow("%d", i) << i << i;
        QTest::newRow("zero") << 0 << 1;
        QTest::newRow("nine") << 9 << 1;
    }

    void orientationIsRead()
    {
        QFETCH(const int, stored);
        QFETCH(const int, expected);
        QCOMPARE(readExif(picture_files::exifBlock(quint16(stored))).orientation, expected);
    }

    void littleEndianIsRead()
    {
        const QByteArray tiff = QByteArray::fromHex("49492a0008000000"
                                                    "0100"
                                                    "1201030001000000"
                                                    "06000000"
                                                    "00000000");
        QCOMPARE(readExif(tiff).orientation, 6);
    }

    void timeIsRead_data()
    {
        QTest::addColumn<QByteArray>("time");
        QTest::addColumn<QByteArray>("offset");
        QTest::addColumn<QString>("utc"); // empty: no time

        const QByteArray noon = "2026:11:23 12:30:05";
        QTest::newRow("Beijing when not said") << noon << QByteArray() << u"2026-11-23T04:30:05Z"_s;
        QTest::newRow("with its offset")
            << noon << QByteArray("+01:00") << u"2026-11-23T11:30:05Z"_s;
        QTest::newRow("west") << noon << QByteArray("-05:00") << u"2026-11-23T17:30:05Z"_s;
        QTest::newRow("odd offset") << noon << QByteArray("zz:zz!") << u"2026-11-23T04:30:05Z"_s;
        QTest::newRow("never set")
            << QByteArray("0000:00:00 00:00:00") << QByteArray() << QString();
        QTest::newRow("blank") << QByteArray("    :  :     :  :  ") << QByteArray() << QString();
    }

    void timeIsRead()
    {
        QFETCH(const QByteArray, time);
        QFETCH(const QByteArray, offset);
        QFETCH(const QString, utc);
        const auto taken = readExif(picture_files::exifBlock(1, time, offset)).takenAt;
        QCOMPARE(taken ? taken->toString(Qt::ISODate) : QString(), utc);
    }

    void everyCutIsSurvived()
    {
        const QByteArray whole = picture_files::exifBlock(6, "2026:11:23 12:30:05", "+08:00");
        for (qsizetype length = 0; length < whole.size(); ++length) {
            const ExifFacts facts = readExif(whole.first(length));
            QVERIFY(facts.orientation == 1 || facts.orientation == 6);
        }
    }

    void everyFlippedByteIsSurvived()
    {
        const QByteArray whole = picture_files::exifBlock(6, "2026:11:23 12:30:05", "+08:00");
        for (qsizetype at = 0; at < whole.size(); ++at) {
            for (const char byte : {'\0', '\x7F', '\xFF'}) {
                QByteArray damaged = whole;
                damaged[at] = byte;
                const ExifFacts facts = readExif(damaged);
                QVERIFY(facts.orientation >= 1 && facts.orientation <= 8);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestExif)
#include "tst_exif.moc"
