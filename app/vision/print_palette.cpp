// SPDX-License-Identifier: Apache-2.0
#include "app/vision/print_palette_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace handshake {

namespace {

constexpr std::size_t kMost = 10;     // colours
constexpr double kLeastShare = 0.003; // of the artwork a colour has to cover
constexpr double kDarker = 0.7;       // than the light around a block's own may be
constexpr double kBrighter = 1.4;

/// How bright the light is at each block against the whole print's, from the blocks around that
/// show the print: CV_32F.
cv::Mat localLight(const DenseComparison& found)
{
    constexpr double kSpread = 4; // blocks
    cv::Mat amounts = cv::Mat::zeros(found.hidden.size(), CV_32F);
    cv::Mat known = cv::Mat::zeros(found.hidden.size(), CV_32F);
    for (int y = 0; y < found.hidden.rows; ++y) {
        for (int x = 0; x < found.hidden.cols; ++x) {
            const auto cell = std::size_t(y / 2) * CellGrid::kColumns + std::size_t(x / 2);
            if (found.hidden.at<uchar>(y, x) != 1 ||
                found.cells[cell] != DenseComparison::Cell::Agrees)
                continue;
            amounts.at<float>(y, x) = found.amounts.at<float>(y, x);
            known.at<float>(y, x) = 1;
        }
    }
    cv::GaussianBlur(amounts, amounts, cv::Size(), kSpread);
    cv::GaussianBlur(known, known, cv::Size(), kSpread);
    cv::Mat light(found.hidden.size(), CV_32F);
    for (int y = 0; y < light.rows; ++y) {
        for (int x = 0; x < light.cols; ++x) {
            const float weight = known.at<float>(y, x);
            light.at<float>(y, x) = weight > 1e-3F ? amounts.at<float>(y, x) / weight : 1.0F;
        }
    }
    return light;
}

bool isOf(const PrintPalette& palette, const cv::Vec3d& photo, const cv::Vec3d& light,
          const Thresholds& thresholds)
{
    const double scale = thresholds.foreignFloor + thresholds.foreignShare * cv::norm(photo);
    return std::any_of(
        palette.colours.begin(), palette.colours.end(), [&](const cv::Vec3d& colour) {
            const cv::Vec3d print = colour.mul(light);
            const double amount =
                std::clamp(photo.dot(print) / std::max(1.0, print.dot(print)), kDarker, kBrighter);
            return cv::norm(photo - amount * print) <= scale;
        });
}

} // namespace

PrintPalette paletteOf(const cv::Mat& artworkBgr)
{
    constexpr int kWidth = 160;
    cv::Mat small; // pixels as they are: means would be colours of nothing
    cv::resize(artworkBgr, small, cv::Size(kWidth, kWidth * artworkBgr.rows / artworkBgr.cols), 0,
               0, cv::INTER_NEAREST);
    struct Sum {
        int count = 0;
        cv::Vec3d total;
    };
    std::vector<Sum> bins(8 * 8 * 8);
    for (int y = 0; y < small.rows; ++y) {
        for (int x = 0; x < small.cols; ++x) {
            const auto& p = small.at<cv::Vec3b>(y, x);
            Sum& bin = bins[std::size_t{p[0]} / 32 * 64 + std::size_t{p[1]} / 32 * 8 + p[2] / 32U];
            ++bin.count;
            bin.total += cv::Vec3d(p[0], p[1], p[2]);
        }
    }
    std::sort(bins.begin(), bins.end(),
              [](const Sum& a, const Sum& b) { return a.count > b.count; });
    std::vector<cv::Vec3d> pure;
    for (const Sum& bin : bins) {
        if (pure.size() == kMost || bin.count < kLeastShare * double(small.total()))
            break;
        pure.push_back(bin.total / bin.count);
    }
    PrintPalette palette;
    palette.colours = pure;
    for (std::size_t i = 1; i < pure.size(); ++i) {
        for (const double part : {0.25, 0.5, 0.75})
            palette.colours.push_back(pure[0] * (1.0 - part) + pure[i] * part);
    }
    return palette;
}

cv::Mat standing(const cv::Mat& states, const cv::Mat& body)
{
    constexpr double kForeign = 0.75; // share of the blocks below that are not the print's colour
    constexpr int kFirst = 4;         // blocks from the floor that may be of it
    cv::Mat result = cv::Mat::zeros(states.size(), CV_8U);
    for (int x = 0; x < result.cols; ++x) {
        int below = 0;
        int foreign = 0;
        for (int y = result.rows - 1; y >= 0; --y) {
            const uchar state = states.at<uchar>(y, x);
            if (state == 0)
                continue;
            ++below;
            foreign += state == 255 ? 1 : 0;
            const bool isPrint = below > kFirst && foreign < kForeign * below;
            if (isPrint || body.at<uchar>(y, x) > 128)
                break;
            result.at<uchar>(y, x) = state == 255 ? 255 : 0;
        }
    }
    // Part of it may have a colour of the print's.
    cv::morphologyEx(result, result, cv::MORPH_CLOSE, cv::Mat::ones(5, 5, CV_8U));
    return result;
}

ThingsBefore thingsBefore(const DenseComparison& found, const PrintPalette& palette,
                          const Thresholds& thresholds)
{
    constexpr int kTop = 3; // blocks
    const cv::Mat stands = standing(found.hidden, found.body);
    const cv::Mat light = localLight(found);
    cv::Mat things = cv::Mat::zeros(found.hidden.size(), CV_8U);
    for (int y = 0; y < things.rows; ++y) {
        for (int x = 0; x < things.cols; ++x) {
            if (stands.at<uchar>(y, x) != 0)
                things.at<uchar>(y, x) = 255;
            if (found.hidden.at<uchar>(y, x) != 255)
                continue;
            const auto& p = found.seen.at<cv::Vec3f>(y, x);
            const cv::Vec3d here = found.light * double(light.at<float>(y, x));
            if (!isOf(palette, cv::Vec3d(p[0], p[1], p[2]), here, thresholds))
                things.at<uchar>(y, x) = 255;
        }
    }
    ThingsBefore result{things, {}};
    cv::dilate(stands, result.tops, cv::Mat::ones(kTop + 1, 3, CV_8U), cv::Point(1, 0));
    return result;
}

} // namespace handshake
