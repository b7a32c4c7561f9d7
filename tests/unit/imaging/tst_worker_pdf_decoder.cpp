// SPDX-License-Identifier: Apache-2.0
#include "app/imaging/worker_pdf_decoder.h"

#include "app/imaging/pdf_worker.h"
#include "app/imaging/picture_header.h"
#include "support/pdf_files.h"

#include <QTest>

#include <array>

using namespace handshake;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
namespace files = handshake::pdf_files;

namespace {

const QString kHelper = QStringLiteral(HANDSHAKE_WORKER_HELPER);

double dpiOf(const QImage& image)
{
    return image.dotsPerMeterX() * 0.0254;
}

bool hasInk(const QImage& image)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qGray(image.pixel(x, y)) < 128)
                return true;
        }
    }
    return false;
}

} // namespace

class TestWorkerPdfDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pageIsDrawnAtTheResolutionAskedFor_data()
    {
        QTest::addColumn<int>("dpi");
        QTest::addColumn<QSize>("size");
        QTest::newRow("72") << 72 << QSize(200, 100);
        QTest::newRow("300") << 300 << QSize(833, 416);
        QTest::newRow("600") << 600 << QSize(1666, 833);
    }

    void pageIsDrawnAtTheResolutionAskedFor()
    {
        QFETCH(const int, dpi);
        QFETCH(const QSize, size);
        WorkerPdfDecoder decoder(kHelper);
        const auto page = decoder.decode(files::pdf({files::redHalf()}), {0, dpi});
        QVERIFY2(page, page ? "" : qPrintable(page.error().detail));
        QCOMPARE(page->image.size(), size);
        QCOMPARE(page->image.format(), QImage::Format_RGB32);
        QCOMPARE(page->pageCount, 1);
        QVERIFY(std::abs(dpiOf(page->image) - dpi) < 0.2);
        QCOMPARE(page->image.pixel(size.width() / 4, 5), qRgb(255, 0, 0));
        QCOMPARE(page->image.pixel(size.width() * 3 / 4, 5), qRgb(255, 255, 255));
    }

    void everyPageCanBeAskedFor()
    {
        const QByteArray three =
            files::pdf({"1 0 0 rg 0 0 200 100 re f", "0 1 0 rg 0 0 200 100 re f",
                        "0 0 1 rg 0 0 200 100 re f"});
        WorkerPdfDecoder decoder(kHelper);
        const std::array colours{qRgb(255, 0, 0), qRgb(0, 255, 0), qRgb(0, 0, 255)};
        for (int i = 0; i < 3; ++i) {
            const auto page = decoder.decode(three, {i, 72});
            QVERIFY(page);
            QCOMPARE(page->pageCount, 3);
            QCOMPARE(page->image.pixel(100, 50), colours.at(std::size_t(i)));
        }
        const auto fourth = decoder.decode(three, {3, 72});
        QVERIFY(!fourth);
        QCOMPARE(fourth.error().code, ErrorCode::NotFound);
    }

    void fontsThatAreNotInTheFileAreDrawn()
    {
        WorkerPdfDecoder decoder(kHelper);
        const auto page =
            decoder.decode(files::pdf({"BT /F1 40 Tf 10 30 Td (SPECIMEN) Tj ET"}), {0, 100});
        QVERIFY(page);
        QVERIFY(hasInk(page->image));
    }

    void pageOfATelephoneIsFitted()
    {
        // 4032 × 3024 points: 56 inches; at 300 dpi over the limits.
        WorkerPdfDecoder decoder(kHelper);
        const auto page = decoder.decode(files::pdf({files::redHalf()}, 4032, 3024), {0, 300});
        QVERIFY2(page, page ? "" : qPrintable(page.error().detail));
        QVERIFY(qint64(page->image.width()) * page->image.height() <= PictureLimits::kMaxPixels);
        QVERIFY(page->image.width() > 8000);
        QVERIFY(std::abs(dpiOf(page->image) - page->image.width() / 56.0) < 0.5); // and says so
    }

    void badInputIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("detail");
        const QByteArray good = files::pdf({files::redHalf()});
        const auto row = [](const char* name, const QByteArray& bytes, ErrorCode code,
                            const QString& detail) {
            QTest::newRow(name) << bytes << code << detail;
        };
        row("empty", {}, ErrorCode::Unreadable, u"pdf-damaged"_s);
        row("text", "SPECIMEN", ErrorCode::Unreadable, u"pdf-damaged"_s);
        row("mark only", "%PDF-1.4\n", ErrorCode::Unreadable, u"pdf-damaged"_s);
        row("no catalogue", QByteArray(good).replace("/Catalog/Pages", "/Catalog/Sages"),
            ErrorCode::Unreadable, u"pdf-damaged"_s);
        row("no pages", files::pdf({}), ErrorCode::Unreadable, u"pdf-damaged"_s);
        row("page without a size", files::pdf({"f"}, 0.0001, 0.0001), ErrorCode::Unreadable,
            u"pdf-damaged"_s);
        row("password", files::locked(), ErrorCode::Unreadable, u"pdf-password"_s);
        row("too many pages", files::pdf(QList<QByteArray>(501, "f")), ErrorCode::TooLarge, {});
        row("30 MB", good + QByteArray(PictureLimits::kMaxBytes, ' '), ErrorCode::TooLarge, {});
    }

    void badInputIsRefused()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const ErrorCode, code);
        QFETCH(const QString, detail);
        WorkerPdfDecoder decoder(kHelper);
        const auto page = decoder.decode(bytes, {0, 72});
        QVERIFY(!page);
        QCOMPARE(page.error().code, code);
        if (!detail.isEmpty())
            QCOMPARE(page.error().detail, detail);
    }

    void cutFilesNeverHarm()
    {
        const QByteArray good = files::pdf({files::redHalf()});
        for (qsizetype length = 1; length < good.size(); length += 37) {
            const auto page = decodePdfHere(good.first(length), {0, 72});
            if (!page)
                QVERIFY(page.error().code == ErrorCode::Unreadable ||
                        page.error().code == ErrorCode::NotFound);
        }
    }

    void resolutionOutOfRangeIsRefused_data()
    {
        QTest::addColumn<int>("dpi");
        for (const int dpi : {-1, 0, 29, 1201, 1'000'000})
            QTest::addRow("%d", dpi) << dpi;
    }

    void resolutionOutOfRangeIsRefused()
    {
        QFETCH(const int, dpi);
        WorkerPdfDecoder decoder(kHelper);
        const auto page = decoder.decode(files::pdf({files::redHalf()}), {0, dpi});
        QVERIFY(!page);
        QCOMPARE(page.error().code, ErrorCode::InvalidInput);
    }

    void misbehavingWorkerIsRefused_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("dies") << u"pdf-die"_s << ErrorCode::Unreadable;
        QTest::newRow("larger than permitted") << u"pdf-larger"_s << ErrorCode::TooLarge;
        QTest::newRow("hangs") << u"pdf-hang"_s << ErrorCode::Timeout;
        QTest::newRow("another program") << u"stranger"_s << ErrorCode::Unavailable;
    }

    void misbehavingWorkerIsRefused()
    {
        QFETCH(const QString, fault);
        QFETCH(const ErrorCode, code);
        WorkerPdfDecoder decoder(kHelper, {10s, 300ms}, {u"worker"_s, fault});
        const auto page = decoder.decode(files::pdf({files::redHalf()}), {0, 72});
        QVERIFY(!page);
        QCOMPARE(page.error().code, code);
    }

    void missingProgramIsUnavailable()
    {
        WorkerPdfDecoder decoder(u"/nonexistent/handshake-desk"_s);
        const auto page = decoder.decode(files::pdf({files::redHalf()}), {0, 72});
        QVERIFY(!page);
        QCOMPARE(page.error().code, ErrorCode::Unavailable);
    }
};

QTEST_GUILESS_MAIN(TestWorkerPdfDecoder)
#include "tst_worker_pdf_decoder.moc"
