// SPDX-License-Identifier: Apache-2.0
#include "app/imaging/geometry.h"

#include "app/imaging/mat_view_p.h"
#include "app/imaging/picture_header.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

/// Clockwise on the screen and convex: each turn goes to the right by a visible amount.
bool isProperQuadrilateral(const QPolygonF& corners)
{
    if (corners.size() != 4)
        return false;
    for (qsizetype i = 0; i < 4; ++i) {
        const QPointF a = corners[i];
        const QPointF b = corners[(i + 1) % 4];
        const QPointF c = corners[(i + 2) % 4];
        const double turn = (b.x() - a.x()) * (c.y() - b.y()) - (b.y() - a.y()) * (c.x() - b.x());
        if (!(turn > 1.0)) // also false for NaN
            return false;
    }
    return true;
}

double sideLength(const QPolygonF& corners, qsizetype from, qsizetype to)
{
    const QPointF side = corners[to] - corners[from];
    return std::hypot(side.x(), side.y());
}

QImage scaledToWidth(const QImage& image, int width)
{
    if (image.width() == width)
        return image;
    const int height =
        std::max(1, static_cast<int>(std::lround(double(image.height()) * width / image.width())));
    cv::Mat scaled;
    cv::resize(matView(image), scaled, {width, height}, 0, 0,
               width < image.width() ? cv::INTER_AREA : cv::INTER_CUBIC);
    return imageCopy(scaled);
}

QImage asRgb32(const QImage& image)
{
    return image.format() == QImage::Format_RGB32 ? image
                                                  : image.convertToFormat(QImage::Format_RGB32);
}

/// The width and height of the largest rectangle of this ratio; exact where the ratio is one of
/// small whole numbers, as 4:3 is.
QSize largestOfRatio(QSize picture, QSizeF ratio)
{
    const auto wide = std::llround(ratio.width());
    const auto high = std::llround(ratio.height());
    const bool isWhole = std::abs(ratio.width() - double(wide)) < 1e-9 &&
                         std::abs(ratio.height() - double(high)) < 1e-9;
    if (isWhole && wide > 0 && high > 0) {
        const auto common = std::gcd(wide, high);
        const auto unitWidth = wide / common;
        const auto unitHeight = high / common;
        const auto units = std::min(picture.width() / unitWidth, picture.height() / unitHeight);
        if (units >= 16) // coarse steps would cost visible pixels
            return {static_cast<int>(units * unitWidth), static_cast<int>(units * unitHeight)};
    }
    const double quotient = ratio.width() / ratio.height();
    const double width = std::min(double(picture.width()), picture.height() * quotient);
    return {std::clamp(static_cast<int>(std::lround(width)), 1, picture.width()),
            std::clamp(static_cast<int>(std::lround(width / quotient)), 1, picture.height())};
}

} // namespace

Result<QImage> rectify(const QImage& image, const QPolygonF& corners, QSize size)
{
    if (image.isNull())
        return Error{ErrorCode::InvalidInput, u"rectify: empty picture"_s};
    if (!isProperQuadrilateral(corners))
        return Error{ErrorCode::InvalidInput, u"rectify: corners are not TL TR BR BL"_s};
    if (size.isEmpty() || std::max(size.width(), size.height()) > PictureLimits::kMaxSide ||
        qint64(size.width()) * size.height() > PictureLimits::kMaxPixels)
        return Error{ErrorCode::InvalidInput, u"rectify: target size not permitted"_s};

    const QImage known = asRgb32(image);
    cv::Mat source = matView(known);
    // Sampling a much larger sheet point by point would give moire: shrink it first.
    const double across =
        std::max(sideLength(corners, 0, 1), sideLength(corners, 3, 2)) / size.width();
    const double down =
        std::max(sideLength(corners, 0, 3), sideLength(corners, 1, 2)) / size.height();
    double scale = 1.0;
    cv::Mat shrunk;
    if (const double excess = std::min(across, down); excess > 2.0) {
        scale = 1.5 / excess;
        cv::resize(source, shrunk, {}, scale, scale, cv::INTER_AREA);
        source = shrunk;
    }

    // Corners are positions between pixels (a whole picture is 0..width); OpenCV counts from the
    // middle of the first pixel, hence the halves.
    std::array<cv::Point2f, 4> from;
    for (std::size_t i = 0; i < 4; ++i) {
        const QPointF corner = corners[qsizetype(i)] * scale;
        from[i] = {static_cast<float>(corner.x() - 0.5), static_cast<float>(corner.y() - 0.5)};
    }
    const float right = static_cast<float>(size.width()) - 0.5F;
    const float bottom = static_cast<float>(size.height()) - 0.5F;
    const std::array<cv::Point2f, 4> to{cv::Point2f{-0.5F, -0.5F}, cv::Point2f{right, -0.5F},
                                        cv::Point2f{right, bottom}, cv::Point2f{-0.5F, bottom}};
    cv::Mat straight;
    cv::warpPerspective(source, straight, cv::getPerspectiveTransform(from.data(), to.data()),
                        {size.width(), size.height()}, cv::INTER_LINEAR, cv::BORDER_CONSTANT,
                        cv::Scalar::all(255));
    return imageCopy(straight);
}

