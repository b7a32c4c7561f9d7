// SPDX-License-Identifier: Apache-2.0
#include "app/devices/camera.h"

#include "app/core/log.h"
#include "app/devices/master_picture.h"

#include <QPointer>

#include <utility>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(devicesLog, "handshake.devices")

} // namespace

Camera::Camera(QString name, QObject* parent)
    : QObject(parent)
    , m_name(std::move(name))
{
}

void Camera::changeState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

void Camera::lose(const Error& error)
{
    log::warning(devicesLog(), "camera lost", {{"code", error.code}, {"kind", kind()}});
    const QPointer<Camera> self(this); // whoever hears of it may let the camera go
    changeState(State::Lost);
    if (self)
        Q_EMIT lost(error);
}

Picture pictureOf(const CameraFrame& frame, const Provenance& provenance)
{
    return masterPicture(frame.image, provenance);
}

} // namespace handshake
