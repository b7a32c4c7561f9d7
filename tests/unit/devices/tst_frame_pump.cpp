// SPDX-License-Identifier: Apache-2.0
#include "app/devices/frame_pump.h"

#include "app/devices/frame_converter.h"
#include "support/fixed_clock.h"
#include "support/picture_files.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <memory>
#include <vector>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;
namespace files = handshake::picture_files;

namespace {

QVideoFrame grayFrame(int light)
{
    return nv12FrameOf(files::filled(64, 48, QColor(light, light, light)));
}

} // namespace

class TestFramePump : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void frameArrivesInTheOwnersThread()
    {
        const FixedClock clock;
        FramePump pump(clock);
        QThread* thread = nullptr;
        CameraFrame arrived;
        connect(&pump, &FramePump::arrived, this, [&](const CameraFrame& frame) {
            thread = QThread::currentThread();
            arrived = frame;
        });
        const std::unique_ptr<QThread> driver(
            QThread::create([&pump] { pump.push(grayFrame(100)); }));
        driver->start();
        QTRY_COMPARE(thread, QThread::currentThread());
        driver->wait();
        QCOMPARE(arrived.number, quint64(1));
        QCOMPARE(arrived.monotonic, clock.now().monotonic);
        QCOMPARE(arrived.image.size(), QSize(64, 48));
    }

    void sameFrameIsTakenOnce()
    {
        const FixedClock clock;
        FramePump pump(clock);
        QSignalSpy arrived(&pump, &FramePump::arrived);
        QVideoFrame frame = grayFrame(100);
        frame.setStartTime(40'000);
        pump.push(frame);
        QTRY_COMPARE(arrived.size(), 1);
        pump.push(frame);
        frame = grayFrame(120);
        frame.setStartTime(80'000);
        pump.push(frame);
        QTRY_COMPARE(arrived.size(), 2);
        QCOMPARE(arrived.at(1).at(0).value<CameraFrame>().number, quint64(2));
        pump.clear(); // another start of the camera begins its time anew
        pump.push(frame);
        QTRY_COMPARE(arrived.size(), 3);
        pump.push(grayFrame(50)); // frames without a time all count
        QTRY_COMPARE(arrived.size(), 4);
        pump.push(grayFrame(50));
        QTRY_COMPARE(arrived.size(), 5);
    }

    void slowReceiverGetsTheNewestAndNoBacklog()
    {
        constexpr int kFrames = 60;
        const SystemClock clock;
        FramePump pump(clock);
        std::vector<quint64> numbers;
        connect(&pump, &FramePump::arrived, this, [&numbers](const CameraFrame& frame) {
            numbers.push_back(frame.number);
            QThread::msleep(100); // a receiver ten times too slow
        });
        const std::unique_ptr<QThread> driver(QThread::create([&pump] {
            const QVideoFrame frame = grayFrame(100);
            for (int i = 0; i < kFrames; ++i) {
                pump.push(frame);
                QThread::msleep(10);
            }
        }));
        driver->start();
        QTRY_VERIFY(!numbers.empty() && numbers.back() == kFrames);
        driver->wait();
        QTest::qWait(150); // a backlog would go on arriving
        QCOMPARE(numbers.back(), quint64(kFrames));
        QVERIFY2(numbers.size() < kFrames / 3, qPrintable(QString::number(numbers.size())));
        QVERIFY(std::is_sorted(numbers.begin(), numbers.end()));
        // Each was at most one slow turn behind: never the oldest of what waited.
        for (std::size_t i = 1; i + 1 < numbers.size(); ++i)
            QVERIFY(numbers[i] > numbers[i - 1] + 2);
    }

    void clearedFramesDoNotArrive()
    {
        const FixedClock clock;
        FramePump pump(clock);
        QSignalSpy arrived(&pump, &FramePump::arrived);
        for (int i = 0; i < 20; ++i) {
            pump.push(grayFrame(50));
            if (i % 3 == 0)
                QThread::msleep(2); // caught in the middle of converting, or waiting to arrive
            pump.clear();
        }
        QTest::qWait(50);
        QCOMPARE(arrived.count(), 0);
        pump.push(grayFrame(50));
        QTRY_COMPARE(arrived.count(), 1);
    }

    void emptyFramesAreIgnored()
    {
        const FixedClock clock;
        FramePump pump(clock);
        QSignalSpy arrived(&pump, &FramePump::arrived);
        pump.push({});
        pump.push(grayFrame(50));
        QTRY_COMPARE(arrived.count(), 1);
        QCOMPARE(arrived[0][0].value<CameraFrame>().number, quint64(1));
    }

    void unusableFrameDoesNotStopTheOthers()
    {
        const FixedClock clock;
        FramePump pump(clock);
        QSignalSpy arrived(&pump, &FramePump::arrived);
        pump.push(QVideoFrame(QVideoFrameFormat({20'000, 16}, QVideoFrameFormat::Format_Y8)));
        QTest::qWait(20);
        pump.push(grayFrame(50));
        QTRY_COMPARE(arrived.count(), 1);
    }

    void mayBeDestroyedInTheMiddle()
    {
        const FixedClock clock;
        for (int i = 0; i < 20; ++i) {
            FramePump pump(clock);
            pump.push(grayFrame(i));
        }
        QCoreApplication::sendPostedEvents();
        QVERIFY(true); // the sanitizers are the judges
    }
};

QTEST_GUILESS_MAIN(TestFramePump)
#include "tst_frame_pump.moc"
