// SPDX-License-Identifier: Apache-2.0
#include "app/reading/line_strip_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace handshake {

namespace {

constexpr int kLeast = 6;      // rows; less shows nothing
constexpr int kMost = 20000;   // columns or rows; more is no line
constexpr int kContrast = 48;  // grey levels between ink and paper, at least
constexpr double kWhole = 1.6; // height of the picture in characters, with its white

struct Tones {
    int dark = 0;
    int light = 0;
};

Tones tonesOf(const cv::Mat& gray, double darkShare, double lightShare)
{
    std::array<int, 256> counts{};
    for (int y = 0; y < gray.rows; ++y) {
        const auto* row = gray.ptr<unsigned char>(y);
        for (int x = 0; x < gray.cols; ++x)
            ++counts[row[x]];
    }
    const auto total = static_cast<double>(gray.total());
    Tones tones{255, 255};
    double seen = 0;
    for (int tone = 0; tone < 256; ++tone) {
        seen += counts[static_cast<std::size_t>(tone)];
        if (seen >= darkShare * total)
            tones.dark = std::min(tones.dark, tone);
        if (seen >= lightShare * total) {
            tones.light = tone;
            break;
        }
    }
    return tones;
}

/// First and one behind the last element of at least `least`; equal when there is none.
cv::Range extent(const cv::Mat& sums, double least)
{
    cv::Range range(0, 0);
    const int size = static_cast<int>(sums.total());
    for (int i = 0; i < size; ++i) {
        if (sums.at<int>(i) < least * 255)
            continue;
        if (range.empty())
            range.start = i;
        range.end = i + 1;
    }
    return range;
}

/// The box of the ink; empty when there is none.
cv::Rect inkBox(const cv::Mat& gray)
{
    constexpr double kInkShare = 0.01;
    constexpr double kPaperShare = 0.8;
    constexpr double kInk = 0.55; // of the way from ink to paper
    const Tones tones = tonesOf(gray, kInkShare, kPaperShare);
    if (tones.light - tones.dark < kContrast)
        return {};
    cv::Mat ink;
    cv::threshold(gray, ink, tones.dark + (kInk * (tones.light - tones.dark)), 255,
                  cv::THRESH_BINARY_INV);
    cv::Mat rows;
    cv::Mat columns;
    cv::reduce(ink, rows, 1, cv::REDUCE_SUM, CV_32S);
    cv::reduce(ink, columns, 0, cv::REDUCE_SUM, CV_32S);
    const cv::Range y = extent(rows, std::max(1.0, 0.04 * gray.rows));
    const cv::Range x = extent(columns, std::max(1.0, 0.03 * gray.rows));
    if (y.empty() || x.empty())
        return {};
    cv::Rect box(x.start, y.start, x.size(), y.size());
    // A line of nothing but 一 and - keeps the height of a full one.
    const double em = gray.rows / kWhole;
    if (box.height < 0.5 * em) {
        const int full = static_cast<int>(std::lround(0.84 * em));
        box.y -= (full - box.height) / 2;
        box.height = full;
    }
    return box;
}

} // namespace

std::optional<LineStrip> lineStrip(const cv::Mat& gray, const StripForm& form)
{
    if (gray.rows < kLeast || gray.cols < kLeast || gray.rows > kMost || gray.cols > kMost)
        return {};
    const cv::Rect ink = inkBox(gray);
    if (ink.height < kLeast)
        return {};
    const int margin = static_cast<int>(std::lround(form.margin * ink.height));
    const int side = ink.height / 2;
    const cv::Rect wanted(ink.x - side, ink.y - margin, ink.width + (2 * side),
                          ink.height + (2 * margin));
    const cv::Rect inside = wanted & cv::Rect({0, 0}, gray.size());
    LineStrip strip;
    strip.scale = static_cast<double>(form.height) / wanted.height;
    strip.origin = {static_cast<double>(wanted.x), static_cast<double>(wanted.y)};
    strip.width = std::max(1, static_cast<int>(std::lround(wanted.width * strip.scale)));
    if (strip.width > form.maxWidth)
        return {};

    cv::Mat framed;
    cv::copyMakeBorder(gray(inside), framed, inside.y - wanted.y, wanted.br().y - inside.br().y,
                       inside.x - wanted.x, wanted.br().x - inside.br().x, cv::BORDER_REPLICATE);
    cv::Mat scaled;
    cv::resize(framed, scaled, {strip.width, form.height}, 0, 0,
               strip.scale < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
    constexpr double kInkShare = 0.03;
    constexpr double kPaperShare = 0.8;
    const Tones tones = tonesOf(scaled, kInkShare, kPaperShare);
    const double range = std::max(kContrast, tones.light - tones.dark);

    const int width = (strip.width + form.unit - 1) / form.unit * form.unit;
    const std::array<int, 4> shape = {1, 1, form.height, width};
    strip.blob = cv::Mat::zeros(4, shape.data(), CV_32F);
    for (int y = 0; y < form.height; ++y) {
        const auto* from = scaled.ptr<unsigned char>(y);
        auto* to = strip.blob.ptr<float>() + (static_cast<std::ptrdiff_t>(y) * width);
        for (int x = 0; x < strip.width; ++x)
            to[x] = static_cast<float>(std::clamp((tones.light - from[x]) / range, 0.0, 1.0));
    }
    return strip;
}

} // namespace handshake
