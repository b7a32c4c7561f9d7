// SPDX-License-Identifier: Apache-2.0
#include "app/demo/paper_evaluation/licence_rows.h"
#include "app/demo/paper_evaluation/ornaments.h"
#include "app/demo/paper_evaluation/sheets.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace handshake::papereval {

namespace {

constexpr QRectF kPaper{0, 0, 210, 297};

void paintHead(SheetPen& pen, const InventedBusiness& business, const LicencePrint& print)
{
    drawRosette(pen.painter(), {105, 38}, 13.5);
    const TextLook title{Face::Kai, 20, QColor(24, 22, 22), 1.35, 0.6};
    pen.centred({105, 72}, u"营业执照"_s, title);
    pen.centred({105, 88}, u"（副  本）"_s, {Face::Song, 6.4, print.value.colour, 0, 0.12});
    TextLook label = print.label;
    label.em = 4.4;
    const QRectF box = pen.line({86, 99}, u"统一社会信用代码"_s, label);
    TextLook code = print.value;
    code.face = print.latin;
    code.em = 4.8;
    code.weight = 0.14;
    pen.remember(u"creditCode"_s, business.creditCode, {business.creditCode},
                 pen.line({box.right() + 3, 99}, business.creditCode, code));
}

void paintFoot(SheetPen& pen, const InventedBusiness& business, const LicencePrint& print)
{
    const QRectF square(32, 236, 27, 27);
    drawQr(pen.painter(), square, business.qr);
    pen.remember(u"qr"_s, business.qr, {}, square);
    TextLook label = print.label;
    label.em = 5.4;
    pen.line({104, 246}, u"登记机关"_s, label);
    TextLook date = print.value;
    date.em = 4.8;
    const QString day = business.issued.toString(u"yyyy 年 MM 月 dd 日"_s);
    pen.remember(u"issued"_s, business.issued.toString(Qt::ISODate), {day},
                 pen.line({122, 264}, day, date));
    const QPointF seal(152 + pen.random().between(-4, 4), 248 + pen.random().between(-3, 3));
    drawSeal(pen.painter(), seal, 20, business.registrar, pen.random().fork(5));
    pen.remember(u"registrar"_s, business.registrar, {},
                 QRectF(seal.x() - 20, seal.y() - 20, 40, 40));
    const TextLook small{print.label.face, 2.9, print.value.colour, 0, 0};
    pen.line({24, 292.4}, u"样本企业信用信息公示系统网址：http://gsxt.yangben.example"_s, small);
    drawSpecimenMark(pen.painter(), {92, 272}, 7, 0);
}

} // namespace

void paintLicence2014(SheetPen& pen, const InventedBusiness& business)
{
    Random random = pen.random().fork(1);
    const LicencePrint print = licencePrint(random);
    paintLicenceGround(pen, kPaper, print);
    paintHead(pen, business, print);

    LicenceColumn rows{{33, 111}, 68, 25.5, 6.0, 10.6};
    rows.row(pen, print, u"name"_s, u"名 称"_s, business.name);
    rows.row(pen, print, u"type"_s, u"类 型"_s, business.type);
    rows.row(pen, print, u"address"_s, business.placeLabel, business.place);
    rows.row(pen, print, u"representative"_s, business.headLabel, business.head);
    if (!business.capital.isEmpty())
        rows.row(pen, print, u"capital"_s, u"注册资本"_s, business.capital);
    rows.date(pen, print, u"established"_s,
              business.capital.isEmpty() ? u"注册日期"_s : u"成立日期"_s, business.established);
    if (business.hasTerm)
        rows.term(pen, print, u"营业期限"_s, business);
    rows.row(pen, print, u"scope"_s, u"经营范围"_s, business.scope);
    paintFoot(pen, business, print);
}

} // namespace handshake::papereval
