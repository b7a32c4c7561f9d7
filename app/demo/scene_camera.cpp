// SPDX-License-Identifier: Apache-2.0
#include "app/demo/scene_camera_p.h"

#include "app/demo/seeded_p.h"

#include <QBuffer>
#include <QPainter>

#include <opencv2/imgproc.hpp>

#include <array>
#include <cmath>
#include <numbers>

namespace handshake {

namespace {

constexpr double kFullTurn = 2.0 * std::numbers::pi;

cv::Mat pixels(QImage& image)
{
    return {image.height(), image.width(), CV_8UC4, image.bits(),
            static_cast<std::size_t>(image.bytesPerLine())};
}

} // namespace

void photograph(QImage& picture, const SceneDesign& scene)
{
    cv::Mat image = pixels(picture);
    if (scene.blur > 0 && scene.screenPitch <= 0)
        cv::GaussianBlur(image, image, cv::Size(), scene.blur);
    const std::array<double, 3> tint{1.0 - 0.12 * scene.warmth, 1.0, 1.0 + 0.10 * scene.warmth};
    // A table of noise is as good as fresh noise for every pixel, and ten times as fast.
    Seeded random(scene.seed, 505);
    std::array<double, 4096> table{};
    for (double& value : table)
        value = random.normal() * scene.noise;
    std::uint32_t state = scene.seed * 747796405U + 2891336453U;
    for (int y = 0; y < image.rows; ++y) {
        for (int x = 0; x < image.cols; ++x) {
            const double side = double(x) / image.cols;
            const double light =
                scene.brightness * (1.0 - scene.lightFromSide * 0.7 * side * side * side -
                                    scene.lightFromSide * 0.25 * side);
            auto& pixel = image.at<cv::Vec4b>(y, x);
            for (int channel = 0; channel < 3; ++channel) {
                state = state * 1664525U + 1013904223U;
                pixel[channel] = cv::saturate_cast<uchar>(
                    pixel[channel] * light * tint[static_cast<std::size_t>(channel)] +
                    table[state >> 20]);
            }
            pixel[3] = 255;
        }
    }
}

void showOnScreen(QImage& picture, const SceneDesign& scene)
{
    Seeded random(scene.seed, 506);
    if (scene.bezel) {
        QPainter painter(&picture);
        const double frame = 0.03 * picture.width();
        painter.setPen(QPen(QColor(22, 22, 24), frame));
        painter.drawRect(
            QRectF(picture.rect()).adjusted(frame / 3, frame / 3, -frame / 3, -frame / 3));
    }
    cv::Mat image = pixels(picture);
    if (scene.blur > 0) // what the screen shows; its grid is as sharp as the lens
        cv::GaussianBlur(image, image, cv::Size(), scene.blur);
    const double pitch = scene.screenPitch;
    const double turn = random.between(-0.06, 0.06);
    const double keystone = random.between(-0.06, 0.06) / image.cols;
    // What the lens leaves of the grid's first two waves.
    const double soft = 0.4 + scene.blur * 0.15;
    const auto left = [&](int wave) {
        const double angular = kFullTurn * wave * soft / pitch;
        return std::exp(-angular * angular / 2.0);
    };
    const double first = left(1);
    const double second = left(2);
    for (int y = 0; y < image.rows; ++y) {
        for (int x = 0; x < image.cols; ++x) {
            const double near = 1.0 + keystone * x;
            const double u = (x * std::cos(turn) - y * std::sin(turn)) * near / pitch;
            const double v = (x * std::sin(turn) + y * std::cos(turn)) * near / pitch;
            const double gaps = 1.0 + 0.5 * first * std::cos(kFullTurn * v) +
                                0.25 * second * std::cos(2 * kFullTurn * v);
            auto& pixel = image.at<cv::Vec4b>(y, x);
            for (int channel = 0; channel < 3; ++channel) {
                const double stripe = 1.0 +
                                      1.1 * first * std::cos(kFullTurn * (u + channel / 3.0)) +
                                      0.4 * second * std::cos(2 * kFullTurn * (u + channel / 3.0));
                pixel[channel] =
                    cv::saturate_cast<uchar>(6.0 + pixel[channel] * 0.95 * stripe * gaps);
            }
        }
    }
}

QImage compressed(const QImage& picture, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !picture.save(&buffer, "JPG", quality))
        return picture;
    const QImage back = QImage::fromData(bytes, "JPG");
    return back.isNull() ? picture : back.convertToFormat(QImage::Format_RGB32);
}

} // namespace handshake
