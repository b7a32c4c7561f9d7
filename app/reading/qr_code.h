// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QImage>
#include <QString>

namespace handshake {

/// The text of the QR code on `picture`, cleaned of what cannot be seen, at most 4096 UTF-16 units.
/// It is foreign text: shown, compared, never opened. NotFound when there is none, InvalidInput for
/// an empty picture.
[[nodiscard]] Result<QString> readQrCode(const QImage& picture);

} // namespace handshake
