// SPDX-License-Identifier: Apache-2.0
#include "app/vision/identity_p.h"

#include "app/imaging/mat_view_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace handshake {

namespace {

constexpr int kColumns = IdentityMap::kColumns;
constexpr int kRows = IdentityMap::kRows;
constexpr std::size_t kPieces = std::size_t(kColumns) * kRows;
constexpr double kFree = 8; // root of the independent pixels in a piece of the smoothed photo
constexpr int kReach = 2;   // pixels around where the cells about a piece were found

using Part = IdentityMap::Part;
using Cell = DenseComparison::Cell;

struct Piece {
    bool isInView = false;
    double likeness = 0; ///< correlation as share of what a true print would reach
    double spread = 0;   ///< its standard deviation by the photo's noise
};
using Pieces = std::array<Piece, kPieces>;

std::size_t indexOf(int column, int row)
{
    return std::size_t(row) * kColumns + std::size_t(column);
}

double quantile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    const auto at = values.begin() + std::ptrdiff_t(share * double(values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

/// Without what changes slowly: folds and shade are as strong as a tone-on-tone print, and the mass
/// of an emblem is like that of another one.
cv::Mat edgesOf(const cv::Mat& gray)
{
    constexpr double kSlow = 7; // pixels
    cv::Mat values;
    gray.convertTo(values, CV_32F);
    cv::Mat slow;
    cv::GaussianBlur(values, slow, cv::Size(), kSlow);
    return values - slow;
}

/// Pieces that only touch a line of text belong to it too.
Part partOf(cv::Rect piece, cv::Size size, const std::vector<BackdropLine>& lines)
{
    constexpr double kTouch = 0.15;
    const QRectF box(double(piece.x) / size.width, double(piece.y) / size.height,
                     double(piece.width) / size.width, double(piece.height) / size.height);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const QRectF common = lines[i].box & box;
        if (common.width() * common.height() > kTouch * box.width() * box.height())
            return i == 0 ? Part::Name : Part::Text;
    }
    return Part::Mark;
}

/// Where the cells around a piece were found; none when no cell there agrees.
cv::Point shiftAt(const DenseComparison& found, int column, int row)
{
    constexpr int kAround = 2;
    const int middleX = (column + 1) / 2;
    const int middleY = (row + 1) / 2;
    std::vector<int> dx;
    std::vector<int> dy;
    for (int y = std::max(0, middleY - kAround);
         y <= std::min(CellGrid::kRows - 1, middleY + kAround); ++y) {
        for (int x = std::max(0, middleX - kAround);
             x <= std::min(CellGrid::kColumns - 1, middleX + kAround); ++x) {
            const auto cell = std::size_t(y) * CellGrid::kColumns + std::size_t(x);
            if (found.cells[cell] != Cell::Agrees)
                continue;
            dx.push_back(found.shifts[cell].x);
            dy.push_back(found.shifts[cell].y);
        }
    }
    if (dx.empty())
        return {0, 0};
    const auto half = std::ptrdiff_t(dx.size() / 2);
    std::nth_element(dx.begin(), dx.begin() + half, dx.end());
    std::nth_element(dy.begin(), dy.begin() + half, dy.end());
    return {dx[std::size_t(half)], dy[std::size_t(half)]};
}

/// Blocks that show the print and nothing else: not the person nor its rim, nothing before it, all
/// in the picture.
struct Sight {
    cv::Mat clear; ///< CV_8U, 255 there
    cv::Mat tops;  ///< as ThingsBefore's
};
Sight sightOf(const DenseComparison& found, const IdentityMap& map, const Thresholds& thresholds)
{
    constexpr double kPerson = 25;
    constexpr int kEdge = 2;
    const cv::Mat around = cv::getStructuringElement(cv::MORPH_RECT, cv::Size(3, 3));
    const ThingsBefore before = thingsBefore(found, map.palette, thresholds);
    cv::Mat things = before.things;
    cv::Mat person = found.body > kPerson;
    cv::dilate(person, person, around);
    // The silhouette is an estimate: near to it whatever is foreign is taken for the person.
    cv::Mat rim;
    cv::dilate(person, rim, cv::getStructuringElement(cv::MORPH_RECT, cv::Size(5, 5)));
    things.setTo(255, rim & (found.hidden == 255));
    cv::dilate(things, things, around);
    cv::Mat clear(found.hidden.size(), CV_8U, cv::Scalar(255));
    clear.setTo(0, things);
    clear.setTo(0, person);
    clear.setTo(0, found.hidden == 0);
    // Beyond the print's edge is a wall, whose brightness reaches in.
    const cv::Rect inner(kEdge, kEdge, clear.cols - 2 * kEdge, clear.rows - 2 * kEdge);
    cv::Mat inside = cv::Mat::zeros(clear.size(), CV_8U);
    inside(inner).setTo(255);
    clear &= inside;
    return {clear, before.tops};
}

struct Capture {
    std::size_t softness = 0; ///< of IdentityMap::prints
    double gain = 1;          ///< of that print's contrasts
};

/// How soft the photo is and how strong: which of the prints the cells that agree are most alike.
Capture captureOf(const DenseComparison& found, const IdentityMap& map, const SearchPicture& photo)
{
    constexpr int kMost = 40;
    std::array<double, IdentityMap::kBlurs.size()> sums{};
    std::array<std::vector<double>, IdentityMap::kBlurs.size()> gains;
    int looked = 0;
    for (int i = 0; i < CellGrid::kCells && looked < kMost; ++i) {
        const int cellIndex = i * 7 % CellGrid::kCells; // from all over the picture
        const auto at = std::size_t(cellIndex);
        const int column = cellIndex % CellGrid::kColumns * 2;
        const int row = cellIndex / CellGrid::kColumns * 2;
        if (found.cells[at] != Cell::Agrees || column >= kColumns || row >= kRows ||
            map.parts[indexOf(column, row)] == Part::None)
            continue;
        ++looked;
        const cv::Rect cell = CellGrid::cell(cellIndex, photo.values.size());
        const cv::Rect place =
            (cell + found.shifts[at]) & cv::Rect(cv::Point(), photo.values.size());
        const double seen = textureOf(photo, place);
        for (std::size_t k = 0; k < sums.size(); ++k) {
            sums[k] += searchCell(photo, map.prints[k].values, cell, found.shifts[at], 0).ncc;
            gains[k].push_back(seen / std::max(0.1, textureOf(map.prints[k], cell)));
        }
    }
    const auto best = std::size_t(std::max_element(sums.begin(), sums.end()) - sums.begin());
    return {best, gains[best].empty() ? found.gain : quantile(gains[best], 0.5)};
}

Pieces compared(const DenseComparison& found, const IdentityMap& map, const Capture& capture,
                const SearchPicture& photo, const Thresholds& thresholds)
{
    Pieces pieces{};
    const SearchPicture& print = map.prints[capture.softness];
    const Sight sight = sightOf(found, map, thresholds);
    const double ink = capture.gain * map.strong;
    for (int row = 0; row < kRows; ++row) {
        for (int column = 0; column < kColumns; ++column) {
            const auto at = indexOf(column, row);
            const cv::Rect blocks(column, row, IdentityMap::kSide, IdentityMap::kSide);
            if (cv::countNonZero(sight.clear(blocks)) < blocks.area())
                continue;
            const cv::Rect place = IdentityMap::piece(column, row, photo.values.size());
            const double signal = capture.gain * textureOf(print, place);
            const double expected =
                signal / std::sqrt(signal * signal + found.noise * found.noise + 1e-6);
            const bool isInk = map.parts[at] != Part::None;
            // Where this print is plain only strong ink says anything, and against it.
            if (isInk ? expected < thresholds.cellExpected
                      : textureOf(photo, place) < ink + 3.0 * found.noise)
                continue;
            const double likeness =
                searchCell(photo, print.values, place, shiftAt(found, column, row), kReach).ncc /
                std::max(thresholds.cellExpected, expected);
            const bool isGood = likeness > thresholds.cellNcc;
            if (!isGood && cv::countNonZero(sight.tops(blocks)) > 0)
                continue;
            if (!isInk && isGood)
                continue;
            const double reached = std::max(thresholds.cellExpected, expected);
            pieces[at] = {true, likeness, (1.0 - reached * reached) / (kFree * reached)};
        }
    }
    return pieces;
}

/// Where nothing agrees all the way from the floor something may stand before the print that has
/// one of its colours: pieces unlike the print say nothing there.
void leaveOutThings(Pieces& pieces, const DenseComparison& found, double least)
{
    constexpr int kTop = 2; // blocks
    cv::Mat states = found.hidden != 0;
    for (int i = 0; i < CellGrid::kCells; ++i) {
        const cv::Rect blocks(i % CellGrid::kColumns * 2, i / CellGrid::kColumns * 2, 2, 2);
        if (found.cells[std::size_t(i)] == Cell::Agrees)
            states(blocks).setTo(1);
    }
    for (std::size_t i = 0; i < kPieces; ++i) {
        const cv::Rect blocks(int(i) % kColumns, int(i) / kColumns, IdentityMap::kSide,
                              IdentityMap::kSide);
        if (pieces[i].isInView && pieces[i].likeness >= least)
            states(blocks).setTo(1);
    }
    cv::Mat things = standing(states, found.body);
    cv::dilate(things, things, cv::Mat::ones(kTop + 2, 3, CV_8U), cv::Point(1, 1));
    for (std::size_t i = 0; i < kPieces; ++i) {
        const cv::Rect blocks(int(i) % kColumns, int(i) / kColumns, IdentityMap::kSide,
                              IdentityMap::kSide);
        if (pieces[i].likeness < least && cv::countNonZero(things(blocks)) > 0)
            pieces[i].isInView = false;
    }
}

/// The worst two by two pieces: how far they fall short of what most of this photo reach.
double worstOf(const Pieces& pieces, double usual)
{
    double worst = 0;
    for (int row = 0; row + 1 < kRows; ++row) {
        for (int column = 0; column + 1 < kColumns; ++column) {
            int judged = 0;
            double lacking = 0;
            for (int k = 0; k < 4; ++k) {
                const Piece& piece = pieces[indexOf(column + k % 2, row + k / 2)];
                if (!piece.isInView)
                    continue;
                ++judged;
                const double least = usual - 3.0 * piece.spread;
                lacking += std::clamp((least - piece.likeness) / usual, 0.0, 1.0);
            }
            if (judged >= 3)
                worst = std::max(worst, lacking / judged);
        }
    }
    return worst;
}

} // namespace

cv::Rect IdentityMap::piece(int column, int row, cv::Size size)
{
    const int x0 = column * size.width / CellGrid::kBlockColumns;
    const int x1 = (column + kSide) * size.width / CellGrid::kBlockColumns;
    const int y0 = row * size.height / CellGrid::kBlockRows;
    const int y1 = (row + kSide) * size.height / CellGrid::kBlockRows;
    return {x0, y0, x1 - x0, y1 - y0};
}

IdentityMap identityOf(const BackdropReference& artwork, const std::vector<BackdropLine>& lines,
                       const Thresholds& thresholds)
{
    IdentityMap map;
    map.palette = paletteOf(bgrCopy(artwork.image));
    for (std::size_t i = 0; i < map.prints.size(); ++i) {
        cv::Mat soft = artwork.small.clone();
        if (IdentityMap::kBlurs[i] > 0)
            cv::GaussianBlur(artwork.small, soft, cv::Size(), IdentityMap::kBlurs[i]);
        map.prints[i] = searchPicture(edgesOf(soft));
    }
    const cv::Size size = artwork.small.size();
    std::vector<double> textures;
    for (int row = 0; row < kRows; ++row) {
        for (int column = 0; column < kColumns; ++column)
            textures.push_back(textureOf(map.prints[0], IdentityMap::piece(column, row, size)));
    }
    map.strong = std::max(thresholds.cellTexture, thresholds.identityInk * quantile(textures, 0.9));
    for (int row = 0; row < kRows; ++row) {
        for (int column = 0; column < kColumns; ++column) {
            const auto at = indexOf(column, row);
            map.parts[at] = textures[at] < map.strong
                                ? Part::None
                                : partOf(IdentityMap::piece(column, row, size), size, lines);
            ++map.counts[std::size_t(map.parts[at])];
        }
    }
    return map;
}

bool isIdentified(const IdentityFinding& finding, const Thresholds& thresholds)
{
    return finding.agreeingOf(IdentityMap::Part::Name) +
               finding.agreeingOf(IdentityMap::Part::Mark) >=
           int(thresholds.identityPieces);
}

IdentityFinding compareIdentity(const DenseComparison& found, const IdentityMap& map,
                                const Thresholds& thresholds)
{
    IdentityFinding result;
    const SearchPicture photo = searchPicture(edgesOf(found.photo.values));
    const Capture capture = captureOf(found, map, photo);
    result.blur = IdentityMap::kBlurs[capture.softness];
    Pieces pieces = compared(found, map, capture, photo, thresholds);
    leaveOutThings(pieces, found, thresholds.cellNcc);
    std::vector<double> reached;
    for (const Piece& piece : pieces) {
        if (piece.isInView)
            reached.push_back(piece.likeness);
    }
    result.judged = int(reached.size());
    // Another provider's print agrees in part: what its better pieces reach is what this photo's
    // light, blur and noise leave of a true one.
    const double usual = 0.9 * std::max(0.3, quantile(reached, 0.7));
    result.contradiction = worstOf(pieces, usual);
    std::array<int, 4>& agreeing = result.agreeing;
    for (std::size_t i = 0; i < kPieces; ++i) {
        if (pieces[i].isInView && pieces[i].likeness >= thresholds.identityAgrees * usual)
            ++agreeing[std::size_t(map.parts[i])];
    }
    return result;
}

} // namespace handshake
