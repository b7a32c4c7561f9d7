// SPDX-License-Identifier: Apache-2.0
#include "app/reading/edge_lines_p.h"
#include "app/reading/sheet_proposals_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace handshake {

namespace {

constexpr int kMaxLines = 60;
constexpr double kMinSupport = 0.5; ///< mean share of the sides seen
constexpr double kMinSideSupport = 0.3;

/// Sides that face each other are about as long.
bool isBalanced(const Quad& quad)
{
    const auto opposite = [&](std::size_t a, std::size_t b) {
        const double x = cv::norm(quad[(a + 1) % 4] - quad[a]);
        const double y = cv::norm(quad[(b + 1) % 4] - quad[b]);
        return std::max(x, y) < 1.6 * std::min(x, y);
    };
    return opposite(0, 2) && opposite(1, 3);
}

bool isInside(const Quad& quad, cv::Size size)
{
    const double slack = 0.02 * std::max(size.width, size.height);
    return std::ranges::all_of(quad, [&](cv::Point2d at) {
        return at.x > -slack && at.y > -slack && at.x < size.width + slack &&
               at.y < size.height + slack;
    });
}

struct Pair {
    std::size_t one;
    std::size_t two;
    cv::Point2d direction;
    bool isBorder; ///< both are
};

/// Pairs of lines that may be two opposite sides.
std::vector<Pair> opposites(const std::vector<EdgeLine>& lines, double minDistance)
{
    constexpr double kMaxSine = 0.34; // twenty degrees
    std::vector<Pair> pairs;
    for (std::size_t a = 0; a < lines.size(); ++a) {
        for (std::size_t b = a + 1; b < lines.size(); ++b) {
            if (std::abs(cross(lines[a].direction, lines[b].direction)) > kMaxSine)
                continue;
            const cv::Point2d middle =
                lines[b].point +
                (lines[b].direction *
                 ((lines[b].seen.front().first + lines[b].seen.back().second) / 2));
            if (lines[a].distance(middle) > minDistance)
                pairs.push_back({a, b, lines[a].direction, lines[a].isBorder && lines[b].isBorder});
        }
    }
    return pairs;
}

class QuadSearch final
{
public:
    QuadSearch(const cv::Mat& lab, double minArea)
        : m_minArea(minArea)
        , m_lines(findEdgeLines(lab, kMaxLines))
        , m_size(lab.size())
    {
        cv::blur(lab, m_smooth, {5, 5});
        for (EdgeLine& border : pictureBorders(m_size))
            m_lines.push_back(std::move(border));
    }

    std::vector<SheetProposal> run()
    {
        const double least = 0.12 * std::min(m_size.width, m_size.height);
        const auto pairs = opposites(m_lines, least);
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            for (std::size_t j = i + 1; j < pairs.size(); ++j) {
                constexpr double kMinSine = 0.6; // beyond, no camera sees a right angle so
                if (std::abs(cross(pairs[i].direction, pairs[j].direction)) > kMinSine)
                    consider(pairs[i], pairs[j]);
            }
        }
        std::ranges::sort(m_found, std::greater(), &SheetProposal::score);
        return std::move(m_found);
    }

private:
    void consider(const Pair& one, const Pair& two)
    {
        // In the order of the sides: 0-1, 1-2, 2-3, 3-0.
        std::array<const EdgeLine*, 4> sides = {&m_lines[one.one], &m_lines[two.two],
                                                &m_lines[one.two], &m_lines[two.one]};
        Quad quad;
        if (!crossing(*sides[0], *sides[3], quad[0]) || !crossing(*sides[0], *sides[1], quad[1]) ||
            !crossing(*sides[2], *sides[1], quad[2]) || !crossing(*sides[2], *sides[3], quad[3]) ||
            !isInside(quad, m_size) || !isConvex(quad))
            return;
        if (cross(quad[1] - quad[0], quad[2] - quad[1]) < 0) {
            std::swap(quad[1], quad[3]);
            std::ranges::reverse(sides);
        }
        const auto borders = std::ranges::count_if(sides, &EdgeLine::isBorder);
        // A paper that is cut off has no known ratio left.
        if (borders > 2 || (borders == 0 && !(hasPaperRatio(quad) && isBalanced(quad))))
            return;
        const double area = areaOf(quad) / m_size.area();
        if (area >= m_minArea)
            score(quad, sides, area, static_cast<int>(borders));
    }

    void score(const Quad& quad, const std::array<const EdgeLine*, 4>& sides, double area,
               int borders)
    {
        constexpr double kFullStep = 16; // Lab units: beyond, more contrast says no more
        constexpr double kLeastStep = 0.3;
        SheetProposal proposal{quad};
        double support = 0;
        double weakest = 1;
        double step = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            proposal.onBorder[i] = sides[i]->isBorder;
            if (sides[i]->isBorder)
                continue;
            const double seen = sides[i]->coverage(quad[i], quad[(i + 1) % 4]);
            support += seen / (4 - borders);
            weakest = std::min(weakest, seen);
            if (weakest < kMinSideSupport)
                return;
        }
        if (support < kMinSupport)
            return;
        for (std::size_t i = 0; i < 4; ++i) {
            if (!sides[i]->isBorder)
                step +=
                    std::min(1.0, stepAcross(m_smooth, quad[i], quad[(i + 1) % 4]) / kFullStep) /
                    (4 - borders);
        }
        if (borders > 0 && step < kLeastStep)
            return;
        proposal.score = support * support * (0.2 + step) * std::pow(area, 0.25);
        m_found.push_back(proposal);
    }

    double m_minArea;
    std::vector<EdgeLine> m_lines;
    cv::Size m_size;
    cv::Mat m_smooth;
    std::vector<SheetProposal> m_found;
};

} // namespace

std::vector<SheetProposal> proposeByLines(const cv::Mat& lab, double minArea)
{
    return QuadSearch(lab, minArea).run();
}

} // namespace handshake
