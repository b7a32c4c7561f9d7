// SPDX-License-Identifier: Apache-2.0
#include "app/reading/field_lines_p.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace handshake {

namespace {

class LineSearch
{
public:
    LineSearch(const FieldLayout& field, const PaperLayout& layout, const LayoutFit& fit,
               const SheetPrint& print)
        : m_field(field)
        , m_fit(fit)
        , m_print(print)
        , m_em(field.em * fit.scale())
        , m_zone(fit.toSheet.mapRect(field.box))
    {
        const auto seen = fit.labels.find(field.label);
        const LabelLayout* label = layout.label(field.label);
        if (seen == fit.labels.end() || label == nullptr)
            return;
        m_label = seen->second;
        // The label knows better than the whole sheet where its row is.
        const QRectF expected = fit.toSheet.mapRect(label->box);
        m_zone.translate(0, m_label->center().y() - expected.center().y());
    }

    std::vector<LinePlace> search()
    {
        std::vector<LinePlace> lines;
        auto first = firstLine();
        if (!first)
            return lines;
        lines.push_back(*first);
        const double bottom = bottomBelow(*first);
        while (static_cast<int>(lines.size()) < m_field.maxLines) {
            const auto next = lineBelow(lines.back(), *first, bottom);
            if (!next)
                break;
            lines.push_back(*next);
        }
        return lines;
    }

private:
    [[nodiscard]] std::optional<LinePlace> rowFrom(QPointF from) const
    {
        constexpr double kGap = 3; // characters between two parts of a value
        const double right = rightOf(from);
        auto row = m_print.row(from, m_fit.slope(), m_em, right, m_zone.width());
        // What stands far off the first piece is another field or a picture.
        for (std::size_t i = 1; i < row.size(); ++i) {
            if (row[i].left() - row[i - 1].right() > kGap * m_em) {
                row.resize(i);
                break;
            }
        }
        // A row of dots is no line.
        if (std::ranges::none_of(row, [&](const QRectF& piece) {
                return piece.height() > 0.4 * m_em || piece.width() > 0.5 * m_em;
            }))
            return std::nullopt;
        return placeOf(row, m_fit.slope(), m_em);
    }

    [[nodiscard]] double rightOf(QPointF from) const
    {
        double right = m_zone.right();
        for (const auto& [id, box] : m_fit.labels) {
            const bool isBeside = box.left() > from.x() + (0.5 * m_em) &&
                                  std::abs(box.center().y() - from.y()) < 0.8 * m_em;
            const bool isInNextColumn = m_field.maxLines > 1 &&
                                        box.left() > from.x() + (4 * m_em) &&
                                        std::abs(box.center().y() - from.y()) < 2.2 * m_em;
            if (id != m_field.label && (isBeside || isInNextColumn))
                right = std::min(right, box.left() - (0.2 * m_em));
        }
        return right;
    }

    [[nodiscard]] std::optional<LinePlace> firstLine() const
    {
        if (m_label && !m_field.isBelow) {
            constexpr double kGap = 0.15;
            if (auto line = rowFrom({m_label->right() + (kGap * m_em), m_label->center().y()}))
                return line;
        }
        // The piece nearest to the middle of where the value, or its first line, should be.
        const double height = m_field.maxLines > 1 ? 1.6 * m_em : m_zone.height();
        const double wanted = m_zone.top() + (height / 2);
        const QRectF* best = nullptr;
        double least = std::numeric_limits<double>::max();
        for (const QRectF& piece : m_print.pieces()) {
            if (piece.left() < m_zone.left() || piece.center().x() > m_zone.right() ||
                piece.center().y() < m_zone.top() || piece.center().y() > m_zone.bottom() ||
                piece.height() < 0.5 * m_em || piece.height() > 1.4 * m_em || isLabel(piece))
                continue;
            const double off = std::abs(piece.center().y() - wanted);
            // Of one row the leftmost piece: a little lower does not make it a worse start.
            if (off + (0.02 * (piece.left() - m_zone.left())) < least) {
                least = off + (0.02 * (piece.left() - m_zone.left()));
                best = &piece;
            }
        }
        if (best == nullptr)
            return std::nullopt;
        const double y =
            best->center().y() - (m_fit.slope() * (best->center().x() - m_zone.left()));
        const auto line = rowFrom({m_zone.left(), y});
        return line && !isBehindAnother(*line) ? line : std::nullopt;
    }

    /// Whether another field's label says that this row is its own.
    [[nodiscard]] bool isBehindAnother(const LinePlace& line) const
    {
        return std::ranges::any_of(m_fit.labels, [&](const auto& entry) {
            const QRectF& box = entry.second;
            return entry.first != m_field.label && box.right() < line.left + (0.5 * m_em) &&
                   box.right() > line.left - m_zone.width() &&
                   std::abs(box.center().y() - line.y) < 0.8 * m_em;
        });
    }

    [[nodiscard]] bool isLabel(const QRectF& piece) const
    {
        return std::ranges::any_of(
            m_fit.labels, [&](const auto& label) { return label.second.contains(piece.center()); });
    }

    /// Where the next label of this column, or the zone, ends the value.
    [[nodiscard]] double bottomBelow(const LinePlace& first) const
    {
        double bottom = m_zone.bottom() + (0.5 * m_em);
        for (const auto& [id, box] : m_fit.labels) {
            if (id != m_field.label && box.center().y() > first.y + (0.7 * m_em) &&
                box.left() < first.left + m_em && box.right() > first.left - (12 * m_em))
                bottom = std::min(bottom, box.center().y() - (0.45 * m_em));
        }
        return bottom;
    }

    [[nodiscard]] std::optional<LinePlace> lineBelow(const LinePlace& above, const LinePlace& first,
                                                     double bottom) const
    {
        const QRectF* best = nullptr;
        for (const QRectF& piece : m_print.pieces()) {
            const double down = piece.center().y() - above.y;
            if (std::abs(piece.left() - first.left) > m_em || down < 0.7 * m_em ||
                down > 2.2 * m_em || piece.center().y() > bottom || piece.height() < 0.35 * m_em ||
                piece.height() > 1.4 * m_em)
                continue;
            if (best == nullptr || piece.center().y() < best->center().y() - (0.4 * m_em) ||
                (piece.center().y() < best->center().y() + (0.4 * m_em) &&
                 piece.left() < best->left()))
                best = &piece;
        }
        if (best == nullptr)
            return std::nullopt;
        return rowFrom({best->left() - (0.1 * m_em), best->center().y()});
    }

    const FieldLayout& m_field;
    const LayoutFit& m_fit;
    const SheetPrint& m_print;
    double m_em;
    QRectF m_zone;
    std::optional<QRectF> m_label;
};

} // namespace

std::vector<LinePlace> fieldLines(const FieldLayout& field, const PaperLayout& layout,
                                  const LayoutFit& fit, const SheetPrint& print)
{
    return LineSearch(field, layout, fit, print).search();
}

} // namespace handshake
