// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/evaluation/sample.h"

#include <opencv2/core.hpp>

#include <optional>

namespace handshake::evaluation {

/// A flat thing in the room: parallel to the curtain, its middle at (x, y), `ahead` before the
/// curtain. Millimetres from the curtain's middle, y downward.
struct Sheet {
    double x = 0;
    double y = 0;
    double ahead = 0;
    double width = 1500;
    double height = 1000;
};

/// How cloth hangs: what is added to where the eye falls, and how light it is there.
struct Folds {
    double swing = 0; ///< millimetres
    double shade = 0;
    std::uint64_t seed = 1;
};

/// A pinhole with a curved lens, standing in the room and aiming at the curtain.
class Lens final
{
public:
    Lens(const TakeDesign& take, QSizeF curtainMm);

    /// For each pixel, where on the sheet it looks: CV_32FC2, shares of width and height.
    [[nodiscard]] cv::Mat sheetMap(const Sheet& sheet, const Folds& folds, cv::Mat* shade) const;
    /// Where a point of the sheet (shares) is in the picture; none when it lies behind the camera.
    [[nodiscard]] std::optional<cv::Point2d> project(const Sheet& sheet, cv::Point2d share) const;
    /// Pixels a millimetre takes at this distance from the camera.
    [[nodiscard]] double pixelsPerMm(double distance) const { return m_focal / distance; }
    /// What the sheet at `ahead` has under the pixel, millimetres.
    [[nodiscard]] cv::Point2d under(cv::Point2d pixel, double ahead) const;

private:
    [[nodiscard]] cv::Vec3d ray(double x, double y) const;

    cv::Size m_size;
    double m_focal;
    double m_barrel;
    cv::Vec3d m_at;
    cv::Vec3d m_right;
    cv::Vec3d m_down;
    cv::Vec3d m_forward;
};

/// A map given on every eighth pixel, for every pixel.
[[nodiscard]] cv::Mat spread(const cv::Mat& coarse, cv::Size size);

inline constexpr int kMapStep = 8;
/// Pixel of a cell of a coarse map; cells reach one beyond the picture on each side.
inline double coarsePixel(int cell)
{
    return (cell - 1) * kMapStep + (kMapStep - 1) / 2.0;
}

} // namespace handshake::evaluation
