// SPDX-License-Identifier: Apache-2.0
#include "app/reading/sheet_border_p.h"

#include <algorithm>
#include <cmath>

namespace handshake {

namespace {

constexpr std::size_t kOptions = 3;   // edges a side
constexpr double kFrameMargin = 0.1;  // of the short side: frames stand within this of the border
constexpr double kStripe = 0.05;      // of the short side: how wide a frame's band may be
constexpr double kStrip = 0.055;      // of the picture's side: a lid's strip beside a filling sheet
constexpr double kGroundDepth = 0.15; // of the short side: where the paper's colour is taken

/// What one edge says for being the paper's border, up to 1.
double worthOf(const SideEdge& edge)
{
    constexpr double kFullStep = 8;
    constexpr double kSeen = 0.46;
    constexpr double kStep = 0.19;
    constexpr double kEnds = 0.35;
    constexpr double kOuter = 0.06; // of two equally good ones
    return (edge.seen *
            (kSeen + (kStep * std::min(1.0, edge.step / kFullStep)) + (kEnds * edge.ends))) +
           (kOuter * edge.outward);
}

double sideOf(const Quad& quad, std::size_t i)
{
    return cv::norm(quad[(i + 1) % 4] - quad[i % 4]);
}

double shortSideOf(const Quad& quad)
{
    return std::min(sideOf(quad, 0) + sideOf(quad, 2), sideOf(quad, 1) + sideOf(quad, 3)) / 2;
}

} // namespace

/// Where a side may run.
struct SheetBorder::Option {
    cv::Point2d from;
    cv::Point2d to;
    double worth = 0;
    double seen = 0;
    double step = 0;
    bool isSeen = false;   ///< an edge, not only where the rough outline had it
    bool isBorder = false; ///< the picture's own edge
};

namespace {

bool crossingOf(cv::Point2d from, cv::Point2d to, cv::Point2d otherFrom, cv::Point2d otherTo,
                cv::Point2d& at)
{
    const cv::Point2d one = to - from;
    const cv::Point2d two = otherTo - otherFrom;
    const double sine = cross(one, two);
    constexpr double kMinSine = 0.4;
    if (std::abs(sine) < kMinSine * cv::norm(one) * cv::norm(two))
        return false;
    at = from + (one * (cross(otherFrom - from, two) / sine));
    return true;
}

} // namespace

SheetBorder::SheetBorder(const cv::Mat& bgra, Optics optics)
    : m_bgra(bgra)
    , m_optics(optics)
{
}

double SheetBorder::strangenessOf(const Quad& quad) const
{
    constexpr double kCamera = 0.025;
    constexpr double kFlatbed = 0.008;
    if (m_optics == Optics::Camera)
        return ratioStrangeness(rectangleRatio(quad, m_bgra.size()), kCamera);
    const double one = sideOf(quad, 0) + sideOf(quad, 2);
    const double two = sideOf(quad, 1) + sideOf(quad, 3);
    double skew = 0; // cosine of the corners
    for (std::size_t i = 0; i < 4; ++i) {
        const cv::Point2d a = quad[(i + 1) % 4] - quad[i];
        const cv::Point2d b = quad[(i + 2) % 4] - quad[(i + 1) % 4];
        skew = std::max(skew, std::abs(a.dot(b)) / std::max(1e-9, cv::norm(a) * cv::norm(b)));
    }
    constexpr double kFullSkew = 0.036;
    return std::min(
        1.0, ratioStrangeness(std::max(one, two) / std::max(1.0, std::min(one, two)), kFlatbed) +
                 std::pow(skew / kFullSkew, 2));
}

std::vector<SheetBorder::Option> SheetBorder::optionsAlong(cv::Point2d from, cv::Point2d to,
                                                           SideStrip::Reach reach,
                                                           double depth) const
{
    constexpr std::size_t kLookedAt = 6;
    const SideStrip strip(m_bgra, from, to, reach, groundAlong(m_bgra, from, to, depth));
    std::vector<Option> options;
    for (const SideEdge& edge : strip.edges(kLookedAt))
        options.push_back({edge.from, edge.to, worthOf(edge), edge.seen, edge.step, true, false});
    std::ranges::sort(options, std::greater(), &Option::worth);
    if (options.size() > kOptions)
        options.resize(kOptions);
    return options;
}

std::optional<FittedSheet> SheetBorder::fit(const Quad& rough, double slack,
                                            const std::array<bool, 4>& onBorder) const
{
    const double shortSide = shortSideOf(rough);
    // Cards have no frame: what runs beside them is another thing.
    constexpr double kCardFrom = 1.51;
    constexpr double kCardMargin = 0.02;
    const bool isCard = rectangleRatio(rough, m_bgra.size()) > kCardFrom;
    const SideStrip::Reach reach{slack + ((isCard ? kCardMargin : kFrameMargin) * shortSide),
                                 slack + 4, kStripe * shortSide};
    Options options;
    for (std::size_t i = 0; i < 4; ++i) {
        const cv::Point2d from = rough[i];
        const cv::Point2d to = rough[(i + 1) % 4];
        if (onBorder[i]) {
            options[i].push_back({from, to, 0, 0, 0, false, true});
            continue;
        }
        options[i] = optionsAlong(from, to, reach, kGroundDepth * shortSide);
        constexpr double kLeastSeen = 0.35;
        if (options[i].empty() || options[i].front().seen < kLeastSeen)
            options[i].push_back({from, to, 0.1, 0, 0, false, false});
        if (m_optics == Optics::Flatbed)
            addBorderNear(from, to, options[i]);
    }
    return bestOf(options);
}

void SheetBorder::addBorderNear(cv::Point2d from, cv::Point2d to,
                                std::vector<Option>& options) const
{
    const double right = m_bgra.cols;
    const double bottom = m_bgra.rows;
    const auto near = [&](double one, double two, double border, double size) {
        return std::max(std::abs(one - border), std::abs(two - border)) < kStrip * size;
    };
    const bool isDown = near(from.x, to.x, 0, right) || near(from.x, to.x, right, right);
    const bool isAcross = near(from.y, to.y, 0, bottom) || near(from.y, to.y, bottom, bottom);
    if (isDown) {
        const double x = from.x + to.x < right ? 0 : right;
        options.push_back({{x, from.y}, {x, to.y}, 0, 0, 0, false, true});
    }
    if (isAcross) {
        const double y = from.y + to.y < bottom ? 0 : bottom;
        options.push_back({{from.x, y}, {to.x, y}, 0, 0, 0, false, true});
    }
}

std::optional<FittedSheet> SheetBorder::fitFilling() const
{
    const double right = m_bgra.cols;
    const double bottom = m_bgra.rows;
    const Quad whole = {cv::Point2d(0, 0), {right, 0}, {right, bottom}, {0, bottom}};
    const double shortSide = std::min(right, bottom);
    Options options;
    for (std::size_t i = 0; i < 4; ++i) {
        const cv::Point2d from = whole[i];
        const cv::Point2d to = whole[(i + 1) % 4];
        const double across = i % 2 == 0 ? bottom : right;
        options[i] = optionsAlong(from, to, {0.02 * across, kStrip * across, kStripe * shortSide},
                                  kGroundDepth * shortSide);
        options[i].push_back({from, to, 0, 0, 0, false, true});
    }
    const auto best = bestOf(options);
    // Without a single side seen, it is the picture and nothing more.
    if (!best || std::ranges::count(best->onBorder, true) == 4)
        return std::nullopt;
    return best;
}

FittedSheet SheetBorder::combined(const Quad& quad, const std::array<const Option*, 4>& sides) const
{
    // The picture's own edge says nothing of a paper, unless just there the ratio comes right.
    constexpr double kShape = 0.25;
    constexpr double kCutOff = 0.25;
    constexpr double kInShape = 0.6;
    const double strangeness = strangenessOf(quad);
    const auto borders = std::ranges::count_if(sides, &Option::isBorder);
    const double atBorder = kCutOff + ((kInShape - kCutOff) * (1 - strangeness));
    FittedSheet sheet;
    sheet.quad = quad;
    sheet.strangeness = strangeness;
    sheet.score = -kShape * (borders > 0 ? strangeness / 2 : strangeness);
    int seen = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        sheet.score += (sides[i]->isBorder ? atBorder : sides[i]->worth) / 4;
        sheet.support += sides[i]->seen;
        sheet.step += sides[i]->step;
        sheet.onBorder[i] = sides[i]->isBorder;
        seen += sides[i]->isSeen ? 1 : 0;
    }
    sheet.support /= std::max(1.0, 4 - static_cast<double>(borders));
    sheet.step /= std::max(1, seen);
    return sheet;
}

std::optional<FittedSheet> SheetBorder::bestOf(const Options& options) const
{
    std::optional<FittedSheet> best;
    const auto consider = [&](const std::array<const Option*, 4>& sides) {
        Quad quad;
        for (std::size_t i = 0; i < 4; ++i) {
            const Option& before = *sides[(i + 3) % 4];
            if (!crossingOf(before.from, before.to, sides[i]->from, sides[i]->to, quad[i]))
                return;
        }
        if (!isConvex(quad))
            return;
        const FittedSheet sheet = combined(quad, sides);
        if (!best || sheet.score > best->score)
            best = sheet;
    };
    for (const Option& a : options[0]) {
        for (const Option& b : options[1]) {
            for (const Option& c : options[2]) {
                for (const Option& d : options[3])
                    consider({&a, &b, &c, &d});
            }
        }
    }
    return best;
}

} // namespace handshake
