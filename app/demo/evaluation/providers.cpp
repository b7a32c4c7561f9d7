// SPDX-License-Identifier: Apache-2.0
#include "app/demo/evaluation/providers_p.h"

#include <array>

namespace handshake::evaluation {

namespace {

struct Row {
    const char16_t* name;
    const char16_t* alike; ///< the name of the provider that looks like it
    const char* brand;
    const char16_t* slogan;
    const char16_t* olderSlogan;
    QRgb ground;
    QRgb ink;
    QRgb second;
    bool serif;
    double widthMm;
    double heightMm;
};

/// Per family its three providers; all invented.
constexpr std::array<Row, kFamilies * kProvidersPerFamily> kRows{{
    {u"青栀云计算（样本）有限公司", u"清枝云数据（样本）有限公司", "QINGZHI",
     u"当面核验 · 真实备案", u"实名核验 · 放心上网", 0x1d5fa8, 0xf4f7fb, 0xf0b94a, false, 1500,
     1000},
    {u"长汀数通科技（样本）有限公司", u"长亭讯达科技（样本）有限公司", "CHANGTING",
     u"样本幕布 请勿外借", u"样本背景 专人保管", 0xe9ecef, 0x22406e, 0xc0392b, true, 1600, 1600},
    {u"北斗坪网络（样本）股份公司", u"北望坪网络（样本）股份公司", "BEIDOUPING",
     u"网站备案拍照专用", u"网站备案核验专用", 0x0b6e6a, 0xf7f3e3, 0x9fe0d0, false, 1800, 1200},
    {u"千帆渡主机（样本）", u"千舟渡主机（样本）", "QIANFAN", u"备案专用", u"核验专用", 0x2a6fbb,
     0xffffff, 0xbfe0ff, false, 1500, 1000},
    {u"稻香浜信息（样本）", u"稻花浜信息（样本）", "DAOXIANG", u"样本幕布", u"样本背景", 0xf2efe6,
     0x2f6b3c, 0xc98a2b, true, 1600, 1200},
    {u"石榴洲宽带（样本）", u"石榴湾宽带（样本）", "SHILIUZHOU", u"实名备案", u"真实核验", 0x7b1e3a,
     0xf6dfe2, 0xe8a0a8, false, 1600, 1600},
    {u"雪岭云仓（样本）有限公司", u"雪峰云仓（样本）有限公司", "XUELING", u"网站备案 · 当面拍照",
     u"网站备案 · 真人拍照", 0x3f7fc4, 0x72a8e0, 0x5f98d4, false, 1500, 1000},
    {u"鹭江机房服务（样本）公司", u"鹭岛机房服务（样本）公司", "LUJIANG", u"核验备案 样本",
     u"备案核验 样本", 0xcfd6dc, 0xa7b4c0, 0xb8c3cd, true, 1500, 1100},
    {u"梧桐里通信（样本）有限公司", u"梧桐湾通信（样本）有限公司", "WUTONGLI", u"样本 仅供核验",
     u"样本 专供备案", 0x245c4c, 0x4a8a76, 0x3a7966, false, 1600, 1200},
    {u"云壑数据（样本）有限公司", u"云谷数据（样本）有限公司", "YUNHE", u"山高水长 诚信备案",
     u"山高水远 实名备案", 0x8fb8d8, 0x123a63, 0xe9f2f7, true, 1800, 1200},
    {u"灯塔湾网络（样本）有限公司", u"灯船湾网络（样本）有限公司", "DENGTA", u"灯火万家 备案先行",
     u"万家灯火 核验先行", 0x24365c, 0xfff3d6, 0xe08e45, false, 1500, 1000},
    {u"织锦坊云服务（样本）公司", u"织云坊云服务（样本）公司", "ZHIJIN", u"丝路同行 网站备案",
     u"丝路同心 网站核验", 0x5b2a86, 0xfdf6ff, 0xf2a65a, false, 1600, 1200},
}};

} // namespace

SmallChange smallChangeOf(const CurtainDesign& design)
{
    return static_cast<SmallChange>((design.provider + static_cast<int>(design.family)) % 3);
}

ProviderLook lookOf(const CurtainDesign& design)
{
    const int index = static_cast<int>(design.family) * kProvidersPerFamily + design.provider;
    const Row& row = kRows[static_cast<std::size_t>(index)];
    ProviderLook look;
    look.name = QString::fromUtf16(design.lookAlike ? row.alike : row.name);
    look.brand = QString::fromLatin1(row.brand);
    if (design.lookAlike)
        look.brand = look.brand.mid(2) + QStringLiteral("NET");
    look.purpose = QStringLiteral("网站备案核验拍照区");
    look.slogan = QString::fromUtf16(row.slogan);
    look.year = QStringLiteral("样本 2026");
    look.ground = QColor(row.ground);
    look.ink = QColor(row.ink);
    look.second = QColor(row.second);
    look.font =
        row.serif ? QStringLiteral("Noto Serif CJK SC") : QStringLiteral("Noto Sans CJK SC");
    look.emblem = index * 2 + (design.lookAlike ? 1 : 0);
    look.layout = design.provider;
    look.seed = 100 + static_cast<std::uint64_t>(index) * 10 + (design.lookAlike ? 5U : 0U);
    look.sizeMm = {row.widthMm, row.heightMm};
    if (design.edition == Edition::OlderLarge) {
        look.layout = (design.provider + 1) % 3;
        look.emblem = (look.emblem + 7) % 24;
        look.seed += 3;
        look.slogan = QString::fromUtf16(row.olderSlogan);
        look.year = QStringLiteral("样本 2019");
    }
    if (design.edition == Edition::OlderSmall) {
        const SmallChange change = smallChangeOf(design);
        if (change == SmallChange::Slogan)
            look.slogan = QString::fromUtf16(row.olderSlogan);
        if (change == SmallChange::Year)
            look.year = QStringLiteral("样本 2023");
        look.emblemVariant = change == SmallChange::Emblem;
    }
    return look;
}

} // namespace handshake::evaluation