QRect cropRect(QSize picture, QSizeF ratio, QRect keep)
{
    if (picture.isEmpty() || !(ratio.width() > 0) || !(ratio.height() > 0))
        return {QPoint(0, 0), picture};
    const QSize size = largestOfRatio(picture, ratio);
    const QRect whole(QPoint(0, 0), picture);
    const QRect wanted = keep.isEmpty() ? whole : keep.intersected(whole);
    const QPoint centre = wanted.isEmpty() ? whole.center() : wanted.center();
    const int left =
        std::clamp(centre.x() - (size.width() - 1) / 2, 0, picture.width() - size.width());
    const int top =
        std::clamp(centre.y() - (size.height() - 1) / 2, 0, picture.height() - size.height());
    return {QPoint(left, top), size};
}

QImage cropToRatio(const QImage& image, QSizeF ratio, QRect keep)
{
    if (image.isNull())
        return {};
    return image.copy(cropRect(image.size(), ratio, keep));
}

QImage stackVertically(const QImage& upper, const QImage& lower)
{
    if (upper.isNull() || lower.isNull())
        return upper.isNull() ? lower : upper;
    const int width = std::max(upper.width(), lower.width());
    const QImage first = scaledToWidth(asRgb32(upper), width);
    const QImage second = scaledToWidth(asRgb32(lower), width);
    const int gap = std::max(2, width / 50);

    QImage stacked(width, first.height() + gap + second.height(), QImage::Format_RGB32);
    stacked.fill(Qt::white);
    cv::Mat target(stacked.height(), width, CV_8UC4, stacked.bits(),
                   static_cast<std::size_t>(stacked.bytesPerLine()));
    matView(first).copyTo(target.rowRange(0, first.height()));
    matView(second).copyTo(target.rowRange(first.height() + gap, stacked.height()));
    return stacked;
}

QRect contentRect(const QImage& image)
{
    constexpr int kWorkingSide = 1000; // long side; enough to tell a letter from a speck of dust
    constexpr int kWhiteFrom = 225;    // scanners show blank paper lighter than this
    constexpr int kSpeckArea = 12;
    constexpr int kSpeckSide = 8;

    const QRect whole = image.rect();
    if (image.isNull())
        return whole;
    const QImage known = asRgb32(image);
    const double scale =
        std::min(1.0, double(kWorkingSide) / std::max(image.width(), image.height()));
    cv::Mat small;
    if (scale < 1.0)
        cv::resize(matView(known), small,
                   {std::max(1, static_cast<int>(std::lround(image.width() * scale))),
                    std::max(1, static_cast<int>(std::lround(image.height() * scale)))},
                   0, 0, cv::INTER_AREA);
    else
        small = matView(known);

    // The least of the three colours: pale coloured paper is content, white is not.
    cv::Mat lowest;
    cv::Mat blueGreenRed[4];
    cv::split(small, blueGreenRed);
    cv::min(blueGreenRed[0], blueGreenRed[1], lowest);
    cv::min(lowest, blueGreenRed[2], lowest);
    const cv::Mat inked = lowest < kWhiteFrom;

    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centres;
    const int count = cv::connectedComponentsWithStats(inked, labels, stats, centres, 8);
    cv::Rect content;
    for (int i = 1; i < count; ++i) { // 0 is the paper
        const cv::Rect box(stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP),
                           stats.at<int>(i, cv::CC_STAT_WIDTH),
                           stats.at<int>(i, cv::CC_STAT_HEIGHT));
        const bool isSpeck = stats.at<int>(i, cv::CC_STAT_AREA) < kSpeckArea &&
                             std::max(box.width, box.height) < kSpeckSide;
        if (!isSpeck)
            content = content.empty() ? box : (content | box);
    }
    if (content.empty())
        return whole;
    const int rim = std::max(1, std::max(image.width(), image.height()) / 100);
    const QRect found(
        QPoint(static_cast<int>(std::floor(content.x / scale)),
               static_cast<int>(std::floor(content.y / scale))),
        QPoint(static_cast<int>(std::ceil((content.x + content.width) / scale)) - 1,
               static_cast<int>(std::ceil((content.y + content.height) / scale)) - 1));
    return found.adjusted(-rim, -rim, rim, rim).intersected(whole);
}

QImage trimMargin(const QImage& image)
{
    const QRect content = contentRect(image);
    return content == image.rect() ? image : image.copy(content);
}

} // namespace handshake
