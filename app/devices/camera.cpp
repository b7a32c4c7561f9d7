// SPDX-License-Identifier: Apache-2.0
#include "app/devices/camera.h"

#include "app/core/log.h"
#include "app/imaging/jpeg_fit.h"

#include <QBuffer>
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
    constexpr int kMasterQuality = 95;

    Picture picture{frame.image.convertToFormat(QImage::Format_RGB32), {}, {}, provenance};
    if (auto jpeg = encodeJpeg(picture.image, kMasterQuality)) {
        picture.master = std::move(*jpeg);
        picture.mediaType = u"image/jpeg"_s;
        return picture;
    }
    // The JPEG plug-in is a file that can be missing; PNG is built into Qt.
    QBuffer buffer(&picture.master);
    if (buffer.open(QIODevice::WriteOnly) && picture.image.save(&buffer, "png"))
        picture.mediaType = u"image/png"_s;
    return picture;
}

} // namespace handshake
