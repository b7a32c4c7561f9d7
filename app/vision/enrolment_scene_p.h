// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <opencv2/core.hpp>

namespace handshake {

/// A drawn photo of a curtain with somebody before it, at the width features are found at.
struct EnrolmentScene {
    cv::Mat bgr;
    cv::Rect face; ///< of the person, as a detector would box it
};

/// The camera of the enrolment: where it stands, how the cloth hangs and what the sensor adds. All
/// but `artwork` comes from `random`, in the ranges that a counter's camera has: turned by up to
/// 18°, the curtain three quarters to one and a half times as wide as the picture, soft folds,
/// light falling off, blur and noise. The same state of `random` gives the same scene.
[[nodiscard]] EnrolmentScene drawEnrolmentScene(const cv::Mat& artworkBgr, int width,
                                                cv::RNG& random);

} // namespace handshake
