// SPDX-License-Identifier: Apache-2.0
#include "app/demo/paper_evaluation/development.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <QBuffer>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace handshake::papereval {

namespace {

constexpr int kLightStep = 16; // the light is worked out on a coarser grid

double radians(double degrees)
{
    return degrees * std::numbers::pi / 180.0;
}

float toLinear(double level)
{
    const double v = level / 255.0;
    return static_cast<float>(v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4));
}

double toLevel(double linear)
{
    const double v = std::clamp(linear, 0.0, 1.0);
    return 255.0 * (v <= 0.0031308 ? v * 12.92 : (1.055 * std::pow(v, 1 / 2.4)) - 0.055);
}

/// How far `at` is from a spot's middle; 1 on its rim.
double spotDistance(const LightSpot& spot, QPointF at)
{
    const double angle = radians(spot.degrees);
    const QPointF d = at - spot.centre;
    const double along = (d.x() * std::cos(angle)) + (d.y() * std::sin(angle));
    const double across = (d.y() * std::cos(angle)) - (d.x() * std::sin(angle));
    return std::hypot(along / spot.along, across / spot.across);
}

/// Two coarse maps made fine: what light is multiplied with, and what is added.
struct Light {
    cv::Mat factor;
    cv::Mat added;
};

Light lightOn(cv::Size size, const Development& development)
{
    const cv::Size coarse((size.width / kLightStep) + 2, (size.height / kLightStep) + 2);
    cv::Mat factor(coarse, CV_32FC1);
    cv::Mat added(coarse, CV_32FC1);
    const double angle = radians(development.falloffDegrees);
    const double half = std::hypot(size.width, size.height) / 2;
    for (int y = 0; y < coarse.height; ++y)
        for (int x = 0; x < coarse.width; ++x) {
            const QPointF at(size.width * (x + 0.5) / coarse.width,
                             size.height * (y + 0.5) / coarse.height);
            const QPointF from((at.x() - (size.width / 2.0)) / half,
                               (at.y() - (size.height / 2.0)) / half);
            const double side = (from.x() * std::cos(angle)) + (from.y() * std::sin(angle));
            const double r2 = QPointF::dotProduct(from, from);
            double light = development.exposure * (1 + (development.falloff * 0.7 * side)) *
                           (1 - (development.falloff * 0.6 * r2));
            for (const LightSpot& shadow : development.shadows) {
                const double edge = 1 / (1 + std::exp((spotDistance(shadow, at) - 1) * 14));
                light *= 1 - (edge * (1 - shadow.strength));
            }
            double extra = 0;
            for (const LightSpot& glare : development.glares) {
                const double d = spotDistance(glare, at);
                extra += glare.strength * std::exp(-d * d);
            }
            factor.at<float>(y, x) = static_cast<float>(light);
            added.at<float>(y, x) = static_cast<float>(extra);
        }
    Light light;
    cv::resize(factor, light.factor, size, 0, 0, cv::INTER_LINEAR);
    cv::resize(added, light.added, size, 0, 0, cv::INTER_LINEAR);
    return light;
}

/// A disc, drawn finely and shrunk, so that radii need not be whole.
cv::Mat discKernel(double radius)
{
    constexpr int kFine = 8;
    const int reach = static_cast<int>(std::ceil(radius)) + 1;
    const int side = (2 * reach) + 1;
    cv::Mat kernel = cv::Mat::zeros(side, side, CV_32FC1);
    for (int y = 0; y < side * kFine; ++y)
        for (int x = 0; x < side * kFine; ++x) {
            const double dx = ((x + 0.5) / kFine) - reach - 0.5;
            const double dy = ((y + 0.5) / kFine) - reach - 0.5;
            if (std::hypot(dx, dy) <= radius)
                kernel.at<float>(y / kFine, x / kFine) += 1;
        }
    return kernel / cv::sum(kernel)[0];
}

cv::Mat lineKernel(double length, double degrees)
{
    const int reach = static_cast<int>(std::ceil(length / 2)) + 1;
    const int side = (2 * reach) + 1;
    cv::Mat kernel = cv::Mat::zeros(side, side, CV_32FC1);
    const double angle = radians(degrees);
    constexpr int kSteps = 64;
    for (int i = 0; i < kSteps; ++i) {
        const double t = ((static_cast<double>(i) + 0.5) / kSteps - 0.5) * length;
        const double x = reach + (t * std::cos(angle));
        const double y = reach + (t * std::sin(angle));
        const int left = static_cast<int>(std::floor(x));
        const int top = static_cast<int>(std::floor(y));
        const double fx = x - left;
        const double fy = y - top;
        kernel.at<float>(top, left) += static_cast<float>((1 - fx) * (1 - fy));
        kernel.at<float>(top, left + 1) += static_cast<float>(fx * (1 - fy));
        kernel.at<float>(top + 1, left) += static_cast<float>((1 - fx) * fy);
        kernel.at<float>(top + 1, left + 1) += static_cast<float>(fx * fy);
    }
    return kernel / cv::sum(kernel)[0];
}

