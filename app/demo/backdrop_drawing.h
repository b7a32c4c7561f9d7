// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QImage>
#include <QRectF>
#include <QSize>
#include <QString>

#include <cstdint>
#include <vector>

namespace handshake {

/// How the artwork is laid out.
enum class BackdropLayout : std::uint8_t {
    Central, ///< one large emblem and the name in the middle
    Tiled,   ///< emblem and name repeated
    Tonal,   ///< as Central, everything in a shade little lighter than the ground
    Mural,   ///< a skyline over hills, the name above it
};

/// Artwork of an invented provider's backdrop. The same design gives the same pixels on a machine
/// with the same fonts. Needs a QGuiApplication (text).
struct BackdropDesign {
    QString provider = QStringLiteral("样本接入服务有限公司");
    QString purpose = QStringLiteral("网站备案");
    QString slogan = QStringLiteral("网站备案 当面核验 样本背景");
    BackdropLayout layout = BackdropLayout::Central;
    QColor ground = QColor(24, 72, 148);
    std::uint32_t seed = 1;     ///< another seed: another emblem and ornament
    std::uint32_t markSeed = 0; ///< not 0: another emblem on the ornament of `seed`
    int edition = 1;            ///< 2: the emblem and ornament of an earlier edition
    int badge = 0;              ///< not 0: a small seal at the lower right, another for each number
    QSize size{1800, 1200};     ///< 1.5 × 1.0 m
    bool mirrored = false;      ///< as seen by a camera that flips its picture
};

[[nodiscard]] QImage drawBackdrop(const BackdropDesign& design);

/// Where the lines of text lie, as shares of width and height.
struct BackdropText {
    QString text;
    QRectF box;
};
[[nodiscard]] std::vector<BackdropText> backdropTexts(const BackdropDesign& design);

} // namespace handshake
