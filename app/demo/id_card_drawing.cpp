// SPDX-License-Identifier: Apache-2.0
#include "app/demo/id_card_drawing.h"

#include <QLinearGradient>

using namespace Qt::StringLiterals;

namespace handshake {

namespace {

constexpr double kCornerRadius = 3.18;
const QColor kLabelColour(70, 130, 190);

void drawGround(PaperDrawing& paper, const QColor& from, const QColor& to, const QColor& wave)
{
    const QRectF all(QPointF(0, 0), kIdCardSize);
    QLinearGradient ground(all.topLeft(), all.bottomRight());
    ground.setColorAt(0, from);
    ground.setColorAt(1, to);
    paper.fill(all, ground);
    paper.waves(all, wave, 1.1, 1.6);
}

void label(PaperDrawing& paper, const QString& text, QPointF at)
{
    PaperText look;
    look.height = 2.9;
    look.advance = 3.5;
    look.colour = kLabelColour;
    paper.text(text, at, look);
}

QString dotted(const QDate& date)
{
    return date.toString(u"yyyy.MM.dd"_s);
}

} // namespace

QImage drawIdPortraitSide(const IdCardContent& content, const PaperStyle& style)
{
    PaperDrawing paper(kIdCardSize, kCornerRadius, style);
    drawGround(paper, QColor(226, 240, 246), QColor(240, 230, 238), QColor(150, 190, 220, 110));

    PaperText value;
    value.height = 3.4;
    value.advance = 3.75;
    PaperText name = value;
    name.height = 3.9;
    name.advance = 4.4;
    PaperText number = value;
    number.number = true;
    number.height = 4.2;
    number.advance = 2.75;
    PaperText figures = value;
    figures.advance = 0;

    label(paper, u"姓名"_s, {5.6, 8.6});
    paper.text(content.name, {15.0, 8.6}, name);
    label(paper, u"性别"_s, {5.6, 15.0});
    paper.text(content.sex, {15.0, 15.0}, value);
    label(paper, u"民族"_s, {25.0, 15.0});
    paper.text(content.ethnicity, {33.6, 15.0}, value);
    label(paper, u"出生"_s, {5.6, 21.4});
    paper.text(QString::number(content.birth.year()), {15.0, 21.4}, figures);
    label(paper, u"年"_s, {24.0, 21.4});
    paper.text(QString::number(content.birth.month()), {28.6, 21.4}, figures);
    label(paper, u"月"_s, {33.2, 21.4});
    paper.text(QString::number(content.birth.day()), {37.6, 21.4}, figures);
    label(paper, u"日"_s, {42.2, 21.4});
    label(paper, u"住址"_s, {5.6, 28.0});
    paper.lines(content.address, {15.0, 28.0}, 10, 4.6, figures);
    label(paper, u"公民身份号码"_s, {5.6, 46.2});
    paper.text(content.number, {29.5, 46.2}, number);
    paper.picture(content.portrait, QRectF(54.5, 7.0, 26.0, 33.0));
    paper.specimenMark({42.8, 51.4}, 2.2);
    return paper.finish();
}

QImage drawIdEmblemSide(const IdCardContent& content, const PaperStyle& style)
{
    PaperDrawing paper(kIdCardSize, kCornerRadius, style);
    drawGround(paper, QColor(244, 236, 224), QColor(224, 238, 244), QColor(200, 150, 160, 100));

    paper.emblem({14.0, 14.5}, 8.2, QColor(196, 40, 44));
    PaperText state;
    state.height = 5.6;
    state.advance = 7.2;
    paper.text(u"中华人民共和国"_s, {27.5, 10.2}, state);
    PaperText title;
    title.height = 8.0;
    title.advance = 10.4;
    title.bold = true;
    paper.text(u"居民身份证"_s, {26.5, 20.8}, title);

    PaperText value;
    value.height = 3.4;
    label(paper, u"签发机关"_s, {19.5, 39.4});
    paper.text(content.issuer, {35.4, 39.4}, value);
    label(paper, u"有效期限"_s, {19.5, 46.2});
    const QString until = content.validTo ? dotted(*content.validTo) : u"长期"_s;
    paper.text(dotted(content.validFrom) + u'-' + until, {35.4, 46.2}, value);
    paper.specimenMark({42.8, 51.4}, 2.2);
    return paper.finish();
}

} // namespace handshake
