// SPDX-License-Identifier: Apache-2.0
#include "app/demo/photo_scene.h"
#include "app/devices/qt_camera_directory.h"
#include "app/workflow/live_camera.h"
#include "support/fake_camera.h"
#include "support/folder_cameras.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include <set>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString kFace = QStringLiteral("Face camera SPECIMEN");
const QString kDesk = QStringLiteral("Desk camera SPECIMEN");
constexpr QSize kFaceSize(1280, 720);
constexpr QSize kDeskSize(640, 480);

/// Staff at the counter: what the face camera sees, with a mark that moves from frame to frame.
QImage faceFrame(QSize size, int number)
{
    static QHash<int, QImage> drawn; // one scene a size; the mark alone changes
    QImage& scene = drawn[size.width()];
    if (scene.isNull()) {
        SceneDesign design;
        design.size = size;
        scene = drawPhotoScene(design);
    }
    QImage frame = scene;
    QPainter painter(&frame);
    painter.fillRect(number * 16, 0, 16, 16, Qt::white);
    return frame;
}

/// Level fields: tells the cameras apart at a glance, and shows whether colours are right.
QImage deskFrame(QSize size, int number)
{
    QImage frame(size, QImage::Format_RGB32);
    frame.fill(QColor(200, 90, 40));
    QPainter painter(&frame);
    painter.fillRect(0, size.height() / 2, size.width(), size.height(), QColor(30, 30, 30));
    painter.fillRect(number * 16, 0, 16, 16, Qt::white);
    return frame;
}

double meanDifference(const QImage& a, const QImage& b)
{
    qint64 sum = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            sum += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y)));
    }
    return double(sum) / double(a.width()) / double(a.height());
}

CameraFrame frameAt(const QSignalSpy& frames, qsizetype index)
{
    return frames.at(index).at(0).value<CameraFrame>();
}

Error errorOf(const QSignalSpy& lost)
{
    return lost.at(0).at(0).value<Error>();
}

} // namespace

