// SPDX-License-Identifier: Apache-2.0
#include "app/demo/paper_evaluation/licence_rows.h"

#include "app/demo/paper_evaluation/ornaments.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace handshake::papereval {

namespace {

constexpr double kLabelWidth = 24; // mm

QString chineseDate(QDate date)
{
    return date.toString(u"yyyy年MM月dd日"_s);
}

} // namespace

LicencePrint licencePrint(Random& random)
{
    LicencePrint print;
    print.label.face = random.chance(0.6) ? Face::Song : Face::ZenHei;
    print.label.em = 4.4;
    print.label.colour = QColor(30, 28, 28);
    print.label.weight = print.label.face == Face::Song ? 0.16 : 0.05;
    print.value.face =
        random.pick(std::vector<Face>{Face::Song, Face::Kai, Face::ZenHei, Face::MicroHei});
    print.value.em = random.between(4.2, 4.5);
    const int black = 18 + random.below(30);
    print.value.colour = QColor(black, black, black);
    print.value.weight = random.between(0.02, 0.1);
    print.latin = random.pick(std::vector<Face>{Face::ZenHei, Face::MicroHei, Face::Song});
    print.frame =
        QColor::fromHsv(24 + random.below(28), 120 + random.below(60), 150 + random.below(50));
    print.tint = QColor::fromHsv(
        random.chance(0.5) ? 40 + random.below(20) : 150 + random.below(60), 60, 200);
    return print;
}

void paintLicenceGround(SheetPen& pen, const QRectF& paper, const LicencePrint& print)
{
    QPainter& painter = pen.painter();
    painter.fillRect(paper, QColor(251, 250, 246));
    const QRectF frame = paper.adjusted(10, 10, -10, -10);
    drawGuilloche(painter, frame.adjusted(9, 9, -9, -9), print.tint, 0.9, pen.random().fork(7));
    drawFrame(painter, frame, 8, print.frame, pen.random().fork(8));
}

void LicenceColumn::put(SheetPen& pen, const LicencePrint& print, const QString& key,
                        const QString& label, const QString& printed, const QString& text)
{
    QString bare = label;
    bare.remove(u' ');
    TextLook look = print.label;
    const auto count = static_cast<double>(bare.size());
    if (count > 1)
        look.advance = std::max(0.95, ((kLabelWidth / look.em) - 1) / (count - 1));
    if (count * look.em > kLabelWidth + 4) { // 执行事务合伙人
        look.em = (kLabelWidth + 4) / count;
        look.advance = 1;
    }
    pen.line(at, bare, look);
    const QStringList lines = wrapped(printed, width);
    pen.remember(key, text, lines, pen.lines({valueLeft, at.y()}, lines, pitch, print.value));
    at.ry() += std::max(gap, (static_cast<double>(lines.size() - 1) * pitch) + gap);
}

void LicenceColumn::row(SheetPen& pen, const LicencePrint& look, const QString& key,
                        const QString& label, const QString& value)
{
    put(pen, look, key, label, value, value);
}

void LicenceColumn::date(SheetPen& pen, const LicencePrint& look, const QString& key,
                         const QString& label, QDate value)
{
    put(pen, look, key, label, chineseDate(value), value.toString(Qt::ISODate));
}

void LicenceColumn::term(SheetPen& pen, const LicencePrint& look, const QString& label,
                         const InventedBusiness& business)
{
    const QString end = business.termTo ? chineseDate(*business.termTo) : u"长期"_s;
    const QString iso = business.termTo ? business.termTo->toString(Qt::ISODate) : u"long"_s;
    put(pen, look, u"term"_s, label, chineseDate(business.established) + u"至"_s + end,
        business.established.toString(Qt::ISODate) + u"/"_s + iso);
}

} // namespace handshake::papereval
