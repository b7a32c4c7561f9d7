// SPDX-License-Identifier: Apache-2.0
#include "app/reading/layout_fit_p.h"

#include "app/reading/ink_p.h"

#include <opencv2/core.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace handshake {

namespace {

constexpr int kLineHeight = 40; // with its margin
constexpr double kRead = 0.6;   // of a label's characters: it is this one

struct Sighted {
    const LabelLayout* layout;
    QRectF box;
};

std::vector<Sighted> pairsOf(const PaperLayout& layout, const std::vector<LabelSight>& sights)
{
    std::vector<Sighted> pairs;
    for (const LabelSight& sight : sights) {
        if (const LabelLayout* label = layout.label(sight.id))
            pairs.push_back({label, sight.box});
    }
    return pairs;
}

/// Least squares with a pull towards no turn, no shear and no scale, which decides where labels
/// stand too close together to tell.
QTransform affineOf(const std::vector<Sighted>& pairs, const PaperLayout& layout)
{
    if (pairs.empty())
        return {};
    std::vector<std::pair<QPointF, QPointF>> points;
    QPointF from;
    QPointF to;
    for (const Sighted& pair : pairs) {
        // Left end and middle: where a label ends depends on the face.
        const QRectF& box = pair.layout->box;
        points.emplace_back(QPointF(box.left(), box.center().y()),
                            QPointF(pair.box.left(), pair.box.center().y()));
        from += points.back().first;
        to += points.back().second;
    }
    from /= static_cast<double>(points.size());
    to /= static_cast<double>(points.size());
    // How far a label is off its row against how far corners are off: the one says nothing of the
    // sheet, the other all.
    constexpr double kCornerError = 2.5; // mm
    const double labelError = 0.2 * layout.labelReach.height();
    const double across = labelError * layout.size.width() / kCornerError;
    const double down = labelError * layout.size.height() / kCornerError;
    cv::Matx22d squares(across * across, 0, 0, down * down);
    cv::Matx22d products = squares;
    for (const auto& [p, q] : points) {
        const cv::Vec2d a(p.x() - from.x(), p.y() - from.y());
        const cv::Vec2d b(q.x() - to.x(), q.y() - to.y());
        squares += a * a.t();
        products += b * a.t();
    }
    const cv::Matx22d m = products * squares.inv();
    return {m(0, 0),
            m(1, 0),
            m(0, 1),
            m(1, 1),
            to.x() - (m(0, 0) * from.x()) - (m(0, 1) * from.y()),
            to.y() - (m(1, 0) * from.x()) - (m(1, 1) * from.y())};
}

double distance(const QTransform& fit, const Sighted& pair)
{
    const QRectF& box = pair.layout->box;
    const QPointF at = fit.map(QPointF(box.left(), box.center().y()));
    return std::hypot(at.x() - pair.box.left(), at.y() - pair.box.center().y());
}

/// A row that may begin with a label, read once for all labels it may be.
struct RowStart {
    QRectF piece;
    OcrLine line;
    LinePlace place;
};

class LabelSearch
{
public:
    LabelSearch(const PaperLayout& layout, const SheetPrint& print, const LineCutter& cutter,
                LineRecogniser& recogniser)
        : m_layout(layout)
        , m_print(print)
        , m_cutter(cutter)
        , m_recogniser(recogniser)
    {
        for (const LabelLayout& label : layout.labels) {
            m_width = std::max(m_width, label.box.width());
            for (const QString& text : label.texts)
                m_allowed += text;
        }
    }

    std::vector<LabelSight> search()
    {
        for (const QRectF& piece : m_print.pieces()) {
            if (isNearALabel(piece) && beginsARow(piece))
                readFrom(piece);
        }
        std::vector<LabelSight> sights;
        for (const LabelLayout& label : m_layout.labels) {
            if (auto sight = bestOf(label))
                sights.push_back(std::move(*sight));
        }
        return sights;
    }

private:
    [[nodiscard]] bool isNear(const QRectF& piece, const LabelLayout& label) const
    {
        return std::abs(piece.left() - label.box.left()) <= m_layout.labelReach.width() &&
               std::abs(piece.center().y() - label.box.center().y()) <=
                   m_layout.labelReach.height();
    }

    [[nodiscard]] bool isNearALabel(const QRectF& piece) const
    {
        return std::ranges::any_of(m_layout.labels, [&](const LabelLayout& label) {
            const double em = label.box.height();
            return piece.height() > 0.4 * em && piece.height() < 1.5 * em && isNear(piece, label);
        });
    }

    [[nodiscard]] bool beginsARow(const QRectF& piece) const
    {
        return std::ranges::none_of(m_print.pieces(), [&](const QRectF& other) {
            const double gap = piece.left() - other.right();
            return gap > -0.1 * piece.height() && gap < 0.45 * piece.height() &&
                   other.height() > 0.5 * piece.height() &&
                   std::abs(other.center().y() - piece.center().y()) < 0.5 * piece.height();
        });
    }

