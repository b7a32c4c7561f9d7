// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QFont>

class QApplication;

namespace handshake::ui::theme {

/// Design tokens: every colour, distance and size of the screens. Text on its ground has a contrast
/// of at least 4.5 : 1 (held by a test).
inline constexpr QRgb kGround = 0xFFF3F5F8;     ///< behind everything
inline constexpr QRgb kSurface = 0xFFFFFFFF;    ///< cards, panels
inline constexpr QRgb kSunken = 0xFFE9EDF2;     ///< empty places, key caps
inline constexpr QRgb kLine = 0xFFD3DAE3;       ///< borders
inline constexpr QRgb kText = 0xFF18212C;       ///< words
inline constexpr QRgb kQuiet = 0xFF556273;      ///< second words
inline constexpr QRgb kAccent = 0xFF1553B0;     ///< what to press, where one is
inline constexpr QRgb kAccentDeep = 0xFF0F2F63; ///< header, pressed
inline constexpr QRgb kAccentSoft = 0xFFE3ECFA; ///< the chosen one's ground
inline constexpr QRgb kGood = 0xFF15713F;
inline constexpr QRgb kGoodSoft = 0xFFE2F4E9;
inline constexpr QRgb kLook = 0xFF8F4E00;
inline constexpr QRgb kLookSoft = 0xFFFDF0DC;
inline constexpr QRgb kBad = 0xFFB3202A;
inline constexpr QRgb kBadSoft = 0xFFFCE6E6;
inline constexpr QRgb kNight = 0xFF10161E;     ///< behind pictures
inline constexpr QRgb kNightText = 0xFFDDE5EF; ///< words on it

inline constexpr int kGap = 8;
inline constexpr int kPad = 16;
inline constexpr int kRadius = 8;
inline constexpr int kBigButton = 60; ///< height of capture and confirm, ≥ 56

/// Points.
inline constexpr int kBody = 10;
inline constexpr int kLead = 13;
inline constexpr int kTitle = 16;

[[nodiscard]] QFont font(int points, bool bold = false);
/// Style, palette, font and style sheet of the whole program.
void apply(QApplication& application);
/// (lighter + 0.05) / (darker + 0.05) as in WCAG 2.
[[nodiscard]] double contrast(QColor a, QColor b);

} // namespace handshake::ui::theme
