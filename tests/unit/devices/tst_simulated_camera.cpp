// SPDX-License-Identifier: Apache-2.0
#include "app/devices/simulated_camera.h"

#include "support/picture_files.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
namespace files = handshake::picture_files;

using State = Camera::State;

namespace {

constexpr SimulatedCamera::Timing kQuick{10ms, 300ms};

QList<State> statesIn(const QSignalSpy& spy)
{
    QList<State> states;
    for (const QList<QVariant>& call : spy)
        states << call[0].value<State>();
    return states;
}

QColor shownBy(const QSignalSpy& frames)
{
    return frames.isEmpty() ? QColor()
                            : frames.last()[0].value<CameraFrame>().image.pixelColor(5, 5);
}

bool isNear(const QColor& a, const QColor& b)
{
    return std::abs(a.red() - b.red()) < 8 && std::abs(a.green() - b.green()) < 8 &&
           std::abs(a.blue() - b.blue()) < 8;
}

/// A camera with everything it says.
struct Watched {
    SystemClock clock;
    std::shared_ptr<SimulatedFeed> feed = std::make_shared<SimulatedFeed>();
    SimulatedCamera camera{u"Simulated camera"_s, feed, clock, kQuick};
    QSignalSpy frames{&camera, &Camera::frameArrived};
    QSignalSpy states{&camera, &Camera::stateChanged};
    QSignalSpy losses{&camera, &Camera::lost};

    [[nodiscard]] ErrorCode lastLoss() const { return losses.last()[0].value<Error>().code; }
};

} // namespace

