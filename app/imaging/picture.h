// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/clock.h"

#include <QByteArray>
#include <QImage>
#include <QString>

#include <cstdint>
#include <optional>

namespace handshake {

enum class DeviceKind : std::uint8_t { File, Camera, Scanner, Simulated };

/// Where a picture comes from.
struct Provenance {
    DeviceKind kind = DeviceKind::File;
    QString device{};                 ///< model as the system names it, or "file"; never a path
    std::optional<Instant> takenAt{}; ///< when it was taken, as far as known
};

/// One picture: what is looked at, and the bytes it was made of.
struct Picture {
    QImage image;            ///< upright (EXIF orientation applied), Format_RGB32
    QByteArray master;       ///< the untouched file; for a camera the file made once at capture
    QString mediaType;       ///< of the master: "image/jpeg" or "image/png"
    Provenance provenance{}; ///< where it comes from
};

} // namespace handshake
