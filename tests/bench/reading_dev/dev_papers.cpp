// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/reading_dev/dev_papers.h"

#include "app/demo/id_card_drawing.h"
#include "app/demo/licence_drawing.h"
#include "app/demo/paper_drawing.h"
#include "tests/bench/reading_dev/dev_texts.h"
#include "tests/support/paper_specimens.h"

#include <QLinearGradient>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace handshake::readingdev {

namespace {

/// Pulls the drawing's places apart at random; lengths in mm.
struct Shift {
    double labelX = 0;
    double valueX = 0;
    double all = 0; ///< down
    double row = 0; ///< most that a single row is off
    double size = 1;
};

struct Pen {
    PaperDrawing& paper;
    Dice& dice;
    Shift shift;

    [[nodiscard]] double rowAt(double y) const
    {
        return y + shift.all + dice.between(-shift.row, shift.row);
    }
    void label(const QString& text, QPointF at, PaperText look) const
    {
        look.height *= shift.size;
        look.advance *= shift.size;
        paper.text(text, {at.x() + shift.labelX, at.y()}, look);
    }
    void value(const QString& text, QPointF at, PaperText look) const
    {
        look.height *= shift.size;
        look.advance *= shift.size;
        paper.text(text, {at.x() + shift.valueX, at.y()}, look);
    }
};

PaperStyle styleOf(Dice& dice, Faces faces, double dotsPerMm)
{
    static const QStringList kTuned = {u"Noto Sans CJK SC"_s,         u"Noto Sans CJK SC Light"_s,
                                       u"Noto Sans CJK SC Medium"_s,  u"Noto Serif CJK SC"_s,
                                       u"Noto Serif CJK SC Medium"_s, u"TW-Kai"_s};
    static const QStringList kHeldOut = {u"LXGW WenKai"_s, u"TW-Sung"_s};
    static const QStringList kTunedNumbers = {u"DejaVu Sans"_s,     u"DejaVu Sans Mono"_s,
                                              u"Liberation Mono"_s, u"Liberation Sans"_s,
                                              u"Nimbus Mono PS"_s,  u"Noto Sans Mono CJK SC"_s};
    static const QStringList kHeldOutNumbers = {u"OCR B"_s, u"FreeMono"_s};
    const bool isTuned = faces == Faces::Tuned;
    const QStringList& text = isTuned ? kTuned : kHeldOut;
    const QStringList& numbers = isTuned ? kTunedNumbers : kHeldOutNumbers;
    PaperStyle style;
    style.textFamily = text[dice.below(static_cast<int>(text.size()))];
    style.numberFamily = numbers[dice.below(static_cast<int>(numbers.size()))];
    style.dotsPerMm = dotsPerMm;
    return style;
}

PaperText look(double height, double advance, const QColor& colour = Qt::black)
{
    PaperText text;
    text.height = height;
    text.advance = advance;
    text.colour = colour;
    return text;
}

void cardGround(PaperDrawing& paper, Dice& dice)
{
    const QRectF all(QPointF(0, 0), kIdCardSize);
    QLinearGradient ground(all.topLeft(), all.bottomRight());
    ground.setColorAt(0, QColor(220 + dice.below(25), 232 + dice.below(15), 240));
    ground.setColorAt(1, QColor(240, 226 + dice.below(15), 232 + dice.below(15)));
    paper.fill(all, ground);
    const QColor wave(140 + dice.below(60), 150 + dice.below(50), 170 + dice.below(50),
                      60 + dice.below(110));
    paper.waves(all, wave, dice.between(0.7, 1.4), dice.between(0.8, 2.0));
}

QColor cardLabel(Dice& dice)
{
    return {50 + dice.below(50), 110 + dice.below(40), 170 + dice.below(40)};
}

void drawPortrait(DevPaper& result, PaperDrawing& paper, Dice& dice)
{
    const DevPerson person = inventPerson(dice);
    cardGround(paper, dice);
    const Shift shift{dice.between(-0.8, 0.8), dice.between(-0.9, 0.9), dice.between(-0.8, 0.8),
                      0.35, dice.between(0.93, 1.07)};
    const Pen pen{paper, dice, shift};
    const QColor blue = cardLabel(dice);
    const PaperText label = look(2.9, 3.5, blue);
    const bool isPitched = dice.chance(0.5);
    const PaperText value = look(3.4, isPitched ? 3.75 : 0);
    double y = pen.rowAt(8.6);
    pen.label(u"姓名"_s, {5.6, y}, label);
    pen.value(person.name, {15.0, y}, look(3.9, 4.4));
    y = pen.rowAt(15.0);
    pen.label(u"性别"_s, {5.6, y}, label);
    pen.value(person.sex, {15.0, y}, value);
    pen.label(u"民族"_s, {25.0, y}, label);
    pen.value(person.ethnicity, {33.6, y}, value);
    y = pen.rowAt(21.4);
    const PaperText figures = look(3.4, 0);
    pen.label(u"出生"_s, {5.6, y}, label);
    pen.value(QString::number(person.birth.year()), {15.0, y}, figures);
    pen.label(u"年"_s, {24.2, y}, label);
    pen.value(QString::number(person.birth.month()), {28.6, y}, figures);
    pen.label(u"月"_s, {33.4, y}, label);
    pen.value(QString::number(person.birth.day()), {37.6, y}, figures);
    pen.label(u"日"_s, {42.4, y}, label);
    y = pen.rowAt(28.0);
    pen.label(u"住址"_s, {5.6, y}, label);
    const int perLine = 10 + dice.below(2);
    for (qsizetype from = 0; from < person.address.size(); from += perLine) {
        pen.value(person.address.mid(from, perLine), {15.0, y}, figures);
        y += 4.6;
    }
    y = pen.rowAt(46.2);
    pen.label(u"公民身份号码"_s, {5.6, y}, label);
    PaperText number = look(dice.between(3.8, 4.5), 2.75);
    number.number = true;
    pen.value(person.number, {29.5, y}, number);
    paper.picture(specimens::portrait(), QRectF(54.5, 7.0, 26.0, 33.0));
    paper.specimenMark({42.8, 51.4}, 2.2);
    result.truth = {
        {u"name"_s, person.name},           {u"sex"_s, person.sex},
        {u"ethnicity"_s, person.ethnicity}, {u"birth"_s, person.birth.toString(Qt::ISODate)},
        {u"address"_s, person.address},     {u"number"_s, person.number}};
}

void drawEmblem(DevPaper& result, PaperDrawing& paper, Dice& dice)
{
    const DevPerson person = inventPerson(dice);
    cardGround(paper, dice);
    const Shift shift{dice.between(-0.8, 0.8), dice.between(-0.9, 0.9), dice.between(-0.8, 0.8),
                      0.35, dice.between(0.93, 1.07)};
    const Pen pen{paper, dice, shift};
    paper.emblem({14.0, 14.5}, 8.2, QColor(196, 40, 44));
    paper.text(u"中华人民共和国"_s, {27.5, 10.2}, look(5.6, 7.2));
    PaperText title = look(8.0, 10.4);
    title.bold = true;
    paper.text(u"居民身份证"_s, {26.5, 20.8}, title);
    const PaperText label = look(2.9, 3.5, dice.chance(0.5) ? cardLabel(dice) : QColor(Qt::black));
    double y = pen.rowAt(39.4);
    pen.label(u"签发机关"_s, {19.5, y}, label);
    pen.value(person.issuer, {35.4, y}, look(3.4, 0));
    y = pen.rowAt(46.2);
    pen.label(u"有效期限"_s, {19.5, y}, label);
    const auto dotted = [](const QDate& date) { return date.toString(u"yyyy.MM.dd"_s); };
    const QString until = person.to ? dotted(*person.to) : u"长期"_s;
    pen.value(dotted(person.from) + u'-' + until, {35.4, y}, look(3.4, 0));
    paper.specimenMark({42.8, 51.4}, 2.2);
    result.truth = {{u"issuer"_s, person.issuer},
                    {u"validFrom"_s, person.from.toString(Qt::ISODate)},
                    {u"validTo"_s, person.to ? person.to->toString(Qt::ISODate) : u"long"_s}};
}

/// One field of a licence, its label spread over the label's width.
double licenceField(const Pen& pen, const QString& name, const QString& value, QPointF at,
                    double gap, int perLine, double em)
{
    PaperText label = look(em * 1.06, 26 / static_cast<double>(name.size()));
    label.bold = true;
    double y = pen.rowAt(at.y());
    pen.label(name, {at.x(), y}, label);
    for (qsizetype from = 0; from < value.size(); from += perLine) {
        pen.value(value.mid(from, perLine), {at.x() + 26 + gap, y}, look(em, 0));
        y += em * 1.45;
    }
    return y;
}

QString inWords(const QDate& date)
{
    return date.toString(u"yyyy年MM月dd日"_s);
}

QString termOf(const DevCompany& company)
{
    return inWords(company.established) + u"至"_s +
           (company.until ? inWords(*company.until) : u"长期"_s);
}

void licenceSeal(PaperDrawing& paper, const DevCompany& company, QPointF centre, QPointF label,
                 QPointF date)
{
    const QColor red(214, 30, 36, 205);
    PaperText name = look(5.0, 0);
    name.bold = true;
    paper.text(u"登记机关"_s, label, name);
    paper.text(inWords(company.issued), date, look(5.0, 0));
    paper.ring(centre, 20, red, 1.0);
    paper.star(centre, 6.2, red);
    PaperText arc = look(4.6, 0, red);
    arc.bold = true;
    paper.arcText(company.registrar, centre, 15.8,
                  std::min(270.0, 20.0 * static_cast<double>(company.registrar.size() - 1)), arc);
}

void licenceGround(PaperDrawing& paper, QSizeF size, Dice& dice)
{
    const QRectF all(QPointF(0, 0), size);
    paper.fill(all, QColor(253, 251, 244));
    const double margin = dice.between(7, 13);
    const QRectF outer = all.adjusted(margin, margin, -margin, -margin);
    paper.waves(outer, QColor(214, 190, 130, 50 + dice.below(80)), dice.between(1.4, 2.6), 2.0);
    const QColor gold(176, 140, 70);
    paper.frame(outer, gold, dice.between(0.8, 2.2));
    paper.frame(outer.adjusted(3, 3, -3, -3), gold, 0.5);
}

void licenceTruth(DevPaper& result, const DevCompany& company)
{
    result.truth = {{u"creditCode"_s, company.code},
                    {u"name"_s, company.name},
                    {u"type"_s, company.type},
                    {u"representative"_s, company.representative},
                    {u"capital"_s, company.capital},
                    {u"established"_s, company.established.toString(Qt::ISODate)},
                    {u"address"_s, company.address},
                    {u"scope"_s, company.scope},
                    {u"registrar"_s, company.registrar},
                    {u"issued"_s, company.issued.toString(Qt::ISODate)}};
    if (company.hasTerm)
        result.truth[u"term"_s] =
            company.established.toString(Qt::ISODate) + u'/' +
            (company.until ? company.until->toString(Qt::ISODate) : u"long"_s);
}

void draw2019(DevPaper& result, PaperDrawing& paper, Dice& dice)
{
    const DevCompany company = inventCompany(dice);
    licenceGround(paper, result.size, dice);
    const Shift shift{dice.between(-5, 5), 0, dice.between(-5, 5), 0.8, dice.between(0.93, 1.05)};
    Pen pen{paper, dice, shift};
    pen.shift.valueX = shift.labelX + dice.between(-2, 2);
    paper.emblem({148.5, 31}, 13, QColor(196, 40, 44));
    PaperText title = look(17, 25);
    title.bold = true;
    title.centred = true;
    paper.text(u"营业执照"_s, {148.5, 58}, title);
    PaperText copy = look(7, 0);
    copy.centred = true;
    paper.text(u"（副本）"_s, {148.5, 73}, copy);
    PaperText head = look(4.6, 0);
    head.bold = true;
    const QPointF corner(26 + dice.between(-4, 4), 36 + dice.between(-3, 5));
    paper.text(u"统一社会信用代码"_s, corner, head);
    PaperText code = look(dice.between(4.8, 5.8), 3.6);
    code.number = true;
    paper.text(company.code, corner + QPointF(dice.between(-1, 3), dice.between(7, 9)), code);
    paper.qrCode(u"https://licence.example.invalid/?code="_s + company.code,
                 QRectF(241, 24, 28, 28));

    constexpr double kEm = 4.6;
    const double step = dice.between(12.5, 15.5);
    const double top = 88 + dice.between(-2, 4);
    const double left = 26;
    const double right = 164 + dice.between(-4, 4);
    const double gap = 6;
    double y = top;
    y = std::max(y + step, licenceField(pen, u"名称"_s, company.name, {left, y}, gap, 20, kEm));
    y = std::max(y + step, licenceField(pen, u"类型"_s, company.type, {left, y}, gap, 20, kEm));
    licenceField(pen, company.representativeLabel, company.representative, {left, y}, gap, 20, kEm);
    y += step;
    licenceField(pen, u"经营范围"_s, company.scope, {left, y}, gap, 20, kEm);
    y = top;
    licenceField(pen, u"注册资本"_s, company.capital, {right, y}, gap, 18, kEm);
    y += step;
    licenceField(pen, u"成立日期"_s, inWords(company.established), {right, y}, gap, 18, kEm);
    y += step;
    if (company.hasTerm) {
        licenceField(pen, u"营业期限"_s, termOf(company), {right, y}, gap, 26, kEm * 0.85);
        y += step;
    }
    licenceField(pen, u"住所"_s, company.address, {right, y}, gap, 17, kEm);
    licenceSeal(paper, company, {230, 170}, {172, 166}, {206, 181});
    paper.text(u"国家企业信用信息公示系统网址：example.invalid"_s, {26, 194}, look(2.8, 0));
    paper.specimenMark({148.5, 204.6}, 4.0);
    licenceTruth(result, company);
}

void draw2014(DevPaper& result, PaperDrawing& paper, Dice& dice)
{
    const DevCompany company = inventCompany(dice);
    licenceGround(paper, result.size, dice);
    const Shift shift{dice.between(-4, 4), 0, dice.between(-5, 5), 0.8, dice.between(0.93, 1.05)};
    Pen pen{paper, dice, shift};
    pen.shift.valueX = shift.labelX + dice.between(-2, 2);
    paper.emblem({105, 40}, 15, QColor(196, 40, 44));
    PaperText title = look(16, 24);
    title.bold = true;
    title.centred = true;
    paper.text(u"营业执照"_s, {105, 72}, title);
    PaperText copy = look(6.5, 0);
    copy.centred = true;
    paper.text(u"（副本）"_s, {105, 86}, copy);
    PaperText head = look(4.4, 0);
    const QPointF at(62 + dice.between(-6, 6), 97 + dice.between(-2, 2));
    paper.text(u"统一社会信用代码"_s, at, head);
    PaperText code = look(dice.between(4.4, 5.2), 3.2);
    code.number = true;
    paper.text(company.code, at + QPointF(39, 0), code);
    constexpr double kEm = 4.6;
    const double step = dice.between(11.5, 13);
    const double left = 32;
    const double gap = 7;
    double y = 111;
    const auto field = [&](const QString& name, const QString& value) {
        y = std::max(y + step, licenceField(pen, name, value, {left, y}, gap, 22, kEm));
    };
    field(u"名称"_s, company.name);
    field(u"类型"_s, company.type);
    field(u"住所"_s, company.address);
    field(company.representativeLabel, company.representative);
    field(u"注册资本"_s, company.capital);
    field(u"成立日期"_s, inWords(company.established));
    if (company.hasTerm)
        field(u"营业期限"_s, termOf(company));
    field(u"经营范围"_s, company.scope);
    paper.qrCode(u"https://licence.example.invalid/?code="_s + company.code,
                 QRectF(32, 244, 26, 26));
    licenceSeal(paper, company, {160, 258}, {108, 250}, {138, 268});
    paper.specimenMark({105, 290}, 4.0);
    licenceTruth(result, company);
}

} // namespace

