// SPDX-License-Identifier: Apache-2.0
#include "app/reading/edge_lines_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace handshake {

namespace {

struct Segment {
    cv::Point2d from;
    cv::Point2d to;
    double length;
};

double cross(cv::Point2d a, cv::Point2d b)
{
    return (a.x * b.y) - (a.y * b.x);
}

std::vector<Segment> segmentsOf(const cv::Mat& lab, double minLength)
{
    std::array<cv::Mat, 3> channels;
    cv::split(lab, channels.data());
    const auto detector = cv::createLineSegmentDetector(cv::LSD_REFINE_STD, 0.8);
    std::vector<Segment> segments;
    // The detector ignores slopes below five levels; a pale card on a white desk differs by less,
    // and mostly in colour.
    constexpr std::array<double, 3> kGain = {1.4, 3, 3};
    constexpr double kMiddle = 128;
    for (std::size_t i = 0; i < channels.size(); ++i) {
        cv::Mat channel;
        channels[i].convertTo(channel, CV_8U, kGain[i], i == 0 ? 0 : kMiddle * (1 - kGain[i]));
        std::vector<cv::Vec4f> found;
        detector->detect(channel, found);
        for (const cv::Vec4f& v : found) {
            const cv::Point2d from(v[0], v[1]);
            const cv::Point2d to(v[2], v[3]);
            const double length = cv::norm(to - from);
            if (length >= minLength)
                segments.push_back({from, to, length});
        }
    }
    std::ranges::sort(segments, std::greater(), &Segment::length);
    return segments;
}

/// Adds a stretch, joining what overlaps or nearly touches.
void addSeen(EdgeLine& line, double from, double to)
{
    constexpr double kGap = 4;
    if (from > to)
        std::swap(from, to);
    std::vector<std::pair<double, double>> joined;
    for (const auto& [low, high] : line.seen) {
        if (high < from - kGap || low > to + kGap) {
            joined.emplace_back(low, high);
        } else {
            from = std::min(from, low);
            to = std::max(to, high);
        }
    }
    joined.emplace_back(from, to);
    line.seen = std::move(joined);
    line.length = 0;
    for (const auto& [low, high] : line.seen)
        line.length += high - low;
}

bool belongsTo(const EdgeLine& line, const Segment& segment)
{
    constexpr double kMaxSine = 0.035; // two degrees
    constexpr double kMaxDistance = 2.5;
    const cv::Point2d direction = (segment.to - segment.from) / segment.length;
    return std::abs(cross(line.direction, direction)) < kMaxSine &&
           line.distance(segment.from) < kMaxDistance && line.distance(segment.to) < kMaxDistance;
}

} // namespace

double EdgeLine::distance(cv::Point2d at) const
{
    return std::abs(cross(direction, at - point));
}

double EdgeLine::along(cv::Point2d at) const
{
    return direction.dot(at - point);
}

double EdgeLine::coverage(cv::Point2d from, cv::Point2d to) const
{
    double low = along(from);
    double high = along(to);
    if (low > high)
        std::swap(low, high);
    if (high - low < 1)
        return 0;
    double covered = 0;
    for (const auto& [begin, end] : seen)
        covered += std::max(0.0, std::min(end, high) - std::max(begin, low));
    return std::min(1.0, covered / (high - low));
}

std::vector<EdgeLine> findEdgeLines(const cv::Mat& lab, int maxLines)
{
    constexpr double kMinShare = 0.025;
    const double diagonal = std::hypot(lab.cols, lab.rows);
    std::vector<EdgeLine> lines;
    for (const Segment& segment : segmentsOf(lab, kMinShare * diagonal)) {
        const auto owner = std::ranges::find_if(
            lines, [&](const EdgeLine& line) { return belongsTo(line, segment); });
        if (owner != lines.end()) {
            addSeen(*owner, owner->along(segment.from), owner->along(segment.to));
            continue;
        }
        EdgeLine line;
        line.point = segment.from;
        line.direction = (segment.to - segment.from) / segment.length;
        addSeen(line, 0, segment.length);
        lines.push_back(std::move(line));
    }
    cv::Mat smooth;
    cv::blur(lab, smooth, {5, 5});
    for (EdgeLine& line : lines) {
        for (const auto& [low, high] : line.seen)
            line.step += (high - low) / line.length *
                         stepAcross(smooth, line.point + (line.direction * low),
                                    line.point + (line.direction * high));
    }
    // A desk's grain and a printed frame give long lines too, but look alike on both sides.
    const auto worth = [](const EdgeLine& line) {
        constexpr double kFullStep = 10;
        constexpr double kLeast = 0.1;
        return line.length * std::clamp(line.step / kFullStep, kLeast, 1.0);
    };
    std::ranges::sort(lines, std::greater(), worth);
    if (lines.size() > static_cast<std::size_t>(maxLines))
        lines.resize(static_cast<std::size_t>(maxLines));
    return lines;
}

std::vector<EdgeLine> pictureBorders(cv::Size size)
{
    const double right = size.width;
    const double bottom = size.height;
    const auto border = [](cv::Point2d from, cv::Point2d direction, double length) {
        EdgeLine line;
        line.point = from;
        line.direction = direction;
        line.seen = {{0, length}};
        line.length = length;
        line.isBorder = true;
        return line;
    };
    return {border({0, 0}, {1, 0}, right), border({0, bottom}, {1, 0}, right),
            border({0, 0}, {0, 1}, bottom), border({right, 0}, {0, 1}, bottom)};
}

double stepAcross(const cv::Mat& smooth, cv::Point2d from, cv::Point2d to)
{
    constexpr double kReach = 6;   // beyond the width of printed frames
    constexpr double kStride = 12; // pixels from sample to sample
    const double length = cv::norm(to - from);
    if (length < 1)
        return 0;
    const cv::Point2d direction = (to - from) / length;
    const cv::Point2d normal(-direction.y * kReach, direction.x * kReach);
    const auto pixel = [&](cv::Point2d p) {
        const int x = std::clamp(static_cast<int>(std::lround(p.x)), 0, smooth.cols - 1);
        const int y = std::clamp(static_cast<int>(std::lround(p.y)), 0, smooth.rows - 1);
        return cv::Vec3d(smooth.at<cv::Vec3b>(y, x));
    };
    const int samples = std::max(3, static_cast<int>(length / kStride));
    double sum = 0;
    for (int i = 1; i <= samples; ++i) {
        const cv::Point2d at = from + (direction * (length * i / (samples + 1)));
        sum += cv::norm(pixel(at + normal) - pixel(at - normal));
    }
    return sum / samples;
}

bool crossing(const EdgeLine& a, const EdgeLine& b, cv::Point2d& at)
{
    constexpr double kMinSine = 0.5; // thirty degrees
    const double sine = cross(a.direction, b.direction);
    if (std::abs(sine) < kMinSine)
        return false;
    at = a.point + (a.direction * (cross(b.point - a.point, b.direction) / sine));
    return true;
}

} // namespace handshake
