// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QImage>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <compare>
#include <cstdint>
#include <memory>
#include <vector>

namespace handshake::evaluation {

enum class Family : std::uint8_t { Central, Tiled, Tone, Mural };
inline constexpr int kFamilies = 4;
inline constexpr int kProvidersPerFamily = 3;

/// "central", "tiled", "tone", "mural".
[[nodiscard]] QString familyName(Family family);

enum class Edition : std::uint8_t {
    Current,
    OlderLarge, ///< logo, layout and colours of years ago
    OlderSmall, ///< one line of text, the year or a small part of the logo differs
};

/// One printed curtain of the evaluation. All providers are invented.
struct CurtainDesign {
    Family family = Family::Central;
    int provider = 0;       ///< 0 … kProvidersPerFamily-1
    bool lookAlike = false; ///< another provider with the same ground, layout and style
    Edition edition = Edition::Current;

    // clang-tidy 14 takes the zero that a default comparison is made of for a pointer.
    friend auto operator<=>(const CurtainDesign&,
                            const CurtainDesign&) = default; // NOLINT(modernize-use-nullptr)
};

/// Something on the artwork, box as shares of its width and height.
struct CurtainPlace {
    enum class What : std::uint8_t { Logo, Name, Text };
    What what = What::Text;
    QString text{}; ///< empty for a logo
    QRectF box{};
};

/// A printed curtain: artwork and what is where on it.
struct Curtain {
    QImage artwork; ///< Format_RGB888
    QSizeF sizeMm;
    QColor ground;
    std::vector<CurtainPlace> places{};
    std::vector<QRectF> changed{}; ///< where the small change of the older edition lies, if any
};

/// The curtain of this design; drawn once, the last dozen are kept. Any thread; needs a
/// QGuiApplication. `changed` is the same for the current edition and the one with small changes.
[[nodiscard]] std::shared_ptr<const Curtain> curtainOf(const CurtainDesign& design);

} // namespace handshake::evaluation
