// SPDX-License-Identifier: Apache-2.0
#include "app/reading/sheet_finder.h"

#include "app/imaging/mat_view_p.h"
#include "app/reading/edge_lines_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace handshake {

namespace {

constexpr int kWorkingSide = 640; // finer does not find more, and costs squared
constexpr int kMaxLines = 36;

using Quad = std::array<cv::Point2d, 4>;

struct Scored {
    Quad quad;
    double score = 0;
    double support = 0;
    bool cutOff = false; ///< a side lies on the picture's border
};

double cross(cv::Point2d a, cv::Point2d b)
{
    return (a.x * b.y) - (a.y * b.x);
}

double areaOf(const Quad& quad)
{
    return 0.5 * std::abs(cross(quad[2] - quad[0], quad[3] - quad[1]));
}

bool isConvex(const Quad& quad)
{
    int sign = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const double turn =
            cross(quad[(i + 1) % 4] - quad[i], quad[(i + 2) % 4] - quad[(i + 1) % 4]);
        const int now = turn > 0 ? 1 : -1;
        if (sign != 0 && now != sign)
            return false;
        sign = now;
    }
    return true;
}

/// Clockwise as seen, the longer pair of sides first.
Quad ordered(Quad quad)
{
    const double turn = cross(quad[1] - quad[0], quad[2] - quad[1]);
    if (turn < 0)
        std::ranges::reverse(quad);
    const double first = cv::norm(quad[1] - quad[0]) + cv::norm(quad[3] - quad[2]);
    const double second = cv::norm(quad[2] - quad[1]) + cv::norm(quad[0] - quad[3]);
    if (second > first)
        std::rotate(quad.begin(), quad.begin() + 1, quad.end());
    // Nearly upright papers begin at their upper left already.
    if (quad[1].x < quad[0].x)
        std::rotate(quad.begin(), quad.begin() + 2, quad.end());
    return quad;
}

/// Long side against short side; papers we know lie between 1.3 and 1.75, seen at a slant a bit
/// beyond.
bool hasPaperRatio(const Quad& quad)
{
    constexpr double kMin = 1.12;
    constexpr double kMax = 2.05;
    const double one = cv::norm(quad[1] - quad[0]) + cv::norm(quad[3] - quad[2]);
    const double two = cv::norm(quad[2] - quad[1]) + cv::norm(quad[0] - quad[3]);
    const double ratio = std::max(one, two) / std::max(1.0, std::min(one, two));
    const auto opposite = [&](std::size_t a, std::size_t b) {
        const double x = cv::norm(quad[(a + 1) % 4] - quad[a]);
        const double y = cv::norm(quad[(b + 1) % 4] - quad[b]);
        return std::max(x, y) < 1.6 * std::min(x, y);
    };
    return ratio > kMin && ratio < kMax && opposite(0, 2) && opposite(1, 3);
}

bool isInside(const Quad& quad, cv::Size size)
{
    const double slack = 0.02 * std::max(size.width, size.height);
    return std::ranges::all_of(quad, [&](cv::Point2d at) {
        return at.x > -slack && at.y > -slack && at.x < size.width + slack &&
               at.y < size.height + slack;
    });
}

/// Pairs of lines that may be two opposite sides.
std::vector<std::pair<std::size_t, std::size_t>> opposites(const std::vector<EdgeLine>& lines,
                                                           double minDistance)
{
    constexpr double kMaxSine = 0.34; // twenty degrees
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t a = 0; a < lines.size(); ++a) {
        for (std::size_t b = a + 1; b < lines.size(); ++b) {
            if (std::abs(cross(lines[a].direction, lines[b].direction)) > kMaxSine)
                continue;
            const cv::Point2d middle =
                lines[b].point +
                (lines[b].direction *
                 ((lines[b].seen.front().first + lines[b].seen.back().second) / 2));
            if (lines[a].distance(middle) > minDistance)
                pairs.emplace_back(a, b);
        }
    }
    return pairs;
}

bool quadOf(const EdgeLine& a, const EdgeLine& b, const EdgeLine& c, const EdgeLine& d, Quad& quad)
{
    // a and b are opposite, c and d are opposite.
    return crossing(a, c, quad[0]) && crossing(a, d, quad[1]) && crossing(b, d, quad[2]) &&
           crossing(b, c, quad[3]);
}

class QuadSearch final
{
public:
    QuadSearch(const cv::Mat& lab, const SheetFinder::Settings& settings)
        : m_settings(settings)
        , m_lines(findEdgeLines(lab, kMaxLines))
        , m_size(lab.size())
    {
        cv::blur(lab, m_smooth, {5, 5});
        for (EdgeLine& border : pictureBorders(m_size))
            m_lines.push_back(std::move(border));
    }

