// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/evaluation/lens_p.h"
#include "app/demo/evaluation/sample.h"

#include <opencv2/core.hpp>

#include <QRectF>

#include <vector>

namespace handshake::evaluation {

/// One look through the lens before light and sensor: the picture and what each pixel is.
struct Take {
    cv::Mat picture; ///< CV_8UC3
    cv::Mat curtain; ///< CV_8U, share of the pixel that is curtain (behind people)
    cv::Mat people;  ///< CV_8U, share that is a person
    cv::Mat shares;  ///< CV_32FC2, where on the curtain
    Sheet sheet;     ///< the curtain, or the print held up
    std::vector<QRectF> faces{};
};

/// How a burst's pictures differ: people sway, the camera trembles.
struct Sway {
    double aside = 0;   ///< people, millimetres
    double lean = 0;    ///< people, degrees
    double tremble = 0; ///< camera, degrees of yaw
    bool eyesClosed = false;
};

/// What stands before the camera.
struct Stage {
    SampleDesign sample{};
    bool hasCurtain = true;
    bool mirrored = false;  ///< the curtain
    bool smallCopy = false; ///< a print behind the head instead of a curtain
    bool cluttered = false; ///< what is behind
    Sway sway{};
};

[[nodiscard]] Stage stageOf(const SampleDesign& sample);
[[nodiscard]] Take look(const Stage& stage);

} // namespace handshake::evaluation
