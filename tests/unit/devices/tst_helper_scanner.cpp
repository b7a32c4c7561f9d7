// SPDX-License-Identifier: Apache-2.0
#include "app/devices/helper_scanner.h"

#include "app/imaging/picture_header.h"
#include "support/fixed_clock.h"
#include "support/picture_files.h"
#include "support/sane_folder.h"
#include "support/scan_watch.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(ScanFault)

namespace {

const QString kHelper = QStringLiteral(HANDSHAKE_SCAN_HELPER);

ScanRequest testRequest(int dpi = 75)
{
    ScanRequest request;
    request.scanner = u"test:0"_s;
    request.dpi = dpi;
    request.area = {80, 40};
    return request;
}

ScanRequest with(ScanRequest request, const QString& option, const QString& value)
{
    request.options.emplace_back(option, value);
    return request;
}

double dpiOf(const QImage& image)
{
    return image.dotsPerMeterX() * 0.0254;
}

} // namespace

class TestHelperScanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!SaneFolder::isInstalled())
            QSKIP("SANE is not installed");
    }

    void scannersAreListed()
    {
        const SaneFolder sane;
        HelperScanner scanner(kHelper, m_pool, m_clock);
        const auto list = scanner.list();
        QTRY_VERIFY(list.isFinished());
        const auto scanners = list.result();
        QVERIFY2(scanners, scanners ? "" : qPrintable(scanners.error().detail));
        QStringList ids;
        for (const ScannerInfo& one : *scanners) {
            ids << one.id;
            QVERIFY(!one.name.isEmpty());
        }
        ids.sort();
        QCOMPARE(ids, QStringList({u"pnm:0"_s, u"pnm:1"_s, u"test:0"_s, u"test:1"_s}));
    }

    void pageComesWithItsTrueResolution_data()
    {
        QTest::addColumn<int>("dpi");
        QTest::addColumn<ScanColour>("colour");
        QTest::newRow("75") << 75 << ScanColour::Colour;
        QTest::newRow("300") << 300 << ScanColour::Colour;
        QTest::newRow("gray") << 150 << ScanColour::Grey;
    }

    void pageComesWithItsTrueResolution()
    {
        QFETCH(const int, dpi);
        QFETCH(const ScanColour, colour);
        ScanRequest request = with(testRequest(dpi), u"test-picture"_s, u"Color pattern"_s);
        request.colour = colour;
        const ScanStory seen = scanned(request);
        QVERIFY(!seen.fault());
        QCOMPARE(seen.pages.size(), 1U);
        const Picture& picture = seen.pages.front().picture;
        QVERIFY(std::abs(dpiOf(picture.image) - dpi) < 0.5);
        // 80 × 40 mm, as asked for.
        QVERIFY(std::abs(picture.image.width() - 80 / 25.4 * dpi) <= 2);
        QVERIFY(std::abs(picture.image.height() - 40 / 25.4 * dpi) <= 2);
        QCOMPARE(picture.image.allGray(), colour == ScanColour::Grey);
        QCOMPARE(picture.provenance.kind, DeviceKind::Scanner);
        QCOMPARE(picture.provenance.device, u"test:0"_s);
        QCOMPARE(picture.mediaType, u"image/jpeg"_s);
        QVERIFY(readPictureHeader(picture.master));
        const QImage again = QImage::fromData(picture.master);
        QCOMPARE(again.size(), picture.image.size());
        QVERIFY(std::abs(dpiOf(again) - dpi) < 0.5);
        QVERIFY(!seen.parts.empty());
        QVERIFY(std::is_sorted(seen.parts.begin(), seen.parts.end()));
    }

    void pixelsArriveAsTheyAre()
    {
        // A picture of known pixels through the back end `pnm`.
        const QImage paper = picture_files::noise(311, 207);
        const ScanStory seen = scanned(paper, {});
        QVERIFY(!seen.fault());
        QCOMPARE(seen.pages.size(), 1U);
        QCOMPARE(seen.pages.front().picture.image.size(), paper.size());
        QImage image = seen.pages.front().picture.image;
        image.setDotsPerMeterX(paper.dotsPerMeterX());
        image.setDotsPerMeterY(paper.dotsPerMeterY());
        QCOMPARE(image, paper.convertToFormat(QImage::Format_RGB32));
    }

    void devicesOfEveryKindAreUnderstood_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("value");
        QTest::newRow("three passes") << u"three-pass"_s << u"yes"_s;
        QTest::newRow("length not known before the end") << u"hand-scanner"_s << u"yes"_s;
    }

    void devicesOfEveryKindAreUnderstood()
    {
        QFETCH(const QString, option);
        QFETCH(const QString, value);
        const QImage paper = picture_files::noise(311, 207);
        const ScanStory seen = scanned(paper, {{option, value}});
        QVERIFY(!seen.fault());
        QCOMPARE(seen.pages.size(), 1U);
        const QImage& image = seen.pages.front().picture.image;
        QCOMPARE(image.size(), paper.size());
        QCOMPARE(image.pixel(17, 99), paper.pixel(17, 99));
        QCOMPARE(image.pixel(310, 206), paper.pixel(310, 206));
    }

    void otherDepthsBecomeEightBits_data()
    {
        QTest::addColumn<QString>("depth");
        QTest::addColumn<QString>("mode");
        QTest::newRow("16 in colour") << u"16"_s << u"Color"_s;
        QTest::newRow("16 in gray") << u"16"_s << u"Gray"_s;
        QTest::newRow("1 in gray") << u"1"_s << u"Gray"_s;
    }

    void otherDepthsBecomeEightBits()
    {
        QFETCH(const QString, depth);
        QFETCH(const QString, mode);
        const auto grid = [&](const QString& bits) {
            ScanRequest request = with(testRequest(), u"test-picture"_s, u"Grid"_s);
            return scanned(with(with(request, u"mode"_s, mode), u"depth"_s, bits));
        };
        const ScanStory eight = grid(u"8"_s);
        const ScanStory other = grid(depth);
        QVERIFY(!eight.fault() && !other.fault());
        QCOMPARE(other.pages.front().picture.image, eight.pages.front().picture.image);
    }

    void paddedLinesAreUnderstood()
    {
        const ScanRequest request = with(testRequest(), u"test-picture"_s, u"Grid"_s);
        const ScanStory plain = scanned(request);
        const ScanStory padded = scanned(with(request, u"ppl-loss"_s, u"7"_s));
        QVERIFY(!plain.fault() && !padded.fault());
        const QImage& image = padded.pages.front().picture.image;
        QCOMPARE(image, plain.pages.front().picture.image.copy(image.rect()));
    }

    void everyPageOfTheFeederComesUntilItIsEmpty()
    {
        ScanRequest request = testRequest();
        request.source = ScanSource::Feeder;
        const ScanStory seen = scanned(request); // its feeder holds ten
        QVERIFY(!seen.fault());
        QCOMPARE(seen.end->pages, 10);
        QCOMPARE(seen.pages.size(), 10U);
        for (int i = 0; i < 10; ++i)
            QCOMPARE(seen.pages[std::size_t(i)].number, i + 1);
    }

    void noMorePagesThanWanted()
    {
        ScanRequest request = testRequest();
        request.source = ScanSource::Feeder;
        request.maxPages = 3;
        const ScanStory seen = scanned(request);
        QVERIFY(!seen.fault());
        QCOMPARE(seen.pages.size(), 3U);
    }

    void faultsOfTheDeviceAreTold_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<ScanFault>("fault");
        QTest::newRow("feeder empty") << u"SANE_STATUS_NO_DOCS"_s << ScanFault::FeederEmpty;
        QTest::newRow("jam") << u"SANE_STATUS_JAMMED"_s << ScanFault::Jammed;
        QTest::newRow("cover") << u"SANE_STATUS_COVER_OPEN"_s << ScanFault::CoverOpen;
        QTest::newRow("busy") << u"SANE_STATUS_DEVICE_BUSY"_s << ScanFault::Busy;
        QTest::newRow("unplugged") << u"SANE_STATUS_IO_ERROR"_s << ScanFault::Lost;
        QTest::newRow("denied") << u"SANE_STATUS_ACCESS_DENIED"_s << ScanFault::Denied;
        QTest::newRow("memory") << u"SANE_STATUS_NO_MEM"_s << ScanFault::TooLarge;
        QTest::newRow("nonsense") << u"SANE_STATUS_INVAL"_s << ScanFault::Failed;
        QTest::newRow("at its end at once") << u"SANE_STATUS_EOF"_s << ScanFault::Failed;
    }

    void faultsOfTheDeviceAreTold()
    {
        QFETCH(const QString, status);
        QFETCH(const ScanFault, fault);
        const ScanStory seen = scanned(with(testRequest(), u"read-return-value"_s, status));
        QCOMPARE(seen.fault(), std::optional(fault));
        QCOMPARE(seen.ends, 1);
        QVERIFY(seen.pages.empty());
    }

    void whatTheDeviceCannotIsToldBeforeItMoves_data()
    {
        QTest::addColumn<QString>("device");
        QTest::addColumn<ScanSource>("source");
        QTest::addColumn<QString>("option");
        QTest::addColumn<ScanFault>("fault");
        QTest::newRow("no feeder")
            << u"pnm:0"_s << ScanSource::Feeder << QString() << ScanFault::Unsupported;
        QTest::newRow("no such option")
            << u"test:0"_s << ScanSource::Flatbed << u"stapler"_s << ScanFault::Unsupported;
        QTest::newRow("no such device")
            << u"test:7"_s << ScanSource::Flatbed << QString() << ScanFault::Lost;
        QTest::newRow("no such driver")
            << u"nobody:0"_s << ScanSource::Flatbed << QString() << ScanFault::Lost;
    }

    void whatTheDeviceCannotIsToldBeforeItMoves()
    {
        QFETCH(const QString, device);
        QFETCH(const ScanSource, source);
        QFETCH(const QString, option);
        QFETCH(const ScanFault, fault);
        ScanRequest request = testRequest();
        request.scanner = device;
        request.source = source;
        if (!option.isEmpty())
            request.options.emplace_back(option, u"1"_s);
        QCOMPARE(scanned(request).fault(), std::optional(fault));
    }

    void pageOverTheLimitsIsRefused()
    {
        ScanRequest request = testRequest(1200);
        request.area = {300, 400};
        QCOMPARE(scanned(request).fault(), std::optional(ScanFault::TooLarge));
    }

    void slowDeviceIsNotGivenUp()
    {
        // A pause after each piece: longer as a whole than it may be silent.
        ScanRequest request = slow(u"200000"_s);
        request.dpi = 120;
        const SaneFolder sane;
        HelperScanner scanner(kHelper, m_pool, m_clock, limits(10s, 1500ms));
        ScanWatch seen(scanner);
        scanner.scan(request);
        QVERIFY(seen.waitForEnd());
        QVERIFY(!seen.story.fault());
        QCOMPARE(seen.story.pages.size(), 1U);
    }

    void hangingDeviceIsGivenUpInTime()
    {
        // The driver sleeps longer than it may be silent.
        const SaneFolder sane;
        HelperScanner scanner(kHelper, m_pool, m_clock, limits(10s, 100ms));
        ScanWatch seen(scanner);
        QElapsedTimer time;
        time.start();
        scanner.scan(slow(u"200000"_s));
        QVERIFY(seen.waitForEnd());
        QCOMPARE(seen.story.fault(), std::optional(ScanFault::Hung));
        QVERIFY(time.elapsed() < 15'000);
        HelperScanner patient(kHelper, m_pool, m_clock);
        nextScanIsGood(patient);
    }

    void cancelStopsThePage()
    {
        const SaneFolder sane;
        HelperScanner scanner(kHelper, m_pool, m_clock, limits(10s, 10s));
        ScanWatch seen(scanner);
        ScanRequest request = slow(u"50000"_s);
        request.dpi = 300;
        scanner.scan(request);
        QTRY_VERIFY(seen.story.parts.size() > 1);
        scanner.cancel();
        QVERIFY(seen.waitForEnd());
        QCOMPARE(seen.story.fault(), std::optional(ScanFault::Cancelled));
        QVERIFY(seen.story.pages.empty());
        QVERIFY(!scanner.isScanning());
        nextScanIsGood(scanner);
    }

    void misbehavingHelperEndsTheScanOnly_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<ScanFault>("fault");
        QTest::addColumn<int>("pages");
        QTest::newRow("says nothing") << u"silent"_s << ScanFault::Hung << 0;
        QTest::newRow("another program") << u"stranger"_s << ScanFault::Failed << 0;
        QTest::newRow("hangs") << u"hang"_s << ScanFault::Hung << 0;
        QTest::newRow("dies") << u"die"_s << ScanFault::Lost << 0;
        QTest::newRow("hangs after a page") << u"hang-later"_s << ScanFault::Hung << 1;
        QTest::newRow("dies after a page") << u"die-later"_s << ScanFault::Lost << 1;
        QTest::newRow("dies in a page") << u"half"_s << ScanFault::Lost << 1;
        QTest::newRow("page over the limits") << u"larger"_s << ScanFault::TooLarge << 1;
        QTest::newRow("rows without a page") << u"endless"_s << ScanFault::Failed << 1;
    }

    void misbehavingHelperEndsTheScanOnly()
    {
        QFETCH(const QString, how);
        QFETCH(const ScanFault, fault);
        QFETCH(const int, pages);
        // Starting takes its time on a busy machine; only the silent one never starts.
        const auto start = how == u"silent" ? 200ms : 10'000ms;
        HelperScanner scanner(kHelper, m_pool, m_clock, limits(start, 1000ms), {u"worker"_s, how});
        ScanWatch seen(scanner);
        scanner.scan(testRequest());
        QVERIFY(seen.waitForEnd());
        QCOMPARE(seen.story.fault(), std::optional(fault));
        QCOMPARE(int(seen.story.pages.size()), pages); // what came whole before is kept
        QCOMPARE(seen.story.end->pages, pages);
        QVERIFY(!scanner.isScanning());
    }

    void deafHelperIsKilledOnCancel()
    {
        HelperScanner scanner(kHelper, m_pool, m_clock, limits(10s, 30s), {u"worker"_s, u"hang"_s});
        ScanWatch seen(scanner);
        scanner.scan(testRequest());
        QTRY_VERIFY(scanner.helperId() > 0);
        const qint64 helper = scanner.helperId();
        QElapsedTimer time;
        time.start();
        scanner.cancel();
        QVERIFY(seen.waitForEnd());
        QCOMPARE(seen.story.fault(), std::optional(ScanFault::Cancelled));
        QVERIFY(time.elapsed() < 3000);
        QTRY_VERIFY(!QFile::exists(u"/proc/%1/stat"_s.arg(helper)));
    }

    void missingHelperIsUnavailable()
    {
        HelperScanner scanner(u"/nonexistent/handshake-desk"_s, m_pool, m_clock);
        ScanWatch seen(scanner);
        scanner.scan(testRequest());
        QVERIFY(seen.waitForEnd());
        QCOMPARE(seen.story.fault(), std::optional(ScanFault::Unavailable));
        const auto list = scanner.list();
        QTRY_VERIFY(list.isFinished());
        QVERIFY(!list.result());
        QCOMPARE(list.result().error().code, ErrorCode::Unavailable);
    }

    void scannerMayGoWhileItScans()
    {
        const SaneFolder sane;
        qint64 helper = 0;
        {
            HelperScanner scanner(kHelper, m_pool, m_clock);
            scanner.scan(slow(u"50000"_s));
            QTRY_VERIFY(scanner.helperId() > 0);
            helper = scanner.helperId();
        }
        QVERIFY(!QFile::exists(u"/proc/%1/stat"_s.arg(helper)));
    }

    void timesAreStated()
    {
        const QString scanimage = QStandardPaths::findExecutable(u"scanimage"_s);
        if (scanimage.isEmpty())
            QSKIP("scanimage is not installed");
        const SaneFolder sane;
        QTemporaryDir folder;
        ScanRequest request = testRequest(300);
        request.area = {210, 297};
        std::vector<qint64> own;
        std::vector<qint64> theirs;
        for (int i = 0; i < 3; ++i) {
            HelperScanner scanner(kHelper, m_pool, m_clock);
            ScanWatch seen(scanner);
            QElapsedTimer time;
            time.start();
            scanner.scan(request);
            QVERIFY(seen.waitForEnd());
            QVERIFY(!seen.story.fault());
            own.push_back(time.restart());
            QCOMPARE(QProcess::execute(scanimage, {u"-d"_s, u"test:0"_s, u"--mode"_s, u"Color"_s,
                                                   u"--resolution"_s, u"300"_s, u"-x"_s, u"210"_s,
                                                   u"-y"_s, u"297"_s, u"--format=jpeg"_s, u"-o"_s,
                                                   folder.filePath(u"page.jpg"_s)}),
                     0);
            theirs.push_back(time.elapsed());
        }
        std::sort(own.begin(), own.end());
        std::sort(theirs.begin(), theirs.end());
        qInfo("A4 at 300 dpi with its JPEG: helper %lld ms, scanimage %lld ms", own[1], theirs[1]);
        QVERIFY(own[1] < 10 * theirs[1] + 500);
    }

