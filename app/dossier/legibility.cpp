// SPDX-License-Identifier: Apache-2.0
#include "app/dossier/legibility.h"

#include "app/imaging/mat_view_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace handshake {

namespace {

constexpr int kWorkingSide = 2000;
constexpr int kTile = 32;
/// Standard deviation of fine detail from which on a tile counts as lettering (of 255): paper and
/// security print stay below, strokes of 8-point text at 150 dpi lie above 20.
constexpr double kLettering = 12.0;

/// What the eye needs to tell strokes apart: brightness without its slow part.
cv::Mat fineDetail(const cv::Mat& gray)
{
    cv::Mat exact;
    gray.convertTo(exact, CV_32F);
    cv::Mat slow;
    cv::GaussianBlur(exact, slow, cv::Size(), 3.0);
    return exact - slow;
}

cv::Mat grayOfSize(const QImage& image, cv::Size size)
{
    const cv::Mat gray = grayCopy(image);
    if (gray.size() == size)
        return gray;
    cv::Mat scaled;
    const bool shrinks = gray.cols > size.width;
    cv::resize(gray, scaled, size, 0, 0, shrinks ? cv::INTER_AREA : cv::INTER_CUBIC);
    return scaled;
}

} // namespace

double measureLegibility(const QImage& original, const QImage& rendition)
{
    if (original.isNull() || rendition.isNull())
        return 0;
    const QSize size = original.size()
                           .scaled(kWorkingSide, kWorkingSide, Qt::KeepAspectRatio)
                           .boundedTo(original.size());
    const cv::Size working(std::max(1, size.width()), std::max(1, size.height()));
    const cv::Mat before = fineDetail(grayOfSize(original, working));
    const cv::Mat after = fineDetail(grayOfSize(rendition, working));

    double sum = 0;
    int tiles = 0;
    for (int y = 0; y + kTile <= working.height; y += kTile) {
        for (int x = 0; x + kTile <= working.width; x += kTile) {
            const cv::Rect tile(x, y, kTile, kTile);
            const cv::Mat a = before(tile);
            const double energy = cv::norm(a, cv::NORM_L2);
            if (energy / kTile < kLettering)
                continue;
            const cv::Mat b = after(tile);
            // Not only alike in shape but as strong: grey smears of letters count for less.
            const double strength = std::max(energy, cv::norm(b, cv::NORM_L2));
            sum += std::max(0.0, a.dot(b) / (strength * strength));
            ++tiles;
        }
    }
    return tiles == 0 ? 1.0 : sum / tiles;
}

} // namespace handshake
