// SPDX-License-Identifier: Apache-2.0
#include "app/demo/paper_evaluation/licence_rows.h"
#include "app/demo/paper_evaluation/ornaments.h"
#include "app/demo/paper_evaluation/sheets.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace handshake::papereval {

namespace {

constexpr QRectF kPaper{0, 0, 297, 210};

void paintHead(SheetPen& pen, const InventedBusiness& business, const LicencePrint& print,
               bool isOriginal)
{
    drawRosette(pen.painter(), {148.5, 34}, 12.5);
    const TextLook title{Face::Kai, 17.5, QColor(24, 22, 22), 1.28, 0.5};
    pen.centred({148.5, 62.5}, u"营业执照"_s, title);
    if (!isOriginal)
        pen.centred({148.5, 76.5}, u"（副  本）"_s, {Face::Song, 6.2, print.value.colour, 0, 0.12});
    TextLook label = print.label;
    label.em = 4.3;
    pen.line({29, 38}, u"统一社会信用代码"_s, label);
    TextLook code = print.value;
    code.face = print.latin;
    code.em = 5.0;
    code.weight = 0.16;
    pen.remember(u"creditCode"_s, business.creditCode, {business.creditCode},
                 pen.line({29, 46}, business.creditCode, code));
    const QRectF square(227, 29, 24, 24);
    drawQr(pen.painter(), square, business.qr);
    pen.remember(u"qr"_s, business.qr, {}, square);
    const TextLook hint{print.label.face, 2.5, print.value.colour, 0, 0};
    pen.lines({253.5, 33},
              {u"扫描二维码登录"_s, u"样本企业信息公"_s, u"示系统，了解更"_s, u"多登记、备案、"_s,
               u"许可、监管信息"_s},
              4.1, hint);
}

void paintFoot(SheetPen& pen, const InventedBusiness& business, const LicencePrint& print)
{
    TextLook label = print.label;
    label.em = 5.2;
    pen.line({186, 171}, u"登记机关"_s, label);
    const QPointF seal(232 + pen.random().between(-3, 3), 169 + pen.random().between(-2, 2));
    TextLook date = print.value;
    date.em = 4.8;
    const QString day = business.issued.toString(u"yyyy 年 MM 月 dd 日"_s);
    pen.remember(u"issued"_s, business.issued.toString(Qt::ISODate), {day},
                 pen.line({208, 185}, day, date));
    drawSeal(pen.painter(), seal, 20, business.registrar, pen.random().fork(5));
    pen.remember(u"registrar"_s, business.registrar, {},
                 QRectF(seal.x() - 20, seal.y() - 20, 40, 40));
    const TextLook small{print.label.face, 2.9, print.value.colour, 0, 0};
    pen.line({22, 205.4}, u"样本企业信用信息公示系统网址：http://gsxt.yangben.example"_s, small);
    pen.line({222, 205.4}, u"样本，不由任何机关监制"_s, small);
    drawSpecimenMark(pen.painter(), {74, 182}, 9, 0);
}

} // namespace

void paintLicence2019(SheetPen& pen, const InventedBusiness& business, bool isOriginal)
{
    Random random = pen.random().fork(1);
    const LicencePrint print = licencePrint(random);
    paintLicenceGround(pen, kPaper, print);
    paintHead(pen, business, print, isOriginal);

    LicenceColumn left{{29, 94}, 60, 20.2, 6.4, 11.2};
    left.row(pen, print, u"name"_s, u"名 称"_s, business.name);
    left.row(pen, print, u"type"_s, u"类 型"_s, business.type);
    left.row(pen, print, u"representative"_s, business.headLabel, business.head);
    left.row(pen, print, u"scope"_s, u"经营范围"_s, business.scope);

    LicenceColumn right{{163, 94}, 192, 17.2, 6.4, 11.2};
    if (!business.capital.isEmpty())
        right.row(pen, print, u"capital"_s, u"注册资本"_s, business.capital);
    right.date(pen, print, u"established"_s,
               business.capital.isEmpty() ? u"注册日期"_s : u"成立日期"_s, business.established);
    if (business.hasTerm)
        right.term(pen, print, u"营业期限"_s, business);
    right.row(pen, print, u"address"_s, business.placeLabel, business.place);
    paintFoot(pen, business, print);
}

} // namespace handshake::papereval
