// SPDX-License-Identifier: Apache-2.0
#include "app/demo/lively_frames.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace handshake {

namespace {

constexpr int kPoses = 12;
constexpr int kFramesEach = 3;
constexpr double kSway = 0.0028; ///< of the picture's width: some millimetres

cv::Mat pixels(QImage& image)
{
    return {image.height(), image.width(), CV_8UC4, image.bits(),
            static_cast<std::size_t>(image.bytesPerLine())};
}

/// 1 at head and chest, nothing far beside them: how much of the sway a place takes part in.
cv::Mat partOfSway(QSize size, const SceneDesign& scene)
{
    const double figure = scene.personHeight * size.height();
    const double middle = scene.personAt.x() * size.width();
    const double crown = scene.personAt.y() * size.height() - figure;
    cv::Mat part(size.height(), size.width(), CV_32F);
    for (int y = 0; y < part.rows; ++y) {
        // An inverted pendulum: the head most, the waist hardly.
        const double height = std::clamp(1.0 - 0.6 * (y - crown) / figure, 0.0, 1.0);
        for (int x = 0; x < part.cols; ++x) {
            const double aside = std::max(0.0, std::abs(x - middle) / figure - 0.25);
            part.at<float>(y, x) = static_cast<float>(height * std::exp(-aside * aside * 60.0));
        }
    }
    return part;
}

} // namespace

std::vector<QImage> livelyFrames(const QImage& photo, const SceneDesign& scene)
{
    std::vector<QImage> frames;
    QImage still = photo.convertToFormat(QImage::Format_RGB32);
    if (still.isNull())
        return frames;
    const cv::Mat from = pixels(still);
    const cv::Mat part = partOfSway(still.size(), scene);
    cv::Mat mapX(from.size(), CV_32F);
    cv::Mat mapY(from.size(), CV_32F);
    for (int pose = 0; pose < kPoses; ++pose) {
        const double turn = 2 * std::numbers::pi * pose / kPoses;
        const double dx = kSway * still.width() * std::sin(turn);
        const double dy = 0.3 * kSway * still.width() * std::sin(2 * turn);
        for (int y = 0; y < from.rows; ++y) {
            for (int x = 0; x < from.cols; ++x) {
                const double share = double(part.at<float>(y, x));
                mapX.at<float>(y, x) = static_cast<float>(x - share * dx);
                mapY.at<float>(y, x) = static_cast<float>(y - share * dy);
            }
        }
        QImage frame(still.size(), QImage::Format_RGB32);
        cv::Mat to = pixels(frame);
        cv::remap(from, to, mapX, mapY, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
        frames.insert(frames.end(), kFramesEach, frame);
    }
    return frames;
}

} // namespace handshake
