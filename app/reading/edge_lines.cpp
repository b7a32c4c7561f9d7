// SPDX-License-Identifier: Apache-2.0
#include "app/reading/edge_lines_p.h"

#include "app/reading/quad_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace handshake {

namespace {

constexpr int kAngles = 180;    // of lines' normals, half a turn in degrees
constexpr double kStride = 1.5; // pixels from one class of distances to the next
constexpr double kPi = std::numbers::pi;

/// The slope of every pixel: how steep, and which way.
struct Slopes {
    cv::Mat steepness; ///< CV_32F, units of Lab a pixel
    cv::Mat across;    ///< CV_32F, its two parts
    cv::Mat down;
    float least = 0; ///< below, a slope is noise or grain
};

/// A sheet's pale edge differs from a white desk in one channel only, so each pixel takes the
/// channel in which it is steepest. Floats: half a unit along a whole side is an edge.
Slopes slopesOf(const cv::Mat& lab)
{
    constexpr double kColour = 1.5; // against brightness
    constexpr double kPerPixel = 1.0 / 8;
    cv::Mat exact;
    lab.convertTo(exact, CV_32FC3);
    cv::GaussianBlur(exact, exact, {5, 5}, 1.1);
    std::array<cv::Mat, 3> channels;
    cv::split(exact, channels.data());
    Slopes slopes;
    for (std::size_t i = 0; i < channels.size(); ++i) {
        const double scale = (i == 0 ? 1 : kColour) * kPerPixel;
        cv::Mat x;
        cv::Mat y;
        cv::Sobel(channels[i], x, CV_32F, 1, 0, 3, scale);
        cv::Sobel(channels[i], y, CV_32F, 0, 1, 3, scale);
        cv::Mat steep;
        cv::magnitude(x, y, steep);
        if (i == 0) {
            slopes.steepness = steep;
            slopes.across = x;
            slopes.down = y;
            continue;
        }
        const cv::Mat more = steep > slopes.steepness;
        steep.copyTo(slopes.steepness, more);
        x.copyTo(slopes.across, more);
        y.copyTo(slopes.down, more);
    }
    // A sample tells how steep the picture usually is.
    std::vector<float> sample;
    constexpr int kEvery = 7;
    for (int y = 0; y < lab.rows; y += 3) {
        const auto* row = slopes.steepness.ptr<float>(y);
        for (int x = y % kEvery; x < lab.cols; x += kEvery)
            sample.push_back(row[x]);
    }
    const auto middle = sample.begin() + static_cast<std::ptrdiff_t>(sample.size() / 2);
    std::ranges::nth_element(sample, middle);
    slopes.least = std::clamp(2.2F * *middle, 0.5F, 4.0F);
    return slopes;
}

/// Straight lines by votes: every pixel steep enough votes for the lines through it along its
/// edge, the steeper the surer of its angle.
class LineVote final
{
public:
    explicit LineVote(const Slopes& slopes)
        : m_slopes(slopes)
        , m_reach(std::hypot(slopes.steepness.cols, slopes.steepness.rows))
        , m_votes(kAngles, static_cast<int>(2 * m_reach / kStride) + 3, CV_32F, cv::Scalar(0))
    {
        for (std::size_t i = 0; i < kAngles; ++i) {
            m_cos[i] = static_cast<float>(std::cos(static_cast<double>(i) * kPi / kAngles));
            m_sin[i] = static_cast<float>(std::sin(static_cast<double>(i) * kPi / kAngles));
        }
        vote();
    }

    /// Normal angle and distance of the strongest, best first.
    [[nodiscard]] std::vector<cv::Point2d> peaks(std::size_t most, float least) const
    {
        struct Peak {
            float votes;
            cv::Point2d line;
        };
        std::vector<Peak> found;
        for (int angle = 0; angle < kAngles; ++angle) {
            const auto* row = m_votes.ptr<float>(angle);
            for (int at = 2; at + 2 < m_votes.cols; ++at) {
                const float here = row[at];
                if (here < least || here < row[at - 1] || here <= row[at + 1] ||
                    here < row[at - 2] || here <= row[at + 2] || !isRidge(angle, at, here))
                    continue;
                found.push_back({here, {angle * kPi / kAngles, ((at - 1) * kStride) - m_reach}});
            }
        }
        std::ranges::sort(found, std::greater(), &Peak::votes);
        if (found.size() > most)
            found.resize(most);
        std::vector<cv::Point2d> lines;
        lines.reserve(found.size());
        for (const Peak& peak : found)
            lines.push_back(peak.line);
        return lines;
    }

private:
    [[nodiscard]] int classOf(float distance) const
    {
        return static_cast<int>(
            (distance + static_cast<float>(m_reach)) / static_cast<float>(kStride) + 1.5F);
    }

