// SPDX-License-Identifier: Apache-2.0
#include "app/demo/evaluation/lens_p.h"

#include "app/demo/evaluation/dice_p.h"

#include <opencv2/imgproc.hpp>

#include <array>
#include <cmath>
#include <numbers>

namespace handshake::evaluation {

namespace {

double radians(double degrees)
{
    return degrees * std::numbers::pi / 180;
}

struct Wave {
    double length, phase, lean, strength, middle, reach;
};

std::array<Wave, 4> wavesOf(const Folds& folds, double width)
{
    Dice dice(folds.seed, 30);
    std::array<Wave, 4> waves{};
    for (Wave& wave : waves) {
        wave.length = dice.between(160, 460);
        wave.phase = dice.between(0, 2 * std::numbers::pi);
        wave.lean = dice.between(-0.25, 0.25);
        wave.strength = dice.between(0.3, 1);
        wave.middle = dice.between(-0.5, 0.5) * width;
        wave.reach = dice.between(0.2, 0.6) * width;
    }
    return waves;
}

} // namespace

cv::Mat spread(const cv::Mat& coarse, cv::Size size)
{
    cv::Mat wide;
    cv::resize(coarse, wide, {coarse.cols * kMapStep, coarse.rows * kMapStep}, 0, 0,
               cv::INTER_LINEAR);
    return wide(cv::Rect(kMapStep, kMapStep, size.width, size.height)).clone();
}

Lens::Lens(const TakeDesign& take, QSizeF curtainMm)
    : m_size(take.size.width(), take.size.height())
    , m_focal(take.size.width() * take.distance / (take.fill * curtainMm.width()))
    , m_barrel(take.barrel)
{
    const double seenHeight = take.fill * curtainMm.width() * m_size.height / m_size.width;
    const double aimY = curtainMm.height() * (take.topMargin - 0.5) + seenHeight / 2;
    const double yaw = radians(take.yaw);
    const double pitch = radians(take.pitch);
    const double roll = radians(take.roll);
    m_forward = {-std::sin(yaw) * std::cos(pitch), -std::sin(pitch),
                 std::cos(yaw) * std::cos(pitch)};
    m_at = cv::Vec3d(take.aside, aimY, 0) - m_forward * take.distance;
    const cv::Vec3d level = cv::normalize(cv::Vec3d(0, 1, 0).cross(m_forward));
    const cv::Vec3d steep = m_forward.cross(level);
    m_right = level * std::cos(roll) + steep * std::sin(roll);
    m_down = steep * std::cos(roll) - level * std::sin(roll);
}

cv::Vec3d Lens::ray(double x, double y) const
{
    const double half = m_size.width / 2.0;
    const double u = (x - half + 0.5) / half;
    const double v = (y - m_size.height / 2.0 + 0.5) / half;
    const double bent = 1 + m_barrel * (u * u + v * v);
    const double toAngle = half / m_focal * bent;
    return m_forward + m_right * (u * toAngle) + m_down * (v * toAngle);
}

cv::Point2d Lens::under(cv::Point2d pixel, double ahead) const
{
    const cv::Vec3d along = ray(pixel.x, pixel.y);
    const double reach = (-ahead - m_at[2]) / along[2];
    return {m_at[0] + reach * along[0], m_at[1] + reach * along[1]};
}

cv::Mat Lens::sheetMap(const Sheet& sheet, const Folds& folds, cv::Mat* shade) const
{
    const cv::Size cells((m_size.width + kMapStep - 1) / kMapStep + 2,
                         (m_size.height + kMapStep - 1) / kMapStep + 2);
    cv::Mat coarse(cells, CV_32FC2);
    cv::Mat light(cells, CV_32F, cv::Scalar(1));
    const auto waves = wavesOf(folds, sheet.width);
    for (int row = 0; row < cells.height; ++row) {
        for (int column = 0; column < cells.width; ++column) {
            const cv::Point2d at = under({coarsePixel(column), coarsePixel(row)}, sheet.ahead) -
                                   cv::Point2d(sheet.x, sheet.y);
            double swing = 0;
            double slope = 0;
            for (const Wave& wave : waves) {
                const double off = (at.x - wave.middle) / wave.reach;
                const double strength = wave.strength * std::exp(-off * off);
                const double turn =
                    2 * std::numbers::pi * (at.x + wave.lean * at.y) / wave.length + wave.phase;
                swing += strength * std::sin(turn);
                slope += strength * std::cos(turn);
            }
            coarse.at<cv::Vec2f>(row, column) = {
                static_cast<float>((at.x + folds.swing * swing * 0.5) / sheet.width + 0.5),
                static_cast<float>((at.y + folds.swing * slope * 0.15) / sheet.height + 0.5)};
            light.at<float>(row, column) = static_cast<float>(1 + folds.shade * slope);
        }
    }
    if (shade != nullptr)
        *shade = spread(light, m_size);
    return spread(coarse, m_size);
}

std::optional<cv::Point2d> Lens::project(const Sheet& sheet, cv::Point2d share) const
{
    const cv::Vec3d point(sheet.x + (share.x - 0.5) * sheet.width,
                          sheet.y + (share.y - 0.5) * sheet.height, -sheet.ahead);
    const cv::Vec3d from = point - m_at;
    const double depth = from.dot(m_forward);
    if (depth < 1)
        return std::nullopt;
    const double half = m_size.width / 2.0;
    const double u = from.dot(m_right) / depth * m_focal / half;
    const double v = from.dot(m_down) / depth * m_focal / half;
    double bentU = u;
    double bentV = v;
    for (int i = 0; i < 6; ++i) { // undoes ray()
        const double bent = 1 + m_barrel * (bentU * bentU + bentV * bentV);
        bentU = u / bent;
        bentV = v / bent;
    }
    return cv::Point2d(bentU * half + half - 0.5, bentV * half + m_size.height / 2.0 - 0.5);
}

} // namespace handshake::evaluation
