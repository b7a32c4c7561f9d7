// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <opencv2/core.hpp>

#include <QImage>
#include <QTransform>

#include <optional>

namespace handshake {

/// Where one line of print stands on the paper, lengths in millimetres.
struct LinePlace {
    double left = 0;
    double right = 0;
    double y = 0;     ///< of the line's middle at `left`
    double slope = 0; ///< downwards to the right
    double em = 3.4;  ///< height of a character

    [[nodiscard]] double yAt(double x) const { return y + (slope * (x - left)); }
};

/// One line made flat and level, its print alone on white: what recognisers are shown.
struct PrintLine {
    cv::Mat gray;   ///< flat, paper 255
    cv::Rect box;   ///< around the print
    double em = 40; ///< height of a character in its pixels
    double dotsPerMm = 0;
    double left = 0; ///< of the first column, millimetres on the paper
};

/// Takes single lines out of the picture, each at the scale that recognisers want.
class LineCutter final
{
public:
    /// `picture` is RGB32 and outlives this object; `toPicture` leads from millimetres to pixels.
    LineCutter(const QImage& picture, const QTransform& toPicture);

    /// Nothing when there is no print. With `anyInk` coloured print counts too.
    [[nodiscard]] std::optional<PrintLine> cut(const LinePlace& place, bool anyInk) const;

private:
    const QImage& m_picture;
    QTransform m_toPicture;
};

/// Two lines as one, the second behind the first.
[[nodiscard]] PrintLine besideEachOther(const PrintLine& first, const PrintLine& second);

/// The line nearest the middle of a crop that holds one, with nothing else beside it.
[[nodiscard]] std::optional<PrintLine> middleLine(const cv::Mat& flat, double em);

} // namespace handshake
