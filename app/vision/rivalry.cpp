// SPDX-License-Identifier: Apache-2.0
#include "app/vision/rivalry_p.h"

#include "app/vision/cell_search_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace handshake {

namespace {

constexpr int kAlike = 2; // pixels two artworks may lie apart and still show the same

struct Vote {
    double weight = 0;
    double score = 0; ///< -1 … 1
};

/// What is left of pixels whose squares sum to `seen` when `drawn` explains them, its contrast
/// near `gain`.
double misfit(double seen, double both, double drawn, double gain)
{
    const double best = drawn > 1e-6 ? std::clamp(both / drawn, 0.6 * gain, 1.5 * gain) : gain;
    return std::max(0.0, seen - 2.0 * best * both + best * best * drawn);
}

Vote voteOf(const DenseComparison& found, const cv::Mat& own, const cv::Mat& rival, int index)
{
    const SearchPicture& photo = found.photo;
    constexpr int kReach = 2;
    const cv::Rect cell = CellGrid::cell(index, own.size());
    const CellTemplate mine = cellTemplate(own, cell);
    const CellTemplate theirs = cellTemplate(rival, cell);
    const cv::Point start = found.shifts[std::size_t(index)];
    double mineLeft = 1e18;
    double theirsLeft = 1e18;
    for (int dy = -kReach; dy <= kReach; ++dy) {
        for (int dx = -kReach; dx <= kReach; ++dx) {
            const cv::Rect at = cell + start + cv::Point(dx, dy);
            if ((at & cv::Rect(cv::Point(), photo.values.size())) != at)
                continue;
            const double texture = textureOf(photo, at);
            const double seen = texture * texture * cell.area();
            mineLeft = std::min(
                mineLeft, misfit(seen, productAt(photo, mine, at.tl()), mine.length, found.gain));
            theirsLeft = std::min(theirsLeft, misfit(seen, productAt(photo, theirs, at.tl()),
                                                     theirs.length, found.gain));
        }
    }
    double apart = 0;
    for (std::size_t i = 0; i < mine.values.size(); ++i) {
        const double away = double(mine.values[i]) - double(theirs.values[i]);
        apart += away * away;
    }
    const double difference = found.gain * found.gain * apart;
    const double noise = found.noise * found.noise * cell.area();
    // Neither explains what is there: something stands before it.
    if (std::min(mineLeft, theirsLeft) > 0.6 * difference + noise)
        return {};
    return {difference, (theirsLeft - mineLeft) / (theirsLeft + mineLeft + noise)};
}

} // namespace

Rival rivalOf(const cv::Mat& ownSmall, const cv::Mat& rivalSmall, const Thresholds& thresholds)
{
    Rival rival;
    cv::Mat fitted;
    cv::resize(rivalSmall, fitted, ownSmall.size(), 0, 0, cv::INTER_LINEAR);
    const SearchPicture picture = searchPicture(fitted);
    rival.values = picture.values;
    cv::Mat own;
    ownSmall.convertTo(own, CV_32F);
    const SearchPicture ownPicture = searchPicture(ownSmall);
    for (int i = 0; i < CellGrid::kCells; ++i) {
        const cv::Rect cell = CellGrid::cell(i, own.size());
        const double mine = textureOf(ownPicture, cell);
        const double theirs = textureOf(picture, cell);
        const double least = thresholds.cellTexture;
        bool differs = false;
        if (std::max(mine, theirs) < 2.0 * least)
            differs = false;
        else if (std::min(mine, theirs) < 0.4 * std::max(mine, theirs))
            differs = true;
        else
            differs =
                searchCell(picture, own, cell, {0, 0}, kAlike).ncc < thresholds.editionDifference;
        rival.differs[std::size_t(i)] = differs;
        rival.cells += differs ? 1 : 0;
    }
    return rival;
}

Rivalry compareRivals(const DenseComparison& found, const cv::Mat& ownValues, const Rival& rival,
                      const Thresholds& thresholds)
{
    Rivalry result;
    result.everDiffers = rival.cells > 0;
    double weights = 0;
    for (int i = 0; i < CellGrid::kCells; ++i) {
        const auto at = std::size_t(i);
        const auto state = found.cells[at];
        if (!rival.differs[at] || state == DenseComparison::Cell::Outside ||
            state == DenseComparison::Cell::Hidden)
            continue;
        const Vote vote = voteOf(found, ownValues, rival.values, i);
        if (vote.weight <= thresholds.editionContrast * found.noise * found.noise)
            continue;
        // One cell of strong contrast must not outvote all others.
        const double weight = std::sqrt(vote.weight);
        ++result.cells;
        weights += weight;
        result.margin += weight * vote.score;
    }
    if (result.cells > 0)
        result.margin /= weights;
    return result;
}

bool rivalWins(const Rivalry& rivalry, const Thresholds& thresholds)
{
    if (rivalry.cells < int(thresholds.editionCells))
        return false;
    const bool isSure = rivalry.cells >= int(thresholds.editionSureCells);
    return rivalry.margin < (isSure ? thresholds.editionLean : -thresholds.editionMargin);
}

} // namespace handshake