private:
    static HelperScanner::Limits limits(std::chrono::milliseconds start,
                                        std::chrono::milliseconds silence)
    {
        return {start, start, silence, 300ms};
    }

    /// About 200 kB that come in small pieces, with a pause after each of them.
    static ScanRequest slow(const QString& microseconds)
    {
        ScanRequest request = with(testRequest(), u"read-delay"_s, u"yes"_s);
        request.area = {80, 100};
        return with(request, u"read-delay-duration"_s, microseconds);
    }

    /// SANE's `test` back end locks itself up now and then where a page ends (a thread cancelled
    /// inside malloc): such a scan is given up and made again, as a clerk would.
    ScanStory scanned(const ScanRequest& request)
    {
        constexpr int kAttempts = 3;
        const SaneFolder sane;
        for (int attempt = 1; attempt <= kAttempts; ++attempt) {
            HelperScanner scanner(kHelper, m_pool, m_clock);
            ScanWatch seen(scanner);
            scanner.scan(request);
            if (seen.waitForEnd(15'000))
                return seen.story;
            qInfo("the test back end stood still, attempt %d", attempt);
        }
        QTest::qFail("the scan did not end", __FILE__, __LINE__);
        return {};
    }

    ScanStory scanned(const QImage& paper, const std::vector<std::pair<QString, QString>>& options)
    {
        const SaneFolder sane;
        ScanRequest request;
        request.scanner = u"pnm:0"_s;
        request.options = options;
        request.options.insert(request.options.begin(), {u"filename"_s, sane.paper(paper)});
        HelperScanner scanner(kHelper, m_pool, m_clock);
        ScanWatch seen(scanner);
        scanner.scan(request);
        if (!seen.waitForEnd(20'000))
            QTest::qFail("the scan did not end", __FILE__, __LINE__);
        return seen.story;
    }

    static void nextScanIsGood(HelperScanner& scanner)
    {
        ScanWatch seen(scanner);
        scanner.scan(testRequest());
        QVERIFY(seen.waitForEnd());
        QVERIFY(!seen.story.fault());
        QCOMPARE(seen.story.pages.size(), 1U);
    }

    FixedClock m_clock;
    QThreadPool m_pool;
};

QTEST_GUILESS_MAIN(TestHelperScanner)
#include "tst_helper_scanner.moc"
