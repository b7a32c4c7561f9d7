// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/live_camera.h"

#include "app/core/async.h"

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

/// A paper is taken when it was all green in this many looks one after the other.
constexpr int kSteadyLooks = 3;

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
    m_role.reset();
    m_latest.reset();
    m_camera.reset();
    m_state = {};
    publish();
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
}

void LiveCamera::lookAtLatest()
{
    if (m_looking || !m_latest || !m_role || m_latest->number == m_lookedAt)
        return;
    m_looking = true;
    m_lookedAt = m_latest->number;
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
