// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/imaging/picture.h"

#include <QImage>

namespace handshake {

/// A picture whose master is made at this moment, because its device gives pixels and no file: JPEG
/// at quality 95, PNG where the JPEG plug-in is missing. The same pixels give the same master.
[[nodiscard]] Picture masterPicture(const QImage& image, const Provenance& provenance);

} // namespace handshake
