// SPDX-License-Identifier: Apache-2.0
#include "app/vision/enrolment_scene_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace handshake {

namespace {

constexpr double kDegree = CV_PI / 180;

/// Corners of a flat curtain as a pinhole camera sees it: top left, top right, bottom right, bottom
/// left. The curtain is 1 wide and `aspect` high, `share` of the picture wide when seen straight
/// on.
std::array<cv::Point2f, 4> cornersOf(cv::Size picture, double aspect, double share, cv::RNG& random)
{
    constexpr double kFocal = 1.1; // of the picture's width: a usual webcam
    const double yaw = random.uniform(-18.0, 18.0) * kDegree;
    const double pitch = random.uniform(-6.0, 6.0) * kDegree;
    const double roll = random.uniform(-3.0, 3.0) * kDegree;
    const cv::Point2d shift(random.uniform(-0.08, 0.08), random.uniform(-0.06, 0.06));
    const cv::Matx33d turn =
        cv::Matx33d(std::cos(yaw), 0, std::sin(yaw), 0, 1, 0, -std::sin(yaw), 0, std::cos(yaw)) *
        cv::Matx33d(1, 0, 0, 0, std::cos(pitch), -std::sin(pitch), 0, std::sin(pitch),
                    std::cos(pitch)) *
        cv::Matx33d(std::cos(roll), -std::sin(roll), 0, std::sin(roll), std::cos(roll), 0, 0, 0, 1);
    const double distance = kFocal / share;
    const std::array<cv::Vec3d, 4> flat{
        cv::Vec3d(-0.5, -aspect / 2, 0), cv::Vec3d(0.5, -aspect / 2, 0),
        cv::Vec3d(0.5, aspect / 2, 0), cv::Vec3d(-0.5, aspect / 2, 0)};
    std::array<cv::Point2f, 4> seen;
    for (std::size_t i = 0; i < flat.size(); ++i) {
        const cv::Vec3d at = turn * flat[i] + cv::Vec3d(shift.x / share, shift.y / share, distance);
        seen[i] = cv::Point2f(float((0.5 + kFocal * at[0] / at[2]) * picture.width),
                              float(0.5 * picture.height + kFocal * at[1] / at[2] * picture.width));
    }
    return seen;
}

/// The artwork, softened so that the warp drops no more than the lens would.
cv::Mat asSmallAs(const cv::Mat& artwork, int seenWidth)
{
    const int wanted = std::clamp(seenWidth * 5 / 4, 64, artwork.cols);
    cv::Mat small;
    cv::resize(artwork, small, cv::Size(wanted, std::max(1, artwork.rows * wanted / artwork.cols)),
               0, 0, cv::INTER_AREA);
    return small;
}

/// Waves of shading across the cloth and light that falls off, as factors.
void shade(cv::Mat& scene, cv::RNG& random)
{
    const double depth = random.uniform(0.0, 0.09);
    const double waves = random.uniform(3.0, 9.0);
    const double phase = random.uniform(0.0, 2 * CV_PI);
    const double across = random.uniform(-0.22, 0.22);
    const double down = random.uniform(-0.15, 0.15);
    const double exposure = random.uniform(0.62, 1.04);
    const std::array<double, 3> tint{random.uniform(0.86, 1.04), 1.0, random.uniform(0.96, 1.06)};
    for (int y = 0; y < scene.rows; ++y) {
        for (int x = 0; x < scene.cols; ++x) {
            const double u = double(x) / scene.cols;
            const double v = double(y) / scene.rows;
            const double light = exposure * (1 + across * (u - 0.5) + down * (v - 0.5)) *
                                 (1 + depth * std::sin(2 * CV_PI * waves * u + phase + v));
            auto& pixel = scene.at<cv::Vec3b>(y, x);
            for (int c = 0; c < 3; ++c)
                pixel[c] = cv::saturate_cast<uchar>(pixel[c] * light * tint[std::size_t(c)]);
        }
    }
}

cv::Scalar colourIn(cv::RNG& random, int low, int high)
{
    return {double(random.uniform(low, high)), double(random.uniform(low, high)),
            double(random.uniform(low, high))};
}

/// Head and shoulders in plain colours: what hides the curtain matters here, not who it is.
cv::Rect drawPerson(cv::Mat& scene, cv::RNG& random)
{
    const double w = scene.cols * random.uniform(0.13, 0.24); // the face's width
    const double x = scene.cols * random.uniform(0.42, 0.58);
    const double y = scene.rows * random.uniform(0.38, 0.52);
    const auto at = [](double px, double py) {
        return cv::Point(int(std::lround(px)), int(std::lround(py)));
    };
    const double shoulder = random.uniform(1.05, 1.35);
    const std::vector<cv::Point> body{at(x - 0.3 * w, y + 0.4 * w),
                                      at(x + 0.3 * w, y + 0.4 * w),
                                      at(x + 0.42 * w, y + 0.9 * w),
                                      at(x + shoulder * w, y + 1.2 * w),
                                      at(x + (shoulder + 0.15) * w, y + 2 * w),
                                      at(x + (shoulder + 0.2) * w, scene.rows),
                                      at(x - (shoulder + 0.2) * w, scene.rows),
                                      at(x - (shoulder + 0.15) * w, y + 2 * w),
                                      at(x - shoulder * w, y + 1.2 * w),
                                      at(x - 0.42 * w, y + 0.9 * w)};
    cv::fillPoly(scene, std::vector<std::vector<cv::Point>>{body}, colourIn(random, 20, 200),
                 cv::LINE_AA);
    const double skin = random.uniform(0.45, 1.0);
    cv::ellipse(scene, at(x, y - 0.12 * w), cv::Size(int(0.54 * w), int(0.74 * w)), 0, 0, 360,
                colourIn(random, 15, 60), cv::FILLED, cv::LINE_AA);
    cv::ellipse(scene, at(x, y + 0.04 * w), cv::Size(int(0.44 * w), int(0.58 * w)), 0, 0, 360,
                cv::Scalar(140 * skin, 165 * skin, 205 * skin), cv::FILLED, cv::LINE_AA);
    return {int(x - w / 2), int(y - w / 2), int(w), int(w)};
}

void roughen(cv::Mat& scene, cv::RNG& random)
{
    cv::GaussianBlur(scene, scene, cv::Size(), random.uniform(0.4, 1.3));
    cv::Mat noise(scene.size(), CV_16SC3);
    random.fill(noise, cv::RNG::NORMAL, 0, random.uniform(1.5, 5.0));
    cv::Mat sum;
    scene.convertTo(sum, CV_16S);
    sum += noise;
    sum.convertTo(scene, CV_8U);
}

} // namespace

EnrolmentScene drawEnrolmentScene(const cv::Mat& artworkBgr, int width, cv::RNG& random)
{
    const cv::Size size(width, width * 3 / 4);
    const double aspect = double(artworkBgr.rows) / artworkBgr.cols;
    const double share = random.uniform(0.75, 1.5);
    EnrolmentScene scene;
    scene.bgr = cv::Mat(size, CV_8UC3, colourIn(random, 170, 225)); // the wall
    const auto corners = cornersOf(size, aspect, share, random);
    const cv::Mat artwork = asSmallAs(artworkBgr, int(share * width));
    const std::array<cv::Point2f, 4> flat{cv::Point2f(0, 0), cv::Point2f(float(artwork.cols), 0),
                                          cv::Point2f(float(artwork.cols), float(artwork.rows)),
                                          cv::Point2f(0, float(artwork.rows))};
    const cv::Mat warp = cv::getPerspectiveTransform(flat.data(), corners.data());
    cv::warpPerspective(artwork, scene.bgr, warp, size, cv::INTER_LINEAR, cv::BORDER_TRANSPARENT);
    scene.face = drawPerson(scene.bgr, random);
    shade(scene.bgr, random);
    roughen(scene.bgr, random);
    return scene;
}

} // namespace handshake
