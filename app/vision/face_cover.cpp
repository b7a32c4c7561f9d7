// SPDX-License-Identifier: Apache-2.0
#include "app/vision/face_cover_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace handshake {

namespace {

/// Places on a face in distances between the eyes: x along their line, y down the nose.
class FaceFrame
{
public:
    explicit FaceFrame(const Eyes& eyes)
        : m_middle((eyes.left + eyes.right) / 2.0)
        , m_along(eyes.right - eyes.left)
    {
    }

    [[nodiscard]] double unit() const { return cv::norm(m_along); }

    /// The patch between these corners, upright and `size` large; empty when it leaves the picture.
    [[nodiscard]] cv::Mat patch(const cv::Mat& picture, cv::Rect2d place, cv::Size size) const
    {
        const auto at = [this](double x, double y) {
            return cv::Point2f(m_middle + m_along * x + cv::Point2d(-m_along.y, m_along.x) * y);
        };
        const std::array<cv::Point2f, 3> from{at(place.x, place.y),
                                              at(place.x + place.width, place.y),
                                              at(place.x, place.y + place.height)};
        const cv::Point2f last = from[1] + from[2] - from[0];
        const cv::Rect2f whole(0, 0, float(picture.cols - 1), float(picture.rows - 1));
        if (!whole.contains(last) || !std::all_of(from.begin(), from.end(), [&](auto point) {
                return whole.contains(point);
            }))
            return {};
        const std::array<cv::Point2f, 3> to{cv::Point2f(0, 0), cv::Point2f(float(size.width), 0),
                                            cv::Point2f(0, float(size.height))};
        cv::Mat flat;
        cv::warpAffine(picture, flat, cv::getAffineTransform(from.data(), to.data()), size,
                       cv::INTER_LINEAR, cv::BORDER_REPLICATE);
        return flat;
    }

