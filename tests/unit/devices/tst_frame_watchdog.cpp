// SPDX-License-Identifier: Apache-2.0
#include "app/devices/frame_watchdog.h"

#include "support/fixed_clock.h"

#include <QSignalSpy>
#include <QTest>

using namespace handshake;
using namespace handshake::test;
using namespace std::chrono_literals;

class TestFrameWatchdog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void silenceExpires()
    {
        FixedClock clock;
        FrameWatchdog watchdog(clock, 2000ms);
        QSignalSpy expired(&watchdog, &FrameWatchdog::expired);
        watchdog.start(5s);
        pass(clock, watchdog, 4900ms);
        QCOMPARE(expired.count(), 0); // the first frame may take its time
        watchdog.feed();
        pass(clock, watchdog, 1900ms);
        QCOMPARE(expired.count(), 0);
        pass(clock, watchdog, 200ms);
        QCOMPARE(expired.count(), 1);
        pass(clock, watchdog, 10s);
        QCOMPARE(expired.count(), 1); // said once
    }

    void framesKeepItQuiet()
    {
        FixedClock clock;
        FrameWatchdog watchdog(clock, 2000ms);
        QSignalSpy expired(&watchdog, &FrameWatchdog::expired);
        watchdog.start(2s);
        for (int i = 0; i < 50; ++i) {
            pass(clock, watchdog, 1500ms);
            watchdog.feed();
        }
        QCOMPARE(expired.count(), 0);
    }

    void firstFrameMayNotTakeForever()
    {
        FixedClock clock;
        FrameWatchdog watchdog(clock, 2000ms);
        QSignalSpy expired(&watchdog, &FrameWatchdog::expired);
        watchdog.start(5s);
        pass(clock, watchdog, 5s);
        QCOMPARE(expired.count(), 1);
    }

    void aMachineThatSleptGetsItsTimeAgain()
    {
        FixedClock clock;
        FrameWatchdog watchdog(clock, 2000ms);
        QSignalSpy expired(&watchdog, &FrameWatchdog::expired);
        watchdog.start(2s);
        clock.advance(1h); // no check ran meanwhile
        watchdog.check();
        QCOMPARE(expired.count(), 0);
        pass(clock, watchdog, 1800ms);
        QCOMPARE(expired.count(), 0);
        pass(clock, watchdog, 400ms);
        QCOMPARE(expired.count(), 1);
    }

    void stoppedItSaysNothing()
    {
        FixedClock clock;
        FrameWatchdog watchdog(clock, 2000ms);
        QSignalSpy expired(&watchdog, &FrameWatchdog::expired);
        watchdog.start(2s);
        watchdog.stop();
        pass(clock, watchdog, 10s);
        QCOMPARE(expired.count(), 0);
    }

    void checksByItself()
    {
        const SystemClock clock;
        FrameWatchdog watchdog(clock, 80ms);
        QSignalSpy expired(&watchdog, &FrameWatchdog::expired);
        watchdog.start(80ms);
        QVERIFY(expired.wait(5000));
    }

private:
    /// Time goes by in steps as small as the timer's.
    static void pass(FixedClock& clock, FrameWatchdog& watchdog, std::chrono::milliseconds time)
    {
        for (auto gone = 0ms; gone < time; gone += 100ms) {
            clock.advance(100ms);
            watchdog.check();
        }
    }
};

QTEST_GUILESS_MAIN(TestFrameWatchdog)
#include "tst_frame_watchdog.moc"
