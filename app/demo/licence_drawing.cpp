// SPDX-License-Identifier: Apache-2.0
#include "app/demo/licence_drawing.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace handshake {

namespace {

const QColor kFrameColour(176, 140, 70);
const QColor kSealColour(214, 30, 36, 205);

QString inWords(const QDate& date)
{
    return date.toString(u"yyyy年MM月dd日"_s);
}

void drawFrame(PaperDrawing& paper)
{
    const QRectF all(QPointF(0, 0), kLicenceSize);
    paper.fill(all, QColor(253, 251, 244));
    const QRectF outer = all.adjusted(9, 9, -9, -9);
    paper.waves(outer, QColor(214, 190, 130, 70), 2.4, 2.0);
    paper.frame(outer, kFrameColour, 1.6);
    paper.frame(outer.adjusted(3, 3, -3, -3), kFrameColour, 0.5);
    paper.frame(outer.adjusted(4.5, 4.5, -4.5, -4.5), kFrameColour, 0.25);
}

void drawHead(PaperDrawing& paper, const LicenceContent& content)
{
    paper.emblem({148.5, 31}, 13, QColor(196, 40, 44));
    PaperText title;
    title.height = 17;
    title.advance = 25;
    title.bold = true;
    title.centred = true;
    paper.text(u"营业执照"_s, {148.5, 58}, title);
    PaperText copy;
    copy.height = 7;
    copy.centred = true;
    paper.text(u"（副本）"_s, {148.5, 73}, copy);

    PaperText label;
    label.height = 4.6;
    label.bold = true;
    paper.text(u"统一社会信用代码"_s, {26, 36}, label);
    PaperText code;
    code.height = 5.4;
    code.number = true;
    code.advance = 3.6;
    paper.text(content.creditCode, {26, 44}, code);
    if (!content.qrText.isEmpty())
        paper.qrCode(content.qrText, QRectF(241, 24, 28, 28));
    PaperText hint;
    hint.height = 2.4;
    paper.lines(u"扫描二维码登录国家企业信用信息公示系统了解更多登记备案许可监管信息"_s,
                {240, 55.5}, 12, 3.2, hint);
}

void drawField(PaperDrawing& paper, const QString& label, const QString& value, QPointF at,
               int perLine)
{
    PaperText name;
    name.height = 5.0;
    name.bold = true;
    // Labels are justified over five characters, as printed.
    constexpr double kLabelWidth = 26;
    name.advance = kLabelWidth / static_cast<double>(label.size());
    paper.text(label, at, name);
    PaperText look;
    look.height = 4.6;
    paper.lines(value, at + QPointF(kLabelWidth + 6, 0), perLine, 6.6, look);
}

QString termOf(const LicenceContent& content)
{
    const QString until = content.termTo ? inWords(*content.termTo) : u"长期"_s;
    return inWords(*content.termFrom) + u"至"_s + until;
}

void drawSeal(PaperDrawing& paper, const LicenceContent& content)
{
    const QPointF centre(230, 168);
    PaperText label;
    label.height = 5.0;
    label.bold = true;
    paper.text(u"登记机关"_s, {172, 166}, label);
    PaperText date;
    date.height = 5.0;
    paper.text(inWords(content.issued), {206, 181}, date);

    paper.ring(centre, 20, kSealColour, 1.0);
    paper.star(centre, 6.2, kSealColour);
    PaperText arc;
    arc.height = 5.2;
    arc.colour = kSealColour;
    arc.bold = true;
    const double span = std::min(250.0, 21.0 * static_cast<double>(content.registrar.size() - 1));
    paper.arcText(content.registrar, centre, 15.6, span, arc);
}

} // namespace

QImage drawLicence(const LicenceContent& content, const PaperStyle& style)
{
    PaperDrawing paper(kLicenceSize, 0, style);
    drawFrame(paper);
    drawHead(paper, content);

    constexpr double kLeft = 26;
    constexpr double kRight = 164;
    constexpr int kLeftCharacters = 21;
    constexpr int kRightCharacters = 18;
    drawField(paper, u"名称"_s, content.name, {kLeft, 90}, kLeftCharacters);
    drawField(paper, u"类型"_s, content.type, {kLeft, 106}, kLeftCharacters);
    drawField(paper, u"法定代表人"_s, content.representative, {kLeft, 120}, kLeftCharacters);
    drawField(paper, u"经营范围"_s, content.scope, {kLeft, 134}, kLeftCharacters);
    drawField(paper, u"注册资本"_s, content.capital, {kRight, 90}, kRightCharacters);
    drawField(paper, u"成立日期"_s, inWords(content.established), {kRight, 106}, kRightCharacters);
    if (content.termFrom)
        drawField(paper, u"营业期限"_s, termOf(content), {kRight, 120}, kRightCharacters + 8);
    drawField(paper, u"住所"_s, content.address, {kRight, 134}, kRightCharacters);
    drawSeal(paper, content);

    PaperText foot;
    foot.height = 2.8;
    paper.text(u"国家企业信用信息公示系统网址：example.invalid"_s, {26, 192}, foot);
    paper.specimenMark({148.5, 204.6}, 4.0);
    return paper.finish();
}

} // namespace handshake