    void readFrom(const QRectF& piece)
    {
        double width = 0;
        double em = 0;
        for (const LabelLayout& label : m_layout.labels) {
            if (isNear(piece, label)) {
                width = std::max(width, label.box.width());
                em = label.box.height();
            }
        }
        constexpr double kLonger = 1.1;
        const double right = piece.left() + (kLonger * width);
        const auto row =
            m_print.row(QPointF(piece.left(), piece.center().y()), 0, em, right, width);
        auto place = placeOf(row, 0, em);
        if (!place)
            return;
        place->right = std::min(place->right, right + em);
        auto line = m_cutter.cut(*place, true);
        if (!line)
            return;
        RowStart start{piece,
                       m_recogniser.readLine(ink::toImage(ink::lineCrop(line->gray, line->box,
                                                                        line->em, kLineHeight)),
                                             m_allowed),
                       *place};
        // From pixels of the crop to millimetres on the sheet.
        const cv::Rect shown = ink::lineCropBox(line->box, line->em);
        const double scale = static_cast<double>(shown.height) / kLineHeight;
        for (OcrCharacter& character : start.line.characters) {
            const auto toMm = [&](double x) {
                return line->left + ((shown.x + (x * scale)) / line->dotsPerMm);
            };
            character.left = toMm(character.left);
            character.right = toMm(character.right);
        }
        m_starts.push_back(std::move(start));
    }

    [[nodiscard]] std::optional<LabelSight> bestOf(const LabelLayout& label) const
    {
        std::optional<LabelSight> best;
        double bestScore = 0;
        for (const RowStart& start : m_starts) {
            if (!isNear(start.piece, label))
                continue;
            for (const QString& text : label.texts) {
                const LabelMatch match = matchLabel(text, start.line);
                const double off = std::hypot((start.piece.left() - label.box.left()) /
                                                  m_layout.labelReach.width(),
                                              (start.piece.center().y() - label.box.center().y()) /
                                                  m_layout.labelReach.height());
                const double score = match.agreement - (0.1 * off);
                if (match.agreement < kRead || score <= bestScore)
                    continue;
                bestScore = score;
                const double em = label.box.height();
                const double right = std::max(match.right, start.piece.left() + em);
                best = LabelSight{label.id,
                                  QRectF(start.piece.left(), start.place.y - (em / 2),
                                         right - start.piece.left(), em),
                                  match.agreement};
            }
        }
        return best;
    }

    const PaperLayout& m_layout;
    const SheetPrint& m_print;
    const LineCutter& m_cutter;
    LineRecogniser& m_recogniser;
    double m_width = 0;
    QString m_allowed;
    std::vector<RowStart> m_starts;
};

} // namespace

LabelMatch matchLabel(const QString& label, const OcrLine& line)
{
    LabelMatch match;
    if (label.isEmpty())
        return match;
    const auto rows = static_cast<std::size_t>(label.size()) + 1;
    const std::size_t columns = line.characters.size() + 1;
    std::vector<int> common(rows * columns, 0);
    const auto at = [&](std::size_t row, std::size_t column) -> int& {
        return common[(row * columns) + column];
    };
    const auto same = [&](std::size_t row, std::size_t column) {
        return line.characters[column - 1].text == label[static_cast<qsizetype>(row) - 1];
    };
    for (std::size_t row = 1; row < rows; ++row) {
        for (std::size_t column = 1; column < columns; ++column)
            at(row, column) = same(row, column)
                                  ? at(row - 1, column - 1) + 1
                                  : std::max(at(row - 1, column), at(row, column - 1));
    }
    match.agreement = at(rows - 1, columns - 1) / static_cast<double>(label.size());
    std::size_t row = rows - 1;
    std::size_t column = columns - 1;
    while (row > 0 && column > 0) {
        if (at(row, column) == at(row, column - 1)) {
            --column; // the earliest place: what follows belongs to the value
        } else if (at(row, column) == at(row - 1, column)) {
            --row;
        } else {
            const OcrCharacter& character = line.characters[column - 1];
            match.left = character.left;
            match.right = std::max(match.right, character.right);
            --row;
            --column;
        }
    }
    return match;
}

QTransform fitLabels(const PaperLayout& layout, std::vector<LabelSight>& sights)
{
    std::vector<LabelSight> agreeing = sights;
    constexpr double kFar = 3.5; // mm; a label that is farther off its neighbours stands elsewhere
    for (;;) {
        const auto pairs = pairsOf(layout, agreeing);
        const QTransform fit = affineOf(pairs, layout);
        if (pairs.size() < 3)
            return fit;
        const auto worst = std::ranges::max_element(
            pairs, {}, [&](const Sighted& pair) { return distance(fit, pair); });
        const double reach = std::max(kFar, layout.labelReach.height() * 0.4);
        if (distance(fit, *worst) <= reach)
            return fit;
        const QString id = worst->layout->id;
        std::erase_if(agreeing, [&](const LabelSight& sight) { return sight.id == id; });
        // Read letter by letter it is the label all the same, moved because another is missing.
        std::erase_if(
            sights, [&](const LabelSight& sight) { return sight.id == id && sight.agreement < 1; });
    }
}

LayoutFit fitLayout(const PaperLayout& layout, const SheetPrint& print, const LineCutter& cutter,
                    LineRecogniser& recogniser)
{
    std::vector<LabelSight> sights = LabelSearch(layout, print, cutter, recogniser).search();
    LayoutFit fit;
    fit.toSheet = fitLabels(layout, sights);
    for (const LabelSight& sight : sights)
        fit.labels[sight.id] = sight.box;
    return fit;
}

} // namespace handshake
