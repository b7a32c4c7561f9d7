// SPDX-License-Identifier: Apache-2.0
#include "ui/common/marks.h"

#include "ui/common/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>

#include <cmath>
#include <numbers>

namespace handshake::ui {

namespace {

QPolygonF regular(const QRectF& box, int corners, double turn)
{
    QPolygonF polygon;
    for (int i = 0; i < corners; ++i) {
        const double angle = turn + 2 * std::numbers::pi * i / corners;
        polygon << box.center() + QPointF(std::cos(angle) * box.width() / 2,
                                          std::sin(angle) * box.height() / 2);
    }
    return polygon;
}

QPointF at(const QRectF& box, double x, double y)
{
    return {box.left() + x * box.width(), box.top() + y * box.height()};
}

QRectF part(const QRectF& box, double x, double y, double w, double h)
{
    return {at(box, x, y), QSizeF(w * box.width(), h * box.height())};
}

void drawLetter(QPainter& painter, const QRectF& box, QChar letter)
{
    QFont font = theme::font(theme::kBody, true);
    font.setPixelSize(std::max(6, static_cast<int>(box.height() * 0.62)));
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(box, Qt::AlignCenter, letter);
}

void drawLines(QPainter& painter, const QRectF& box, double left, double right,
               std::initializer_list<double> heights)
{
    for (const double y : heights)
        painter.drawLine(at(box, left, y), at(box, right, y));
}

void drawHead(QPainter& painter, const QRectF& box)
{
    painter.drawEllipse(part(box, 0.32, 0.12, 0.36, 0.42));
    QPainterPath shoulders(at(box, 0.08, 0.98));
    shoulders.cubicTo(at(box, 0.1, 0.55), at(box, 0.9, 0.55), at(box, 0.92, 0.98));
    painter.drawPath(shoulders);
}

} // namespace

Sign signOf(CheckResult result)
{
    switch (result) {
    case CheckResult::Pass:
        return Sign::Good;
    case CheckResult::Unknown:
        return Sign::Ask;
    case CheckResult::Warn:
        return Sign::Look;
    case CheckResult::Fail:
        return Sign::Bad;
    }
    return Sign::Ask;
}

Sign signOf(StepItem::Mark mark)
{
    switch (mark) {
    case StepItem::Mark::Open:
        return Sign::Empty;
    case StepItem::Mark::Saving:
    case StepItem::Mark::Checking:
        return Sign::Busy;
    case StepItem::Mark::Good:
        return Sign::Good;
    case StepItem::Mark::Look:
        return Sign::Look;
    case StepItem::Mark::Bad:
        return Sign::Bad;
    }
    return Sign::Empty;
}

QColor colourOf(Sign sign)
{
    switch (sign) {
    case Sign::Good:
        return theme::kGood;
    case Sign::Look:
    case Sign::Ask:
        return theme::kLook;
    case Sign::Bad:
        return theme::kBad;
    case Sign::Busy:
        return theme::kAccent;
    case Sign::Empty:
        break;
    }
    return theme::kQuiet;
}

QColor softColourOf(Sign sign)
{
    switch (sign) {
    case Sign::Good:
        return theme::kGoodSoft;
    case Sign::Look:
    case Sign::Ask:
        return theme::kLookSoft;
    case Sign::Bad:
        return theme::kBadSoft;
    case Sign::Busy:
        return theme::kAccentSoft;
    case Sign::Empty:
        break;
    }
    return theme::kSunken;
}

void drawSign(QPainter& painter, const QRectF& box, Sign sign)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = colourOf(sign);
    const QPen white(Qt::white, box.width() * 0.12, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    switch (sign) {
    case Sign::Empty:
        painter.setPen(QPen(colour, box.width() * 0.1));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(box.adjusted(1, 1, -1, -1));
        break;
    case Sign::Busy:
        painter.setPen(QPen(colour, box.width() * 0.1));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(box.adjusted(1, 1, -1, -1));
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        for (const double x : {0.3, 0.5, 0.7})
            painter.drawEllipse(at(box, x, 0.5), box.width() * 0.07, box.width() * 0.07);
        break;
    case Sign::Good:
        painter.drawEllipse(box);
        painter.setPen(white);
        painter.drawPolyline(
            QPolygonF({at(box, 0.28, 0.53), at(box, 0.44, 0.68), at(box, 0.73, 0.34)}));
        break;
    case Sign::Look:
        painter.drawPolygon(QPolygonF({at(box, 0.5, 0.02), at(box, 1, 0.94), at(box, 0, 0.94)}));
        drawLetter(painter, box.translated(0, box.height() * 0.13), u'!');
        break;
    case Sign::Ask:
        painter.drawPolygon(regular(box, 4, 0));
        drawLetter(painter, box, u'?');
        break;
    case Sign::Bad:
        painter.drawPolygon(regular(box, 8, std::numbers::pi / 8));
        painter.setPen(white);
        painter.drawLine(at(box, 0.33, 0.33), at(box, 0.67, 0.67));
        painter.drawLine(at(box, 0.67, 0.33), at(box, 0.33, 0.67));
        break;
    }
    painter.restore();
}

void drawStepGlyph(QPainter& painter, const QRectF& box, const StepItem& step, QColor ink)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const QRectF sheet = part(box, 0.3, 0.1, 0.4, 0.8);
    const QRectF card = part(box, 0.16, 0.2, 0.68, 0.6);
    if (step.kind == StepItem::Kind::CheckAndPrint) {
        painter.drawRoundedRect(sheet, 3, 3);
        for (const double y : {0.25, 0.5, 0.75}) {
            painter.drawPolyline(QPolygonF(
                {at(sheet, 0.14, y), at(sheet, 0.22, y + 0.06), at(sheet, 0.36, y - 0.07)}));
            painter.drawLine(at(sheet, 0.5, y), at(sheet, 0.86, y));
        }
    } else {
        switch (step.step.role) {
        case EvidenceRole::IdPortrait:
            painter.drawRoundedRect(card, 4, 4);
            drawLines(painter, card, 0.1, 0.52, {0.28, 0.5, 0.74});
            drawHead(painter, part(card, 0.6, 0.16, 0.32, 0.6));
            break;
        case EvidenceRole::IdEmblem:
            painter.drawRoundedRect(card, 4, 4);
            painter.drawEllipse(part(card, 0.08, 0.14, 0.26, 0.44));
            drawLines(painter, card, 0.44, 0.9, {0.26, 0.46});
            drawLines(painter, card, 0.2, 0.8, {0.76});
            break;
        case EvidenceRole::Licence:
            painter.drawRect(card);
            painter.drawEllipse(part(card, 0.42, 0.1, 0.16, 0.24));
            drawLines(painter, card, 0.14, 0.86, {0.52, 0.68, 0.84});
            break;
        case EvidenceRole::Photo:
            painter.drawRoundedRect(card, 4, 4);
            drawHead(painter, part(card, 0.26, 0.08, 0.48, 0.92));
            break;
        default:
            painter.drawRoundedRect(sheet, 3, 3);
            drawLines(painter, sheet, 0.16, 0.84, {0.2, 0.36, 0.52});
            painter.drawEllipse(part(sheet, 0.5, 0.62, 0.36, 0.24));
            break;
        }
    }
    painter.restore();
}

} // namespace handshake::ui
