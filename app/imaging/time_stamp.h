// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QImage>
#include <QRect>
#include <QSize>

#include <vector>

namespace handshake {

/// A copy with "YYYY-MM-DD HH:MM" of `beijing` drawn in light digits with a dark outline: lower
/// right, moved left and then up where it would touch a rectangle of `avoid`; when no place is
/// free, where it covers least. Needs no font and no display: the same pixels on every machine.
[[nodiscard]] QImage stampTime(const QImage& image, const QDateTime& beijing,
                               const std::vector<QRect>& avoid);

/// Where stampTime() puts the stamp on a picture of this size.
[[nodiscard]] QRect timeStampRect(QSize picture, const std::vector<QRect>& avoid);

} // namespace handshake
