// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/live_camera.h"

#include "app/core/async.h"

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

/// A paper is taken when it was all green in this many looks one after the other.
constexpr int kSteadyLooks = 3;
/// A person is taken when all was green for so long.
constexpr std::chrono::seconds kSteadyTime{1};
/// A burst spans about half a second: what lives has moved by then, what stands well still does.
constexpr std::size_t kBurstFrames = 5;
constexpr std::chrono::milliseconds kBurstGap{110};

} // namespace

LiveCamera::LiveCamera(CameraDirectory& directory, LiveWatch& watch, Choice choice, QObject* parent)
    : QObject(parent)
    , m_directory(directory)
    , m_watch(watch)
    , m_choice(std::move(choice))
{
    connect(&m_directory, &CameraDirectory::changed, this, &LiveCamera::onDirectoryChanged);
}

LiveCamera::~LiveCamera() = default;

void LiveCamera::show(EvidenceRole role)
{
    const bool sameCamera = m_camera && m_role && cameraFor(role) == cameraFor(*m_role);
    m_role = role;
    ++m_ticket;
    m_looking = false;
    m_steadyLooks = 0;
    dropBurst();
    // The paper just taken still lies there: the next one is waited for.
    m_armed = !(sameCamera && m_state.view.allGreen);
    m_state.view = {};
    m_state.isTaken = !m_armed;
    if (!sameCamera || m_state.camera == Camera::State::Lost) {
        open();
        return;
    }
    m_latest.reset(); // a frame of the step before is no picture of this one
    publish();
}

void LiveCamera::hide()
{
    ++m_ticket;
    m_looking = false;
    dropBurst();
    m_role.reset();
    m_latest.reset();
    m_camera.reset();
    m_state = {};
    publish();
}

void LiveCamera::arm()
{
    if (!m_latest || m_role != EvidenceRole::Photo || m_state.burst == BurstState::Running)
        return;
    if (m_state.burst == BurstState::Armed)
        return startBurst(true);
    m_state.burst = BurstState::Armed;
    watchSteadiness();
    publish();
}

void LiveCamera::disarm()
{
    dropBurst();
    publish();
}

void LiveCamera::startBurst(bool isForced)
{
    m_state.burst = BurstState::Running;
    m_isForced = isForced;
    m_burst.clear();
    publish();
}

void LiveCamera::dropBurst()
{
    m_state.burst = BurstState::Idle;
    m_burst.clear();
    m_greenSince.reset();
}

void LiveCamera::watchSteadiness()
{
    if (!m_state.view.allGreen) {
        m_greenSince.reset();
        if (m_state.burst == BurstState::Running && !m_isForced) {
            m_burst.clear(); // moved away meanwhile: waited for again
            m_state.burst = BurstState::Armed;
        }
        return;
    }
    if (!m_greenSince)
        m_greenSince = m_lookedTime;
    if (m_state.burst == BurstState::Armed && m_lookedTime - *m_greenSince >= kSteadyTime)
        startBurst(false);
}

void LiveCamera::gather(const CameraFrame& frame)
{
    if (m_state.burst != BurstState::Running ||
        (!m_burst.empty() && frame.monotonic - m_burst.back().monotonic < kBurstGap))
        return;
    if (!m_burst.empty() && frame.image.size() != m_burst.front().image.size())
        m_burst.clear(); // the camera changed its format
    m_burst.push_back(frame);
    if (m_burst.size() < kBurstFrames)
        return;
    const std::vector<CameraFrame> taken = std::move(m_burst);
    dropBurst();
    publish();
    Q_EMIT burstTaken(taken); // may show another step
}

void LiveCamera::retry()
{
    if (m_role)
        open();
}

DeviceKind LiveCamera::deviceKind() const
{
    return m_camera ? m_camera->kind() : DeviceKind::Camera;
}

QString LiveCamera::cameraFor(EvidenceRole role) const
{
    if (role == EvidenceRole::Photo || m_choice.documentCamera.isEmpty())
        return m_choice.photoCamera;
    return m_choice.documentCamera;
}

void LiveCamera::open()
{
    m_latest.reset();
    m_state = {};
    QString id = cameraFor(*m_role);
    if (id.isEmpty()) {
        const std::vector<CameraInfo> all = m_directory.cameras();
        id = all.empty() ? QString() : all.front().id;
    }
    m_camera = id.isEmpty() ? nullptr : m_directory.open(id);
    if (!m_camera) {
        loseCamera({ErrorCode::DeviceLost, u"no such camera is plugged in"_s});
        return;
    }
    m_state.name = m_camera->name();
    connect(m_camera.get(), &Camera::frameArrived, this, &LiveCamera::takeFrame);
    connect(m_camera.get(), &Camera::lost, this, &LiveCamera::loseCamera);
    connect(m_camera.get(), &Camera::stateChanged, this, [this](Camera::State state) {
        m_state.camera = state;
        publish();
    });
    m_camera->start();
    m_state.camera = m_camera->state();
    publish();
}

void LiveCamera::takeFrame(const CameraFrame& frame)
{
    const bool first = !m_latest;
    m_latest = frame;
    if (first || m_state.error) {
        m_state.error.reset();
        publish();
    }
    Q_EMIT frameShown(frame.image);
    lookAtLatest();
    gather(frame);
}

void LiveCamera::lookAtLatest()
{
    if (m_looking || !m_latest || !m_role || m_latest->number == m_lookedAt)
        return;
    m_looking = true;
    m_lookedAt = m_latest->number;
    m_lookedTime = m_latest->monotonic;
    const quint64 ticket = m_ticket;
    async::onFinished(m_watch.look(m_latest->image, *m_role), this,
                      [this, ticket](const Result<LiveView>& seen) { finishLook(ticket, seen); });
}

void LiveCamera::finishLook(quint64 ticket, const Result<LiveView>& seen)
{
    if (ticket != m_ticket)
        return;
    m_looking = false;
    // A look that failed leaves no stale lamps behind; the next frame is looked at all the same.
    m_state.view = seen ? *seen : LiveView{};
    m_steadyLooks = m_state.view.allGreen ? m_steadyLooks + 1 : 0;
    if (seen && !m_state.view.allGreen)
        m_armed = true; // moved, turned over or taken away
    m_state.isTaken = !m_armed;
    watchSteadiness();
    publish();
    if (m_armed && m_role && *m_role != EvidenceRole::Photo && m_steadyLooks >= kSteadyLooks) {
        m_armed = false;
        Q_EMIT paperIsSteady(); // may show another step
    }
    lookAtLatest();
}

void LiveCamera::loseCamera(const Error& error)
{
    ++m_ticket;
    m_looking = false;
    m_latest.reset();
    dropBurst();
    m_state.view = {};
    m_state.camera = Camera::State::Lost;
    m_state.error = error;
    publish();
}

void LiveCamera::onDirectoryChanged()
{
    if (m_role && m_state.camera == Camera::State::Lost)
        open();
}

void LiveCamera::publish()
{
    Q_EMIT stateChanged(m_state);
}

} // namespace handshake
