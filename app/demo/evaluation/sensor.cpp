// SPDX-License-Identifier: Apache-2.0
#include "app/demo/evaluation/sensor_p.h"

#include "app/demo/evaluation/dice_p.h"
#include "app/demo/evaluation/lens_p.h"

#include <opencv2/imgproc.hpp>

#include <QBuffer>
#include <QImage>

#include <algorithm>
#include <cmath>

namespace handshake::evaluation {

namespace {

constexpr int kNoiseSide = 1024;

/// Noise of a sensor after its demosaicing: neighbours go together a little. Deviation 64.
const cv::Mat& noiseTable()
{
    static const cv::Mat table = [] {
        cv::Mat noise(kNoiseSide, kNoiseSide, CV_32FC3);
        Dice dice(9, 50);
        for (int y = 0; y < kNoiseSide; ++y) {
            auto* row = noise.ptr<cv::Vec3f>(y);
            for (int x = 0; x < kNoiseSide; ++x) {
                const double common = dice.between(-1, 1) + dice.between(-1, 1);
                for (int c = 0; c < 3; ++c)
                    row[x][c] =
                        static_cast<float>(common + dice.between(-1, 1) + dice.between(-1, 1));
            }
        }
        cv::GaussianBlur(noise, noise, {3, 3}, 0.55);
        cv::Scalar mean;
        cv::Scalar deviation;
        cv::meanStdDev(noise, mean, deviation);
        cv::Mat whole;
        noise.convertTo(whole, CV_16SC3, 64.0 / deviation[1]);
        return whole;
    }();
    return table;
}

} // namespace

void blur(cv::Mat& picture, double deviation)
{
    if (deviation > 0.15)
        cv::GaussianBlur(picture, picture, {}, deviation);
}

void illuminate(cv::Mat& picture, const TakeDesign& take)
{
    const cv::Size cells((picture.cols + kMapStep - 1) / kMapStep + 2,
                         (picture.rows + kMapStep - 1) / kMapStep + 2);
    cv::Mat coarse(cells, CV_32F);
    const double halfWidth = picture.cols / 2.0;
    const double halfHeight = picture.rows / 2.0;
    for (int row = 0; row < cells.height; ++row) {
        for (int column = 0; column < cells.width; ++column) {
            const double x = (coarsePixel(column) - halfWidth) / halfWidth;
            const double y = (coarsePixel(row) - halfHeight) / halfHeight;
            const double corner = (x * x + y * y) / 2;
            coarse.at<float>(row, column) =
                static_cast<float>(take.gain * (1 + 0.22 * take.lightFrom * x - 0.05 * y) *
                                   (1 - take.vignette * corner));
        }
    }
    const cv::Mat light = spread(coarse, picture.size());
    const double warm = take.warmth;
    const float channel[3]{static_cast<float>(1 - 0.28 * warm), static_cast<float>(1 - 0.04 * warm),
                           static_cast<float>(1 + 0.16 * warm)};
    for (int y = 0; y < picture.rows; ++y) {
        auto* row = picture.ptr<cv::Vec3b>(y);
        const auto* lit = light.ptr<float>(y);
        for (int x = 0; x < picture.cols; ++x) {
            for (int c = 0; c < 3; ++c) {
                const float value = static_cast<float>(row[x][c]) * lit[x] * channel[c];
                // Highlights bend before they clip, as in a camera's curve.
                row[x][c] = cv::saturate_cast<uchar>(
                    value < 220 ? value : 220 + 35 * (1 - 1 / (1 + (value - 220) / 35)));
            }
        }
    }
}

void expose(cv::Mat& picture, const TakeDesign& take, std::uint64_t seed)
{
    Dice dice(seed, 51);
    blur(picture, scaledBlur(take.focusBlur, picture.cols));
    const double smear = scaledBlur(take.motion, picture.cols);
    if (smear > 0.7) {
        const double angle = dice.between(0, 3.14159265);
        const int side = int(smear) | 1;
        const int size = std::max(3, side + 2);
        cv::Mat kernel(size, size, CV_32F, cv::Scalar(0));
        const int middle = size / 2;
        for (int i = -32; i <= 32; ++i) {
            const double along = smear / 2 * i / 32;
            kernel.at<float>(int(std::floor(middle + along * std::sin(angle) + 0.5)),
                             int(std::floor(middle + along * std::cos(angle) + 0.5))) += 1.0F / 65;
        }
        cv::filter2D(picture, picture, -1, kernel);
    }
    const cv::Mat& noise = noiseTable();
    const int shiftX = dice.below(kNoiseSide);
    const int shiftY = dice.below(kNoiseSide);
    // Deviation grows toward the light as shot noise does, and has a floor.
    int strength[256];
    for (int value = 0; value < 256; ++value)
        strength[value] = int(take.noise * 16 * (0.7 + 0.5 * std::sqrt(value / 255.0)));
    for (int y = 0; y < picture.rows; ++y) {
        auto* row = picture.ptr<cv::Vec3b>(y);
        // Rows of the table come in another order each time round, so that nothing repeats.
        const int from = (y * 641 + shiftY) % kNoiseSide;
        const auto* table = noise.ptr<cv::Vec3s>(from);
        for (int x = 0; x < picture.cols; ++x) {
            const cv::Vec3s& grain = table[(x + shiftX + 37 * (y / kNoiseSide)) % kNoiseSide];
            for (int c = 0; c < 3; ++c)
                row[x][c] = cv::saturate_cast<uchar>(
                    row[x][c] + ((grain[c] * strength[row[x][c]] + 512) >> 10));
        }
    }
}

QByteArray encode(const cv::Mat& picture, int quality)
{
    const QImage image(picture.data, picture.cols, picture.rows,
                       static_cast<qsizetype>(picture.step), QImage::Format_BGR888);
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG", quality);
    return jpeg;
}

cv::Mat decode(const QByteArray& jpeg)
{
    const QImage image = QImage::fromData(jpeg).convertToFormat(QImage::Format_BGR888);
    return cv::Mat(image.height(), image.width(), CV_8UC3, const_cast<uchar*>(image.constBits()),
                   static_cast<std::size_t>(image.bytesPerLine()))
        .clone();
}

} // namespace handshake::evaluation