    /// As above, averaged over what a pixel of the patch covers, in CIE Lab.
    [[nodiscard]] std::vector<cv::Vec3f> colours(const cv::Mat& bgr, cv::Rect2d place) const
    {
        cv::Mat flat = patch(bgr, place, cv::Size(48, 48));
        if (flat.empty())
            return {};
        cv::resize(flat, flat, cv::Size(16, 16), 0, 0, cv::INTER_AREA);
        flat.convertTo(flat, CV_32F, 1.0 / 255.0);
        cv::cvtColor(flat, flat, cv::COLOR_BGR2Lab);
        return {flat.begin<cv::Vec3f>(), flat.end<cv::Vec3f>()};
    }

private:
    cv::Point2d m_middle;
    cv::Point2d m_along;
};

float medianOf(std::vector<float> values)
{
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

cv::Vec3f typical(const std::vector<cv::Vec3f>& colours)
{
    cv::Vec3f middle;
    for (int channel = 0; channel < 3; ++channel) {
        std::vector<float> values;
        values.reserve(colours.size());
        for (const cv::Vec3f& colour : colours)
            values.push_back(colour[channel]);
        middle[channel] = medianOf(std::move(values));
    }
    return middle;
}

/// Hue and saturation alone: a shadow on the same cloth is no other cloth.
double hueAway(const cv::Vec3f& a, const cv::Vec3f& b)
{
    return std::hypot(double(a[1] - b[1]), double(a[2] - b[2]));
}

/// Black, grey, brown, red-blond, blond: yellowish and not vivid.
bool mayBeHair(const cv::Vec3f& colour)
{
    const double vivid = std::hypot(double(colour[1]), double(colour[2]));
    if (vivid < 12)
        return true;
    const double hue = std::atan2(double(colour[2]), double(colour[1])) * 180 / std::numbers::pi;
    return hue > 35 && hue < 100 && vivid < 34 && colour[0] < 78;
}

bool looksLikeSkin(const cv::Vec3f& colour, const cv::Vec3f& skin)
{
    return hueAway(colour, skin) < 9 && std::abs(colour[0] - skin[0]) < 30;
}

bool looksLikeLips(const cv::Vec3f& colour, const cv::Vec3f& skin)
{
    return colour[1] > skin[1] - 2 && colour[2] > skin[2] - 14 && colour[1] < skin[1] + 34 &&
           colour[0] > 8;
}

template <typename Fits>
double shareOf(const std::vector<cv::Vec3f>& colours, Fits fits)
{
    return double(std::count_if(colours.begin(), colours.end(), fits)) / double(colours.size());
}

/// Between the eyes: what neither mask nor hat covers, nor, as a rule, hair.
const cv::Rect2d kBridge{-0.13, -0.3, 0.26, 0.4};

} // namespace

std::optional<double> mouthCover(const cv::Mat& bgr, const Eyes& eyes)
{
    const FaceFrame frame(eyes);
    if (frame.unit() < 12)
        return std::nullopt;
    const auto bridge = frame.colours(bgr, kBridge);
    const auto mouth = frame.colours(bgr, {-0.5, 0.55, 1.0, 0.75});
    if (bridge.empty() || mouth.empty())
        return std::nullopt;
    const cv::Vec3f skin = typical(bridge);
    return shareOf(mouth, [&skin](const cv::Vec3f& colour) {
        return !looksLikeSkin(colour, skin) && !looksLikeLips(colour, skin);
    });
}

std::optional<double> crownCover(const cv::Mat& bgr, const Eyes& eyes)
{
    const FaceFrame frame(eyes);
    if (frame.unit() < 12)
        return std::nullopt;
    const auto bridge = frame.colours(bgr, kBridge);
    const auto crown = frame.colours(bgr, {-0.45, -1.5, 0.9, 0.55});
    if (bridge.empty() || crown.empty())
        return std::nullopt;
    const cv::Vec3f skin = typical(bridge);
    std::vector<cv::Vec3f> ground;
    for (const double x : {-2.3, 1.9}) {
        const auto beside = frame.colours(bgr, {x, -1.5, 0.4, 0.55});
        if (!beside.empty())
            ground.push_back(typical(beside));
    }
    return shareOf(crown, [&](const cv::Vec3f& colour) {
        const bool isGround =
            std::any_of(ground.begin(), ground.end(), [&colour](const cv::Vec3f& wall) {
                return hueAway(colour, wall) < 8 && std::abs(colour[0] - wall[0]) < 14;
            });
        return !mayBeHair(colour) && !isGround && !looksLikeSkin(colour, skin);
    });
}

std::optional<double> eyesOffset(const cv::Mat& bgr, const Eyes& eyes)
{
    const FaceFrame frame(eyes);
    if (frame.unit() < 12)
        return std::nullopt;
    // A band across the cheeks, from beyond one ear to beyond the other.
    constexpr double kReach = 2.8;
    constexpr int kSteps = 112;
    cv::Mat band = frame.patch(bgr, {-kReach, 0.2, 2 * kReach, 0.3}, cv::Size(2 * kSteps, 16));
    if (band.empty())
        return std::nullopt;
    cv::resize(band, band, cv::Size(2 * kSteps, 1), 0, 0, cv::INTER_AREA);
    cv::GaussianBlur(band, band, cv::Size(5, 1), 1.0);
    band.convertTo(band, CV_32F, 1.0 / 255.0);
    cv::cvtColor(band, band, cv::COLOR_BGR2Lab);
    std::array<double, 2> reach{};
    for (const int side : {-1, 1}) {
        // Outwards from beyond the eye; the face ends where the colour jumps.
        int step = 20;
        for (; step + 4 < kSteps; ++step) {
            const auto at = [&](int place) {
                const int column = side < 0 ? kSteps - 1 - place : kSteps + place;
                return band.at<cv::Vec3f>(0, column);
            };
            const cv::Vec3f here = at(step);
            const cv::Vec3f there = at(step + 4);
            if (hueAway(here, there) + std::abs(double(here[0] - there[0])) > 17)
                break;
        }
        if (step + 4 >= kSteps)
            return std::nullopt;
        reach[side < 0 ? 0 : 1] = step + 2;
    }
    return std::abs(reach[0] - reach[1]) / (reach[0] + reach[1]);
}

std::optional<double> cheekRatio(const cv::Mat& gray, const Face& face)
{
    const double width = face.box.width;
    const cv::Point2d middle(face.box.x + width / 2, face.box.y + 0.4 * face.box.height);
    const FaceFrame frame(face.eyes.value_or(
        Eyes{middle - cv::Point2d(0.21 * width, 0), middle + cv::Point2d(0.21 * width, 0)}));
    const cv::Size size(24, 24);
    const cv::Mat left = frame.patch(gray, {-0.85, 0.35, 0.45, 0.5}, size);
    const cv::Mat right = frame.patch(gray, {0.4, 0.35, 0.45, 0.5}, size);
    if (left.empty() || right.empty())
        return std::nullopt;
    const double a = cv::mean(left)[0] + 1.0;
    const double b = cv::mean(right)[0] + 1.0;
    return std::max(a, b) / std::min(a, b);
}

} // namespace handshake
