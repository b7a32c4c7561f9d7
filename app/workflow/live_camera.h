// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/devices/camera_directory.h"
#include "app/workflow/live_watch.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace handshake {

/// Where the photo stands that is being taken.
enum class BurstState : std::uint8_t {
    Idle,
    Armed,   ///< taken as soon as all has been green for a second
    Running, ///< its frames are being gathered
};

/// What the live picture is and what is seen in it.
struct LiveCameraState {
    Camera::State camera = Camera::State::Off;
    QString name{};               ///< of the camera in use
    std::optional<Error> error{}; ///< why there is no picture
    LiveView view{};
    BurstState burst = BurstState::Idle;
    bool isTaken = false; ///< the paper in view was taken already; it has to change first
};

/// The camera of the current step: opened when shown, closed when not, watched frame by frame. The
/// newest frame wins; a camera that was lost is opened again as soon as it is back, never another
/// one in its place.
class LiveCamera final : public QObject
{
    Q_OBJECT

public:
    struct Choice {
        QString photoCamera;    ///< id; empty: the first there is
        QString documentCamera; ///< id; empty: the photo camera's
    };

    /// Directory and watch outlive this object.
    LiveCamera(CameraDirectory& directory, LiveWatch& watch, Choice choice,
               QObject* parent = nullptr);
    ~LiveCamera() override;
    Q_DISABLE_COPY_MOVE(LiveCamera)

    /// Shows what the camera for this kind of evidence sees.
    void show(EvidenceRole role);
    void hide();
    /// Of a person: takes a burst as soon as every lamp has been green for one second. Armed
    /// already: at once, whatever the lamps say. Without effect for papers.
    void arm();
    /// Takes back arm(); a burst under way is dropped.
    void disarm();
    /// Opens the camera anew.
    void retry();

    [[nodiscard]] const LiveCameraState& state() const { return m_state; }
    /// The newest frame since show(); nothing before the first and when the camera does not run.
    [[nodiscard]] const std::optional<CameraFrame>& latest() const { return m_latest; }
    [[nodiscard]] DeviceKind deviceKind() const;

Q_SIGNALS:
    void stateChanged(const handshake::LiveCameraState& state);
    void frameShown(const QImage& frame);
    /// A paper lay still and whole long enough to be taken; again only after it was moved.
    void paperIsSteady();
    /// Five frames of one moment, of the person arm() was called for.
    void burstTaken(const std::vector<handshake::CameraFrame>& frames);

private:
    [[nodiscard]] QString cameraFor(EvidenceRole role) const;
    void open();
    void takeFrame(const CameraFrame& frame);
    void lookAtLatest();
    void finishLook(quint64 ticket, const Result<LiveView>& seen);
    void loseCamera(const Error& error);
    void watchSteadiness();
    void gather(const CameraFrame& frame);
    void startBurst(bool isForced);
    void dropBurst();
    void onDirectoryChanged();
    void publish();

    CameraDirectory& m_directory;
    LiveWatch& m_watch;
    Choice m_choice;
    std::unique_ptr<Camera> m_camera;
    std::optional<EvidenceRole> m_role;
    std::optional<CameraFrame> m_latest;
    LiveCameraState m_state;
    quint64 m_ticket = 0; ///< answers for an earlier role or camera are dropped
    quint64 m_lookedAt = 0;
    bool m_looking = false;
    int m_steadyLooks = 0;
    std::chrono::nanoseconds m_lookedTime{0}; ///< of the frame looked at last
    std::optional<std::chrono::nanoseconds> m_greenSince;
    std::vector<CameraFrame> m_burst;
    bool m_isForced = false; ///< the burst goes on whatever the lamps say
    bool m_armed = true;     ///< the paper in view was not taken yet
};

} // namespace handshake