class TestQtCamera : public QObject
{
    Q_OBJECT

public:
    explicit TestQtCamera(FolderCameras& cameras)
        : m_folders(cameras)
    {
    }

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QtCameraDirectory>(m_clock, QtCamera::Patience{4s});
        // No camera is a machine without the media back end or its plug-ins: a failure.
        QTRY_COMPARE(idsNow(), (std::set<QString>{kFace, kDesk}));
    }

    void cleanup() { m_directory.reset(); }

    void camerasAreListedOnce()
    {
        const auto listed = m_directory->cameras();
        QCOMPARE(listed.size(), std::size_t(2));
        for (const CameraInfo& info : listed) {
            QCOMPARE(info.id, info.name); // nothing that changes from run to run
            QVERIFY(!info.simulated);
        }
        QCOMPARE(m_directory->open(u"another"_s), nullptr);
    }

    void smoothModeOfMostPixelsIsChosen()
    {
        const auto camera = m_directory->open(kFace);
        QVERIFY(camera);
        QCOMPARE(camera->name(), kFace);
        QCOMPARE(camera->kind(), DeviceKind::Camera);
        QSignalSpy frames(camera.get(), &Camera::frameArrived);
        QElapsedTimer time;
        time.start();
        camera->start();
        QTRY_VERIFY_WITH_TIMEOUT(!frames.isEmpty(), 4000);
        qInfo("first frame after %lld ms", time.elapsed());
        QCOMPARE(camera->state(), Camera::State::Running);
        const CameraFrame frame = frameAt(frames, 0);
        QCOMPARE(frame.image.format(), QImage::Format_RGB32);
        QCOMPARE(frame.image.size(), kFaceSize); // 1080p comes five times a second only
        QVERIFY(meanDifference(frame.image, faceFrame(kFaceSize, 0)) < 3);
    }

    void coloursAreTheCamerasOwn()
    {
        const auto camera = m_directory->open(kDesk);
        QSignalSpy frames(camera.get(), &Camera::frameArrived);
        camera->start();
        QTRY_VERIFY_WITH_TIMEOUT(!frames.isEmpty(), 4000);
        const QImage image = frameAt(frames, 0).image;
        // JPEG's colours have the full range; taken for the range of video they would stand out.
        for (const QPoint at : {QPoint(320, 100), QPoint(320, 400)}) {
            const QColor seen = image.pixelColor(at);
            const QColor drawn = deskFrame(kDeskSize, 0).pixelColor(at);
            QVERIFY2(std::abs(seen.red() - drawn.red()) < 5 &&
                         std::abs(seen.green() - drawn.green()) < 5 &&
                         std::abs(seen.blue() - drawn.blue()) < 5,
                     qPrintable(seen.name()));
        }
    }

    void burstIsOfOneMoment()
    {
        const auto camera = m_directory->open(kFace);
        QSignalSpy frames(camera.get(), &Camera::frameArrived);
        camera->start();
        const Instant before = m_clock.now();
        QTRY_VERIFY_WITH_TIMEOUT(frames.size() >= 6, 8000);
        const Instant after = m_clock.now();
        for (qsizetype i = 1; i < 6; ++i) {
            const CameraFrame earlier = frameAt(frames, i - 1);
            const CameraFrame later = frameAt(frames, i);
            QVERIFY(later.number > earlier.number);
            QVERIFY(later.monotonic > earlier.monotonic);
            QVERIFY(earlier.image != later.image); // the mark moved on
        }
        QVERIFY(frameAt(frames, 0).monotonic >= before.monotonic);
        QVERIFY(frameAt(frames, 5).monotonic <= after.monotonic);
    }

    void stillKnowsWhereItComesFrom()
    {
        const auto camera = m_directory->open(kFace);
        QSignalSpy frames(camera.get(), &Camera::frameArrived);
        camera->start();
        QTRY_VERIFY_WITH_TIMEOUT(!frames.isEmpty(), 4000);
        const CameraFrame frame = frameAt(frames, 0);
        const Instant taken{m_clock.now().wall, frame.monotonic};
        const Picture still = pictureOf(frame, {camera->kind(), camera->name(), taken});
        QCOMPARE(still.image, frame.image);
        QCOMPARE(still.provenance.kind, DeviceKind::Camera);
        QCOMPARE(still.provenance.device, kFace);
        QCOMPARE(still.provenance.takenAt->monotonic, frame.monotonic);
        QCOMPARE(still.provenance.takenAt->wall.timeSpec(), Qt::UTC);
        QCOMPARE(QImage::fromData(still.master).size(), kFaceSize);
    }

    void everyStartRuns()
    {
        // With the sink set after the camera one start in six stood still after its first frame.
        constexpr int kStarts = 15;
        const auto camera = m_directory->open(kDesk);
        QSignalSpy states(camera.get(), &Camera::stateChanged);
        for (int i = 0; i < kStarts; ++i) {
            QSignalSpy frames(camera.get(), &Camera::frameArrived);
            states.clear();
            camera->start();
            QTRY_VERIFY_WITH_TIMEOUT(frames.size() >= 4, 8000);
            camera->stop();
            QCOMPARE(camera->state(), Camera::State::Off);
            QCOMPARE(states.size(), 3); // starting, running, off: it was not opened twice
            const auto shown = frames.size();
            QTest::qWait(60);
            QCOMPARE(frames.size(), shown); // stopped is stopped
        }
    }

    void goneWhileRunningIsNoHarm()
    {
        for (int wait = 0; wait < 200; wait += 20) {
            auto camera = m_directory->open(kFace);
            camera->start();
            QTest::qWait(wait);
            camera.reset();
        }
        auto camera = m_directory->open(kFace);
        camera->start();
        camera->stop();
        camera->start();
        QTRY_COMPARE_WITH_TIMEOUT(camera->state(), Camera::State::Running, 4000);
        m_directory.reset(); // before the camera that came from it
        QSignalSpy frames(camera.get(), &Camera::frameArrived);
        QTRY_VERIFY_WITH_TIMEOUT(frames.size() >= 2, 4000);
    }

    void camerasAreSwitchedAndRunTogether()
    {
        const auto face = m_directory->open(kFace);
        const auto desk = m_directory->open(kDesk);
        QSignalSpy faceFrames(face.get(), &Camera::frameArrived);
        QSignalSpy deskFrames(desk.get(), &Camera::frameArrived);
        for (int i = 0; i < 3; ++i) {
            face->start();
            QTRY_COMPARE_WITH_TIMEOUT(face->state(), Camera::State::Running, 4000);
            face->stop();
            desk->start();
            QTRY_COMPARE_WITH_TIMEOUT(desk->state(), Camera::State::Running, 4000);
            desk->stop();
        }
        QCOMPARE(frameAt(faceFrames, faceFrames.size() - 1).image.size(), kFaceSize);
        QCOMPARE(frameAt(deskFrames, deskFrames.size() - 1).image.size(), kDeskSize);
        faceFrames.clear();
        deskFrames.clear();
        face->start();
        desk->start();
        QTRY_VERIFY_WITH_TIMEOUT(faceFrames.size() >= 3 && deskFrames.size() >= 3, 8000);
    }

    void ownerMayLetItGoInItsOwnSignals()
    {
        for (const auto at : {Camera::State::Running, Camera::State::Lost}) {
            auto camera = m_directory->open(kFace);
            connect(camera.get(), &Camera::stateChanged, this, [&camera, at](Camera::State now) {
                if (now == at)
                    camera.reset();
            });
            camera->start();
            if (at == Camera::State::Lost) {
                QTRY_COMPARE_WITH_TIMEOUT(camera->state(), Camera::State::Running, 4000);
                m_folders.unplug(kFace);
            }
            QTRY_VERIFY_WITH_TIMEOUT(!camera, 4000);
            if (at == Camera::State::Lost)
                m_folders.plug(kFace);
            QTest::qWait(100);
        }
    }

    void pulledOutIsToldInTime()
    {
        const auto camera = m_directory->open(kFace);
        QSignalSpy lost(camera.get(), &Camera::lost);
        QSignalSpy changed(m_directory.get(), &CameraDirectory::changed);
        camera->start();
        QTRY_COMPARE_WITH_TIMEOUT(camera->state(), Camera::State::Running, 4000);
        m_folders.unplug(kFace);
        QTRY_COMPARE_WITH_TIMEOUT(lost.size(), 1, 2000);
        QCOMPARE(camera->state(), Camera::State::Lost);
        QCOMPARE(errorOf(lost).code, ErrorCode::DeviceLost);
        QTRY_VERIFY(!changed.isEmpty());
        QCOMPARE(idsNow(), std::set<QString>{kDesk});
        QCOMPARE(m_directory->open(kFace), nullptr); // never another one in its place
        camera->start();
        QCOMPARE(camera->state(), Camera::State::Lost);
        QCOMPARE(lost.size(), 2);

        m_folders.plug(kFace);
        QTRY_COMPARE(idsNow(), (std::set<QString>{kFace, kDesk}));
        camera->start(); // the same object
        QTRY_COMPARE_WITH_TIMEOUT(camera->state(), Camera::State::Running, 4000);
    }

    void stepGoesOnWhenPluggedInAgain()
    {
        FakeLiveWatch watch;
        LiveCamera live(*m_directory, watch, {kFace, kDesk});
        QSignalSpy shown(&live, &LiveCamera::frameShown);
        live.show(EvidenceRole::Photo);
        QTRY_VERIFY_WITH_TIMEOUT(!shown.isEmpty(), 4000);
        m_folders.unplug(kFace);
        QTRY_COMPARE_WITH_TIMEOUT(live.state().camera, Camera::State::Lost, 2000);
        QCOMPARE(live.state().error->code, ErrorCode::DeviceLost);
        QVERIFY(!live.latest());
        shown.clear();
        m_folders.plug(kFace);
        QTRY_VERIFY_WITH_TIMEOUT(!shown.isEmpty(), 5000); // by itself
        QCOMPARE(live.state().name, kFace);
        QVERIFY(!live.state().error);
        QCOMPARE(live.latest()->image.size(), kFaceSize);
    }

    void frozenCameraIsNoticed()
    {
        const auto camera = m_directory->open(kFace);
        QSignalSpy frames(camera.get(), &Camera::frameArrived);
        QSignalSpy lost(camera.get(), &Camera::lost);
        camera->start();
        QTRY_VERIFY_WITH_TIMEOUT(frames.size() > 5, 8000);
        m_folders.setFault(kFace, u"hang"_s);
        QTRY_COMPARE_WITH_TIMEOUT(lost.size(), 1, 2000 + 500); // the last frame may be under way
        QCOMPARE(errorOf(lost).code, ErrorCode::DeviceLost);
        QVERIFY(idsNow().contains(kFace)); // it is still plugged in
        m_folders.clearFault(kFace, u"hang"_s);
        frames.clear();
        camera->start();
        QTRY_VERIFY_WITH_TIMEOUT(frames.size() > 2, 8000);
    }

    void cameraThatHangsAtStartIsOpenedAgain()
    {
        m_folders.setFault(kFace, u"hang-once"_s);
        const auto camera = m_directory->open(kFace);
        QSignalSpy frames(camera.get(), &Camera::frameArrived);
        QSignalSpy lost(camera.get(), &Camera::lost);
        camera->start();
        QTRY_VERIFY_WITH_TIMEOUT(frames.size() > 4, 10'000);
        QVERIFY(!m_folders.hasFault(kFace, u"hang-once"_s));
        QCOMPARE(lost.size(), 0);
        QCOMPARE(camera->state(), Camera::State::Running);
    }

    void cameraThatCannotBeStartedIsUnavailable()
    {
        m_directory = std::make_unique<QtCameraDirectory>(m_clock, QtCamera::Patience{300ms});
        m_folders.setFault(kFace, u"refuse"_s);
        const auto camera = m_directory->open(kFace);
        QSignalSpy lost(camera.get(), &Camera::lost);
        camera->start();
        QTRY_COMPARE_WITH_TIMEOUT(lost.size(), 1, 5000);
        QCOMPARE(errorOf(lost).code, ErrorCode::Unavailable);
        m_folders.clearFault(kFace, u"refuse"_s);
    }

private:
    [[nodiscard]] std::set<QString> idsNow() const
    {
        std::set<QString> ids;
        for (const CameraInfo& info : m_directory->cameras())
            ids.insert(info.id);
        return ids;
    }

    FolderCameras& m_folders;
    SystemClock m_clock;
    std::unique_ptr<QtCameraDirectory> m_directory;
};

int main(int argc, char* argv[])
{
    FolderCameras folders; // sets what the media back end reads when it is loaded
    QGuiApplication application(argc, argv);
    folders.add(kFace, {{{640, 480}, 30}, {kFaceSize, 25}, {{1920, 1080}, 5}}, 8, faceFrame);
    folders.add(kDesk, {{kDeskSize, 25}}, 8, deskFrame);
    TestQtCamera test(folders);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_qt_camera.moc"
