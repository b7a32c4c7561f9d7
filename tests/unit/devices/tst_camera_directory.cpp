// SPDX-License-Identifier: Apache-2.0
#include "app/devices/qt_camera_directory.h"
#include "app/devices/simulated_camera_directory.h"

#include <QSignalSpy>
#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestCameraDirectory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void simulatedCamerasAreMarkedAsSuch()
    {
        const SystemClock clock;
        SimulatedCameraDirectory directory(clock);
        QVERIFY(directory.cameras().empty());
        QSignalSpy changed(&directory, &CameraDirectory::changed);
        directory.add(u"sim-1"_s, u"Simulated camera"_s);
        QCOMPARE(changed.count(), 1);
        const auto listed = directory.cameras();
        QCOMPARE(listed.size(), 1U);
        QCOMPARE(listed[0], (CameraInfo{u"sim-1"_s, u"Simulated camera"_s, true}));
    }

    void addingTwiceGivesTheSameFeed()
    {
        const SystemClock clock;
        SimulatedCameraDirectory directory(clock);
        const auto feed = directory.add(u"sim-1"_s, u"Simulated camera"_s);
        QCOMPARE(directory.add(u"sim-1"_s, u"another name"_s), feed);
        QCOMPARE(directory.feed(u"sim-1"_s), feed);
        QCOMPARE(directory.feed(u"sim-2"_s), nullptr);
    }

    void plugAndUnplugAreTold()
    {
        const SystemClock clock;
        SimulatedCameraDirectory directory(clock);
        const auto feed = directory.add(u"sim-1"_s, u"Simulated camera"_s);
        QSignalSpy changed(&directory, &CameraDirectory::changed);
        feed->unplug();
        QCOMPARE(changed.count(), 1);
        QVERIFY(directory.cameras().empty());
        QCOMPARE(directory.open(u"sim-1"_s), nullptr);
        feed->unplug();
        QCOMPARE(changed.count(), 1);
        feed->plugIn();
        QCOMPARE(changed.count(), 2);
        QCOMPARE(directory.cameras().size(), 1U);
    }

    void unknownCameraIsNotReplacedByAnother()
    {
        const SystemClock clock;
        SimulatedCameraDirectory directory(clock);
        directory.add(u"sim-1"_s, u"Simulated camera"_s);
        QCOMPARE(directory.open(u"sim-2"_s), nullptr);
        QCOMPARE(directory.open({}), nullptr);
    }

    void unpluggingReachesTheOpenCamera()
    {
        const SystemClock clock;
        SimulatedCameraDirectory directory(clock, {10ms, 300ms});
        const auto one = directory.add(u"sim-1"_s, u"Simulated camera 1"_s);
        directory.add(u"sim-2"_s, u"Simulated camera 2"_s);
        const auto first = directory.open(u"sim-1"_s);
        const auto second = directory.open(u"sim-2"_s);
        first->start();
        second->start();
        QTRY_COMPARE(first->state(), Camera::State::Running);
        QTRY_COMPARE(second->state(), Camera::State::Running);
        one->unplug();
        QCOMPARE(first->state(), Camera::State::Lost);
        QCOMPARE(second->state(), Camera::State::Running); // the other one is untouched
    }

    void cameraMayOutliveItsDirectory()
    {
        const SystemClock clock;
        std::unique_ptr<Camera> camera;
        {
            SimulatedCameraDirectory directory(clock, {10ms, 300ms});
            directory.add(u"sim-1"_s, u"Simulated camera"_s);
            camera = directory.open(u"sim-1"_s);
        }
        camera->start();
        QTRY_COMPARE(camera->state(), Camera::State::Running);
    }

    void systemsCamerasAreListedWithoutHarm()
    {
        const SystemClock clock;
        QtCameraDirectory directory(clock);
        for (const CameraInfo& info : directory.cameras()) {
            QVERIFY(!info.simulated);
            QVERIFY(!info.id.isEmpty());
        }
        QCOMPARE(directory.open(u"no such camera"_s), nullptr);
    }
};

QTEST_MAIN(TestCameraDirectory)
#include "tst_camera_directory.moc"
