// SPDX-License-Identifier: Apache-2.0
#include "app/reading/ink_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace handshake::ink {

namespace {

constexpr int kPaper = 255;

cv::Mat channelFor(const cv::Mat& bgra, Colour colour)
{
    std::array<cv::Mat, 4> planes;
    cv::split(bgra, planes.data());
    cv::Mat gray;
    switch (colour) {
    case Colour::Black:
        gray = cv::max(planes[0], cv::max(planes[1], planes[2]));
        break;
    case Colour::Any:
        cv::cvtColor(bgra, gray, cv::COLOR_BGRA2GRAY);
        break;
    case Colour::Red: {
        // Dark where red is far above green and blue: a seal, with black print passing unseen.
        cv::Mat others = cv::max(planes[0], planes[1]);
        cv::Mat redness;
        cv::subtract(planes[2], others, redness);
        cv::subtract(cv::Scalar(kPaper), redness * 1.6, gray);
        break;
    }
    }
    return gray;
}

} // namespace

cv::Mat flatten(const cv::Mat& bgra, Colour colour, double em)
{
    cv::Mat gray = channelFor(bgra, colour);
    if (colour == Colour::Red)
        return gray;
    // The background is what remains when everything as thin as a stroke is closed; coarse is fine.
    constexpr double kCoarse = 8; // pixels of a character at the coarse scale
    const double scale = std::min(1.0, kCoarse / std::max(1.0, em));
    cv::Mat background;
    cv::resize(gray, background, {}, scale, scale, cv::INTER_AREA);
    cv::dilate(background, background, cv::getStructuringElement(cv::MORPH_ELLIPSE, {9, 9}));
    cv::erode(background, background, cv::getStructuringElement(cv::MORPH_ELLIPSE, {5, 5}));
    cv::GaussianBlur(background, background, {9, 9}, 0);
    cv::resize(background, background, gray.size(), 0, 0, cv::INTER_LINEAR);
    cv::Mat flat;
    cv::divide(gray, background, flat, kPaper);
    return flat;
}

cv::Mat mask(const cv::Mat& flat, double em)
{
    constexpr double kLeast = 110;
    constexpr double kMost = 175;
    cv::Mat ignored;
    const double otsu =
        cv::threshold(flat, ignored, 0, kPaper, cv::THRESH_BINARY_INV | cv::THRESH_OTSU);
    cv::Mat ink;
    cv::threshold(flat, ink, std::clamp(otsu, kLeast, kMost), kPaper, cv::THRESH_BINARY_INV);

    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centres;
    const int count = cv::connectedComponentsWithStats(ink, labels, stats, centres);
    const double speck = 0.006 * em * em;
    std::vector<unsigned char> keep(static_cast<std::size_t>(count), kPaper);
    keep[0] = 0;
    for (int i = 1; i < count; ++i) {
        if (stats.at<int>(i, cv::CC_STAT_AREA) < speck)
            keep[static_cast<std::size_t>(i)] = 0;
    }
    for (int y = 0; y < ink.rows; ++y) {
        auto* row = ink.ptr<unsigned char>(y);
        const auto* label = labels.ptr<int>(y);
        for (int x = 0; x < ink.cols; ++x)
            row[x] = keep[static_cast<std::size_t>(label[x])];
    }
    return ink;
}

std::vector<cv::Rect> lines(const cv::Mat& mask, double em)
{
    cv::Mat sums;
    cv::reduce(mask, sums, 1, cv::REDUCE_SUM, CV_32S);
    const int least = static_cast<int>(0.12 * em * kPaper); // a stroke's width of ink in the row
    std::vector<cv::Rect> boxes;
    int top = -1;
    for (int y = 0; y <= mask.rows; ++y) {
        const bool inked = y < mask.rows && sums.at<int>(y) > least;
        if (inked && top < 0)
            top = y;
        if (inked || top < 0)
            continue;
        // A gap thinner than a fifth of a character is inside one (二, 三), not between two lines.
        const bool joins = !boxes.empty() && top - boxes.back().br().y < 0.2 * em &&
                           y - boxes.back().y < 1.35 * em;
        if (joins)
            boxes.back().height = y - boxes.back().y;
        else
            boxes.emplace_back(0, top, mask.cols, y - top);
        top = -1;
    }
    std::vector<cv::Rect> tight;
    for (const cv::Rect& box : boxes) {
        const cv::Rect inner = cv::boundingRect(mask(box));
        if (box.height < 0.3 * em && inner.width < 0.5 * em)
            continue;
        tight.emplace_back(inner.x, box.y, inner.width, box.height);
    }
    return tight;
}

cv::Mat sauvola(const cv::Mat& gray, int window, double k)
{
    constexpr double kRange = 128;
    cv::Mat values;
    gray.convertTo(values, CV_32F);
    cv::Mat mean;
    cv::Mat squares;
    cv::boxFilter(values, mean, CV_32F, {window, window});
    cv::sqrBoxFilter(values, squares, CV_32F, {window, window});
    cv::Mat deviation;
    cv::sqrt(cv::max(squares - mean.mul(mean), 0), deviation);
    const cv::Mat threshold = mean.mul(1 + (k * ((deviation / kRange) - 1)));
    cv::Mat black;
    cv::compare(values, threshold, black, cv::CMP_GT);
    return black;
}

cv::Rect lineCropBox(const cv::Rect& box, double em)
{
    // Thin lines (一) keep the height of a full one.
    const int full = std::max(box.height, static_cast<int>(std::lround(0.85 * em)));
    // The OCR finds no line at all in a crop without white around it; neighbouring lines stay out.
    constexpr double kMargin = 0.3;
    const int margin = std::max(3, static_cast<int>(std::lround(kMargin * em)));
    return {box.x - margin, box.y - margin - ((full - box.height) / 2), box.width + (2 * margin),
            full + (2 * margin)};
}

cv::Mat lineCrop(const cv::Mat& gray, const cv::Rect& box, double em, int height)
{
    constexpr double kOwn = 0.1;
    const int own = std::max(1, static_cast<int>(std::lround(kOwn * em)));
    const cv::Rect wide = lineCropBox(box, em);
    const cv::Rect inside =
        cv::Rect(box.x - own, box.y - own, box.width + (2 * own), box.height + (2 * own)) &
        cv::Rect({0, 0}, gray.size());
    if (inside.empty())
        return {};
    cv::Mat crop(wide.size(), CV_8U, cv::Scalar(kPaper));
    gray(inside).copyTo(crop(inside - wide.tl()));
    const double scale = static_cast<double>(height) / crop.rows;
    cv::Mat scaled;
    cv::resize(crop, scaled,
               {std::max(1, static_cast<int>(std::lround(crop.cols * scale))), height}, 0, 0,
               scale < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
    return scaled;
}

QImage toImage(const cv::Mat& gray)
{
    if (gray.empty() || gray.type() != CV_8UC1)
        return {};
    return QImage(gray.data, gray.cols, gray.rows, static_cast<qsizetype>(gray.step),
                  QImage::Format_Grayscale8)
        .copy();
}

} // namespace handshake::ink
