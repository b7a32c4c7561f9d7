// SPDX-License-Identifier: Apache-2.0
#include "support/picture_files.h"
#include "support/program.h"

#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

using namespace handshake::picture_files;
using namespace handshake::test;
using namespace Qt::StringLiterals;

/// What `check photo` makes of pictures of every kind: judged as what they show, or refused.
class TestPhotoInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_specimens.prepare(m_folder.filePath(u"in"_s)), m_specimens.errors().constData());
        m_photo = QImage(m_specimens.path(u"photo-2001.jpg"_s));
        QVERIFY(!m_photo.isNull());
        m_reference = checksOf(m_specimens.path(u"photo-2001.jpg"_s));
        QVERIFY(!m_reference.isEmpty());
    }

    void everyKindOfPictureIsSeenAsWhatItShows_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("16 bits") << u"deep.png"_s
                                 << encoded(m_photo.convertToFormat(QImage::Format_RGBX64), "PNG");
        QTest::newRow("grey") << u"grey.png"_s
                              << encoded(m_photo.convertToFormat(QImage::Format_Grayscale8), "PNG");
        // Turned by a quarter in the file, and upright by what its EXIF says.
        const QImage turned = m_photo.transformed(QTransform().rotate(-90));
        QTest::newRow("turned by EXIF")
            << u"turned.jpg"_s << withExif(encoded(turned, "JPEG", 92), exifBlock(6));
    }

    void everyKindOfPictureIsSeenAsWhatItShows()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, bytes);
        write(name, bytes);
        const QJsonObject checks = checksOf(m_folder.filePath(name));
        for (const QString& id : u"backdrop mirrored faces upright"_s.split(u' '))
            QCOMPARE(checks[id].toObject()[u"result"_s], m_reference[id].toObject()[u"result"_s]);
        QCOMPARE(checks[u"faces"_s].toObject()[u"value"_s].toDouble(), 1.0);
    }

    void whatIsNoPhotoIsSaid_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("isRead");
        QTest::newRow("one pixel")
            << u"pixel.png"_s << encoded(filled(1, 1, Qt::red), "PNG") << false;
        QTest::newRow("tiny") << u"tiny.jpg"_s << encoded(filled(20, 14, Qt::red), "JPEG") << false;
        QTest::newRow("very long")
            << u"long.png"_s << encoded(filled(13'000, 40, Qt::red), "PNG") << false;
        QTest::newRow("animated") << u"film.gif"_s
                                  << QByteArray("GIF89a\x10\x00\x10\x00\x00\x00\x00;", 14) << false;
        QTest::newRow("a page") << u"page.pdf"_s << QByteArray("%PDF-1.4\n%%EOF\n") << false;
        QTest::newRow("a quarter of it")
            << u"cut.jpg"_s << encoded(m_photo, "JPEG", 90).first(9'000) << false;
        QTest::newRow("nobody there") << u"noise.png"_s << encoded(noise(900, 700), "PNG") << true;
    }

    void whatIsNoPhotoIsSaid()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, bytes);
        QFETCH(const bool, isRead);
        write(name, bytes);
        const ProgramRun run = check({m_folder.filePath(name)});
        QVERIFY(!run.crashed);
        QCOMPARE(run.lines().size(), 1);
        QCOMPARE(run.lines().front().contains(u"error"_s), !isRead);
        if (isRead)
            QCOMPARE(run.lines().front()[u"verdict"_s].toString(), u"fail"_s);
    }

    void fourInksAreReadAndJudged()
    {
        // Adobe's CMYK: a flat picture of two colours, so nobody is in it.
        const ProgramRun run = check({qEnvironmentVariable("HANDSHAKE_DATA_ROOT") +
                                      u"/tests/data/pictures/cmyk-red-white.jpg"_s});
        QVERIFY(!run.crashed);
        QCOMPARE(run.lines().size(), 1);
    }

    void aPictureAfterADamagedOneHoldsNothingOfIt()
    {
        write(u"half.jpg"_s,
              encoded(noise(m_photo.width(), m_photo.height()), "JPEG", 90).first(60'000));
        const ProgramRun run =
            check({m_folder.filePath(u"half.jpg"_s), m_specimens.path(u"photo-2001.jpg"_s)});
        QCOMPARE(run.lines().size(), 2);
        QVERIFY(run.lines()[0].contains(u"error"_s));
        QCOMPARE(byId(run.lines()[1]), m_reference); // every figure, to the last digit
    }

    void withoutAProfileTheBackdropIsUnknownAndTheRestIsJudged()
    {
        const ProgramRun run = runProgram({u"--json"_s, u"check"_s, u"photo"_s, u"--backdrop"_s,
                                           m_folder.filePath(u"no-such-profile"_s),
                                           m_specimens.path(u"photo-2001.jpg"_s)});
        QVERIFY(run.exitCode != 0 && run.exitCode != 1);
        QVERIFY(!run.errorCode().isEmpty());
    }

    void aProfileOfAnotherProviderFailsAtTheBackdrop()
    {
        QImage artwork(1200, 800, QImage::Format_RGB32);
        artwork.fill(QColor(40, 96, 60));
        QPainter painter(&artwork);
        painter.setPen(QPen(Qt::white, 18));
        for (int i = 0; i < 14; ++i)
            painter.drawRect(60 + 80 * i, 60 + (i * 271) % 600, 50, 30 + (i * 97) % 120);
        painter.setPen(QPen(QColor(250, 220, 90), 12));
        for (int i = 0; i < 9; ++i)
            painter.drawLine(100 + 120 * i, 700, 40 + (i * 331) % 1100, 90 + (i * 53) % 500);
        painter.end();
        QVERIFY(artwork.save(m_folder.filePath(u"other.png"_s)));
        const QString profile = m_folder.filePath(u"other-profile"_s);
        const ProgramRun learn =
            runProgram({u"--json"_s, u"backdrop"_s, u"learn"_s, u"--artwork"_s,
                        m_folder.filePath(u"other.png"_s), u"--output"_s, profile});
        QVERIFY2(learn.exitCode == 0 || learn.exitCode == 1, learn.errors.constData());
        const ProgramRun run = runProgram({u"--json"_s, u"check"_s, u"photo"_s, u"--backdrop"_s,
                                           profile, m_specimens.path(u"photo-2001.jpg"_s)});
        QCOMPARE(run.exitCode, 1);
        const QJsonObject checks = byId(run.lines().front());
        QCOMPARE(checks[u"backdrop"_s].toObject()[u"result"_s].toString(), u"fail"_s);
        QCOMPARE(checks[u"faces"_s].toObject()[u"result"_s].toString(), u"pass"_s);
    }

private:
    ProgramRun check(const QStringList& files) const
    {
        return runProgram(QStringList{u"--json"_s, u"check"_s, u"photo"_s, u"--backdrop"_s,
                                      m_specimens.path(u"profile"_s)} +
                          files);
    }
    QJsonObject checksOf(const QString& file) const { return byId(check({file}).last()); }
    static QJsonObject byId(const QJsonObject& line)
    {
        QJsonObject checks;
        for (const QJsonValue value : line[u"checks"_s].toArray())
            checks[value[u"id"_s].toString()] = value;
        return checks;
    }
    void write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    QTemporaryDir m_folder;
    SpecimenFolder m_specimens;
    QImage m_photo;
    QJsonObject m_reference;
};

QTEST_MAIN(TestPhotoInput)
#include "tst_photo_input.moc"
