// SPDX-License-Identifier: Apache-2.0
#include "app/vision/dense_comparison_p.h"

#include "app/vision/backdrop_data_p.h"
#include "app/vision/backdrop_matcher_p.h"
#include "app/vision/cell_search_p.h"

#include <opencv2/calib3d.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <optional>

namespace handshake {

namespace {

constexpr double kSeen = 0.85;    // share of a cell that has to be inside the photo
constexpr double kSoft = 1.2;     // both pictures are smoothed by this, pixels of the small artwork
constexpr int kCoarseReach = 3;   // pixels at half size
constexpr int kFineReach = 2;     // pixels at full size around what the coarse search found
constexpr double kRounding = 0.7; // grey levels that rounding and compression take anyway

using Dense = DenseComparison;
using Cell = Dense::Cell;

struct Rectified {
    cv::Mat photo;  ///< the photo as the small artwork lies
    cv::Mat inside; ///< a pixel a cell: share of it in the photo, 0 … 255
    cv::Mat person; ///< the same for the person
    cv::Mat body;   ///< the same, a pixel a block
};

const cv::Size kCellSize{CellGrid::kColumns, CellGrid::kRows};
const cv::Size kBlockSize{CellGrid::kBlockColumns, CellGrid::kBlockRows};

cv::Mat shares(const cv::Mat& mask, const cv::Matx33d& small, cv::Size size, cv::Size grid)
{
    cv::Mat warped;
    cv::warpPerspective(mask, warped, small, size, cv::INTER_NEAREST | cv::WARP_INVERSE_MAP);
    cv::resize(warped, warped, grid, 0, 0, cv::INTER_AREA);
    return warped;
}

Rectified rectified(const PhotoView& photo, const cv::Matx33d& small, cv::Size size)
{
    Rectified result;
    cv::warpPerspective(photo.gray, result.photo, small, size,
                        cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
    cv::GaussianBlur(result.photo, result.photo, cv::Size(), kSoft);
    const cv::Mat all(photo.gray.size(), CV_8U, cv::Scalar(255));
    result.inside = shares(all, small, size, kCellSize);
    const cv::Mat person =
        photo.person.empty() ? cv::Mat::zeros(photo.gray.size(), CV_8U) : photo.person;
    result.person = shares(person, small, size, kCellSize);
    result.body = shares(person, small, size, kBlockSize);
    return result;
}

/// Standard deviation of the noise in the smoothed photo: the median of what a kernel blind to
/// slopes leaves.
double noiseOf(const cv::Mat& gray)
{
    cv::Mat rough;
    const cv::Mat kernel = (cv::Mat_<float>(3, 3) << 1, -2, 1, -2, 4, -2, 1, -2, 1) / 6.0F;
    cv::filter2D(gray, rough, CV_32F, kernel);
    std::vector<float> values;
    for (int y = 1; y < rough.rows - 1; y += 3) {
        for (int x = 1; x < rough.cols - 1; x += 3)
            values.push_back(std::abs(rough.at<float>(y, x)));
    }
    if (values.empty())
        return 0;
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    // Smoothing hides most of the noise from the kernel: what is left is blown up again.
    return double(*middle) / 0.6745 * 2.5;
}

using Matches = std::array<CellMatch, CellGrid::kCells>;

struct Measured {
    SearchPicture photo; ///< Rectified::photo
    Matches found{};
    std::array<double, CellGrid::kCells> drawn{};  ///< texture of the artwork
    std::array<double, CellGrid::kCells> seen{};   ///< of the photo, where it was found
    std::array<double, CellGrid::kCells> bright{}; ///< mean of the photo
};

/// Cloth bends smoothly: where most neighbours were found tells where a cell has to be, and what is
/// there is held against it once more. A wrong print fits somewhere, but not there.
void settle(Measured& measured, const SearchPicture& print, double goodNcc)
{
    const SearchPicture& photo = measured.photo;
    constexpr int kAround = 2; // cells each way
    constexpr int kLeast = 4;
    constexpr int kReach = 1;
    const Matches before = measured.found;
    for (int i = 0; i < CellGrid::kCells; ++i) {
        const auto at = std::size_t(i);
        if (before[at].ncc <= -1)
            continue;
        std::vector<int> dx;
        std::vector<int> dy;
        const int row = i / CellGrid::kColumns;
        const int column = i % CellGrid::kColumns;
        for (int y = std::max(0, row - kAround); y <= std::min(CellGrid::kRows - 1, row + kAround);
             ++y) {
            for (int x = std::max(0, column - kAround);
                 x <= std::min(CellGrid::kColumns - 1, column + kAround); ++x) {
                const CellMatch& other =
                    before[std::size_t(y) * CellGrid::kColumns + std::size_t(x)];
                if (other.ncc < goodNcc || (y == row && x == column))
                    continue;
                dx.push_back(other.offset.x);
                dy.push_back(other.offset.y);
            }
        }
        if (int(dx.size()) < kLeast)
            continue;
        const auto middle = std::ptrdiff_t(dx.size() / 2);
        std::nth_element(dx.begin(), dx.begin() + middle, dx.end());
        std::nth_element(dy.begin(), dy.begin() + middle, dy.end());
        const cv::Point expected(dx[std::size_t(middle)], dy[std::size_t(middle)]);
        const cv::Rect cell = CellGrid::cell(i, print.values.size());
        measured.found[at] = searchCell(photo, print.values, cell, expected, kReach);
        const cv::Rect place =
            (cell + measured.found[at].offset) & cv::Rect(cv::Point(), photo.values.size());
        measured.seen[at] = textureOf(photo, place);
    }
}

/// Where the cells lie, at half size: to two pixels.
Matches roughPlaces(const Rectified& view, const cv::Mat& artwork, const Thresholds& thresholds)
{
    Matches result{};
    cv::Mat halfPhoto;
    cv::Mat halfArtwork;
    cv::resize(view.photo, halfPhoto, cv::Size(), 0.5, 0.5, cv::INTER_AREA);
    cv::resize(artwork, halfArtwork, cv::Size(), 0.5, 0.5, cv::INTER_AREA);
    const SearchPicture photo = searchPicture(halfPhoto);
    const SearchPicture print = searchPicture(halfArtwork);
    for (int i = 0; i < CellGrid::kCells; ++i) {
        const cv::Rect cell = CellGrid::cell(i, halfArtwork.size());
        if (view.inside.at<uchar>(i / CellGrid::kColumns, i % CellGrid::kColumns) < kSeen * 255 ||
            textureOf(print, cell) < thresholds.cellTexture)
            continue;
        CellMatch& found = result[std::size_t(i)];
        found = searchCell(photo, print.values, cell, {0, 0}, kCoarseReach);
        found.offset *= 2;
    }
    return result;
}

Measured measure(const Rectified& view, const cv::Mat& artwork, const Thresholds& thresholds)
{
    const Matches rough = roughPlaces(view, artwork, thresholds);
    Measured result;
    result.photo = searchPicture(view.photo);
    const SearchPicture& photo = result.photo;
    const SearchPicture print = searchPicture(artwork);
    for (int i = 0; i < CellGrid::kCells; ++i) {
        const auto at = std::size_t(i);
        const cv::Rect cell = CellGrid::cell(i, artwork.size());
        result.drawn[at] = textureOf(print, cell);
        result.seen[at] = textureOf(photo, cell);
        result.bright[at] = cv::mean(view.photo(cell))[0];
        if (view.inside.at<uchar>(i / CellGrid::kColumns, i % CellGrid::kColumns) < kSeen * 255 ||
            result.drawn[at] < thresholds.cellTexture)
            continue;
        result.found[at] = searchCell(photo, print.values, cell, rough[at].offset, kFineReach);
        const cv::Rect place =
            (cell + result.found[at].offset) & cv::Rect(cv::Point(), view.photo.size());
        result.seen[at] = textureOf(photo, place);
    }
    settle(result, print, thresholds.cellNcc);
    return result;
}

/// How strongly the photo shows the print's contrasts: median over the cells that fit well.
double gainOf(const Measured& measured)
{
    std::vector<double> gains;
    for (std::size_t i = 0; i < measured.drawn.size(); ++i) {
        if (measured.found[i].ncc > 0.7 && measured.drawn[i] > 0)
            gains.push_back(measured.seen[i] / measured.drawn[i]);
    }
    if (gains.size() < 6)
        return 0.6;
    const auto middle = gains.begin() + std::ptrdiff_t(gains.size() / 2);
    std::nth_element(gains.begin(), middle, gains.end());
    return std::clamp(*middle, 0.1, 2.0);
}

int countIn(const cv::Mat& blocks, int cell, uchar wanted)
{
    const int y = cell / CellGrid::kColumns * 2;
    const int x = cell % CellGrid::kColumns * 2;
    int count = 0;
    for (int i = 0; i < 4; ++i)
        count += blocks.at<uchar>(y + i / 2, x + i % 2) == wanted ? 1 : 0;
    return count;
}

/// The worst two by two cells: how far the judged ones among them fall short of what most cells of
/// this photo reach.
double worstPatchOf(const Dense& dense)
{
    std::vector<double> reached;
    for (std::size_t i = 0; i < dense.cells.size(); ++i) {
        if (dense.cells[i] == Cell::Agrees)
            reached.push_back(dense.ncc[i]);
    }
    if (reached.empty())
        return 1;
    const auto middle = reached.begin() + std::ptrdiff_t(reached.size() / 2);
    std::nth_element(reached.begin(), middle, reached.end());
    const double usual = 0.9 * *middle;
    double worst = 0;
    for (int row = 0; row + 1 < CellGrid::kRows; ++row) {
        for (int column = 0; column + 1 < CellGrid::kColumns; ++column) {
            int judged = 0;
            double lacking = 0;
            for (int k = 0; k < 4; ++k) {
                const auto i =
                    std::size_t(row + k / 2) * CellGrid::kColumns + std::size_t(column + k % 2);
                if (dense.cells[i] != Cell::Agrees && dense.cells[i] != Cell::Differs)
                    continue;
                ++judged;
                lacking += std::clamp((usual - dense.ncc[i]) / usual, 0.0, 1.0);
            }
            if (judged >= 2)
                worst = std::max(worst, lacking / std::max(3, judged));
        }
    }
    return worst;
}

Dense judge(const cv::Matx33d& toPhoto, const Rectified& view, const Measured& measured,
            const cv::Mat& blocks, const Thresholds& thresholds, double noise)
{
    Dense result;
    result.toPhoto = toPhoto;
    result.hidden = blocks.clone();
    result.hidden.setTo(1, blocks == kForeignPrint);
    const double gain = gainOf(measured);
    cv::Mat things = blocks == 255;
    cv::dilate(things, things, cv::getStructuringElement(cv::MORPH_RECT, cv::Size(3, 3)));
    cv::Mat nearPerson;
    cv::dilate(view.person, nearPerson, cv::getStructuringElement(cv::MORPH_RECT, cv::Size(3, 3)));
    result.gain = gain;
    result.noise = noise;
    double sum = 0;
    for (int i = 0; i < CellGrid::kCells; ++i) {
        const auto at = std::size_t(i);
        const int row = i / CellGrid::kColumns;
        const int column = i % CellGrid::kColumns;
        Cell& state = result.cells[at];
        if (view.inside.at<uchar>(row, column) < kSeen * 255) {
            state = Cell::Outside;
            continue;
        }
        const int hidden = countIn(blocks, i, 255);
        const bool isForeign = countIn(blocks, i, kForeignPrint) >= 2;
        const double signal = gain * measured.drawn[at];
        const double expected = signal / std::sqrt(signal * signal + noise * noise + 1e-6);
        if (measured.drawn[at] < thresholds.cellTexture || expected < thresholds.cellExpected) {
            const bool isRim =
                countIn(things, i, 255) >= 1 || nearPerson.at<uchar>(row, column) > 25;
            const bool isTooRough =
                measured.seen[at] >
                thresholds.plainRough * measured.bright[at] + 2.0 * signal + 4.0 * noise + 4.0;
            if (isForeign || (isTooRough && !isRim)) { // another print where this one is plain
                state = Cell::Differs;
                ++result.differing;
                continue;
            }
            state = hidden >= 2 ? Cell::Hidden : Cell::Plain;
            result.covered += hidden >= 2 ? 1 : 0;
            continue;
        }
        const double ncc =
            isForeign ? std::min(0.3, measured.found[at].ncc) : measured.found[at].ncc / expected;
        result.ncc[at] = ncc;
        result.shifts[at] = measured.found[at].offset;
        const bool isPerson = view.person.at<uchar>(row, column) > 100;
        const bool isRim = countIn(things, i, 255) >= 1; // of something before it
        if (ncc < thresholds.cellNcc && (isRim || isPerson)) {
            state = Cell::Hidden;
            ++result.covered;
            continue;
        }
        sum += std::clamp(ncc, 0.0, 1.0);
        state = ncc < thresholds.cellNcc ? Cell::Differs : Cell::Agrees;
        (state == Cell::Agrees ? result.agreeing : result.differing) += 1;
    }
    result.meanNcc = result.judged() > 0 ? sum / result.judged() : 0.0;
    result.worstPatch = worstPatchOf(result);
    return result;
}

/// The place the cells were found at, all together; none when they do not agree on one.
std::optional<cv::Matx33d> refined(const Matches& places, const cv::Matx33d& small,
                                   const cv::Matx33d& toSmall, cv::Size size, double least)
{
    std::vector<cv::Point2f> from;
    std::vector<cv::Point2f> to;
    for (int i = 0; i < CellGrid::kCells; ++i) {
        const CellMatch& found = places[std::size_t(i)];
        if (found.ncc < least)
            continue;
        const cv::Rect cell = CellGrid::cell(i, size);
        const cv::Point2d middle(cell.x + cell.width / 2.0, cell.y + cell.height / 2.0);
        const cv::Vec3d at =
            small * cv::Vec3d(middle.x + found.offset.x, middle.y + found.offset.y, 1.0);
        from.emplace_back(float(middle.x), float(middle.y));
        to.emplace_back(float(at[0] / at[2]), float(at[1] / at[2]));
    }
    if (from.size() < 12)
        return std::nullopt;
    const cv::Mat better = cv::findHomography(from, to, cv::RANSAC, 3.0, cv::noArray(), 200);
    if (better.empty())
        return std::nullopt;
    return cv::Matx33d(better) * toSmall;
}

} // namespace

double DenseComparison::agreement() const
{
    return judged() > 0 ? double(agreeing) / judged() : 0.0;
}

cv::Mat denseArtwork(const cv::Mat& gray)
{
    cv::Mat small;
    const int height = std::max(CellGrid::kRows * 4,
                                int(std::lround(double(gray.rows) * Dense::kWidth / gray.cols)));
    cv::resize(gray, small, cv::Size(Dense::kWidth, height), 0, 0, cv::INTER_AREA);
    cv::GaussianBlur(small, small, cv::Size(), kSoft);
    return small;
}

cv::Mat blockColours(const cv::Mat& bgr)
{
    cv::Mat colours;
    cv::resize(bgr, colours, cv::Size(CellGrid::kBlockColumns, CellGrid::kBlockRows), 0, 0,
               cv::INTER_AREA);
    colours.convertTo(colours, CV_32F);
    return colours;
}

DenseComparison compareDense(const PhotoView& photo, const BackdropReference& reference,
                             const cv::Matx33d& toPhoto, const Thresholds& thresholds)
{
    const cv::Size artwork = reference.gray.size();
    const cv::Size size = reference.small.size();
    const cv::Matx33d fromSmall(double(artwork.width) / size.width, 0, 0, 0,
                                double(artwork.height) / size.height, 0, 0, 0, 1);
    const cv::Matx33d toSmall = fromSmall.inv();
    cv::Matx33d place = toPhoto;
    Rectified view = rectified(photo, place * fromSmall, size);
    Measured measured = measure(view, reference.small, thresholds);
    const auto better =
        refined(measured.found, place * fromSmall, toSmall, size, thresholds.cellNcc);
    if (better && isPlausible(*better, artwork, thresholds)) {
        place = *better;
        view = rectified(photo, place * fromSmall, size);
        measured = measure(view, reference.small, thresholds);
    }
    const double noise = std::hypot(noiseOf(view.photo), kRounding);
    std::array<bool, CellGrid::kCells> trusted{};
    for (std::size_t i = 0; i < trusted.size(); ++i)
        trusted[i] = measured.found[i].ncc > thresholds.cellNcc;
    const cv::Matx33d fromBlocks(double(artwork.width) / CellGrid::kBlockColumns, 0, 0, 0,
                                 double(artwork.height) / CellGrid::kBlockRows, 0, 0, 0, 1);
    BlockView blocks =
        viewBlocks(photo.bgr, reference.colours, place * fromBlocks, trusted, thresholds);
    keepWhatStands(blocks.states, view.body);
    Dense result = judge(place, view, measured, blocks.states, thresholds, noise);
    result.seen = std::move(blocks.seen);
    result.amounts = std::move(blocks.amounts);
    result.light = blocks.light;
    result.body = view.body;
    result.photo = std::move(measured.photo);
    return result;
}

} // namespace handshake
