// SPDX-License-Identifier: Apache-2.0
#include "app/filing/gbk.h"

#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

class TestGbk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownCharactersHaveTheirBytes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("ASCII") << u"a1;-"_s << QByteArray("a1;-");
        QTest::newRow("GB 2312") << u"样本"_s << QByteArray("\xd1\xf9\xb1\xbe");
        QTest::newRow("GBK only") << u"镕喆"_s << QByteArray("\xe9\x46\x86\xb4");
        QTest::newRow("middle dot") << u"·"_s << QByteArray("\xa1\xa4");
        QTest::newRow("last of GBK") << u"龥"_s << QByteArray("\xfd\x9b");
        QTest::newRow("empty") << u""_s << QByteArray();
    }

    void knownCharactersHaveTheirBytes()
    {
        QFETCH(const QString, text);
        QFETCH(const QByteArray, bytes);
        const auto encoded = toGbk(text);
        QVERIFY(encoded);
        QCOMPARE(*encoded, bytes);
        QCOMPARE(*fromGbk(bytes), text);
    }

    void rareCharactersAreNamedByPosition_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("index");
        QTest::newRow("beyond the basic plane") << u"张𠮷样"_s << 1;
        QTest::newRow("counted in characters") << u"镕𠮷"_s << 1;
        QTest::newRow("second rare one") << u"样本\u3ec3"_s << 2;
        QTest::newRow("first wins") << u"𠮷𠮷"_s << 0;
        QTest::newRow("extension A") << u"王㛃"_s << 1;
        QTest::newRow("euro sign") << u"a€"_s << 1;
        QTest::newRow("private area") << u"ab\ue001"_s << 2;
        QTest::newRow("half a pair") << QString(QChar(0xD842)) << 0;
    }

    void rareCharactersAreNamedByPosition()
    {
        QFETCH(const QString, text);
        QFETCH(const int, index);
        QCOMPARE(firstOutsideGbk(text), index);
        const auto encoded = toGbk(text);
        QVERIFY(!encoded);
        QCOMPARE(encoded.error().code, ErrorCode::InvalidInput);
        QVERIFY(encoded.error().detail.contains(QString::number(index + 1)));
        QVERIFY(!encoded.error().detail.contains(text));
    }

    void brokenBytesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("cut inside") << QByteArray("a\x81");
        QTest::newRow("bad second byte") << QByteArray("\xd1\x20");
    }

    void brokenBytesAreRefused()
    {
        QFETCH(const QByteArray, bytes);
        const auto text = fromGbk(bytes);
        QVERIFY(!text);
        QCOMPARE(text.error().code, ErrorCode::Unreadable);
    }

    void everyCharacterItCarriesComesBack()
    {
        int carried = 0;
        for (char16_t c = 0x80; c < 0xFFFF; ++c) {
            const QString text{QChar(c)};
            if (firstOutsideGbk(text) >= 0)
                continue;
            ++carried;
            QCOMPARE(*fromGbk(*toGbk(text)), text);
        }
        QVERIFY(carried > 21'000); // 21 003 Han characters, and signs
    }
};

QTEST_GUILESS_MAIN(TestGbk)
#include "tst_gbk.moc"
