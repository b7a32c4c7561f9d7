// SPDX-License-Identifier: Apache-2.0
#include "app/dossier/legibility.h"

#include "app/imaging/mat_view_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <vector>

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
    // In whole numbers OpenCV blurs bit-exactly: every machine measures the same.
    cv::Mat slow;
    cv::GaussianBlur(gray, slow, cv::Size(), 3.0);
    cv::Mat detail;
    cv::subtract(gray, slow, detail, cv::noArray(), CV_32F);
    return detail;
}

cv::Mat grayOfSize(const QImage& image, cv::Size size)
{
    cv::Mat gray = grayCopy(image);
    if (gray.size() == size)
        return gray;
    cv::Mat scaled;
    const bool shrinks = gray.cols > size.width;
    cv::resize(gray, scaled, size, 0, 0, shrinks ? cv::INTER_AREA : cv::INTER_CUBIC);
    return scaled;
}

} // namespace

struct LegibilityGauge::Private {
    /// A tile of the original that bears lettering, and how much of it.
    struct Tile {
        cv::Rect place;
        double energy;
    };

    cv::Size working;
    cv::Mat detail;
    std::vector<Tile> tiles;
};

LegibilityGauge::LegibilityGauge(const QImage& original)
    : d(std::make_unique<Private>())
{
    if (original.isNull())
        return;
    const QSize size = original.size()
                           .scaled(kWorkingSide, kWorkingSide, Qt::KeepAspectRatio)
                           .boundedTo(original.size());
    d->working = cv::Size(std::max(1, size.width()), std::max(1, size.height()));
    d->detail = fineDetail(grayOfSize(original, d->working));
    for (int y = 0; y + kTile <= d->working.height; y += kTile) {
        for (int x = 0; x + kTile <= d->working.width; x += kTile) {
            const cv::Rect place(x, y, kTile, kTile);
            const double energy = cv::norm(d->detail(place), cv::NORM_L2);
            if (energy / kTile >= kLettering)
                d->tiles.push_back({place, energy});
        }
    }
}

LegibilityGauge::~LegibilityGauge() = default;

double LegibilityGauge::measure(const QImage& rendition) const
{
    if (d->detail.empty() || rendition.isNull())
        return 0;
    if (d->tiles.empty())
        return 1;
    const cv::Mat after = fineDetail(grayOfSize(rendition, d->working));
    double sum = 0;
    for (const Private::Tile& tile : d->tiles) {
        const cv::Mat b = after(tile.place);
        // Not only alike in shape but as strong: grey smears of letters count for less.
        const double strength = std::max(tile.energy, cv::norm(b, cv::NORM_L2));
        sum += std::max(0.0, d->detail(tile.place).dot(b) / (strength * strength));
    }
    return sum / static_cast<double>(d->tiles.size());
}

} // namespace handshake
