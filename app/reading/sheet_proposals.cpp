// SPDX-License-Identifier: Apache-2.0
#include "app/reading/sheet_proposals_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace handshake {

namespace {

Quad clockwise(const std::array<cv::Point2f, 4>& points)
{
    Quad quad;
    std::ranges::copy(points, quad.begin());
    if (cross(quad[1] - quad[0], quad[2] - quad[1]) < 0)
        std::ranges::reverse(quad);
    return quad;
}

/// Four corners around a region, if it has that shape.
std::optional<Quad> outlineOf(const std::vector<cv::Point>& contour, cv::Size size)
{
    // Light and shade run to the border and have no shape.
    const cv::Rect around = cv::boundingRect(contour);
    if (around.x <= 1 || around.y <= 1 || around.br().x >= size.width - 1 ||
        around.br().y >= size.height - 1)
        return std::nullopt;
    std::vector<cv::Point> hull;
    cv::convexHull(contour, hull);
    constexpr double kSolid = 0.85;
    if (cv::contourArea(contour) < kSolid * cv::contourArea(hull))
        return std::nullopt;
    std::vector<cv::Point> rough;
    cv::approxPolyDP(hull, rough, 0.03 * cv::arcLength(hull, true), true);
    std::array<cv::Point2f, 4> corners;
    if (rough.size() == 4)
        std::ranges::copy(rough, corners.begin());
    else
        cv::minAreaRect(hull).points(corners.data());
    return clockwise(corners);
}

std::vector<SheetProposal> outlines(const cv::Mat& mask, double minArea, double score)
{
    std::vector<std::vector<cv::Point>> contours;
    cv::findContours(mask, contours, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_SIMPLE);
    std::vector<SheetProposal> found;
    for (const auto& contour : contours) {
        if (cv::contourArea(contour) < minArea * static_cast<double>(mask.total()))
            continue;
        const auto quad = outlineOf(contour, mask.size());
        if (quad && hasPaperRatio(*quad))
            found.push_back({*quad, {}, score});
    }
    return found;
}

/// How far each pixel is from the desk's colour, as seen along the picture's border. Light falls
/// unevenly, so brightness counts only when asked for.
cv::Mat distanceFromDesk(const cv::Mat& lab, bool withBrightness)
{
    const int rim = std::max(2, std::min(lab.cols, lab.rows) / 40);
    cv::Mat border(lab.size(), CV_8U, cv::Scalar(255));
    border(cv::Rect(rim, rim, lab.cols - (2 * rim), lab.rows - (2 * rim))).setTo(0);
    cv::Mat difference;
    cv::absdiff(lab, cv::mean(lab, border), difference);
    std::array<cv::Mat, 3> channels;
    cv::split(difference, channels.data());
    constexpr double kColour = 4; // whole papers differ by few units of colour
    cv::Mat colour;
    cv::max(channels[1], channels[2], colour);
    colour.convertTo(colour, CV_8U, kColour);
    cv::Mat distance = colour;
    if (withBrightness)
        cv::max(channels[0], colour, distance);
    cv::blur(distance, distance, {7, 7});
    return distance;
}

double median(std::vector<double>& values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

/// Every pixel of the outermost rows and columns.
std::vector<cv::Vec3b> borderPixels(const cv::Mat& lab)
{
    constexpr int kDeep = 3;
    std::vector<cv::Vec3b> pixels;
    for (int y = 0; y < lab.rows; ++y) {
        const auto* row = lab.ptr<cv::Vec3b>(y);
        const bool isWhole = y < kDeep || y >= lab.rows - kDeep;
        for (int x = 0; x < lab.cols; ++x) {
            if (isWhole || x < kDeep || x >= lab.cols - kDeep)
                pixels.push_back(row[x]);
        }
    }
    return pixels;
}

} // namespace

int SheetProposal::borders() const
{
    return static_cast<int>(std::ranges::count(onBorder, true));
}

bool isBrightAround(const cv::Mat& lab)
{
    constexpr int kLeast = 190; // of 255
    constexpr int kGrey = 16;   // units of colour
    constexpr double kMost = 0.8;
    const std::vector<cv::Vec3b> pixels = borderPixels(lab);
    const auto bright = std::ranges::count_if(pixels, [](const cv::Vec3b& pixel) {
        return pixel[0] > kLeast && std::abs(pixel[1] - 128) < kGrey &&
               std::abs(pixel[2] - 128) < kGrey;
    });
    return static_cast<double>(bright) > kMost * static_cast<double>(pixels.size());
}

std::optional<Lid> lidOf(const cv::Mat& lab)
{
    constexpr double kBright = 190; // of 255
    constexpr double kGrey = 10;    // units of colour
    constexpr double kEven = 4;
    constexpr double kMost = 0.7; // of the border
    const std::vector<cv::Vec3b> pixels = borderPixels(lab);
    Lid lid;
    for (int channel = 0; channel < 3; ++channel) {
        std::vector<double> values;
        values.reserve(pixels.size());
        for (const cv::Vec3b& pixel : pixels)
            values.push_back(pixel[channel]);
        lid.colour[channel] = median(values);
    }
    std::vector<double> differences;
    differences.reserve(pixels.size());
    for (const cv::Vec3b& pixel : pixels)
        differences.push_back(std::abs(pixel[0] - lid.colour[0]));
    const auto even =
        std::ranges::count_if(differences, [](double difference) { return difference <= kEven; });
    if (lid.colour[0] < kBright || std::abs(lid.colour[1] - 128) > kGrey ||
        std::abs(lid.colour[2] - 128) > kGrey ||
        static_cast<double>(even) < kMost * static_cast<double>(pixels.size()))
        return std::nullopt;
    lid.noise = 1.48 * median(differences);
    return lid;
}

std::vector<SheetProposal> proposeByColour(const cv::Mat& lab, double minArea)
{
    std::vector<SheetProposal> found;
    for (const bool withBrightness : {false, true}) {
        cv::Mat mask;
        cv::threshold(distanceFromDesk(lab, withBrightness), mask, 0, 255,
                      cv::THRESH_BINARY | cv::THRESH_OTSU);
        cv::morphologyEx(mask, mask, cv::MORPH_CLOSE,
                         cv::getStructuringElement(cv::MORPH_RECT, {15, 15}));
        cv::morphologyEx(mask, mask, cv::MORPH_OPEN,
                         cv::getStructuringElement(cv::MORPH_RECT, {11, 11}));
        std::ranges::move(outlines(mask, minArea, 0), std::back_inserter(found));
    }
    return found;
}

std::vector<SheetProposal> proposeOnLid(const cv::Mat& lab, const Lid& lid, double minArea)
{
    // Rounded to whole units a ground of half a unit's difference would be lost: floats.
    cv::Mat smooth;
    lab.convertTo(smooth, CV_32FC3);
    cv::blur(smooth, smooth, {3, 3});
    cv::Mat difference;
    cv::absdiff(smooth, cv::Scalar(lid.colour[0], lid.colour[1], lid.colour[2]), difference);
    std::array<cv::Mat, 3> channels;
    cv::split(difference, channels.data());
    cv::Mat colour;
    cv::max(channels[1], channels[2], colour);
    constexpr double kColour = 2; // scanners are truer in colour than in brightness
    cv::Mat distance;
    cv::max(channels[0], colour * kColour, distance);

    std::vector<SheetProposal> found;
    // A lid's own unevenness is as strong as a pale card's edge: several limits.
    for (const double limit : {1.6, 3.0, 6.0}) {
        cv::Mat mask = distance > std::max(limit, 2 * lid.noise);
        cv::morphologyEx(mask, mask, cv::MORPH_CLOSE,
                         cv::getStructuringElement(cv::MORPH_RECT, {5, 5}));
        // What is enclosed belongs to it: papers whose middle is as white as the lid.
        std::vector<std::vector<cv::Point>> contours;
        cv::findContours(mask, contours, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_SIMPLE);
        cv::drawContours(mask, contours, -1, cv::Scalar(255), cv::FILLED);
        cv::morphologyEx(mask, mask, cv::MORPH_OPEN,
                         cv::getStructuringElement(cv::MORPH_RECT, {9, 9}));
        std::ranges::move(outlines(mask, minArea, 1), std::back_inserter(found));
    }
    return found;
}

} // namespace handshake
