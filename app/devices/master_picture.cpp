// SPDX-License-Identifier: Apache-2.0
#include "app/devices/master_picture.h"

#include "app/imaging/jpeg_fit.h"

#include <QBuffer>

#include <utility>

namespace handshake {

using namespace Qt::StringLiterals;

Picture masterPicture(const QImage& image, const Provenance& provenance)
{
    constexpr int kMasterQuality = 95;

    Picture picture{image.convertToFormat(QImage::Format_RGB32), {}, {}, provenance};
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
