// SPDX-License-Identifier: Apache-2.0
#include "app/devices/qt_camera.h"

#include "app/core/log.h"

#include <QCamera>
#include <QCameraFormat>
#include <QMediaCaptureSession>
#include <QMediaDevices>
#include <QPointer>
#include <QVideoSink>

#include <algorithm>
#include <tuple>
#include <utility>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(devicesLog, "handshake.devices")

/// Better formats compare greater: smooth first, then as many pixels as 1080p, then the smaller
/// excess over it. More pixels than that only cost time.
auto rankOf(const QCameraFormat& format)
{
    constexpr qint64 kEnough = 1920LL * 1080;
    constexpr float kSmooth = 20;
    const qint64 pixels = qint64(format.resolution().width()) * format.resolution().height();
    return std::tuple(format.maxFrameRate() >= kSmooth, std::min(pixels, kEnough), -pixels,
                      format.maxFrameRate());
}

QCameraFormat bestFormat(const QCameraDevice& device)
{
    const QList<QCameraFormat> formats = device.videoFormats();
    const auto best = std::max_element(
        formats.begin(), formats.end(),
        [](const QCameraFormat& a, const QCameraFormat& b) { return rankOf(a) < rankOf(b); });
    return best == formats.end() ? QCameraFormat() : *best;
}

} // namespace

std::vector<std::pair<QString, QCameraDevice>> namedDevices(CameraNames& names)
{
    const QList<QCameraDevice> devices = QMediaDevices::videoInputs();
    std::vector<CameraNames::Present> present;
    present.reserve(static_cast<std::size_t>(devices.size()));
    for (const QCameraDevice& device : devices)
        present.push_back({device.id(), device.description()});
    std::vector<QString> ids = names.idsOf(present);
    std::vector<std::pair<QString, QCameraDevice>> named;
    named.reserve(ids.size());
    for (qsizetype i = 0; i < devices.size(); ++i)
        named.emplace_back(std::move(ids[std::size_t(i)]), devices[i]);
    return named;
}

QtCamera::QtCamera(QString id, const QString& name, std::shared_ptr<CameraNames> names,
                   const Clock& clock, Patience patience)
    : Camera(name)
    , m_id(std::move(id))
    , m_names(std::move(names))
    , m_patience(patience)
    , m_pump(clock)
    , m_watchdog(clock, patience.lostAfter)
    , m_devices(std::make_unique<QMediaDevices>())
{
    connect(&m_pump, &FramePump::arrived, this, &QtCamera::deliver);
    connect(&m_watchdog, &FrameWatchdog::expired, this, &QtCamera::framesStopped);
    // Queued: Qt 6.4 walks over all QMediaDevices while it tells this, and crashes when one goes
    // meanwhile, as this camera's does when its owner lets it go at once.
    connect(m_devices.get(), &QMediaDevices::videoInputsChanged, this, &QtCamera::inputsChanged,
            Qt::QueuedConnection);
}

QtCamera::~QtCamera()
{
    close();
}

void QtCamera::start()
{
    if (state() == State::Starting || state() == State::Running)
        return;
    changeState(State::Starting);
    m_device = pluggedIn();
    if (m_device.isNull()) {
        lose({ErrorCode::Unavailable, u"camera: not plugged in"_s});
        return;
    }
    m_reopened = false;
    open();
}

void QtCamera::stop()
{
    close();
    changeState(State::Off);
}

QCameraDevice QtCamera::pluggedIn() const
{
    for (const auto& [id, device] : namedDevices(*m_names)) {
        if (id == m_id)
            return device;
    }
    return {};
}

void QtCamera::open()
{
    // All anew each time: in Qt 6.4 a camera that hung does not come back by stop() and start().
    m_framesSinceOpen = 0;
    m_session = std::make_unique<QMediaCaptureSession>();
    m_sink = std::make_unique<QVideoSink>();
    m_camera = std::make_unique<QCamera>(m_device);
    if (const QCameraFormat format = bestFormat(m_device); !format.isNull())
        m_camera->setCameraFormat(format);
    // Direct, although some back ends call from a thread of their own: push() is made for that, and
    // queued calls would be the very backlog it avoids.
    connect(m_sink.get(), &QVideoSink::videoFrameChanged, &m_pump, &FramePump::push,
            Qt::DirectConnection);
    // Queued: the camera is destroyed in answer, which must not happen inside its own signal.
    connect(
        m_camera.get(), &QCamera::errorOccurred, this,
        [this](QCamera::Error error) {
            if (error == QCamera::NoError || !m_camera)
                return;
            const bool wasRunning = state() == State::Running;
            loseAndClose({wasRunning ? ErrorCode::DeviceLost : ErrorCode::Unavailable,
                          u"camera: reported an error"_s});
        },
        Qt::QueuedConnection);
    // The sink before the camera: Qt 6.4 lets frames flow as soon as there is a camera, and
    // changing the sink then leaves one pipeline in six standing after its first frame, for good.
    m_session->setVideoSink(m_sink.get());
    m_session->setCamera(m_camera.get());
    m_watchdog.start(m_patience.firstFrame);
    m_camera->start();
}

void QtCamera::close()
{
    m_watchdog.stop();
    if (m_camera)
        m_camera->stop();
    m_session.reset(); // before what it refers to
    m_camera.reset();
    m_sink.reset();
    m_pump.clear();
}

void QtCamera::deliver(const CameraFrame& frame)
{
    if (state() != State::Starting && state() != State::Running)
        return;
    m_watchdog.feed();
    ++m_framesSinceOpen;
    const QPointer<QtCamera> self(this); // whoever hears of it may let the camera go
    changeState(State::Running);
    if (self)
        Q_EMIT frameArrived(frame);
}

void QtCamera::framesStopped()
{
    // Some cameras deliver nothing, or a frame or two and then nothing, when they were woken from
    // sleep or another program just let go of them; opening once more helps. Only then, and only
    // once: later it is a fault that staff has to know of.
    constexpr quint64 kHungAtStart = 3;
    if (!m_reopened && m_framesSinceOpen <= kHungAtStart) {
        log::warning(devicesLog(), "camera hung at start, opened again",
                     {{"frames", m_framesSinceOpen}});
        m_reopened = true;
        close();
        changeState(State::Starting);
        open();
        return;
    }
    const bool wasRunning = state() == State::Running;
    loseAndClose({wasRunning ? ErrorCode::DeviceLost : ErrorCode::Unavailable,
                  u"camera: no frame in time"_s});
}

void QtCamera::inputsChanged()
{
    // By Qt's own id, which a camera that went and came has anew: this one's pipeline is dead.
    if (m_camera && !QMediaDevices::videoInputs().contains(m_device))
        loseAndClose({ErrorCode::DeviceLost, u"camera: unplugged"_s});
}

void QtCamera::loseAndClose(const Error& error)
{
    close();
    lose(error);
}

} // namespace handshake