    void vote()
    {
        const float full = 3 * m_slopes.least;
        for (int y = 1; y + 1 < m_slopes.steepness.rows; ++y) {
            const auto* steep = m_slopes.steepness.ptr<float>(y);
            const auto* across = m_slopes.across.ptr<float>(y);
            const auto* down = m_slopes.down.ptr<float>(y);
            for (int x = 1; x + 1 < m_slopes.steepness.cols; ++x) {
                if (steep[x] < m_slopes.least)
                    continue;
                const float weight = std::min(1.0F, steep[x] / full);
                const int unsure = weight < 1 ? 4 : 2; // degrees
                const int middle = static_cast<int>(cv::fastAtan2(down[x], across[x]));
                for (int i = middle - unsure; i <= middle + unsure; ++i) {
                    const auto at = static_cast<std::size_t>((i + kAngles) % kAngles);
                    const float distance =
                        (static_cast<float>(x) * m_cos[at]) + (static_cast<float>(y) * m_sin[at]);
                    m_votes.ptr<float>(static_cast<int>(at))[classOf(distance)] += weight;
                }
            }
        }
    }

    [[nodiscard]] bool isRidge(int angle, int at, float here) const
    {
        for (const int other : {angle - 1, angle + 1}) {
            if (other < 0 || other >= kAngles)
                continue; // the half turn's ends meet mirrored: both are kept, then joined
            const auto* row = m_votes.ptr<float>(other);
            for (int i = at - 2; i <= at + 2; ++i) {
                if (row[i] > here)
                    return false;
            }
        }
        return true;
    }

    const Slopes& m_slopes;
    double m_reach;
    cv::Mat m_votes; ///< by angle and distance
    std::array<float, kAngles> m_cos{};
    std::array<float, kAngles> m_sin{};
};

/// Where along a line the picture shows its edge; the line is moved onto it.
class LineWalk final
{
public:
    explicit LineWalk(const Slopes& slopes)
        : m_slopes(slopes)
    {
    }

    [[nodiscard]] EdgeLine follow(const cv::Point2d& angleAndDistance) const
    {
        const cv::Point2d normal(std::cos(angleAndDistance.x), std::sin(angleAndDistance.x));
        EdgeLine line;
        line.direction = {-normal.y, normal.x};
        line.point = normal * angleAndDistance.y;
        for (const int reach : {3, 2}) {
            const std::vector<cv::Point2d> seen = walk(line, reach);
            if (seen.size() < kFewest)
                return {};
            cv::Vec4d fitted;
            std::vector<cv::Point2f> points(seen.begin(), seen.end());
            cv::fitLine(points, fitted, cv::DIST_L2, 0, 0.01, 0.01);
            line.direction = {fitted[0], fitted[1]};
            line.point = {fitted[2], fitted[3]};
        }
        mark(line, walk(line, 1));
        return line;
    }

private:
    static constexpr std::size_t kFewest = 14;

    /// Points on the edge, a pixel apart along the line, each moved to where it is steepest within
    /// `reach` across.
    [[nodiscard]] std::vector<cv::Point2d> walk(const EdgeLine& line, int reach) const
    {
        const cv::Point2d normal(-line.direction.y, line.direction.x);
        const auto [begin, end] = withinPicture(line);
        std::vector<cv::Point2d> points;
        const int steps = static_cast<int>(end - begin) + 1;
        for (int step = 0; step < steps; ++step) {
            const cv::Point2d middle = line.point + (line.direction * (begin + step));
            float steepest = 0;
            cv::Point2d best;
            for (int i = -reach; i <= reach; ++i) {
                const cv::Point2d at = middle + (normal * i);
                const int x = cvRound(at.x);
                const int y = cvRound(at.y);
                if (x < 0 || y < 0 || x >= m_slopes.steepness.cols || y >= m_slopes.steepness.rows)
                    continue;
                const float steep = m_slopes.steepness.at<float>(y, x);
                if (steep < m_slopes.least || steep <= steepest)
                    continue;
                // Sine of the angle between slope and normal; slopes point either way.
                constexpr double kOff = 0.35;
                const double turn = (m_slopes.across.at<float>(y, x) * normal.y) -
                                    (m_slopes.down.at<float>(y, x) * normal.x);
                if (std::abs(turn) < kOff * static_cast<double>(steep)) {
                    steepest = steep;
                    best = at;
                }
            }
            if (steepest > 0)
                points.push_back(best);
        }
        return points;
    }

