// SPDX-License-Identifier: Apache-2.0
#include "app/devices/picture_file.h"

#include "app/imaging/picture_header.h"
#include "app/imaging/worker_decoder.h"
#include "support/fixed_clock.h"
#include "support/picture_files.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;
namespace files = handshake::picture_files;

class TestPictureFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pictureIsReadWithItsBytes()
    {
        const QByteArray bytes = files::encoded(files::quarters(40, 30), "jpeg");
        const auto picture = read(write("photo.jpg", bytes));
        QVERIFY(picture);
        QCOMPARE(picture->master, bytes);
        QCOMPARE(picture->mediaType, u"image/jpeg"_s);
        QCOMPARE(picture->image.size(), QSize(40, 30));
        QCOMPARE(picture->provenance.kind, DeviceKind::File);
        QCOMPARE(picture->provenance.device, u"file"_s); // never a path
        QCOMPARE(picture->provenance.takenAt->wall, m_clock.now().wall);
    }

    void contentCountsAndNotTheName()
    {
        const auto picture =
            read(write("photo.jpg", files::encoded(files::quarters(40, 30), "png")));
        QVERIFY(picture);
        QCOMPARE(picture->mediaType, u"image/png"_s);
        const auto text = read(write("text.jpg", "SPECIMEN, not a picture"));
        QVERIFY(!text);
        QCOMPARE(text.error().code, ErrorCode::Unreadable);
        QCOMPARE(text.error().where, u"text.jpg"_s);
    }

    void cameraTimeOfTheFileIsKept_data()
    {
        QTest::addColumn<QByteArray>("time");
        QTest::addColumn<QString>("utc");
        // The clock of the test stands at 2026-11-23 02:30 UTC.
        QTest::newRow("yesterday")
            << QByteArray("2026:11:22 15:00:00") << u"2026-11-22T07:00:00Z"_s;
        QTest::newRow("ahead of ours")
            << QByteArray("2030:01:01 00:00:00") << u"2026-11-23T02:30:00Z"_s;
    }

    void cameraTimeOfTheFileIsKept()
    {
        QFETCH(const QByteArray, time);
        QFETCH(const QString, utc);
        const auto picture =
            read(write("photo.jpg", files::withExif(files::encoded(files::quarters(40, 30), "jpeg"),
                                                    files::exifBlock(1, time))));
        QVERIFY(picture);
        QCOMPARE(picture->provenance.takenAt->wall.toString(Qt::ISODate), utc);
    }

    void unusableFilesAreRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("missing") << u"nowhere.jpg"_s << ErrorCode::NotFound;
        QTest::newRow("folder") << u"."_s << ErrorCode::Unreadable;
        QTest::newRow("empty") << u"empty.jpg"_s << ErrorCode::Unreadable;
        QTest::newRow("too large") << u"large.jpg"_s << ErrorCode::TooLarge;
    }

    void unusableFilesAreRefused()
    {
        QFETCH(const QString, name);
        QFETCH(const ErrorCode, code);
        write("empty.jpg", {});
        QFile large(write("large.jpg", "\xFF\xD8\xFF"));
        QVERIFY(large.resize(PictureLimits::kMaxBytes + 1));
        const auto picture = read(m_folder.filePath(name));
        QVERIFY(!picture);
        QCOMPARE(picture.error().code, code);
        QVERIFY(!picture.error().detail.contains(m_folder.path()));
    }

private:
    QString write(const char* name, const QByteArray& bytes)
    {
        QFile file(m_folder.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write a test file");
        return file.fileName();
    }

    Result<Picture> read(const QString& path) { return readPictureFile(path, m_decoder, m_clock); }

    QTemporaryDir m_folder;
    InProcessDecoder m_decoder;
    FixedClock m_clock;
};

QTEST_GUILESS_MAIN(TestPictureFile)
#include "tst_picture_file.moc"
