// SPDX-License-Identifier: Apache-2.0
#include "app/devices/simulated_scanner.h"

#include "support/fixed_clock.h"
#include "support/picture_files.h"
#include "support/scan_watch.h"

#include <QTest>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QImage paper(QRgb colour, int dpi = 300)
{
    QImage image(300, 200, QImage::Format_RGB32);
    image.fill(colour);
    image.setDotsPerMeterX(qRound(dpi / 0.0254));
    image.setDotsPerMeterY(qRound(dpi / 0.0254));
    return image;
}

ScanRequest fromFeeder()
{
    ScanRequest request;
    request.source = ScanSource::Feeder;
    return request;
}

} // namespace

class TestSimulatedScanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatLiesOnTheGlassIsScanned()
    {
        SimulatedScanner scanner(u"Simulated"_s, m_pool, m_clock, kQuick);
        scanner.setGlass(paper(0xFF204060));
        ScanRequest request;
        request.dpi = 150; // half of what it was drawn with
        ScanWatch seen(scanner);
        scanner.scan(request);
        QVERIFY(scanner.isScanning());
        QVERIFY(seen.waitForEnd());
        QVERIFY(!seen.story.fault());
        QCOMPARE(seen.story.pages.size(), 1U);
        const Picture& picture = seen.story.pages.front().picture;
        QCOMPARE(picture.image.size(), QSize(150, 100));
        QCOMPARE(qRound(picture.image.dotsPerMeterX() * 0.0254), 150);
        QCOMPARE(picture.image.pixel(75, 50), 0xFF204060);
        QCOMPARE(picture.provenance.kind, DeviceKind::Simulated);
        QVERIFY(!picture.master.isEmpty());
    }

    void feederIsTakenInTurnAndEndsEmpty()
    {
        SimulatedScanner scanner(u"Simulated"_s, m_pool, m_clock, kQuick);
        scanner.setFeeder({paper(0xFFFF0000), paper(0xFF00FF00), paper(0xFF0000FF)});
        ScanWatch first(scanner);
        ScanRequest two = fromFeeder();
        two.maxPages = 2;
        scanner.scan(two);
        QVERIFY(first.waitForEnd());
        QCOMPARE(first.story.pages.size(), 2U);
        QCOMPARE(first.story.pages[1].picture.image.pixel(9, 9), 0xFF00FF00);
        ScanWatch second(scanner); // what was left in it
        scanner.scan(fromFeeder());
        QVERIFY(second.waitForEnd());
        QVERIFY(!second.story.fault());
        QCOMPARE(second.story.pages.size(), 1U);
        ScanWatch third(scanner);
        scanner.scan(fromFeeder());
        QVERIFY(third.waitForEnd());
        QCOMPARE(third.story.fault(), std::optional(ScanFault::FeederEmpty));
    }

    void troubleComesWhenItIsAskedFor()
    {
        SimulatedScanner scanner(u"Simulated"_s, m_pool, m_clock, kQuick);
        scanner.setFeeder({paper(0xFFFF0000), paper(0xFF00FF00)});
        scanner.failNext(ScanFault::Jammed, 1);
        ScanWatch seen(scanner);
        scanner.scan(fromFeeder());
        QVERIFY(seen.waitForEnd());
        QCOMPARE(seen.story.fault(), std::optional(ScanFault::Jammed));
        QCOMPARE(seen.story.end->pages, 1);
        ScanWatch again(scanner); // once only
        scanner.scan(fromFeeder());
        QVERIFY(again.waitForEnd());
        QVERIFY(!again.story.fault());
    }

    void standingStillIsGivenUp()
    {
        SimulatedScanner scanner(u"Simulated"_s, m_pool, m_clock, {1ms, 100ms});
        scanner.hangNext(0);
        ScanWatch seen(scanner);
        scanner.scan({});
        QVERIFY(seen.waitForEnd());
        QCOMPARE(seen.story.fault(), std::optional(ScanFault::Hung));
        QVERIFY(!scanner.isScanning());
    }

    void cancelEndsAtOnce()
    {
        SimulatedScanner scanner(u"Simulated"_s, m_pool, m_clock, kQuick);
        scanner.cancel(); // nothing to cancel
        scanner.hangNext(0);
        ScanWatch seen(scanner);
        scanner.scan({});
        scanner.scan(fromFeeder()); // one at a time
        scanner.cancel();
        QCOMPARE(seen.story.fault(), std::optional(ScanFault::Cancelled));
        QCOMPARE(seen.story.ends, 1);
        QVERIFY(!scanner.isScanning());
    }

    void greyIsGrey()
    {
        SimulatedScanner scanner(u"Simulated"_s, m_pool, m_clock, kQuick);
        scanner.setGlass(paper(0xFF2040C0));
        ScanRequest request;
        request.colour = ScanColour::Grey;
        ScanWatch seen(scanner);
        scanner.scan(request);
        QVERIFY(seen.waitForEnd());
        QVERIFY(seen.story.pages.front().picture.image.allGray());
    }

private:
    static constexpr SimulatedScanner::Timing kQuick{1ms, 5s};

    FixedClock m_clock;
    QThreadPool m_pool;
};

QTEST_GUILESS_MAIN(TestSimulatedScanner)
#include "tst_simulated_scanner.moc"
