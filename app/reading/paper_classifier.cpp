// SPDX-License-Identifier: Apache-2.0
#include "app/reading/paper_classifier.h"

#include "app/imaging/geometry.h"
#include "app/imaging/mat_view_p.h"
#include "app/reading/ink_p.h"
#include "app/reading/quad_p.h"
#include "app/reading/sheet_geometry.h"

#include <QTransform>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace handshake {

namespace {

constexpr int kLineHeight = 40; // with its margin; larger, short lines are taken for pictures

struct Possibility {
    const PaperLayout* layout;
    SheetCandidate sheet; ///< turned upright
    bool wholePicture;
    double print;
    double rank; ///< print, and what else speaks for it
};

QPolygonF turnedCorners(const QPolygonF& corners)
{
    return QPolygonF(QList<QPointF>{corners[2], corners[3], corners[0], corners[1]});
}

cv::Rect pixelsOf(const QRectF& mm, double dotsPerMm, cv::Size size)
{
    const cv::Rect box(static_cast<int>(mm.x() * dotsPerMm), static_cast<int>(mm.y() * dotsPerMm),
                       static_cast<int>(std::ceil(mm.width() * dotsPerMm)),
                       static_cast<int>(std::ceil(mm.height() * dotsPerMm)));
    return box & cv::Rect({0, 0}, size);
}

/// How much of each region is ink, held against what print has; mean over the regions.
double filled(const cv::Mat& mask, const std::vector<QRectF>& regions, double dotsPerMm,
              double fullShare)
{
    double sum = 0;
    for (const QRectF& region : regions) {
        const cv::Mat part = mask(pixelsOf(region, dotsPerMm, mask.size()));
        constexpr double kInk = 255;
        const double share = part.empty() ? 0 : cv::mean(part)[0] / kInk;
        sum += std::min(1.0, share / fullShare);
    }
    return regions.empty() ? 0 : sum / static_cast<double>(regions.size());
}

double printAgreement(const cv::Mat& mask, const PaperLayout& layout)
{
    constexpr double kPrint = 0.09; // of a line's box, for the lightest face
    constexpr double kStray = 0.08;
    const double dots = mask.cols / layout.size.width();
    return filled(mask, layout.inked, dots, kPrint) - filled(mask, layout.blank, dots, kStray);
}

constexpr int kSmallWidth = 440; // of a paper: enough to see where lines stand

/// How inked every pixel is: pale labels count in part, the waves of a ground do not.
cv::Mat inkOf(const cv::Mat& flat)
{
    constexpr double kGround = 18; // below the paper's 255
    constexpr double kFull = 75;
    cv::Mat ink;
    flat.convertTo(ink, CV_8U, -255 / (kFull - kGround), (255 - kGround) * 255 / (kFull - kGround));
    return ink;
}

/// The print on a candidate as if it were the layout's paper.
cv::Mat smallMask(const QImage& picture, const QPolygonF& corners, const PaperLayout& layout)
{
    const double dots = kSmallWidth / layout.size.width();
    const auto flat = rectify(picture, corners, (layout.size * dots).toSize());
    if (!flat)
        return {};
    const double em = std::max(6.0, layout.fields.front().em * dots);
    return inkOf(ink::flatten(matView(*flat), ink::Colour::Any, em));
}

/// The sheet, if what was found is the frame printed on it.
SheetCandidate sheetAround(const SheetCandidate& found, const PaperLayout& layout)
{
    SheetCandidate sheet = found;
    const QTransform toPicture = paperToPicture(found.corners, layout.frame.size());
    sheet.corners = toPicture.map(QPolygonF(QList<QPointF>{
        -layout.frame.topLeft(),
        {layout.size.width() - layout.frame.left(), -layout.frame.top()},
        {layout.size.width() - layout.frame.left(), layout.size.height() - layout.frame.top()},
        {-layout.frame.left(), layout.size.height() - layout.frame.top()}}));
    return sheet;
}

} // namespace

double textAgreement(const QString& expected, const QString& read)
{
    if (expected.isEmpty())
        return 0;
    // Longest common subsequence.
    const auto width = static_cast<std::size_t>(read.size()) + 1;
    std::vector<int> row(width, 0);
    for (const QChar c : expected) {
        int diagonal = 0;
        for (std::size_t j = 1; j < width; ++j) {
            const int above = row[j];
            row[j] = c == read[static_cast<qsizetype>(j) - 1] ? diagonal + 1
                                                              : std::max(above, row[j - 1]);
            diagonal = above;
        }
    }
    return row.back() / static_cast<double>(expected.size());
}

