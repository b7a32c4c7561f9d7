// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPainterPath>
#include <QString>

namespace handshake::papereval {

/// Digits, X, '.' and '-' drawn as strokes after the shapes of OCR-B (ISO 1073-2), which no free
/// package has as outlines. `em` is the advance's width divided by 0.62; the baseline starts at
/// (0, 0). Characters it does not know are left blank.
[[nodiscard]] QPainterPath ocrBOutline(const QString& text, double em, double advance,
                                       double strokeWidth);

} // namespace handshake::papereval
