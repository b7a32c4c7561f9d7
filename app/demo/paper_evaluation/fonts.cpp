// SPDX-License-Identifier: Apache-2.0
#include "app/demo/paper_evaluation/fonts.h"

#include <QFontDatabase>
#include <QRawFont>
#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace handshake::papereval {

namespace {

struct PackagedFace {
    Face face;
    QStringView family;
    QStringView package;
};

constexpr std::array<PackagedFace, 4> kFaces{{
    {Face::ZenHei, u"WenQuanYi Zen Hei", u"fonts-wqy-zenhei"},
    {Face::MicroHei, u"WenQuanYi Micro Hei", u"fonts-wqy-microhei"},
    {Face::Song, u"AR PL SungtiL GB", u"fonts-arphic-gbsn00lp"},
    {Face::Kai, u"AR PL KaitiM GB", u"fonts-arphic-gkai00mp"},
}};

constexpr int kPixels = 100;

} // namespace

Result<void> checkFonts()
{
    QStringList missing;
    for (const PackagedFace& one : kFaces)
        if (!QFontDatabase::hasFamily(one.family.toString()))
            missing.append(one.package.toString());
    if (missing.isEmpty())
        return {};
    return Error{ErrorCode::Configuration,
                 u"the evaluation of papers is drawn with fonts that are not installed; install "
                 u"the packages "_s +
                     missing.join(u", "_s)};
}

QFont outlineFont(Face face)
{
    QFont font(kFaces.at(static_cast<std::size_t>(face)).family.toString());
    font.setPixelSize(kPixels);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::NoFontMerging);
    return font;
}

Face faceFor(Face wanted, const QString& text)
{
    const QRawFont raw = QRawFont::fromFont(outlineFont(wanted), QFontDatabase::SimplifiedChinese);
    for (const QChar one : text)
        if (!one.isSpace() && !raw.supportsCharacter(one))
            return Face::ZenHei;
    return wanted;
}

} // namespace handshake::papereval
