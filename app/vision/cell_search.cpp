// SPDX-License-Identifier: Apache-2.0
#include "app/vision/cell_search_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace handshake {

namespace {

double boxSum(const cv::Mat& integral, cv::Rect box)
{
    return integral.at<double>(box.y, box.x) +
           integral.at<double>(box.y + box.height, box.x + box.width) -
           integral.at<double>(box.y, box.x + box.width) -
           integral.at<double>(box.y + box.height, box.x);
}

/// Four sums at once: a single one would wait for itself.
float product(const float* a, const float* b, int count)
{
    std::array<float, 4> sum{};
    int i = 0;
    for (; i + 4 <= count; i += 4) {
        for (std::size_t k = 0; k < 4; ++k)
            sum[k] += a[i + int(k)] * b[i + int(k)];
    }
    for (; i < count; ++i)
        sum[0] += a[i] * b[i];
    return sum[0] + sum[1] + sum[2] + sum[3];
}

} // namespace

SearchPicture searchPicture(const cv::Mat& gray)
{
    SearchPicture picture;
    gray.convertTo(picture.values, CV_32F);
    cv::integral(picture.values, picture.sums, picture.squares, CV_64F, CV_64F);
    return picture;
}

double textureOf(const SearchPicture& picture, cv::Rect cell)
{
    const double mean = boxSum(picture.sums, cell) / cell.area();
    const double square = boxSum(picture.squares, cell) / cell.area();
    return std::sqrt(std::max(0.0, square - mean * mean));
}

CellTemplate cellTemplate(const cv::Mat& values, cv::Rect cell)
{
    CellTemplate wanted;
    wanted.size = cell.size();
    wanted.values.reserve(std::size_t(cell.area()));
    const auto mean = float(cv::mean(values(cell))[0]);
    for (int y = 0; y < cell.height; ++y) {
        const auto* row = values.ptr<float>(cell.y + y, cell.x);
        for (int x = 0; x < cell.width; ++x) {
            const float value = row[x] - mean;
            wanted.values.push_back(value);
            wanted.length += double(value) * double(value);
        }
    }
    return wanted;
}

double productAt(const SearchPicture& photo, const CellTemplate& wanted, cv::Point place)
{
    float sum = 0;
    for (int y = 0; y < wanted.size.height; ++y)
        sum += product(photo.values.ptr<float>(place.y + y, place.x),
                       &wanted.values[std::size_t(y) * std::size_t(wanted.size.width)],
                       wanted.size.width);
    return double(sum);
}

CellMatch searchCell(const SearchPicture& photo, const cv::Mat& artwork, cv::Rect cell,
                     cv::Point start, int reach)
{
    const CellTemplate wanted = cellTemplate(artwork, cell);
    CellMatch best;
    for (int dy = -reach; dy <= reach; ++dy) {
        for (int dx = -reach; dx <= reach; ++dx) {
            const cv::Rect at = cell + start + cv::Point(dx, dy);
            if ((at & cv::Rect(cv::Point(), photo.values.size())) != at)
                continue;
            const double scale = std::sqrt(wanted.length * cell.area()) * textureOf(photo, at);
            const double ncc = scale > 1e-3 ? productAt(photo, wanted, at.tl()) / scale : 0.0;
            if (ncc > best.ncc)
                best = {ncc, start + cv::Point(dx, dy)};
        }
    }
    if (best.ncc <= -1)
        best.ncc = 0;
    return best;
}

} // namespace handshake