    std::vector<Scored> run()
    {
        const double least = 0.12 * std::min(m_size.width, m_size.height);
        const auto pairs = opposites(m_lines, least);
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            for (std::size_t j = i + 1; j < pairs.size(); ++j)
                consider(pairs[i], pairs[j]);
        }
        std::ranges::sort(m_found, std::greater(), &Scored::score);
        return std::move(m_found);
    }

private:
    void consider(std::pair<std::size_t, std::size_t> one, std::pair<std::size_t, std::size_t> two)
    {
        // In the order of the sides: 0-1, 1-2, 2-3, 3-0.
        const std::array<const EdgeLine*, 4> sides = {&m_lines[one.first], &m_lines[two.second],
                                                      &m_lines[one.second], &m_lines[two.first]};
        Quad quad;
        if (!quadOf(*sides[0], *sides[2], *sides[3], *sides[1], quad) || !isInside(quad, m_size) ||
            !isConvex(quad))
            return;
        const auto borders = std::ranges::count_if(sides, &EdgeLine::isBorder);
        // A paper that is cut off has no known ratio left.
        if (borders > 2 || (borders == 0 && !hasPaperRatio(quad)))
            return;
        const double area = areaOf(quad) / m_size.area();
        if (area < m_settings.minArea)
            return;
        score(quad, sides, area, static_cast<int>(borders));
    }

    void score(const Quad& quad, const std::array<const EdgeLine*, 4>& sides, double area,
               int borders)
    {
        constexpr double kFullStep = 16; // Lab units: beyond, more contrast says no more
        constexpr double kLeastStep = 0.3;
        double support = 0;
        double weakest = 1;
        double step = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            if (sides[i]->isBorder)
                continue;
            const double seen = sides[i]->coverage(quad[i], quad[(i + 1) % 4]);
            support += seen / (4 - borders);
            weakest = std::min(weakest, seen);
            if (weakest < m_settings.minSideSupport)
                return;
            step += std::min(1.0, stepAcross(m_smooth, quad[i], quad[(i + 1) % 4]) / kFullStep) /
                    (4 - borders);
        }
        if (support < m_settings.minSupport || (borders > 0 && step < kLeastStep))
            return;
        const double worth = support * support * (0.2 + step) * std::pow(area, 0.25);
        m_found.push_back({quad, worth, support, borders > 0});
    }

    const SheetFinder::Settings& m_settings;
    std::vector<EdgeLine> m_lines;
    cv::Size m_size;
    cv::Mat m_smooth;
    std::vector<Scored> m_found;
};

bool nearlySame(const Quad& a, const Quad& b, double tolerance)
{
    for (std::size_t i = 0; i < 4; ++i) {
        if (cv::norm(a[i] - b[i]) > tolerance)
            return false;
    }
    return true;
}

/// How far each pixel is from the desk's colour, as seen along the picture's border. Light falls
/// unevenly, so brightness counts only when asked for.
cv::Mat distanceFromDesk(const cv::Mat& lab, bool withBrightness)
{
    const int rim = std::max(2, std::min(lab.cols, lab.rows) / 40);
    cv::Mat border(lab.size(), CV_8U, cv::Scalar(255));
    border(cv::Rect(rim, rim, lab.cols - (2 * rim), lab.rows - (2 * rim))).setTo(0);
    cv::Mat difference;
    cv::absdiff(lab, cv::mean(lab, border), difference);
    std::array<cv::Mat, 3> channels;
    cv::split(difference, channels.data());
    constexpr double kColour = 4; // whole papers differ by few units of colour
    cv::Mat colour;
    cv::max(channels[1], channels[2], colour);
    colour.convertTo(colour, CV_8U, kColour);
    cv::Mat distance = colour;
    if (withBrightness)
        cv::max(channels[0], colour, distance);
    cv::GaussianBlur(distance, distance, {9, 9}, 0);
    return distance;
}

