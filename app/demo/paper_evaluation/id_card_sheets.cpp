// SPDX-License-Identifier: Apache-2.0
#include "app/demo/paper_evaluation/ornaments.h"
#include "app/demo/paper_evaluation/sheets.h"

#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace handshake::papereval {

namespace {

/// What one issuing machine's cards have in common.
struct CardPrint {
    TextLook label;
    TextLook value;
    double number = 3.75; ///< em of the number, mm
};

CardPrint cardPrint(Random& random)
{
    CardPrint print;
    print.label.face = random.pick(std::vector<Face>{Face::ZenHei, Face::MicroHei, Face::Song});
    print.label.em = 2.75;
    print.label.colour =
        QColor::fromHsv(200 + random.below(22), 150 + random.below(60), 140 + random.below(45));
    print.value.face = random.pick(std::vector<Face>{Face::ZenHei, Face::MicroHei, Face::ZenHei});
    print.value.em = 3.1;
    const int black = 15 + random.below(35);
    print.value.colour = QColor(black, black, black);
    print.value.weight = random.between(0, 0.05);
    print.number = random.between(3.6, 3.9);
    return print;
}

void paintGround(SheetPen& pen, const QColor& left, const QColor& right)
{
    QPainter& painter = pen.painter();
    QPainterPath card;
    card.addRoundedRect(QRectF(QPointF(0, 0), kIdSize), kIdCornerRadius, kIdCornerRadius);
    painter.setClipPath(card, Qt::IntersectClip);
    QLinearGradient ground(QPointF(0, 10), QPointF(kIdSize.width(), 44));
    ground.setColorAt(0, left);
    ground.setColorAt(0.55, QColor(243, 243, 240));
    ground.setColorAt(1, right);
    painter.fillPath(card, ground);
    const QRectF all(QPointF(0, 0), kIdSize);
    drawGuilloche(painter, all, QColor(70, 150, 190), 0.8, pen.random().fork(11));
    drawGuilloche(painter, all, QColor(205, 120, 140), 0.55, pen.random().fork(12));
}

void label(SheetPen& pen, const CardPrint& print, QPointF at, const QString& text)
{
    pen.line(at, text, print.label);
}

void paintName(SheetPen& pen, const CardPrint& print, const InventedPerson& person)
{
    TextLook look = print.value;
    look.em = std::min(3.5, 36.0 / static_cast<double>(person.name.size()));
    pen.remember(u"name"_s, person.name, {person.name}, pen.line({15.6, 9.3}, person.name, look));
}

void paintBirth(SheetPen& pen, const CardPrint& print, QDate birth)
{
    const TextLook& look = print.value;
    const QString year = QString::number(birth.year());
    const QString month = QString::number(birth.month());
    const QString day = QString::number(birth.day());
    QRectF box = pen.line({15.6, 22.9}, year, look);
    const double middle = month.size() > 1 ? 28.3 : 29.1;
    box = box.united(pen.line({middle, 22.9}, month, look));
    const double end = day.size() > 1 ? 36.0 : 36.8;
    box = box.united(pen.line({end, 22.9}, day, look));
    label(pen, print, {23.9, 22.8}, u"年"_s);
    label(pen, print, {32.3, 22.8}, u"月"_s);
    label(pen, print, {40.4, 22.8}, u"日"_s);
    pen.remember(u"birth"_s, birth.toString(Qt::ISODate), {year, month, day}, box);
}

} // namespace

void paintIdPortrait(SheetPen& pen, const InventedPerson& person)
{
    paintGround(pen, QColor(214, 232, 240), QColor(238, 226, 226));
    Random random = pen.random().fork(1);
    const CardPrint print = cardPrint(random);
    label(pen, print, {5.6, 9.1}, u"姓 名"_s);
    label(pen, print, {5.6, 16.1}, u"性 别"_s);
    label(pen, print, {24.2, 16.1}, u"民 族"_s);
    label(pen, print, {5.6, 22.8}, u"出 生"_s);
    label(pen, print, {5.6, 29.4}, u"住 址"_s);
    label(pen, print, {5.6, 48.4}, u"公民身份号码"_s);

    paintName(pen, print, person);
    const QString sex = person.isMale ? u"男"_s : u"女"_s;
    pen.remember(u"sex"_s, sex, {sex}, pen.line({15.6, 16.2}, sex, print.value));
    pen.remember(u"ethnicity"_s, person.ethnicity, {person.ethnicity},
                 pen.line({33.4, 16.2}, person.ethnicity, print.value));
    paintBirth(pen, print, person.birth);

    TextLook address = print.value;
    address.em = 2.95;
    const QStringList lines = wrapped(person.address, 11.6);
    pen.remember(u"address"_s, person.address, lines,
                 pen.lines({15.6, 29.5}, lines, 4.35, address));
    TextLook number = print.value;
    number.em = print.number;
    number.advance = 0.685;
    pen.remember(u"number"_s, person.number, {person.number},
                 pen.number({28.6, 48.5}, person.number, number));

    drawBust(pen.painter(), QRectF(54.2, 6.6, 26, 32), pen.random().fork(2));
    drawSpecimenMark(pen.painter(), {67.2, 41.6}, 2.6, 0);
}

void paintIdEmblem(SheetPen& pen, const InventedPerson& person)
{
    paintGround(pen, QColor(236, 222, 222), QColor(216, 232, 226));
    Random random = pen.random().fork(1); // the same machine printed both sides
    const CardPrint print = cardPrint(random);
    drawRosette(pen.painter(), {13.4, 12.6}, 8.2);
    TextLook title{Face::Song, 5.2, QColor(30, 30, 34), 1.22, 0.16};
    pen.centred({51.5, 9.6}, u"中华人民共和国"_s, title);
    title.em = 8.4;
    title.advance = 1.12;
    title.weight = 0.24;
    pen.centred({51.5, 20.6}, u"居民身份证"_s, title);

    TextLook small = print.label;
    small.colour = QColor(35, 35, 40);
    pen.line({19.2, 42.1}, u"签发机关"_s, small);
    pen.line({19.2, 48.9}, u"有效期限"_s, small);
    TextLook issuer = print.value;
    issuer.em = std::min(3.1, 46.0 / widthInEm(person.issuer));
    pen.remember(u"issuer"_s, person.issuer, {person.issuer},
                 pen.line({33.6, 42.2}, person.issuer, issuer));

    const QString from = person.validFrom.toString(u"yyyy.MM.dd"_s);
    const QString to = person.validTo ? person.validTo->toString(u"yyyy.MM.dd"_s) : u"长期"_s;
    const QRectF first = pen.line({33.6, 48.9}, from, print.value);
    const QRectF hyphen = pen.line({first.right() + 0.35, 48.9}, u"-"_s, print.value);
    const QRectF second = pen.line({hyphen.right() + 0.4, 48.9}, to, print.value);
    pen.remember(u"validFrom"_s, person.validFrom.toString(Qt::ISODate), {from}, first);
    pen.remember(u"validTo"_s, person.validTo ? person.validTo->toString(Qt::ISODate) : u"long"_s,
                 {to}, second);
    drawSpecimenMark(pen.painter(), {60, 31.4}, 3.2, -4);
}

} // namespace handshake::papereval
