// SPDX-License-Identifier: Apache-2.0
#include "app/vision/photo_checks_p.h"

#include "app/vision/backdrop_matcher_p.h"

#include <opencv2/imgproc.hpp>

namespace handshake {

CheckValue checkCoverage(const PhotoContext& photo)
{
    if (photo.backdrop == nullptr || photo.backdrop->kind == BackdropKind::None)
        return notAssessed("coverage", "photo.coverage.no-backdrop");
    if (photo.backdrop->kind == BackdropKind::Plain) {
        CheckValue value = checkBackdrop(photo); // the same measure: what is not ground is wall
        value.id = QStringLiteral("coverage");
        return value;
    }
    if (!photo.hasOutline())
        return notAssessed("coverage", "photo.coverage.not-found");
    cv::Mat backdrop = cv::Mat::zeros(photo.small.size(), CV_8U);
    std::vector<cv::Point> outline;
    for (const auto& corner : projectedOutline(photo.finding.own->toPhoto, photo.artworkSize()))
        outline.emplace_back(int(std::lround(corner.x)), int(std::lround(corner.y)));
    cv::fillConvexPoly(backdrop, outline, cv::Scalar(255));
    cv::Mat around(photo.small.size(), CV_8U, cv::Scalar(255));
    if (!photo.person.empty()) {
        backdrop.setTo(0, photo.person);
        around.setTo(0, photo.person);
    }
    const int all = cv::countNonZero(around);
    const double share = all > 0 ? double(cv::countNonZero(backdrop)) / all : 0.0;
    const auto& limits = photo.limits;
    if (photo.backdrop->edgesAllowed)
        return graded("coverage", share, limits.coveragePass, limits.coverageFail,
                      "photo.coverage.little");
    return graded("coverage", share, limits.edgelessPass, limits.edgelessFail,
                  "photo.coverage.edge");
}

} // namespace handshake