/// The outlines of what differs from the desk.
std::vector<Quad> standingOut(const cv::Mat& distance, double minArea)
{
    cv::Mat mask;
    cv::threshold(distance, mask, 0, 255, cv::THRESH_BINARY | cv::THRESH_OTSU);
    cv::morphologyEx(mask, mask, cv::MORPH_CLOSE,
                     cv::getStructuringElement(cv::MORPH_RECT, {15, 15}));
    cv::morphologyEx(mask, mask, cv::MORPH_OPEN,
                     cv::getStructuringElement(cv::MORPH_RECT, {11, 11}));
    std::vector<std::vector<cv::Point>> contours;
    cv::findContours(mask, contours, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_SIMPLE);
    std::vector<Quad> quads;
    for (const auto& contour : contours) {
        if (cv::contourArea(contour) < minArea * static_cast<double>(mask.total()))
            continue;
        std::vector<cv::Point> hull;
        cv::convexHull(contour, hull);
        // Light and shade run to the border and have no shape.
        const cv::Rect around = cv::boundingRect(contour);
        const bool isInner = around.x > 1 && around.y > 1 && around.br().x < mask.cols - 1 &&
                             around.br().y < mask.rows - 1;
        constexpr double kSolid = 0.85;
        if (!isInner || cv::contourArea(contour) < kSolid * cv::contourArea(hull))
            continue;
        std::vector<cv::Point> rough;
        cv::approxPolyDP(hull, rough, 0.03 * cv::arcLength(hull, true), true);
        Quad quad;
        if (rough.size() == 4) {
            std::ranges::copy(rough, quad.begin());
        } else {
            std::array<cv::Point2f, 4> box;
            cv::minAreaRect(hull).points(box.data());
            std::ranges::copy(box, quad.begin());
        }
        if (isInside(quad, mask.size()) && hasPaperRatio(quad))
            quads.push_back(quad);
    }
    return quads;
}

cv::Mat workingLab(const QImage& picture, double& scale)
{
    const QImage rgb = picture.convertToFormat(QImage::Format_RGB32);
    scale = std::min(1.0, static_cast<double>(kWorkingSide) / std::max(rgb.width(), rgb.height()));
    cv::Mat small;
    cv::resize(matView(rgb), small, {}, scale, scale, cv::INTER_AREA);
    cv::Mat bgr;
    cv::cvtColor(small, bgr, cv::COLOR_BGRA2BGR);
    cv::Mat lab;
    cv::cvtColor(bgr, lab, cv::COLOR_BGR2Lab);
    return lab;
}

SheetCandidate candidateOf(const Quad& quad, double support, double scale, cv::Size size)
{
    SheetCandidate candidate;
    candidate.support = support;
    constexpr double kMargin = 2;
    for (const cv::Point2d& at : ordered(quad)) {
        candidate.corners << QPointF(at.x / scale, at.y / scale);
        candidate.touchesBorder = candidate.touchesBorder || at.x < kMargin || at.y < kMargin ||
                                  at.x > size.width - kMargin || at.y > size.height - kMargin;
    }
    return candidate;
}

Quad wholeOf(cv::Size size)
{
    const double right = size.width;
    const double bottom = size.height;
    return {cv::Point2d(0, 0), {right, 0}, {right, bottom}, {0, bottom}};
}

} // namespace

SheetFinder::SheetFinder(const Settings& settings)
    : m_settings(settings)
{
}

std::vector<SheetCandidate> SheetFinder::find(const QImage& picture) const
{
    constexpr int kLeastSide = 64; // below, nothing could be read and the filters have no room
    if (picture.width() < kLeastSide || picture.height() < kLeastSide)
        return {};
    double scale = 1;
    const cv::Mat lab = workingLab(picture, scale);
    const double tolerance = 0.012 * std::max(lab.cols, lab.rows);

    std::vector<Quad> taken;
    std::vector<SheetCandidate> candidates;
    const auto take = [&](const Quad& quad, double support) {
        const bool known = std::ranges::any_of(
            taken, [&](const Quad& other) { return nearlySame(other, ordered(quad), tolerance); });
        if (known || static_cast<int>(taken.size()) >= m_settings.maxCandidates)
            return;
        taken.push_back(ordered(quad));
        candidates.push_back(candidateOf(quad, support, scale, lab.size()));
    };
    const std::vector<Scored> quads = QuadSearch(lab, m_settings).run();
    const auto takeQuads = [&](bool cutOff, std::size_t most) {
        const std::size_t until = taken.size() + most;
        for (const Scored& scored : quads) {
            if (taken.size() >= until)
                break;
            if (scored.cutOff == cutOff)
                take(scored.quad, scored.support);
        }
    };
    // Sheet and printed frame combine to many outlines; the classifier tells them apart.
    constexpr std::size_t kWholeSheets = 6;
    constexpr std::size_t kCutSheets = 2;
    takeQuads(false, kWholeSheets);
    for (const bool withBrightness : {false, true}) {
        for (const Quad& quad :
             standingOut(distanceFromDesk(lab, withBrightness), m_settings.minArea))
            take(quad, 0);
    }
    takeQuads(true, kCutSheets);
    candidates.push_back(candidateOf(wholeOf(lab.size()), 0, scale, lab.size()));
    return candidates;
}

} // namespace handshake