    /// The stretch of a line that lies in the picture; an empty one when none does.
    [[nodiscard]] std::pair<double, double> withinPicture(const EdgeLine& line) const
    {
        double begin = -1e9;
        double end = 1e9;
        const auto clip = [&](double at, double slope, double size) {
            if (std::abs(slope) < 1e-9) {
                if (at < 0 || at > size)
                    end = begin - 1;
                return;
            }
            const double one = -at / slope;
            const double two = (size - at) / slope;
            begin = std::max(begin, std::min(one, two));
            end = std::min(end, std::max(one, two));
        };
        clip(line.point.x, line.direction.x, m_slopes.steepness.cols - 1);
        clip(line.point.y, line.direction.y, m_slopes.steepness.rows - 1);
        return {begin, end};
    }

    static void mark(EdgeLine& line, const std::vector<cv::Point2d>& points)
    {
        constexpr double kGap = 5;
        std::vector<std::pair<double, double>> stretches;
        for (const cv::Point2d& at : points) {
            const double along = line.along(at);
            if (!stretches.empty() && along - stretches.back().second <= kGap)
                stretches.back().second = along;
            else
                stretches.emplace_back(along, along);
        }
        std::erase_if(stretches, isCrossing);
        line.seen = std::move(stretches);
        for (const auto& [low, high] : line.seen)
            line.length += high - low;
    }

    /// Short stretches are other things that cross the line.
    static bool isCrossing(const std::pair<double, double>& stretch)
    {
        constexpr double kShortest = 8;
        return stretch.second - stretch.first < kShortest;
    }

    const Slopes& m_slopes;
};

bool isSame(const EdgeLine& one, const EdgeLine& two)
{
    constexpr double kMaxSine = 0.035; // two degrees
    constexpr double kMaxDistance = 2;
    return std::abs(cross(one.direction, two.direction)) < kMaxSine &&
           std::ranges::all_of(two.seen, [&](const auto& stretch) {
               return one.distance(two.point + (two.direction * stretch.first)) < kMaxDistance &&
                      one.distance(two.point + (two.direction * stretch.second)) < kMaxDistance;
           });
}

/// Whether a line (its normal's angle, its distance) is one that is known already.
bool isTaken(const cv::Point2d& peak, const std::vector<EdgeLine>& lines)
{
    constexpr double kMaxSine = 0.02;
    constexpr double kMaxDistance = 2;
    const cv::Point2d normal(std::cos(peak.x), std::sin(peak.x));
    return std::ranges::any_of(lines, [&](const EdgeLine& line) {
        const cv::Point2d middle =
            line.point +
            (line.direction * ((line.seen.front().first + line.seen.back().second) / 2));
        return std::abs(normal.dot(line.direction)) < kMaxSine &&
               std::abs(normal.dot(middle) - peak.y) < kMaxDistance;
    });
}

/// The best of every direction: a desk's grain alone would fill the list.
std::vector<EdgeLine> ofAllDirections(const std::vector<EdgeLine>& lines, int maxLines)
{
    constexpr std::size_t kSectors = 9; // of twenty degrees
    constexpr int kPerSector = 12;
    std::array<int, kSectors> taken{};
    std::vector<EdgeLine> kept;
    for (const EdgeLine& line : lines) {
        double angle = std::atan2(line.direction.y, line.direction.x);
        if (angle < 0)
            angle += kPi;
        const auto sector = static_cast<std::size_t>(angle / kPi * kSectors) % kSectors;
        if (taken[sector]++ < kPerSector)
            kept.push_back(line);
        if (static_cast<int>(kept.size()) == maxLines)
            break;
    }
    return kept;
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
    constexpr std::size_t kTried = 160;
    constexpr double kMinShare = 0.035;
    const double least = kMinShare * std::hypot(lab.cols, lab.rows);
    const Slopes slopes = slopesOf(lab);
    const LineWalk walk(slopes);
    cv::Mat smooth;
    cv::blur(lab, smooth, {5, 5});
    std::vector<EdgeLine> lines;
    for (const cv::Point2d& peak :
         LineVote(slopes).peaks(kTried, static_cast<float>(0.5 * least))) {
        if (isTaken(peak, lines))
            continue;
        EdgeLine line = walk.follow(peak);
        if (line.length < least ||
            std::ranges::any_of(lines, [&](const EdgeLine& other) { return isSame(other, line); }))
            continue;
        for (const auto& [low, high] : line.seen)
            line.step += (high - low) / line.length *
                         stepAcross(smooth, line.point + (line.direction * low),
                                    line.point + (line.direction * high));
        lines.push_back(std::move(line));
    }
    // A desk's grain and a printed frame give long lines too, but look alike on both sides.
    const auto worth = [](const EdgeLine& line) {
        constexpr double kFullStep = 30;
        constexpr double kLeast = 0.1;
        return line.length * std::sqrt(std::clamp(line.step / kFullStep, kLeast, 1.0));
    };
    std::ranges::sort(lines, std::greater(), worth);
    return ofAllDirections(lines, maxLines);
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
