// SPDX-License-Identifier: Apache-2.0
#include "app/vision/photo_checks_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace handshake {

namespace {

constexpr int kStep = 4; // every so many pixels of PhotoContext::small are looked at

struct Counts {
    int backdrop = 0;
    int around = 0; ///< all but the person
};

/// Which block of the artwork lies at a point of the photo; none outside of it.
std::optional<cv::Point> blockAt(const cv::Matx33d& toArtwork, cv::Size artwork, double x, double y)
{
    const cv::Vec3d at = toArtwork * cv::Vec3d(x, y, 1.0);
    if (!(at[2] > 1e-9))
        return std::nullopt;
    const double u = at[0] / at[2] / artwork.width;
    const double v = at[1] / at[2] / artwork.height;
    if (u < 0 || u >= 1 || v < 0 || v >= 1)
        return std::nullopt;
    return cv::Point(int(u * CellGrid::kBlockColumns), int(v * CellGrid::kBlockRows));
}

/// The silhouette is an estimate: what is foreign this near to it still belongs to the person.
cv::Mat reachOf(const PhotoContext& photo)
{
    if (photo.person.empty())
        return {};
    cv::Mat reach;
    const int width = std::max(3, int(0.35 * photo.face()->box.width / photo.enlarge)) | 1;
    cv::dilate(photo.person, reach,
               cv::getStructuringElement(cv::MORPH_RECT, cv::Size(width, width)));
    return reach;
}

Counts count(const PhotoContext& photo)
{
    const DenseComparison& own = *photo.finding.own;
    const cv::Size artwork = photo.artworkSize();
    const cv::Matx33d toArtwork = own.toPhoto.inv();
    const cv::Mat reach = reachOf(photo);
    Counts counts;
    for (int y = kStep / 2; y < photo.small.rows; y += kStep) {
        for (int x = kStep / 2; x < photo.small.cols; x += kStep) {
            const bool nearPerson = !reach.empty() && reach.at<uchar>(y, x) != 0;
            const bool onPerson = !photo.person.empty() && photo.person.at<uchar>(y, x) != 0;
            const auto block = blockAt(toArtwork, artwork, x, y);
            if (!block) {
                counts.around += onPerson ? 0 : 1;
                continue;
            }
            const int cell = block->y / 2 * CellGrid::kColumns + block->x / 2;
            const bool isForeign = own.hidden.at<uchar>(*block) == 255;
            const bool isHidden = own.cells[std::size_t(cell)] == DenseComparison::Cell::Hidden;
            const bool isOutside = own.hidden.at<uchar>(*block) == 0;
            if (onPerson && (isForeign || isHidden || isOutside))
                continue;
            // Without a face whatever stands before the backdrop is taken for the person.
            if (isForeign && (nearPerson || reach.empty()))
                continue;
            ++counts.around;
            counts.backdrop += isForeign ? 0 : 1;
        }
    }
    return counts;
}

} // namespace

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
    const Counts counts = count(photo);
    const double share = counts.around > 0 ? double(counts.backdrop) / counts.around : 0.0;
    const auto& limits = photo.limits;
    if (photo.backdrop->edgesAllowed)
        return graded("coverage", share, limits.coveragePass, limits.coverageFail,
                      "photo.coverage.little");
    return graded("coverage", share, limits.edgelessPass, limits.edgelessFail,
                  "photo.coverage.edge");
}

} // namespace handshake