class TestSimulatedCamera : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void grainIsNeverTheSameAndStaysSmall()
    {
        SimulatedFeed feed;
        QImage gray(64, 48, QImage::Format_RGB32);
        gray.fill(QColor(120, 120, 120));
        feed.setPicture(gray);
        const auto brightness = [&feed] {
            QVideoFrame frame = feed.nextFrame();
            frame.map(QVideoFrame::ReadOnly);
            QByteArray plane(reinterpret_cast<const char*>(frame.bits(0)),
                             frame.bytesPerLine(0) * frame.height());
            frame.unmap();
            return plane;
        };
        const QByteArray still = brightness();
        QCOMPARE(brightness(), still);
        feed.setGrain(2);
        const QByteArray first = brightness();
        const QByteArray second = brightness();
        QVERIFY(first != still && first != second);
        for (int y = 0; y < 48; ++y) {
            const qsizetype at = y * (still.size() / 48) + 9;
            QVERIFY(std::abs(static_cast<uchar>(first[at]) - static_cast<uchar>(still[at])) <= 6);
        }
        feed.setGrain(0);
        QCOMPARE(brightness(), still);
    }

    void isOffUntilStarted()
    {
        Watched watched;
        QCOMPARE(watched.camera.state(), State::Off);
        QCOMPARE(watched.camera.name(), u"Simulated camera"_s);
        QCOMPARE(watched.camera.kind(), DeviceKind::Simulated);
        QTest::qWait(50);
        QCOMPARE(watched.frames.count(), 0);
    }

    void showsItsPicture()
    {
        Watched watched;
        watched.camera.setPicture(files::filled(320, 240, QColor(200, 90, 40)));
        watched.camera.start();
        QCOMPARE(watched.camera.state(), State::Starting);
        QTRY_VERIFY(watched.frames.count() >= 5);
        QCOMPARE(statesIn(watched.states), (QList{State::Starting, State::Running}));
        QVERIFY(isNear(shownBy(watched.frames), QColor(200, 90, 40)));
        QCOMPARE(watched.frames.last()[0].value<CameraFrame>().image.size(), QSize(320, 240));
    }

    void frameNumbersAndTimesRise()
    {
        Watched watched;
        watched.camera.start();
        QTRY_VERIFY(watched.frames.count() >= 5);
        for (qsizetype i = 1; i < watched.frames.count(); ++i) {
            const auto before = watched.frames[i - 1][0].value<CameraFrame>();
            const auto after = watched.frames[i][0].value<CameraFrame>();
            QVERIFY(after.number > before.number);
            QVERIFY(after.monotonic > before.monotonic);
        }
    }

    void pictureMayChangeWhileRunning()
    {
        Watched watched;
        watched.camera.setPicture(files::filled(320, 240, Qt::red));
        watched.camera.start();
        QTRY_VERIFY(isNear(shownBy(watched.frames), Qt::red));
        watched.camera.setPicture({}); // changes nothing
        watched.camera.setPicture(files::filled(320, 240, Qt::blue));
        QTRY_VERIFY(isNear(shownBy(watched.frames), Qt::blue));
    }

    void sequenceRunsOverAndOver()
    {
        Watched watched;
        watched.camera.setSequence(
            {files::filled(64, 48, Qt::red), files::filled(64, 48, Qt::blue)});
        watched.camera.start();
        QTRY_VERIFY(watched.frames.count() >= 12);
        int reds = 0;
        int blues = 0;
        for (const QList<QVariant>& call : std::as_const(watched.frames)) {
            const QColor colour = call[0].value<CameraFrame>().image.pixelColor(5, 5);
            reds += isNear(colour, Qt::red) ? 1 : 0;
            blues += isNear(colour, Qt::blue) ? 1 : 0;
        }
        QVERIFY(reds >= 2 && blues >= 2);
        QCOMPARE(reds + blues, watched.frames.count());
    }

    void frozenCameraIsLostInTime()
    {
        Watched watched;
        watched.camera.start();
        QTRY_COMPARE(watched.camera.state(), State::Running);
        QElapsedTimer time;
        time.start();
        watched.camera.freeze();
        QTRY_COMPARE(watched.losses.count(), 1);
        QVERIFY(time.elapsed() >= 250);
        QVERIFY(time.elapsed() < 2000);
        QCOMPARE(watched.lastLoss(), ErrorCode::DeviceLost);
        QCOMPARE(watched.camera.state(), State::Lost);
    }

    void shortHiccupIsNoLoss()
    {
        Watched watched;
        watched.camera.start();
        QTRY_COMPARE(watched.camera.state(), State::Running);
        watched.camera.freeze();
        QTest::qWait(80);
        watched.camera.thaw();
        QTest::qWait(400);
        QCOMPARE(watched.losses.count(), 0);
        QCOMPARE(watched.camera.state(), State::Running);
    }

    void unpluggedCameraIsLostAtOnce()
    {
        Watched watched;
        watched.camera.start();
        QTRY_COMPARE(watched.camera.state(), State::Running);
        watched.camera.unplug();
        QCOMPARE(watched.camera.state(), State::Lost);
        QCOMPARE(watched.losses.count(), 1);
        QCOMPARE(watched.lastLoss(), ErrorCode::DeviceLost);
        const auto count = watched.frames.count();
        QTest::qWait(100);
        QCOMPARE(watched.frames.count(), count); // nothing comes late
    }

    void pluggedInAgainItWaitsToBeStarted()
    {
        Watched watched;
        watched.camera.start();
        QTRY_COMPARE(watched.camera.state(), State::Running);
        watched.camera.unplug();
        watched.camera.plugIn();
        QTest::qWait(50);
        QCOMPARE(watched.camera.state(), State::Lost); // no silent return
        watched.frames.clear();
        watched.camera.start();
        QTRY_COMPARE(watched.camera.state(), State::Running);
        QTRY_VERIFY(watched.frames.count() > 2);
    }

    void startingWithoutPlugIsUnavailable()
    {
        Watched watched;
        watched.camera.unplug();
        QCOMPARE(watched.losses.count(), 0); // it was off
        watched.camera.start();
        QCOMPARE(watched.camera.state(), State::Lost);
        QCOMPARE(watched.lastLoss(), ErrorCode::Unavailable);
    }

    void cameraThatNeverDeliversIsLost()
    {
        Watched watched;
        watched.camera.freeze();
        watched.camera.start();
        QTRY_COMPARE(watched.camera.state(), State::Lost);
        QCOMPARE(watched.lastLoss(), ErrorCode::DeviceLost);
        watched.camera.thaw();
        watched.camera.start();
        QTRY_COMPARE(watched.camera.state(), State::Running);
    }

    void stopIsFinal()
    {
        Watched watched;
        watched.camera.start();
        QTRY_COMPARE(watched.camera.state(), State::Running);
        watched.camera.stop();
        QCOMPARE(watched.camera.state(), State::Off);
        const auto count = watched.frames.count();
        QTest::qWait(400);
        QCOMPARE(watched.frames.count(), count);
        QCOMPARE(watched.losses.count(), 0);
    }

    void startingTwiceIsOnce()
    {
        Watched watched;
        watched.camera.start();
        watched.camera.start();
        QTRY_COMPARE(watched.camera.state(), State::Running);
        watched.camera.start();
        QCOMPARE(statesIn(watched.states), (QList{State::Starting, State::Running}));
    }

    void receiverMayStopItFromAFrame()
    {
        Watched watched;
        connect(&watched.camera, &Camera::frameArrived, &watched.camera,
                [&watched] { watched.camera.stop(); });
        watched.camera.start();
        QTRY_COMPARE(watched.frames.count(), 1);
        QTest::qWait(50);
        QCOMPARE(watched.frames.count(), 1);
        QCOMPARE(watched.camera.state(), State::Off);
    }

    void usualRateIsTwentyFive()
    {
        const SystemClock clock;
        SimulatedCamera camera(u"Simulated camera"_s, clock);
        QSignalSpy frames(&camera, &Camera::frameArrived);
        camera.start();
        QTRY_VERIFY(!frames.isEmpty());
        frames.clear();
        QTest::qWait(1000);
        QVERIFY2(frames.count() >= 12 && frames.count() <= 27,
                 qPrintable(QString::number(frames.count())));
    }
};

QTEST_GUILESS_MAIN(TestSimulatedCamera)
#include "tst_simulated_camera.moc"
