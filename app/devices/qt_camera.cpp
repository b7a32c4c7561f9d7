// SPDX-License-Identifier: Apache-2.0
#include "app/devices/qt_camera.h"

#include "app/core/log.h"

#include <QCamera>
#include <QCameraFormat>
#include <QMediaCaptureSession>
#include <QMediaDevices>
#include <QVideoSink>

#include <algorithm>
#include <chrono>
#include <tuple>

namespace handshake {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(devicesLog, "handshake.devices")

constexpr auto kFirstFrame = 6s; // USB cameras take up to four seconds to open

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

QtCamera::QtCamera(const QCameraDevice& device, const Clock& clock)
    : Camera(device.description())
    , m_device(device)
    , m_pump(clock)
    , m_watchdog(clock)
    , m_devices(std::make_unique<QMediaDevices>())
{
    connect(&m_pump, &FramePump::arrived, this, &QtCamera::deliver);
    connect(&m_watchdog, &FrameWatchdog::expired, this, &QtCamera::framesStopped);
    connect(m_devices.get(), &QMediaDevices::videoInputsChanged, this, &QtCamera::inputsChanged);
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
    if (!QMediaDevices::videoInputs().contains(m_device)) {
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
    m_session->setCamera(m_camera.get());
    m_session->setVideoSink(m_sink.get());
    m_watchdog.start(kFirstFrame);
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
    changeState(State::Running);
    Q_EMIT frameArrived(frame);
}

void QtCamera::framesStopped()
{
    // About one start in six delivers a frame or two and then nothing; opening the same device once
    // more helps. Only then, and only once: later it is a fault that staff has to know of.
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
    loseAndClose({ErrorCode::DeviceLost, u"camera: no frame in time"_s});
}

void QtCamera::inputsChanged()
{
    if (m_camera && !QMediaDevices::videoInputs().contains(m_device))
        loseAndClose({ErrorCode::DeviceLost, u"camera: unplugged"_s});
}

void QtCamera::loseAndClose(const Error& error)
{
    close();
    lose(error);
}

} // namespace handshake
