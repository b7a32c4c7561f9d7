// SPDX-License-Identifier: Apache-2.0
#include "app/reading/sheet_finder.h"

#include "app/imaging/mat_view_p.h"
#include "app/reading/sheet_border_p.h"
#include "app/reading/sheet_proposals_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace handshake {

namespace {

constexpr double kCoarseSide = 640; // where outlines are looked for: finer finds no more
constexpr double kFineSide =
    1600; // where they are laid exactly: a card's millimetre has ten pixels

/// The picture at the two sizes it is looked at.
struct Levels {
    QImage rgb; ///< keeps the pixels of `fine` where that is the picture itself
    cv::Mat fine;
    cv::Mat coarse;     ///< Lab
    double fineScale;   ///< of the picture's size
    double coarseScale; ///< of the picture's size
};

/// Averages of whole blocks are many times faster than any other shrinking.
cv::Mat divided(const cv::Mat& picture, int by)
{
    if (by < 2)
        return picture;
    const cv::Mat whole = picture(
        cv::Rect(0, 0, picture.cols - (picture.cols % by), picture.rows - (picture.rows % by)));
    cv::Mat small;
    cv::resize(whole, small, {whole.cols / by, whole.rows / by}, 0, 0, cv::INTER_AREA);
    return small;
}

Levels levelsOf(const QImage& picture)
{
    Levels levels;
    levels.rgb = picture.convertToFormat(QImage::Format_RGB32);
    const double side = std::max(picture.width(), picture.height());
    const int divisor = std::max(1, static_cast<int>(std::lround(side / kFineSide)));
    levels.fine = divided(matView(levels.rgb), divisor);
    levels.fineScale = 1.0 / divisor;
    levels.coarseScale = std::min(1.0, kCoarseSide / side);
    double more = levels.coarseScale * divisor;
    cv::Mat small = divided(levels.fine, static_cast<int>(1 / more));
    more *= std::max(1, static_cast<int>(1 / more));
    if (more < 1)
        cv::resize(small, small, {}, more, more, cv::INTER_LINEAR);
    cv::Mat bgr;
    cv::cvtColor(small, bgr, cv::COLOR_BGRA2BGR);
    cv::cvtColor(bgr, levels.coarse, cv::COLOR_BGR2Lab);
    return levels;
}

/// The likeliest by shape too; of outlines that are nearly one the first, and a few of those that
/// lie much alike.
std::vector<SheetProposal> varied(std::vector<SheetProposal> proposals, cv::Size size,
                                  std::size_t most)
{
    constexpr std::size_t kWeighed = 200;
    constexpr double kShape = 0.5;
    constexpr double kDeviation = 0.04; // rough outlines, unknown lens
    constexpr double kSame = 0.93;
    constexpr double kAlike = 0.7;
    constexpr int kOfAlike = 3;
    if (proposals.size() > kWeighed)
        proposals.resize(kWeighed);
    for (SheetProposal& proposal : proposals) {
        if (proposal.borders() == 0)
            proposal.score *=
                1 - (kShape * ratioStrangeness(rectangleRatio(proposal.quad, size), kDeviation));
    }
    std::ranges::stable_sort(proposals, std::greater(), &SheetProposal::score);
    std::vector<SheetProposal> kept;
    for (const SheetProposal& proposal : proposals) {
        int alike = 0;
        bool isKnown = false;
        for (const SheetProposal& other : kept) {
            const double shared = overlap(proposal.quad, other.quad);
            isKnown = isKnown || shared > kSame;
            alike += shared > kAlike ? 1 : 0;
        }
        if (!isKnown && alike < kOfAlike)
            kept.push_back(proposal);
        if (kept.size() == most)
            break;
    }
    return kept;
}

SheetCandidate candidateOf(const FittedSheet& sheet, double scale, cv::Size size)
{
    SheetCandidate candidate;
    candidate.support = sheet.support;
    candidate.score = sheet.score;
    constexpr double kMargin = 2;
    for (const cv::Point2d& at : ordered(sheet.quad)) {
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

/// Every proposal for one picture, one way of finding after the other.
std::vector<SheetProposal> proposalsFor(const cv::Mat& lab, const std::optional<Lid>& lid,
                                        double minArea)
{
    constexpr std::size_t kByLines = 12;
    constexpr std::size_t kByColour = 6;
    constexpr std::size_t kCut = 3;
    const std::vector<SheetProposal> lines = proposeByLines(lab, minArea);
    std::vector<SheetProposal> whole;
    std::vector<SheetProposal> cut;
    for (const SheetProposal& line : lines)
        (line.borders() > 0 ? cut : whole).push_back(line);
    std::vector<SheetProposal> all;
    const auto add = [&](const std::vector<SheetProposal>& more) {
        constexpr double kSame = 0.97;
        for (const SheetProposal& proposal : more) {
            const bool isKnown = std::ranges::any_of(all, [&](const SheetProposal& other) {
                return other.onBorder == proposal.onBorder &&
                       overlap(other.quad, proposal.quad) > kSame;
            });
            if (!isKnown)
                all.push_back(proposal);
        }
    };
    if (lid)
        add(varied(proposeOnLid(lab, *lid, minArea), lab.size(), kByColour));
    add(varied(whole, lab.size(), kByLines));
    if (!lid)
        add(varied(proposeByColour(lab, minArea), lab.size(), kByColour));
    add(varied(cut, lab.size(), kCut));
    return all;
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
    const Levels levels = levelsOf(picture);
    const std::optional<Lid> lid = lidOf(levels.coarse);
    const bool isBright = isBrightAround(levels.coarse);
    const SheetBorder flatbed(levels.fine, SheetBorder::Optics::Flatbed);
    const SheetBorder camera(levels.fine, SheetBorder::Optics::Camera);
    const double zoom = levels.fineScale / levels.coarseScale;
    constexpr double kSlack = 3; // coarse pixels

    std::vector<FittedSheet> fitted;
    const auto add = [&](const std::optional<FittedSheet>& sheet) {
        if (!sheet || sheet->support < m_settings.minSupport)
            return;
        fitted.push_back(*sheet);
        const double share = areaOf(sheet->quad) / static_cast<double>(levels.fine.total());
        fitted.back().score *= std::pow(share, m_settings.areaWeight);
    };
    for (const SheetProposal& proposal : proposalsFor(levels.coarse, lid, m_settings.minArea)) {
        const Quad rough = scaled(proposal.quad, zoom);
        // An evenly lit white desk looks like a lid, but shows papers at a slant; where both fit,
        // the stricter one errs less.
        constexpr double kNearly = 0.04;
        constexpr double kSure = 0.9;
        const auto flat = isBright ? flatbed.fit(rough, kSlack * zoom, proposal.onBorder)
                                   : std::optional<FittedSheet>();
        const auto slanted = flat && flat->score > kSure
                                 ? std::nullopt
                                 : camera.fit(rough, kSlack * zoom, proposal.onBorder);
        add(flat && (!slanted || flat->score > slanted->score - kNearly) ? flat : slanted);
    }
    if (isBright)
        add(flatbed.fitFilling());
    std::ranges::sort(fitted, std::greater(), &FittedSheet::score);

    std::vector<SheetCandidate> candidates;
    std::vector<Quad> taken;
    for (const FittedSheet& sheet : fitted) {
        const bool isKnown = std::ranges::any_of(taken, [&](const Quad& other) {
            return overlap(other, sheet.quad) > m_settings.sameSheet;
        });
        if (isKnown || static_cast<int>(taken.size()) >= m_settings.maxCandidates)
            continue;
        taken.push_back(sheet.quad);
        candidates.push_back(candidateOf(sheet, levels.fineScale, levels.fine.size()));
    }
    SheetCandidate whole;
    whole.touchesBorder = true;
    for (const cv::Point2d& at : ordered(wholeOf({picture.width(), picture.height()})))
        whole.corners << QPointF(at.x, at.y);
    candidates.push_back(whole);
    return candidates;
}

} // namespace handshake
