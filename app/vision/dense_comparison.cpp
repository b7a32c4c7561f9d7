// SPDX-License-Identifier: Apache-2.0
#include "app/vision/dense_comparison_p.h"

#include "app/vision/backdrop_matcher_p.h"

#include <opencv2/calib3d.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace handshake {

namespace {

constexpr int kSearch = 5;     // pixels of the small artwork, each way
constexpr double kSeen = 0.85; // share of a cell that has to be inside the photo

using Dense = DenseComparison;

cv::Rect cellRect(int index, cv::Size size)
{
    const int column = index % Dense::kColumns;
    const int row = index / Dense::kColumns;
    const int x0 = column * size.width / Dense::kColumns;
    const int x1 = (column + 1) * size.width / Dense::kColumns;
    const int y0 = row * size.height / Dense::kRows;
    const int y1 = (row + 1) * size.height / Dense::kRows;
    return {x0, y0, x1 - x0, y1 - y0};
}

/// From pixels of the small artwork to pixels of the photo.
cv::Matx33d fromSmall(const cv::Matx33d& toPhoto, cv::Size artwork, cv::Size small)
{
    const cv::Matx33d scale(double(artwork.width) / small.width, 0, 0, 0,
                            double(artwork.height) / small.height, 0, 0, 0, 1);
    return toPhoto * scale;
}

struct Rectified {
    cv::Mat photo;  ///< the photo as the small artwork lies
    cv::Mat inside; ///< where the photo reaches
    cv::Mat person;
};

Rectified rectified(const cv::Mat& photoGray, const cv::Mat& person, const cv::Matx33d& small,
                    cv::Size size)
{
    Rectified result;
    const int flags = cv::INTER_LINEAR | cv::WARP_INVERSE_MAP;
    cv::warpPerspective(photoGray, result.photo, small, size, flags, cv::BORDER_REPLICATE);
    const cv::Mat all(photoGray.size(), CV_8U, cv::Scalar(255));
    cv::warpPerspective(all, result.inside, small, size, cv::INTER_NEAREST | cv::WARP_INVERSE_MAP);
    if (person.empty())
        result.person = cv::Mat::zeros(size, CV_8U);
    else
        cv::warpPerspective(person, result.person, small, size,
                            cv::INTER_NEAREST | cv::WARP_INVERSE_MAP);
    return result;
}

struct Found {
    double ncc = 0;
    cv::Point offset;
};

Found searchCell(const cv::Mat& photo, const cv::Mat& artwork, cv::Rect cell, int reach)
{
    const cv::Rect wide =
        cv::Rect(cell.x - reach, cell.y - reach, cell.width + 2 * reach, cell.height + 2 * reach) &
        cv::Rect(0, 0, photo.cols, photo.rows);
    cv::Mat scores;
    cv::matchTemplate(photo(wide), artwork(cell), scores, cv::TM_CCOEFF_NORMED);
    double best = 0;
    cv::Point at;
    cv::minMaxLoc(scores, nullptr, &best, nullptr, &at);
    return {std::isfinite(best) ? best : 0.0, at + wide.tl() - cell.tl()};
}

double texture(const cv::Mat& image, cv::Rect cell)
{
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(image(cell), mean, deviation);
    return deviation[0];
}

double shareOf(const cv::Mat& mask, cv::Rect cell)
{
    return double(cv::countNonZero(mask(cell))) / cell.area();
}

/// As searchCell(), but a cell of the artwork without texture is answered by a photo without.
double likeness(const cv::Mat& photo, const cv::Mat& artwork, cv::Rect cell, double plain)
{
    if (texture(artwork, cell) < plain)
        return std::clamp(1.0 - texture(photo, cell) / (4.0 * plain), 0.0, 1.0);
    return searchCell(photo, artwork, cell, kSearch).ncc;
}

struct Shift {
    cv::Point2f artwork;
    cv::Point2f photo;
};

DenseComparison compareOnce(const cv::Mat& photoGray, const cv::Mat& person, const cv::Mat& artwork,
                            cv::Size artworkSize, const cv::Matx33d& toPhoto,
                            const Thresholds& thresholds, std::vector<Shift>& shifts)
{
    Dense result;
    result.toPhoto = toPhoto;
    const cv::Matx33d small = fromSmall(toPhoto, artworkSize, artwork.size());
    const Rectified view = rectified(photoGray, person, small, artwork.size());
    double sum = 0;
    for (int i = 0; i < Dense::kColumns * Dense::kRows; ++i) {
        const cv::Rect cell = cellRect(i, artwork.size());
        auto& state = result.cells[std::size_t(i)];
        if (shareOf(view.inside, cell) < kSeen) {
            state = Dense::Cell::Outside;
            continue;
        }
        const bool behind = shareOf(view.person, cell) > 0.4;
        if (texture(artwork, cell) < thresholds.cellTexture) {
            state = behind ? Dense::Cell::Person : Dense::Cell::Plain;
            continue;
        }
        const Found found = searchCell(view.photo, artwork, cell, kSearch);
        result.ncc[std::size_t(i)] = found.ncc;
        if (found.ncc < thresholds.cellNcc && behind) {
            state = Dense::Cell::Person;
            continue;
        }
        sum += found.ncc;
        if (found.ncc < thresholds.cellNcc) {
            state = Dense::Cell::Differs;
            ++result.differing;
            continue;
        }
        state = Dense::Cell::Agrees;
        ++result.agreeing;
        const cv::Point2d middle(cell.x + cell.width / 2.0, cell.y + cell.height / 2.0);
        const cv::Vec3d at =
            small * cv::Vec3d(middle.x + found.offset.x, middle.y + found.offset.y, 1.0);
        const double sx = double(artworkSize.width) / artwork.cols;
        const double sy = double(artworkSize.height) / artwork.rows;
        shifts.push_back({cv::Point2f(float(middle.x * sx), float(middle.y * sy)),
                          cv::Point2f(float(at[0] / at[2]), float(at[1] / at[2]))});
    }
    const int judged = result.agreeing + result.differing;
    result.meanNcc = judged > 0 ? sum / judged : 0.0;
    return result;
}

} // namespace

