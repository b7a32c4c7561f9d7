// SPDX-License-Identifier: Apache-2.0
#include "app/reading/side_strip_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace handshake {

namespace {

constexpr int kColumns = 96;
constexpr int kPerColumn = 5;    // samples averaged to one
constexpr double kEnds = 0.07;   // of a side: rounded corners, and what lies over them
constexpr double kMaxSlant = 14; // rows a side may differ from the rough one, end to end

/// Brightness and two differences of colour, of one weight to the eye; from B G R A.
const cv::Matx34f kOpponent(0.11F, 0.59F, 0.30F, 0, 0, -0.7F, 0.7F, 0, -0.6F, 0.3F, 0.3F, 0);

double medianOf(std::vector<float>& values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return static_cast<double>(*middle);
}

cv::Vec3d medianColour(const std::vector<cv::Vec3f>& colours)
{
    cv::Vec3d result;
    std::vector<float> values(colours.size());
    for (int channel = 0; channel < 3; ++channel) {
        std::ranges::transform(colours, values.begin(),
                               [&](const cv::Vec3f& colour) { return colour[channel]; });
        result[channel] = medianOf(values);
    }
    return result;
}

} // namespace

SideStrip::SideStrip(const cv::Mat& bgra, cv::Point2d from, cv::Point2d to, Reach reach,
                     const cv::Vec3d& ground)
    : m_reach(reach)
    , m_ground(ground)
{
    const double whole = cv::norm(to - from);
    m_along = (to - from) / std::max(1.0, whole);
    m_inward = {-m_along.y, m_along.x};
    m_from = from + (m_along * (kEnds * whole));
    m_length = whole * (1 - (2 * kEnds));
    const int rows = static_cast<int>(std::ceil(reach.outward + reach.inward));
    const double stride = m_length / (kColumns * kPerColumn);
    // Middles of pixels are whole numbers to OpenCV, positions between pixels to us.
    const cv::Point2d first = m_from + (m_along * (0.5 * stride)) +
                              (m_inward * (0.5 - reach.outward)) - cv::Point2d(0.5, 0.5);
    const cv::Matx23d place(m_along.x * stride, m_inward.x, first.x, m_along.y * stride, m_inward.y,
                            first.y);
    cv::Mat laid;
    cv::warpAffine(bgra, laid, place, {kColumns * kPerColumn, rows},
                   cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
    cv::Mat exact;
    laid.convertTo(exact, CV_32FC4);
    cv::Mat narrow;
    cv::resize(exact, narrow, {kColumns, rows}, 0, 0, cv::INTER_AREA);
    cv::transform(narrow, m_colours, kOpponent);
    measureSlopes();
}

void SideStrip::measureSlopes()
{
    const int rows = m_colours.rows;
    m_slopes = cv::Mat(rows, kColumns, CV_32F, cv::Scalar(0));
    for (int row = 2; row + 1 < rows; ++row) {
        const auto* above = m_colours.ptr<cv::Vec3f>(row - 1);
        const auto* farAbove = m_colours.ptr<cv::Vec3f>(row - 2);
        const auto* below = m_colours.ptr<cv::Vec3f>(row);
        const auto* farBelow = m_colours.ptr<cv::Vec3f>(row + 1);
        auto* slope = m_slopes.ptr<float>(row);
        for (int column = 0; column < kColumns; ++column) {
            const cv::Vec3f difference =
                (below[column] + farBelow[column] - above[column] - farAbove[column]) * 0.5F;
            slope[column] = std::sqrt(difference.dot(difference));
        }
    }
    std::vector<float> all(m_slopes.begin<float>(), m_slopes.end<float>());
    const auto usual = static_cast<float>(medianOf(all));
    m_least = std::clamp(2.0F * usual, 0.9F, 8.0F);
    m_full = std::max(5.0F, 3 * m_least);
}

float SideStrip::slopeAt(int column, double row) const
{
    const int at = static_cast<int>(std::lround(row));
    return at < 0 || at >= m_slopes.rows ? 0 : m_slopes.at<float>(at, column);
}

std::vector<SideStrip::Line> SideStrip::likelyLines(std::size_t most) const
{
    const int rows = m_slopes.rows;
    // By column: how much each row speaks for an edge.
    cv::Mat votes(kColumns, rows, CV_32F);
    const float range = m_full - (m_least / 2);
    for (int column = 0; column < kColumns; ++column) {
        auto* vote = votes.ptr<float>(column);
        for (int row = 0; row < rows; ++row)
            vote[row] =
                std::clamp((m_slopes.at<float>(row, column) - (m_least / 2)) / range, 0.0F, 1.0F);
    }
    const int slant = static_cast<int>(std::min(kMaxSlant, rows * 0.7));
    std::vector<Line> lines;
    for (int first = 2; first < rows - 1; ++first) {
        Line best{static_cast<double>(first), 0, 0};
        for (int last = std::max(2, first - slant); last <= std::min(rows - 2, first + slant);
             ++last) {
            float sum = 0;
            const float step = static_cast<float>(last - first) / kColumns;
            float row = static_cast<float>(first) + 0.5F + (step / 2);
            for (int column = 0; column < kColumns; ++column, row += step)
                sum += votes.ptr<float>(column)[static_cast<int>(row)];
            if (sum > static_cast<float>(best.votes))
                best = {static_cast<double>(first), static_cast<double>(last),
                        static_cast<double>(sum)};
        }
        lines.push_back(best);
    }
    std::ranges::sort(lines, std::greater(), &Line::votes);
    std::vector<Line> kept;
    for (const Line& line : lines) {
        if (line.votes > 0 && isApart(line, kept))
            kept.push_back(line);
        if (kept.size() == most)
            break;
    }
    return kept;
}

bool SideStrip::isApart(const Line& line, const std::vector<Line>& others)
{
    // Two edges of a paper run side by side; lines that meet or cross are one edge seen twice.
    constexpr double kApart = 2.5;
    return std::ranges::none_of(others, [&](const Line& other) {
        const double first = line.first - other.first;
        const double last = line.last - other.last;
        return first * last <= 0 || std::min(std::abs(first), std::abs(last)) < kApart;
    });
}

void SideStrip::sharpen(Line& line) const
{
    for (const double window : {2.5, 1.6}) {
        double n = 0;
        double sumX = 0;
        double sumY = 0;
        double sumXX = 0;
        double sumXY = 0;
        for (int column = 0; column < kColumns; ++column) {
            const double x = (column + 0.5) / kColumns;
            const double expected = line.first + ((line.last - line.first) * x);
            double mass = 0;
            double moment = 0;
            const int low = static_cast<int>(std::ceil(expected - window));
            for (int row = low; row <= expected + window; ++row) {
                const double over =
                    std::max(0.0, static_cast<double>(slopeAt(column, row) - m_least));
                mass += over;
                moment += over * row;
            }
            if (mass <= 0)
                continue;
            const double y = moment / mass;
            n += 1;
            sumX += x;
            sumY += y;
            sumXX += x * x;
            sumXY += x * y;
        }
        const double spread = (n * sumXX) - (sumX * sumX);
        constexpr double kFew = 12;
        if (n < kFew || spread < 1e-6)
            return;
        const double gradient = ((n * sumXY) - (sumX * sumY)) / spread;
        line.first = (sumY - (gradient * sumX)) / n;
        line.last = line.first + gradient;
    }
}

cv::Vec3d SideStrip::colourBeside(const Line& line, double rows) const
{
    constexpr int kThick = 3;
    constexpr int kEvery = 2;
    std::vector<cv::Vec3f> colours;
    for (int column = 0; column < kColumns; column += kEvery) {
        const double x = (column + 0.5) / kColumns;
        const int at =
            static_cast<int>(std::lround(line.first + ((line.last - line.first) * x) + rows));
        cv::Vec3f sum;
        for (int i = 0; i < kThick; ++i)
            sum += m_colours.at<cv::Vec3f>(std::clamp(at + i, 0, m_colours.rows - 1), column);
        colours.push_back(sum * (1.0F / kThick));
    }
    return medianColour(colours);
}

bool SideStrip::isPrinted(const Line& line, const cv::Vec3d& outside) const
{
    // A shadow is as grey as what it lies on; ink is not, nor is a desk, but beyond a desk's stripe
    // no paper's ground comes again so soon.
    constexpr double kColoured = 8;
    constexpr double kBack = 0.35;
    const cv::Vec3d stripe = outside - m_ground;
    if (std::hypot(stripe[1], stripe[2]) < kColoured)
        return false;
    for (int rows = 6; rows < m_reach.stripe; rows += 3) {
        if ((line.first + line.last) / 2 - rows < 3)
            return false;
        if (cv::norm(colourBeside(line, -rows - 2) - m_ground) < kBack * cv::norm(stripe))
            return true;
    }
    return false;
}

SideEdge SideStrip::described(const Line& line) const
{
    SideEdge edge;
    int seen = 0;
    for (int column = 0; column < kColumns; ++column) {
        const double row = line.first + ((line.last - line.first) * (column + 0.5) / kColumns);
        seen += std::max({slopeAt(column, row - 1), slopeAt(column, row),
                          slopeAt(column, row + 1)}) >= m_least
                    ? 1
                    : 0;
    }
    edge.seen = static_cast<double>(seen) / kColumns;
    const cv::Vec3d inside = colourBeside(line, 1);
    const cv::Vec3d outside = colourBeside(line, -4);
    edge.step = cv::norm(inside - outside);
    constexpr double kSmallest = 1; // grey levels: colours nearer than this are the same
    edge.ends = std::clamp(
        1 - (cv::norm(inside - m_ground) / std::max(kSmallest, cv::norm(outside - m_ground))), -1.0,
        1.0);
    if (edge.ends > 0 && isPrinted(line, outside))
        edge.ends = -0.5;
    edge.from = m_from + (m_inward * (line.first - m_reach.outward));
    edge.to = m_from + (m_along * m_length) + (m_inward * (line.last - m_reach.outward));
    edge.outward = 1 - ((line.first + line.last) / 2 / m_slopes.rows);
    return edge;
}

std::vector<SideEdge> SideStrip::edges(std::size_t most) const
{
    std::vector<SideEdge> found;
    std::vector<Line> sharp;
    for (Line& line : likelyLines(most)) {
        sharpen(line);
        if (!isApart(line, sharp))
            continue;
        sharp.push_back(line);
        found.push_back(described(line));
    }
    return found;
}

cv::Vec3d groundAlong(const cv::Mat& bgra, cv::Point2d from, cv::Point2d to, double depth)
{
    constexpr int kAcross = 14;
    constexpr int kAlong = 36;
    const double length = std::max(1.0, cv::norm(to - from));
    const cv::Point2d along = (to - from) / length;
    const cv::Point2d inward(-along.y, along.x);
    std::vector<cv::Vec3f> colours;
    for (int i = 0; i < kAlong; ++i) {
        for (int j = 0; j < kAcross; ++j) {
            const cv::Point2d at = from + (along * (length * (0.1 + (0.8 * (i + 0.5) / kAlong)))) +
                                   (inward * (depth * (j + 0.5) / kAcross));
            const int x = static_cast<int>(at.x);
            const int y = static_cast<int>(at.y);
            if (x < 0 || y < 0 || x >= bgra.cols || y >= bgra.rows)
                continue;
            const cv::Vec4f pixel = bgra.at<cv::Vec4b>(y, x);
            colours.push_back(kOpponent * pixel);
        }
    }
    return medianColour(colours);
}

} // namespace handshake