void expose(const cv::Mat& bgra, const Development& development, cv::Mat& linear)
{
    std::array<float, 256> table{};
    for (std::size_t i = 0; i < table.size(); ++i)
        table.at(i) = toLinear(static_cast<double>(i));
    const Light light = lightOn(bgra.size(), development);
    const auto blue = static_cast<float>(std::sqrt(development.warmth));
    const std::array<float, 3> gains{blue, 1.0F, 1 / blue};
    linear.create(bgra.size(), CV_32FC3);
    for (int y = 0; y < bgra.rows; ++y)
        for (int x = 0; x < bgra.cols; ++x) {
            const auto& from = bgra.at<cv::Vec4b>(y, x);
            auto& to = linear.at<cv::Vec3f>(y, x);
            const float factor = light.factor.at<float>(y, x);
            const float added = light.added.at<float>(y, x);
            for (int c = 0; c < 3; ++c) {
                const auto channel = static_cast<std::size_t>(c);
                to[c] = ((table.at(from[c]) * factor) + added) * gains.at(channel);
            }
        }
}

void blur(cv::Mat& linear, const Development& development)
{
    if (development.defocus > 0.15)
        cv::filter2D(linear, linear, -1, discKernel(std::max(0.6, development.defocus)));
    if (development.motion > 0.5)
        cv::filter2D(linear, linear, -1, lineKernel(development.motion, development.motionDegrees));
}

/// Sensor noise: part the same everywhere, part growing with the light.
QImage digitised(const cv::Mat& linear, double noise, Random& random)
{
    constexpr std::size_t kNormals = 1U << 16U;
    std::vector<float> normals(kNormals);
    for (float& one : normals)
        one = static_cast<float>(random.normal());
    constexpr int kLevels = 4096;
    std::array<float, kLevels + 1> table{};
    for (std::size_t i = 0; i < table.size(); ++i)
        table.at(i) = static_cast<float>(toLevel(static_cast<double>(i) / kLevels));

    QImage picture(linear.cols, linear.rows, QImage::Format_RGB32);
    for (int y = 0; y < linear.rows; ++y) {
        auto* line = reinterpret_cast<QRgb*>(picture.scanLine(y)); // NOLINT: Qt's way to the pixels
        for (int x = 0; x < linear.cols; ++x) {
            const auto& from = linear.at<cv::Vec3f>(y, x);
            std::uint64_t bits = random.next();
            std::array<int, 3> levels{};
            for (int c = 0; c < 3; ++c) {
                const float value = std::clamp(from[c], 0.0F, 1.0F);
                const float level = table.at(static_cast<std::size_t>(value * kLevels));
                const float spread = static_cast<float>(noise) * (1.25F - (0.5F * level / 255.0F));
                const float grain = normals[bits & (kNormals - 1)];
                bits >>= 16U;
                levels.at(static_cast<std::size_t>(c)) =
                    std::clamp(static_cast<int>(std::lround(level + (spread * grain))), 0, 255);
            }
            line[x] = qRgb(levels[2], levels[1], levels[0]);
        }
    }
    return picture;
}

void sharpen(QImage& picture, double share)
{
    cv::Mat bgra(picture.height(), picture.width(), CV_8UC4, picture.bits(),
                 static_cast<std::size_t>(picture.bytesPerLine()));
    cv::Mat soft;
    cv::GaussianBlur(bgra, soft, cv::Size(), 1.0);
    cv::addWeighted(bgra, 1 + share, soft, -share, 0, bgra);
}

} // namespace

QImage developed(const QImage& scene, const Development& development, Random random)
{
    const QImage rgb = scene.convertToFormat(QImage::Format_RGB32);
    const cv::Mat bgra(rgb.height(), rgb.width(), CV_8UC4,
                       const_cast<uchar*>(rgb.constBits()), // NOLINT: only read
                       static_cast<std::size_t>(rgb.bytesPerLine()));
    cv::Mat linear;
    expose(bgra, development, linear);
    blur(linear, development);
    QImage picture = digitised(linear, development.noise, random);
    if (development.sharpening > 0)
        sharpen(picture, development.sharpening);
    return picture;
}

QByteArray asJpeg(const QImage& picture, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "JPEG", quality);
    return bytes;
}

} // namespace handshake::papereval
