// SPDX-License-Identifier: Apache-2.0
#include "app/reading/paper_classifier.h"

#include "app/imaging/geometry.h"
#include "app/imaging/mat_view_p.h"
#include "app/reading/ink_p.h"
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
        const double share =
            part.empty() ? 0 : cv::countNonZero(part) / static_cast<double>(part.total());
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

constexpr int kSmallWidth = 600; // of a paper: enough to see where lines stand

/// Mask of all print on a candidate as if it were the layout's paper.
cv::Mat smallMask(const QImage& picture, const QPolygonF& corners, const PaperLayout& layout)
{
    const double dots = kSmallWidth / layout.size.width();
    const auto flat = rectify(picture, corners, (layout.size * dots).toSize());
    if (!flat)
        return {};
    const double em = std::max(6.0, layout.fields.front().em * dots);
    return ink::mask(ink::flatten(matView(*flat), ink::Colour::Any, em), em);
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

std::vector<Possibility> rank(const QImage& picture, const std::vector<SheetCandidate>& candidates,
                              const std::vector<PaperLayout>& layouts, PaperKind hint,
                              double minPrint)
{
    const double scale =
        std::min(1.0, 2.0 * kSmallWidth / std::max(picture.width(), picture.height()));
    const QImage small = scale < 1 ? picture.scaled(picture.size() * scale, Qt::IgnoreAspectRatio,
                                                    Qt::SmoothTransformation)
                                   : picture;
    const QTransform shrink = QTransform::fromScale(scale, scale);
    constexpr double kHinted = 0.1;
    constexpr double kPerRank = 0.01; // candidates come best first
    std::vector<Possibility> possible;
    const auto consider = [&](const PaperLayout& layout, const SheetCandidate& sheet,
                              const cv::Mat& mask, std::size_t place) {
        if (mask.empty())
            return;
        cv::Mat turned;
        cv::rotate(mask, turned, cv::ROTATE_180);
        const double bonus =
            (layout.kind == hint ? kHinted : 0) - (kPerRank * static_cast<double>(place));
        for (const bool isTurned : {false, true}) {
            const double print = printAgreement(isTurned ? turned : mask, layout);
            if (print < minPrint)
                continue;
            SheetCandidate upright = sheet;
            if (isTurned)
                upright.corners = turnedCorners(sheet.corners);
            possible.push_back({&layout, upright, place + 1 == candidates.size(), print + bonus});
        }
    };
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        QSizeF size;
        cv::Mat mask;
        for (const PaperLayout& layout : layouts) {
            // Sides of one size share the work.
            if (layout.size != size) {
                size = layout.size;
                mask = smallMask(small, shrink.map(candidates[i].corners), layout);
            }
            consider(layout, candidates[i], mask, i);
            if (layout.frame.isEmpty() || candidates[i].support <= 0)
                continue;
            const SheetCandidate around = sheetAround(candidates[i], layout);
            consider(layout, around, smallMask(small, shrink.map(around.corners), layout), i);
        }
    }
    std::ranges::sort(possible, std::greater(), &Possibility::print);
    return possible;
}

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
    const cv::Mat mask = ink::mask(gray, em);
    const auto lines = ink::lines(mask, em);
    if (lines.empty())
        return 0;
    const auto tallest =
        std::ranges::max_element(lines, {}, [](const cv::Rect& r) { return r.area(); });
    const OcrLine line =
        chinese.readLine(ink::toImage(ink::lineCrop(gray, *tallest, em, kLineHeight)));
    return textAgreement(anchor.text, line.text());
}

} // namespace

PaperMatch PaperClassifier::classify(const QImage& picture,
                                     const std::vector<SheetCandidate>& candidates, PaperKind hint,
                                     OcrEngine& chinese) const
{
    PaperMatch match;
    // With nothing but the whole picture left, no sheet was seen, unless its anchor is read.
    match.wholePicture = candidates.size() < 2;
    if (candidates.empty())
        return match;
    match.sheet = candidates.front();
    int readings = 0;
    for (const Possibility& possible :
         rank(picture, candidates, m_layouts, hint, m_settings.minPrint)) {
        const SheetCandidate& sheet = possible.sheet;
        for (const AnchorLayout& anchor : possible.layout->anchors) {
            if (readings++ >= m_settings.maxReadings)
                return match;
            const double agreement =
                readAnchor(picture, sheet.corners, *possible.layout, anchor, chinese);
            if (agreement >= m_settings.minAgreement) {
                match.layout = possible.layout;
                match.sheet = sheet;
                match.wholePicture = possible.wholePicture;
                match.agreement = agreement;
                match.print = possible.print;
                return match;
            }
            // A sheet whose title cannot be read is rarely helped by its smaller labels; the second
            // anchor is tried for the likeliest possibility only.
            if (readings > 2)
                break;
        }
    }
    return match;
}

} // namespace handshake
