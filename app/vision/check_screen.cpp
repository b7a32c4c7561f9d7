// SPDX-License-Identifier: Apache-2.0
#include "app/vision/photo_checks_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace handshake {

namespace {

constexpr int kPatch = 128;
constexpr int kHalf = kPatch / 2;
constexpr int kPatchesAcross = 4;
constexpr int kPatchesDown = 3;
constexpr int kStreak = 2; // lines next to an axis that edges of the picture reach
constexpr int kLowest = 7; // lines of the spectrum: longer waves belong to the motif

/// Compression leaves lines of its own at every eighth, along the axes.
bool isOfCompression(int u, int v)
{
    constexpr int kStep = kPatch / 8;
    const auto isMultiple = [](int k) {
        const int rest = std::abs(k) % kStep;
        return rest <= 1 || rest >= kStep - 1;
    };
    return (std::abs(u) <= 1 && isMultiple(v)) || (v <= 1 && isMultiple(u));
}

/// Mean strength some steps to both sides.
float besides(const cv::Mat& strength, int x, int y, int dx, int dy)
{
    constexpr int kAway = 5;
    float sum = 0;
    int count = 0;
    for (const int step : {-kAway - 2, -kAway, kAway, kAway + 2}) {
        const int row = y + dy * step;
        if (row < 0 || row > kHalf)
            continue;
        sum += strength.at<float>(row, (x + dx * step + kPatch) % kPatch);
        ++count;
    }
    return count > 0 ? sum / float(count) : 0.0F;
}

/// Lines of a patch's spectrum, each over the usual strength at its frequency; CV_32F, half a
/// plane (rows 0 … kHalf).
cv::Mat lineStrengths(const cv::Mat& patch)
{
    cv::Mat values = patch - cv::mean(patch);
    cv::Mat window;
    cv::createHanningWindow(window, patch.size(), CV_32F);
    cv::Mat spectrum;
    cv::dft(values.mul(window), spectrum, cv::DFT_COMPLEX_OUTPUT);
    constexpr int kRings = kHalf;
    std::array<std::vector<float>, kRings> rings;
    cv::Mat strength = cv::Mat::zeros(kHalf + 1, kPatch, CV_32F);
    cv::Mat ringOf(kHalf + 1, kPatch, CV_32S);
    for (int y = 0; y <= kHalf; ++y) {
        for (int x = 0; x < kPatch; ++x) {
            const double u = x > kHalf ? x - kPatch : x;
            const int ring = int(std::lround(std::hypot(u, double(y))));
            ringOf.at<int>(y, x) = ring;
            const auto& value = spectrum.at<cv::Vec2f>(y, x);
            strength.at<float>(y, x) = std::hypot(value[0], value[1]);
            if (ring < kRings)
                rings[std::size_t(ring)].push_back(strength.at<float>(y, x));
        }
    }
    std::array<float, kRings> usual{};
    for (std::size_t ring = 0; ring < kRings; ++ring) {
        auto& all = rings[ring];
        if (all.empty())
            continue;
        const auto upper = all.begin() + std::ptrdiff_t(all.size() * 3 / 4);
        std::nth_element(all.begin(), upper, all.end());
        usual[ring] = *upper;
    }
    cv::Mat lines = cv::Mat::zeros(strength.size(), CV_32F);
    for (int y = 0; y <= kHalf; ++y) {
        for (int x = 0; x < kPatch; ++x) {
            const int ring = ringOf.at<int>(y, x);
            const int u = x > kHalf ? x - kPatch : x;
            if (ring < kLowest || ring >= kRings || isOfCompression(u, y))
                continue;
            float level = std::max(usual[std::size_t(ring)], 3.0F);
            // Upright edges draw a streak along each axis: a line has to stand out of it.
            if (std::abs(u) <= kStreak)
                level = std::max(level, besides(strength, x, y, 0, 1));
            if (y <= kStreak)
                level = std::max(level, besides(strength, x, y, 1, 0));
            lines.at<float>(y, x) = strength.at<float>(y, x) / level;
        }
    }
    return lines;
}

/// A patch's channel as logarithm: a screen's grid dims by a share, dark parts as much as bright
/// ones.
cv::Mat logarithm(const cv::Mat& channel)
{
    cv::Mat values;
    channel.convertTo(values, CV_32F, 1.0, 10.0);
    cv::log(values, values);
    values *= 100.0;
    return values;
}

/// The spectra of one channel all over the picture.
using Spectra = std::vector<cv::Mat>;

void append(Spectra& spectra, const cv::Mat& patch)
{
    cv::Mat lines = lineStrengths(patch);
    // Seen at an angle the grid's frequency drifts a little across the picture.
    cv::dilate(lines, lines, cv::getStructuringElement(cv::MORPH_RECT, cv::Size(7, 7)));
    spectra.push_back(lines);
}

/// The strongest line that most patches of the picture have in common: what they show differs, a
/// screen's grid runs through all of them.
double commonLine(const Spectra& spectra)
{
    double strongest = 0;
    std::vector<float> values(spectra.size());
    for (int y = 0; y <= kHalf; ++y) {
        for (int x = 0; x < kPatch; ++x) {
            for (std::size_t i = 0; i < spectra.size(); ++i)
                values[i] = spectra[i].at<float>(y, x);
            std::nth_element(values.begin(), values.begin() + 1, values.end());
            strongest = std::max(strongest, double(values[1])); // all patches but one
        }
    }
    return strongest;
}

} // namespace

CheckValue checkScreen(const PhotoContext& photo)
{
    if (photo.gray.cols < kPatchesAcross * kPatch || photo.gray.rows < kPatchesDown * kPatch)
        return notAssessed("screen", "photo.screen.too-small");
    Spectra brightness;
    Spectra tint; // a screen's stripes are coloured, and most print is not striped in colour
    for (int row = 0; row < kPatchesDown; ++row) {
        for (int column = 0; column < kPatchesAcross; ++column) {
            const int x = (photo.bgr.cols - kPatch) * column / (kPatchesAcross - 1);
            const int y = (photo.bgr.rows - kPatch) * (2 * row + 1) / (2 * kPatchesDown);
            std::array<cv::Mat, 3> channels;
            cv::split(photo.bgr(cv::Rect(x, y, kPatch, kPatch)), channels.data());
            for (cv::Mat& channel : channels)
                channel = logarithm(channel);
            append(brightness, channels[1]);
            append(tint, channels[2] - channels[0]);
        }
    }
    const double line = std::max(commonLine(brightness), commonLine(tint));
    // A hint, never a proof: only the burst tells a filmed picture from a live one.
    return gradedDown("screen", line, photo.limits.screenPeak, 1e9, "photo.screen");
}

} // namespace handshake
