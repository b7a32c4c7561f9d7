// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/desk_scene.h"
#include "app/demo/id_card_drawing.h"
#include "app/demo/licence_drawing.h"

#include <QPainter>

namespace handshake::specimens {

/// A drawn head and shoulders: enough for a portrait's place on a card.
inline QImage portrait()
{
    QImage image(260, 330, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(60, 70, 90));
    painter.drawEllipse(QRectF(15, 220, 230, 240));
    painter.setBrush(QColor(226, 190, 165));
    painter.drawEllipse(QRectF(75, 60, 110, 150));
    painter.setBrush(QColor(35, 30, 30));
    painter.drawChord(QRectF(70, 45, 120, 130), 10 * 16, 160 * 16);
    return image;
}

/// The standard's own example number of GB 11643, hence nobody's.
inline IdCardContent card()
{
    IdCardContent content;
    content.name = QStringLiteral("张样本");
    content.sex = QStringLiteral("女");
    content.birth = QDate(1949, 12, 31);
    content.address = QStringLiteral("浙江省杭州市滨江区样本路100号1幢2单元301室");
    content.number = QStringLiteral("11010519491231002X");
    content.issuer = QStringLiteral("杭州市公安局滨江分局");
    content.validFrom = QDate(2016, 8, 11);
    content.validTo = QDate(2036, 8, 11);
    content.portrait = portrait();
    return content;
}

/// The code is the standard's own example of GB 32100.
inline LicenceContent licence()
{
    LicenceContent content;
    content.creditCode = QStringLiteral("91350100M000100Y43");
    content.name = QStringLiteral("杭州样本网络科技有限公司");
    content.type = QStringLiteral("有限责任公司");
    content.representative = QStringLiteral("张样本");
    content.scope =
        QStringLiteral("一般项目：技术服务、技术开发、技术咨询；软件开发；网络设备销售。"
                       "（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）");
    content.capital = QStringLiteral("伍佰万元整");
    content.established = QDate(2016, 3, 8);
    content.termFrom = QDate(2016, 3, 8);
    content.address = QStringLiteral("浙江省杭州市滨江区样本路100号1幢301室");
    content.registrar = QStringLiteral("杭州市市场监督管理局");
    content.issued = QDate(2020, 5, 18);
    content.qrText = QStringLiteral("https://licence.example.invalid/?code=91350100M000100Y43");
    return content;
}

inline PaperStyle licenceStyle()
{
    PaperStyle style;
    style.dotsPerMm = 8;
    return style;
}

} // namespace handshake::specimens
