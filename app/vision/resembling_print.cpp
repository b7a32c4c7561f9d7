// SPDX-License-Identifier: Apache-2.0
#include "app/vision/resembling_print_p.h"

#include "app/vision/backdrop_data_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace handshake {

namespace {

cv::Rect boxOf(const BackdropLine& line, cv::Size artwork)
{
    const cv::Rect box(int(line.box.x() * artwork.width), int(line.box.y() * artwork.height),
                       int(std::ceil(line.box.width() * artwork.width)),
                       int(std::ceil(line.box.height() * artwork.height)));
    return box & cv::Rect(cv::Point(), artwork);
}

/// Half a turn in place.
void turn(cv::Mat patch)
{
    cv::Mat turned;
    cv::flip(patch, turned, -1);
    turned.copyTo(patch);
}

/// Characters are about as wide as high: each is turned and changes places with its neighbour.
void exchangeLetters(const cv::Mat& line)
{
    const int count = std::max(1, int(std::lround(double(line.cols) / std::max(1, line.rows))));
    const int step = line.cols / count;
    if (step < 4)
        return;
    for (int i = 0; i < count; ++i)
        turn(line(cv::Rect(i * step, 0, step, line.rows)));
    for (int i = 0; i + 1 < count; i += 2) {
        cv::Mat left = line(cv::Rect(i * step, 0, step, line.rows));
        cv::Mat right = line(cv::Rect((i + 1) * step, 0, step, line.rows));
        const cv::Mat kept = left.clone();
        right.copyTo(left);
        kept.copyTo(right);
    }
}

struct Patch {
    cv::Rect box;
    double structure = 0;
};

/// Squares a quarter of the artwork high, the most structured first; none touches a line.
std::vector<Patch> patchesOf(const cv::Mat& artwork, const std::vector<cv::Rect>& lines)
{
    cv::Mat gray;
    cv::cvtColor(artwork, gray, cv::COLOR_BGR2GRAY);
    cv::Mat edges;
    cv::Laplacian(gray, edges, CV_32F);
    const int side = std::max(16, artwork.rows / 4);
    std::vector<Patch> patches;
    for (int y = 0; y + side <= artwork.rows; y += side / 2) {
        for (int x = 0; x + side <= artwork.cols; x += side / 2) {
            const cv::Rect box(x, y, side, side);
            const bool onLine = std::any_of(lines.begin(), lines.end(), [&](const cv::Rect& line) {
                return (line & box).area() > 0;
            });
            if (onLine)
                continue;
            cv::Scalar mean;
            cv::Scalar deviation;
            cv::meanStdDev(edges(box), mean, deviation);
            patches.push_back({box, deviation[0]});
        }
    }
    std::sort(patches.begin(), patches.end(),
              [](const Patch& a, const Patch& b) { return a.structure > b.structure; });
    return patches;
}

} // namespace

cv::Mat resemblingPrint(const cv::Mat& artworkBgr, const std::vector<BackdropLine>& lines)
{
    constexpr double kAsStructured = 0.7; // tiles have many emblems, all alike
    cv::Mat print = artworkBgr.clone();
    std::vector<cv::Rect> boxes;
    for (const BackdropLine& line : lines) {
        const cv::Rect box = boxOf(line, print.size());
        if (!box.empty())
            boxes.push_back(box);
    }
    const std::vector<Patch> patches = patchesOf(print, boxes);
    for (const cv::Rect& box : boxes)
        exchangeLetters(print(box));
    std::vector<cv::Rect> turned;
    for (const Patch& patch : patches) {
        if (patch.structure < kAsStructured * patches.front().structure)
            break;
        const bool overlaps = std::any_of(turned.begin(), turned.end(), [&](const cv::Rect& box) {
            return (box & patch.box).area() > 0;
        });
        if (overlaps)
            continue;
        turn(print(patch.box));
        turned.push_back(patch.box);
    }
    return print;
}

} // namespace handshake