PaperClassifier::PaperClassifier(const std::vector<PaperLayout>& layouts, const Settings& settings)
    : m_layouts(layouts)
    , m_settings(settings)
{
}

namespace {

Quad quadOf(const QPolygonF& corners)
{
    Quad quad;
    for (std::size_t i = 0; i < quad.size(); ++i) {
        const QPointF at = corners[static_cast<qsizetype>(i)];
        quad[i] = {at.x(), at.y()};
    }
    return quad;
}

/// Ranks what the sheets may be.
class Ranking final
{
    static constexpr double kWidest = 1300; // of the picture: more shows no line better

public:
    Ranking(const QImage& picture, PaperKind hint, double minPrint)
        : m_hint(hint)
        , m_minPrint(minPrint)
        , m_size(picture.width(), picture.height())
        , m_divisor(std::max(1, cvRound(std::max(picture.width(), picture.height()) / kWidest)))
        , m_small(divided(picture, m_divisor))
    {
    }

    void consider(const SheetCandidate& candidate, const std::vector<PaperLayout>& layouts,
                  bool isWhole, std::size_t place)
    {
        QSizeF size;
        cv::Mat mask;
        for (const PaperLayout& layout : layouts) {
            if (!isWhole && !hasRatioOf(candidate, layout))
                continue;
            // Sides of one size share the work.
            if (layout.size != size) {
                size = layout.size;
                mask = smallMask(m_small, shrink(candidate.corners), layout);
            }
            constexpr double kPerRank = 0.01; // candidates come best first
            constexpr double kWhole = -0.15;  // a border that was seen is believed first
            const double bonus = (isWhole ? kWhole : 0) - (kPerRank * static_cast<double>(place));
            const double print = add(layout, candidate, mask, isWhole, bonus);
            // A sheet whose print stands where it belongs is no frame.
            constexpr double kClear = 0.5;
            constexpr double kFrame = -0.1;
            if (layout.frame.isEmpty() || candidate.support <= 0 || print > kClear)
                continue;
            const SheetCandidate around = sheetAround(candidate, layout);
            add(layout, around, smallMask(m_small, shrink(around.corners), layout), false,
                bonus + kFrame);
        }
    }

    std::vector<Possibility> take()
    {
        std::ranges::sort(m_possible, std::greater(), &Possibility::rank);
        return std::move(m_possible);
    }

private:
    /// Averages of whole blocks are many times faster than any other shrinking.
    static QImage divided(const QImage& picture, int by)
    {
        if (by < 2)
            return picture;
        const cv::Size size(picture.width() / by, picture.height() / by);
        cv::Mat small;
        cv::resize(matView(picture)(cv::Rect({0, 0}, size * by)), small, size, 0, 0,
                   cv::INTER_AREA);
        return imageCopy(small);
    }

    [[nodiscard]] QPolygonF shrink(const QPolygonF& corners) const
    {
        return QTransform::fromScale(1.0 / m_divisor, 1.0 / m_divisor).map(corners);
    }

    /// Whether a candidate can be a layout's paper, or the frame on it, at all.
    [[nodiscard]] bool hasRatioOf(const SheetCandidate& candidate, const PaperLayout& layout) const
    {
        constexpr double kOff = 0.11;
        if (candidate.touchesBorder)
            return true;
        const double ratio = rectangleRatio(quadOf(candidate.corners), m_size);
        const auto isNear = [&](QSizeF size) {
            return size.isEmpty() || std::abs((ratio * size.height() / size.width()) - 1) < kOff;
        };
        return isNear(layout.size) || (!layout.frame.isEmpty() && isNear(layout.frame.size()));
    }

    /// The better of upright and upside down; its print.
    double add(const PaperLayout& layout, const SheetCandidate& sheet, const cv::Mat& mask,
               bool isWhole, double bonus)
    {
        if (mask.empty())
            return 0;
        constexpr double kHinted = 0.1;
        cv::Mat turned;
        cv::rotate(mask, turned, cv::ROTATE_180);
        double best = 0;
        for (const bool isTurned : {false, true}) {
            const double print = printAgreement(isTurned ? turned : mask, layout);
            best = std::max(best, print);
            if (print < m_minPrint)
                continue;
            SheetCandidate upright = sheet;
            if (isTurned)
                upright.corners = turnedCorners(sheet.corners);
            m_possible.push_back({&layout, upright, isWhole, print,
                                  print + bonus + (layout.kind == m_hint ? kHinted : 0)});
        }
        return best;
    }

