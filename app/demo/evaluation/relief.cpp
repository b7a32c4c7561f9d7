// SPDX-License-Identifier: Apache-2.0
#include "app/demo/evaluation/relief_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace handshake::evaluation {

cv::Mat cushion(const cv::Mat& mask, double round)
{
    cv::Mat solid;
    cv::threshold(mask, solid, 127, 255, cv::THRESH_BINARY);
    cv::Mat distance;
    cv::distanceTransform(solid, distance, cv::DIST_L2, 5);
    const auto radius = static_cast<float>(round);
    for (int y = 0; y < distance.rows; ++y) {
        auto* row = distance.ptr<float>(y);
        for (int x = 0; x < distance.cols; ++x) {
            const float inside = std::min(row[x], radius);
            row[x] = std::sqrt(std::max(0.0F, inside * (2 * radius - inside)));
        }
    }
    cv::GaussianBlur(distance, distance, {}, 2.5);
    return distance;
}

cv::Mat litRelief(const cv::Mat& height, const LightDirection& light, double ambient)
{
    cv::Mat dx;
    cv::Mat dy;
    cv::Sobel(height, dx, CV_32F, 1, 0, 3, 0.125);
    cv::Sobel(height, dy, CV_32F, 0, 1, 3, 0.125);
    cv::Mat lit(height.size(), CV_32F);
    const auto lx = static_cast<float>(light.x);
    const auto ly = static_cast<float>(light.y);
    const auto lz = static_cast<float>(light.z);
    const auto base = static_cast<float>(ambient);
    for (int y = 0; y < lit.rows; ++y) {
        const auto* slopeX = dx.ptr<float>(y);
        const auto* slopeY = dy.ptr<float>(y);
        auto* row = lit.ptr<float>(y);
        for (int x = 0; x < lit.cols; ++x) {
            const float length = std::sqrt(slopeX[x] * slopeX[x] + slopeY[x] * slopeY[x] + 1);
            const float facing = (-slopeX[x] * lx - slopeY[x] * ly + lz) / length;
            row[x] = base + (1 - base) * std::max(0.0F, facing) * 1.25F;
        }
    }
    return lit;
}

void layOver(cv::Mat& bgra, const cv::Mat& colour, const cv::Mat& brightness, const cv::Mat& mask)
{
    for (int y = 0; y < bgra.rows; ++y) {
        auto* out = bgra.ptr<cv::Vec4b>(y);
        const auto* in = colour.ptr<cv::Vec3b>(y);
        const auto* lit = brightness.ptr<float>(y);
        const auto* cover = mask.ptr<uchar>(y);
        for (int x = 0; x < bgra.cols; ++x) {
            if (cover[x] == 0)
                continue;
            const float part = static_cast<float>(cover[x]) / 255;
            for (int c = 0; c < 3; ++c)
                out[x][c] = cv::saturate_cast<uchar>(static_cast<float>(out[x][c]) * (1 - part) +
                                                     static_cast<float>(in[x][c]) * lit[x] * part);
            out[x][3] =
                cv::saturate_cast<uchar>(static_cast<float>(out[x][3]) * (1 - part) + 255 * part);
        }
    }
}

} // namespace handshake::evaluation
