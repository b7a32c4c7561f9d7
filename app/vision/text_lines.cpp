// SPDX-License-Identifier: Apache-2.0
#include "app/vision/text_lines_p.h"

#include "app/vision/backdrop_matcher_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace handshake {

namespace {

constexpr int kLetter = 32; // height of the lettering while comparing, pixels
constexpr int kReach = 7;   // folds and a homography's rest error, pixels of that size

/// Something stands before character `index` of the line at `share`, or next to it.
bool isCovered(const DenseComparison& found, const QRectF& share, int index, int letters)
{
    const double step = share.width() / letters;
    const int columns = CellGrid::kBlockColumns;
    const int rows = CellGrid::kBlockRows;
    const int x0 = std::max(0, int((share.x() + index * step) * columns) - 1);
    const int x1 = std::min(columns - 1, int((share.x() + (index + 1) * step) * columns) + 1);
    const int y0 = std::clamp(int(share.top() * rows) - 1, 0, rows - 1);
    const int y1 = std::clamp(int(share.bottom() * rows) + 1, 0, rows - 1);
    for (int y = y0; y <= y1; ++y) {
        for (int x = x0; x <= x1; ++x) {
            if (found.hidden.at<uchar>(y, x) == 255)
                return true;
        }
    }
    return false;
}

LineView viewLine(const PhotoContext& photo, const QRectF& share)
{
    const cv::Size artwork = photo.artworkSize();
    const cv::Rect2d box(share.x() * artwork.width, share.y() * artwork.height,
                         share.width() * artwork.width, share.height() * artwork.height);
    const double zoom = kLetter / box.height;
    const cv::Size size(std::clamp(int(std::lround(box.width * zoom)), kLetter, 60 * kLetter),
                        kLetter);
    const cv::Size wide(size.width + 2 * kReach, size.height + 2 * kReach);
    const cv::Matx33d enlarge(photo.enlarge, 0, 0, 0, photo.enlarge, 0, 0, 0, 1);
    const cv::Matx33d toArtwork(box.width / size.width, 0, box.x, 0, box.height / size.height,
                                box.y, 0, 0, 1);
    const cv::Matx33d shift(1, 0, -kReach, 0, 1, -kReach, 0, 0, 1);
    const cv::Matx33d& toSmall = photo.finding.own->toPhoto;
    const int flags = cv::INTER_LINEAR | cv::WARP_INVERSE_MAP;

    cv::Mat drawn;
    cv::Mat seen;
    cv::Mat inside;
    cv::Mat person = cv::Mat::zeros(wide, CV_8U);
    // Both from the picture nearest in size, so that neither is undersampled.
    const bool fine = cv::norm(cv::Vec2d(toSmall(0, 0), toSmall(1, 0))) * box.height < 2 * kLetter;
    const cv::Mat& source = fine ? photo.gray : photo.small;
    const cv::Matx33d toSource = fine ? enlarge * toSmall : toSmall;
    cv::warpPerspective(photo.backdrop->current.gray, drawn, toArtwork, size,
                        cv::INTER_AREA | cv::WARP_INVERSE_MAP);
    cv::warpPerspective(source, seen, toSource * toArtwork * shift, wide, flags,
                        cv::BORDER_REPLICATE);
    cv::warpPerspective(cv::Mat(source.size(), CV_8U, cv::Scalar(255)), inside,
                        toSource * toArtwork * shift, wide, flags);
    if (!photo.person.empty())
        cv::warpPerspective(photo.person, person, toSmall * toArtwork * shift, wide, flags);

    LineView view;
    const int letters = std::max(1, size.width / kLetter);
    int visible = 0;
    std::optional<double> before; // of the character to the left
    for (int i = 0; i < letters; ++i) {
        const int x0 = i * size.width / letters;
        const int x1 = (i + 1) * size.width / letters;
        const cv::Rect letter(x0, 0, x1 - x0, size.height);
        const cv::Rect around(x0, 0, letter.width + 2 * kReach, wide.height);
        const std::optional<double> left = std::exchange(before, std::nullopt);
        if (cv::countNonZero(inside(around)) < 0.85 * around.area())
            continue;
        cv::Mat scores;
        cv::matchTemplate(seen(around), drawn(letter), scores, cv::TM_CCOEFF_NORMED);
        double best = 0;
        cv::minMaxLoc(scores, nullptr, &best);
        if (!std::isfinite(best))
            continue;
        const bool behind = cv::countNonZero(person(around)) > 0.3 * around.area() ||
                            isCovered(*photo.finding.own, share, i, letters);
        if (behind && best < photo.limits.textNccFail)
            continue;
        ++visible;
        view.likeness += best;
        before = best;
        if (left)
            view.weakest = std::min(view.weakest, std::max(*left, best));
    }
    view.visible = double(visible) / letters;
    view.likeness = visible > 0 ? view.likeness / visible : 0.0;

    const auto corners = projectedOutline(toSource * toArtwork, size);
    cv::Rect2d bounds(corners[0], corners[0]);
    for (const auto& corner : corners) {
        const double left = std::min(bounds.x, corner.x);
        const double top = std::min(bounds.y, corner.y);
        bounds = {left, top, std::max(bounds.x + bounds.width, corner.x) - left,
                  std::max(bounds.y + bounds.height, corner.y) - top};
    }
    const double back = fine ? 1.0 : photo.enlarge;
    view.height = (cv::norm(corners[3] - corners[0]) + cv::norm(corners[2] - corners[1])) / 2.0 *
                  back * 800.0 / photo.gray.cols;
    const QRectF zone(bounds.x * back, bounds.y * back, bounds.width * back, bounds.height * back);
    view.zone = zone.toAlignedRect() & QRect(0, 0, photo.gray.cols, photo.gray.rows);
    return view;
}

} // namespace

std::vector<LineView> viewLines(const PhotoContext& photo)
{
    std::vector<LineView> views;
    for (const BackdropLine& line : photo.backdrop->lines) {
        if (!line.box.isEmpty())
            views.push_back(viewLine(photo, line.box));
    }
    return views;
}

} // namespace handshake
