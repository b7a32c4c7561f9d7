// SPDX-License-Identifier: Apache-2.0
#include "app/vision/dense_comparison_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace handshake {

namespace {

constexpr int kFine = 6; // pixels a block's colour is averaged over, each way

double median(std::vector<double>& values)
{
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// What the light makes of the print's colours: one factor a channel.
cv::Vec3d lightOf(const cv::Mat& seen, const cv::Mat& printed, const cv::Mat& inside,
                  const std::array<bool, CellGrid::kCells>& trusted)
{
    std::array<std::vector<double>, 3> ratios;
    for (int y = 0; y < seen.rows; ++y) {
        for (int x = 0; x < seen.cols; ++x) {
            const int cell = y / 2 * CellGrid::kColumns + x / 2;
            if (inside.at<uchar>(y, x) < 250 || !trusted[std::size_t(cell)])
                continue;
            for (int c = 0; c < 3; ++c)
                ratios[std::size_t(c)].push_back((double(seen.at<cv::Vec3f>(y, x)[c]) + 4.0) /
                                                 (double(printed.at<cv::Vec3f>(y, x)[c]) + 4.0));
        }
    }
    if (ratios[0].size() < 12)
        return {0, 0, 0};
    return {median(ratios[0]), median(ratios[1]), median(ratios[2])};
}

} // namespace

BlockView viewBlocks(const cv::Mat& photoBgr, const cv::Mat& artworkColours,
                     const cv::Matx33d& fromBlocks,
                     const std::array<bool, CellGrid::kCells>& trusted,
                     const Thresholds& thresholds)
{
    const cv::Size blocks(CellGrid::kBlockColumns, CellGrid::kBlockRows);
    const cv::Size fine(blocks.width * kFine, blocks.height * kFine);
    const cv::Matx33d toFine(1.0 / kFine, 0, 0, 0, 1.0 / kFine, 0, 0, 0, 1);
    const int flags = cv::INTER_LINEAR | cv::WARP_INVERSE_MAP;
    cv::Mat view;
    cv::warpPerspective(photoBgr, view, fromBlocks * toFine, fine, flags, cv::BORDER_REPLICATE);
    BlockView result;
    cv::Mat& seen = result.seen;
    cv::resize(view, seen, blocks, 0, 0, cv::INTER_AREA);
    seen.convertTo(seen, CV_32F);
    cv::Mat inside;
    cv::warpPerspective(cv::Mat(photoBgr.size(), CV_8U, cv::Scalar(255)), inside,
                        fromBlocks * toFine, fine, flags);
    cv::resize(inside, inside, blocks, 0, 0, cv::INTER_AREA);

    result.states = cv::Mat(blocks, CV_8U, cv::Scalar(1));
    result.amounts = cv::Mat(blocks, CV_32F, cv::Scalar(1));
    const cv::Vec3d light = result.light = lightOf(seen, artworkColours, inside, trusted);
    for (int y = 0; y < blocks.height; ++y) {
        for (int x = 0; x < blocks.width; ++x) {
            auto& block = result.states.at<uchar>(y, x);
            if (inside.at<uchar>(y, x) < 200) {
                block = 0;
                continue;
            }
            if (light[1] <= 0)
                continue;
            const auto& p = seen.at<cv::Vec3f>(y, x);
            const auto& q = artworkColours.at<cv::Vec3f>(y, x);
            const cv::Vec3d photo(p[0], p[1], p[2]);
            const cv::Vec3d print(q[0] * light[0], q[1] * light[1], q[2] * light[2]);
            // Shadow and folds change the amount of light and leave its colour.
            const double amount = photo.dot(print) / std::max(1.0, print.dot(print));
            result.amounts.at<float>(y, x) = float(amount);
            const double away = cv::norm(photo - amount * print);
            const double scale =
                thresholds.foreignFloor + thresholds.foreignShare * cv::norm(photo);
            const bool isLit = amount > thresholds.shadeMin && amount < thresholds.shadeMax;
            if (away > scale || !isLit)
                block = 255;
        }
    }
    return result;
}

void keepWhatStands(cv::Mat& blocks, const cv::Mat& person)
{
    constexpr double kGround = 0.75; // share of the blocks below that have to be foreign too
    cv::Mat body;                    // the silhouette is an estimate
    cv::dilate(person, body, cv::getStructuringElement(cv::MORPH_RECT, cv::Size(3, 3)));
    for (int x = 0; x < blocks.cols; ++x) {
        int below = 0;
        int foreign = 0;
        bool isLowest = true;
        for (int y = blocks.rows - 1; y >= 0; --y) {
            auto& block = blocks.at<uchar>(y, x);
            if (block == 0)
                continue;
            const bool isForeign = block == 255;
            const bool isPerson = body.at<uchar>(y, x) > 128;
            const bool stands = below > 0 ? foreign >= kGround * below : isLowest;
            isLowest = false;
            if (isPerson)
                continue;
            ++below;
            foreign += isForeign ? 1 : 0;
            if (isForeign && !stands)
                block = kForeignPrint;
        }
    }
}

} // namespace handshake
