// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/clock.h"
#include "app/devices/camera.h"
#include "app/devices/frame_pump.h"
#include "app/devices/frame_watchdog.h"

#include <QImage>
#include <QTimer>
#include <QVideoFrame>

#include <chrono>
#include <memory>
#include <random>
#include <vector>

namespace handshake {

/// What stands before a simulated camera, and the hand at its plug. Shared by the camera and
/// whoever plays (demo, tests); lives in one thread.
class SimulatedFeed final : public QObject
{
    Q_OBJECT

public:
    /// Shown from the next frame on; a null picture changes nothing. Gray until the first one.
    void setPicture(const QImage& picture);
    /// Shown one after the other, over and over, one per frame.
    void setSequence(const std::vector<QImage>& pictures);
    /// Noise of a sensor on every frame, in grey levels (standard deviation about); 0 for none.
    void setGrain(int levels);
    /// Frames stop coming, the device stays listed: what a hung driver does.
    void freeze();
    void thaw();
    /// The plug is pulled, put back.
    void unplug();
    void plugIn();

    [[nodiscard]] bool isFrozen() const { return m_frozen; }
    [[nodiscard]] bool isPluggedIn() const { return m_pluggedIn; }
    /// The next frame to show.
    [[nodiscard]] QVideoFrame nextFrame();

Q_SIGNALS:
    void plugChanged(bool pluggedIn);

private:
    [[nodiscard]] QVideoFrame withGrain(QVideoFrame still);

    std::vector<QVideoFrame> m_frames;
    std::size_t m_next = 0;
    std::vector<signed char> m_grain; ///< more of it than a row is wide; empty: none
    std::minstd_rand m_random{1};     ///< where in it each row begins
    bool m_frozen = false;
    bool m_pluggedIn = true;
};

/// A camera without hardware: pushes video frames of what its feed shows through the same
/// conversion, delivery and watchdog as a real one.
class SimulatedCamera final : public Camera
{
    Q_OBJECT

public:
    struct Timing {
        std::chrono::milliseconds frame{40}; ///< 25 a second
        std::chrono::milliseconds lostAfter = FrameWatchdog::kLostAfter;
    };

    /// `clock` outlives the camera.
    SimulatedCamera(const QString& name, std::shared_ptr<SimulatedFeed> feed, const Clock& clock,
                    Timing timing);
    /// With a feed of its own and the usual timing.
    SimulatedCamera(const QString& name, const Clock& clock);

    void start() override;
    void stop() override;
    [[nodiscard]] DeviceKind kind() const override { return DeviceKind::Simulated; }

    [[nodiscard]] SimulatedFeed& feed() { return *m_feed; }
    void setPicture(const QImage& picture) { m_feed->setPicture(picture); }
    void setSequence(const std::vector<QImage>& pictures) { m_feed->setSequence(pictures); }
    void freeze() { m_feed->freeze(); }
    void thaw() { m_feed->thaw(); }
    void unplug() { m_feed->unplug(); }
    void plugIn() { m_feed->plugIn(); }

private:
    void pushFrame();
    void deliver(const CameraFrame& frame);
    void followPlug(bool isPluggedIn);
    void loseAndHalt(const Error& error);
    void halt();

    std::shared_ptr<SimulatedFeed> m_feed;
    Timing m_timing;
    FramePump m_pump;
    FrameWatchdog m_watchdog;
    QTimer m_frameTimer;
};

} // namespace handshake
