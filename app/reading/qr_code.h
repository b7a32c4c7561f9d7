// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QImage>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <QTransform>

namespace handshake {

/// The text of the QR code on `picture`, cleaned of what cannot be seen, at most 4096 UTF-16 units.
/// It is foreign text: shown, compared, never opened. NotFound when there is none, InvalidInput for
/// an empty picture.
[[nodiscard]] Result<QString> readQrCode(const QImage& picture);

/// The same for a sheet lying in `picture`: first where the code should stand (`box`, in mm of a
/// sheet of that size), as fine as the picture is, then all over the sheet.
[[nodiscard]] Result<QString> readSheetCode(const QImage& picture, const QTransform& paperToPicture,
                                            const QRectF& box, QSizeF sheet);

} // namespace handshake