double DenseComparison::agreement() const
{
    const int judged = agreeing + differing;
    return judged > 0 ? double(agreeing) / judged : 0.0;
}

cv::Mat denseArtwork(const cv::Mat& gray)
{
    cv::Mat small;
    const int height = std::max(DenseComparison::kRows * 4,
                                int(std::lround(double(gray.rows) * Dense::kWidth / gray.cols)));
    cv::resize(gray, small, cv::Size(Dense::kWidth, height), 0, 0, cv::INTER_AREA);
    // As soft as a camera sees it: sharper edges would only lower the correlation.
    cv::GaussianBlur(small, small, cv::Size(), 0.8);
    return small;
}

DenseComparison compareDense(const cv::Mat& photoGray, const cv::Mat& person,
                             const cv::Mat& artwork, cv::Size artworkSize,
                             const cv::Matx33d& toPhoto, const Thresholds& thresholds)
{
    std::vector<Shift> shifts;
    Dense first = compareOnce(photoGray, person, artwork, artworkSize, toPhoto, thresholds, shifts);
    if (shifts.size() < 12)
        return first;
    std::vector<cv::Point2f> from;
    std::vector<cv::Point2f> to;
    for (const Shift& shift : shifts) {
        from.push_back(shift.artwork);
        to.push_back(shift.photo);
    }
    const cv::Mat better = cv::findHomography(from, to, cv::RANSAC, 6.0, cv::noArray(), 300);
    if (better.empty() || !isPlausible(cv::Matx33d(better), artworkSize, thresholds))
        return first;
    shifts.clear();
    Dense second = compareOnce(photoGray, person, artwork, artworkSize, cv::Matx33d(better),
                               thresholds, shifts);
    return second.agreeing >= first.agreeing ? second : first;
}

Rivalry compareRivals(const cv::Mat& photoGray, const DenseComparison& found,
                      const cv::Mat& ownArtwork, const cv::Mat& rivalArtwork, cv::Size artworkSize,
                      const Thresholds& thresholds)
{
    cv::Mat rival;
    cv::resize(rivalArtwork, rival, ownArtwork.size(), 0, 0, cv::INTER_LINEAR);
    const cv::Matx33d small = fromSmall(found.toPhoto, artworkSize, ownArtwork.size());
    const Rectified view = rectified(photoGray, {}, small, ownArtwork.size());
    Rivalry result;
    for (int i = 0; i < Dense::kColumns * Dense::kRows; ++i) {
        const auto state = found.cells[std::size_t(i)];
        if (state != Dense::Cell::Agrees && state != Dense::Cell::Differs &&
            state != Dense::Cell::Plain)
            continue;
        const cv::Rect cell = cellRect(i, ownArtwork.size());
        if (std::max(texture(ownArtwork, cell), texture(rival, cell)) < thresholds.cellTexture)
            continue;
        // A cell tells the two apart only when neither looks like the other within the search.
        const double plain = thresholds.cellTexture;
        if (likeness(rival, ownArtwork, cell, plain) > thresholds.editionDifference)
            continue;
        ++result.cells;
        result.ownNcc += likeness(view.photo, ownArtwork, cell, plain);
        result.rivalNcc += likeness(view.photo, rival, cell, plain);
    }
    if (result.cells > 0) {
        result.ownNcc /= result.cells;
        result.rivalNcc /= result.cells;
    }
    return result;
}

} // namespace handshake
