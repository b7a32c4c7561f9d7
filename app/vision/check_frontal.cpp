// SPDX-License-Identifier: Apache-2.0
#include "app/vision/face_cover_p.h"
#include "app/vision/photo_checks_p.h"

#include <opencv2/imgproc.hpp>

#include <cmath>

namespace handshake {

CheckValue checkFrontal(const PhotoContext& photo)
{
    if (photo.face() == nullptr)
        return notAssessed("frontal", "photo.frontal.no-face");
    if (!photo.face()->eyes)
        return notAssessed("frontal", "photo.frontal.no-eyes");
    // A face looking at the camera is its own mirror image about the line between the eyes.
    const Eyes& eyes = *photo.face()->eyes;
    const double apart = cv::norm(eyes.right - eyes.left);
    constexpr double kApart = 32;
    constexpr int kWidth = 88;
    constexpr int kHeight = 80;
    const double scale = kApart / std::max(1.0, apart);
    const double angle = std::atan2(eyes.right.y - eyes.left.y, eyes.right.x - eyes.left.x);
    const double c = scale * std::cos(angle);
    const double s = scale * std::sin(angle);
    const cv::Point2d middle = (eyes.left + eyes.right) / 2.0;
    const cv::Matx23d place(c, s, kWidth / 2.0 - c * middle.x - s * middle.y, //
                            -s, c, 24.0 + s * middle.x - c * middle.y);
    cv::Mat soft;
    const cv::Rect around = cv::Rect(int(middle.x - 3 * apart), int(middle.y - 2 * apart),
                                     int(6 * apart), int(6 * apart)) &
                            cv::Rect(cv::Point(), photo.gray.size());
    if (around.width < 16 || around.height < 16)
        return notAssessed("frontal", "photo.frontal.no-eyes");
    cv::GaussianBlur(photo.gray(around), soft, cv::Size(), std::max(0.6, 0.5 / scale));
    cv::Matx23d local = place;
    local(0, 2) += place(0, 0) * around.x + place(0, 1) * around.y;
    local(1, 2) += place(1, 0) * around.x + place(1, 1) * around.y;
    cv::Mat face;
    cv::warpAffine(soft, face, local, cv::Size(kWidth, kHeight), cv::INTER_LINEAR,
                   cv::BORDER_REPLICATE);
    // Light from one side is no turn of the head: only what is finer than half a face counts.
    face.convertTo(face, CV_32F);
    cv::Mat low;
    cv::GaussianBlur(face, low, cv::Size(), 12.0);
    face -= low;
    cv::Mat flipped;
    cv::flip(face, flipped, 1);
    // The eyes' places err by a pixel or two: the best of small shifts.
    cv::Mat scores;
    const cv::Rect core(8, 4, kWidth - 16, kHeight - 8);
    cv::matchTemplate(flipped, face(core), scores, cv::TM_CCOEFF_NORMED);
    double best = 0;
    cv::minMaxLoc(scores(cv::Rect(4, 2, 9, 5)), nullptr, &best);
    CheckValue worst = gradedDown("frontal", 1.0 - best, photo.limits.asymmetryPass,
                                  photo.limits.asymmetryFail, "photo.frontal");
    if (photo.bgr.empty())
        return worst;
    const auto consider = [&worst](std::optional<double> value, double pass, double fail,
                                   const char* advice) {
        if (!value)
            return;
        const CheckValue other = gradedDown("frontal", *value, pass, fail, advice);
        if (other.result > worst.result)
            worst = other;
    };
    consider(eyesOffset(photo.bgr, eyes), photo.limits.eyesOffsetPass, photo.limits.eyesOffsetFail,
             "photo.frontal");
    consider(mouthCover(photo.bgr, eyes), photo.limits.mouthCover, 1.0, "photo.frontal.covered");
    return worst;
}

} // namespace handshake