    PaperKind m_hint;
    double m_minPrint;
    cv::Size m_size;
    int m_divisor;
    QImage m_small;
    std::vector<Possibility> m_possible;
};

double readAnchor(const QImage& picture, const QPolygonF& corners, const PaperLayout& layout,
                  const AnchorLayout& anchor, OcrEngine& chinese)
{
    // Only the anchor's part of the sheet is made flat: cheap enough to try several.
    const double dots = std::min(layout.dotsPerMm, kLineHeight / anchor.em);
    const QImage flat = flatPart(picture, paperToPicture(corners, layout.size), anchor.box, dots);
    if (flat.isNull())
        return 0;
    const double em = anchor.em * dots;
    const cv::Mat part = matView(flat);
    const cv::Mat gray = ink::flatten(part, ink::Colour::Any, em);
    // Labels are paler than what a mask of black ink holds.
    const cv::Mat ink = inkOf(gray);
    constexpr double kHalf = 110;
    const auto lines = ink::lines(ink > kHalf, em);
    if (lines.empty())
        return 0;
    const auto tallest =
        std::ranges::max_element(lines, {}, [](const cv::Rect& r) { return r.area(); });
    const OcrLine line =
        chinese.readLine(ink::toImage(ink::lineCrop(255 - ink, *tallest, em, kLineHeight)));
    return textAgreement(anchor.text, line.text());
}

} // namespace

namespace {

/// Whether a possibility lies where a sheet is known already.
bool isPartOf(const Possibility& possible, const std::vector<PaperMatch>& known)
{
    constexpr double kInside = 0.5;
    return std::ranges::any_of(known, [&](const PaperMatch& match) {
        const Quad one = quadOf(match.sheet.corners);
        const Quad two = quadOf(possible.sheet.corners);
        return shareInside(one, two) > kInside || shareInside(two, one) > kInside;
    });
}

/// Once the sheet asked for is known, only a second one like it is of interest: whoever lays down
/// two must be told. Nobody takes two for one that are looked at with less certainty.
bool isStillWanted(const Possibility& possible, const std::vector<PaperMatch>& known,
                   PaperKind hint)
{
    constexpr double kAsSure = 0.7;
    const auto done = std::ranges::find_if(known, [&](const PaperMatch& match) {
        return hint == PaperKind::Auto || match.layout->kind == hint;
    });
    return done == known.end() ||
           (possible.layout == done->layout && possible.print > kAsSure * done->print);
}

} // namespace

PaperMatches PaperClassifier::classify(const QImage& picture,
                                       const std::vector<SheetCandidate>& candidates,
                                       PaperKind hint, OcrEngine& chinese) const
{
    PaperMatches matches;
    // With nothing but the whole picture left, no sheet was seen, unless its anchor is read.
    matches.taken.wholePicture = candidates.size() < 2;
    if (candidates.empty())
        return matches;
    matches.taken.sheet = candidates.front();
    Ranking ranking(picture, hint, m_settings.minPrint);
    for (std::size_t i = 0; i < candidates.size(); ++i)
        ranking.consider(candidates[i], m_layouts, i + 1 == candidates.size(), i);

    int readings = 0;
    int strange = 0; // sheets that were none of what they looked like
    for (const Possibility& possible : ranking.take()) {
        if (readings >= m_settings.maxReadings)
            break;
        if (isPartOf(possible, matches.known) || !isStillWanted(possible, matches.known, hint))
            continue;
        for (const AnchorLayout& anchor : possible.layout->anchors) {
            ++readings;
            const double agreement =
                readAnchor(picture, possible.sheet.corners, *possible.layout, anchor, chinese);
            if (agreement >= m_settings.minAgreement) {
                matches.known.push_back({possible.layout, possible.sheet, possible.wholePicture,
                                         agreement, possible.print});
                break;
            }
            // A sheet whose title cannot be read is rarely helped by its smaller labels; the second
            // anchor is tried for the likeliest possibilities only.
            constexpr int kThorough = 2;
            if (++strange > kThorough || readings >= m_settings.maxReadings)
                break;
        }
    }
    const auto wanted = std::ranges::find_if(matches.known, [&](const PaperMatch& match) {
        return hint == PaperKind::Auto || match.layout->kind == hint;
    });
    if (wanted != matches.known.end())
        matches.taken = *wanted;
    else if (!matches.known.empty())
        matches.taken = matches.known.front();
    return matches;
}

} // namespace handshake