QString sheetName(Sheet sheet)
{
    static const QStringList kNames = {u"id-portrait"_s, u"id-emblem"_s, u"licence-2019"_s,
                                       u"licence-2014"_s};
    return kNames[static_cast<int>(sheet)];
}

DevPaper drawDevPaper(Sheet sheet, Faces faces, std::uint32_t seed)
{
    Dice dice((seed * 7919U) + 13U);
    const bool isCard = sheet == Sheet::IdPortrait || sheet == Sheet::IdEmblem;
    constexpr double kCardDots = 20;
    constexpr double kLicenceDots = 9;
    const PaperStyle style = styleOf(dice, faces, isCard ? kCardDots : kLicenceDots);
    DevPaper result;
    result.face = style.textFamily;
    result.numberFace = style.numberFamily;
    result.size = isCard ? kIdCardSize : kLicenceSize;
    if (sheet == Sheet::Licence2014)
        result.size.transpose();
    result.kind = sheet == Sheet::IdPortrait ? PaperKind::IdPortrait
                  : sheet == Sheet::IdEmblem ? PaperKind::IdEmblem
                                             : PaperKind::Licence;
    constexpr double kCorner = 3.18;
    PaperDrawing paper(result.size, isCard ? kCorner : 0, style);
    switch (sheet) {
    case Sheet::IdPortrait:
        drawPortrait(result, paper, dice);
        break;
    case Sheet::IdEmblem:
        drawEmblem(result, paper, dice);
        break;
    case Sheet::Licence2019:
        draw2019(result, paper, dice);
        break;
    case Sheet::Licence2014:
        draw2014(result, paper, dice);
        break;
    }
    result.sheet = paper.finish();
    return result;
}

} // namespace handshake::readingdev
