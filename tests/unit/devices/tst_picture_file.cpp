// SPDX-License-Identifier: Apache-2.0
#include "app/devices/picture_file.h"

#include "app/imaging/pdf_worker.h"
#include "app/imaging/picture_header.h"
#include "app/imaging/worker_decoder.h"
#include "support/fixed_clock.h"
#include "support/pdf_files.h"
#include "support/picture_files.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;
namespace files = handshake::picture_files;

namespace {

/// Draws in this process: the helper has a test of its own.
class PdfHere final : public PdfDecoder
{
public:
    Result<PdfPage> decode(const QByteArray& bytes, const PdfPageRequest& request) override
    {
        return decodePdfHere(bytes, request);
    }
};

} // namespace

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

    void pagesOfAPdfArePapers()
    {
        const QString file =
            write("papers.pdf",
                  pdf_files::pdf({"1 0 0 rg 0 0 200 100 re f", "0 0 1 rg 0 0 200 100 re f"}));
        const auto first = readPaper(file);
        QVERIFY2(first, first ? "" : qPrintable(first.error().detail));
        QCOMPARE(first->image.size(), QSize(833, 416)); // 300 dpi
        QCOMPARE(first->image.pixel(400, 200), qRgb(255, 0, 0));
        QCOMPARE(first->mediaType, u"image/jpeg"_s); // its master can be decoded as any other
        QVERIFY(m_decoder.decode(first->master, {}));
        QCOMPARE(first->provenance.device, u"pdf"_s);
        const auto second = readPaper(file + u"#page=2"_s);
        QVERIFY(second);
        QCOMPARE(second->image.pixel(400, 200), qRgb(0, 0, 255));
        const auto third = readPaper(file + u"#page=3"_s);
        QVERIFY(!third);
        QCOMPARE(third.error().code, ErrorCode::NotFound);
        QCOMPARE(third.error().where, u"papers.pdf#page=3"_s);
        const auto pages = pagesOfPaperFile(file, m_readers, 2);
        QVERIFY(pages);
        QCOMPARE(*pages, QStringList({file + u"#page=1"_s, file + u"#page=2"_s}));
        QCOMPARE(pagesOfPaperFile(file, m_readers, 1).error().code, ErrorCode::TooLarge);
    }

    void picturesArePapersToo()
    {
        const QByteArray bytes = files::encoded(files::quarters(40, 30), "jpeg");
        const QString file = write("card#page=2", bytes); // a name is a name
        const auto picture = readPaper(file);
        QVERIFY(picture);
        QCOMPARE(picture->master, bytes);
        QCOMPARE(*pagesOfPaperFile(file, m_readers, 5), QStringList{file});
        QVERIFY(!readPaper(write("card.jpg", bytes) + u"#page=2"_s));
    }

    void whyAPdfIsNoPaperIsSaid()
    {
        const auto locked = readPaper(write("locked.pdf", pdf_files::locked()));
        QVERIFY(!locked);
        QCOMPARE(locked.error().detail, u"pdf-password"_s);
        QCOMPARE(locked.error().where, u"locked.pdf"_s);
        const auto damaged = readPaper(write("damaged.pdf", "%PDF-1.4 SPECIMEN"));
        QVERIFY(!damaged);
        QCOMPARE(damaged.error().detail, u"pdf-damaged"_s);
        QVERIFY(!read(m_folder.filePath(u"damaged.pdf"_s))); // no photo comes from a PDF
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

    Result<Picture> readPaper(const QString& path) { return readPaperFile(path, m_readers); }
    Result<Picture> read(const QString& path) { return readPictureFile(path, m_decoder, m_clock); }

    QTemporaryDir m_folder;
    InProcessDecoder m_decoder;
    PdfHere m_pdfs;
    FixedClock m_clock;
    PaperFileReaders m_readers{m_decoder, m_pdfs, m_clock};
};

QTEST_GUILESS_MAIN(TestPictureFile)
#include "tst_picture_file.moc"
