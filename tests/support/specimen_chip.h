// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/specimen_filing.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace handshake::test {

/// A text at a byte offset of a chip's text block.
struct ChipPart {
    qsizetype offset;
    QString text;
};

/// 256 bytes of UTF-16LE spaces with these texts in them.
[[nodiscard]] inline QByteArray chipBlock(const std::vector<ChipPart>& parts)
{
    QByteArray block;
    for (int i = 0; i < 128; ++i)
        block += QByteArray(" \0", 2);
    for (const ChipPart& part : parts) {
        for (qsizetype i = 0; i < part.text.size(); ++i) {
            block[part.offset + 2 * i] = char(part.text[i].unicode() & 0xFF);
            block[part.offset + 2 * i + 1] = char(part.text[i].unicode() >> 8);
        }
    }
    return block;
}

/// The chip of 张样本's card (样本).
[[nodiscard]] inline std::vector<ChipPart> citizenChip()
{
    return {{0, QStringLiteral("张样本")},
            {30, QStringLiteral("1")},
            {32, QStringLiteral("01")},
            {36, QStringLiteral("19880808")},
            {52, QStringLiteral("浙江省杭州市样本区样本路１号２０１室")},
            {122, QStringLiteral("330100198808080014")},
            {158, QStringLiteral("杭州市公安局样本分局")},
            {188, QStringLiteral("20160811")},
            {204, QStringLiteral("20360811")}};
}

/// An invented foreigner's permanent-resident card of 2017 (样本).
[[nodiscard]] inline std::vector<ChipPart> foreignChip()
{
    return {{0, QStringLiteral("SPECIMEN, ALEX")},
            {120, QStringLiteral("2")},
            {122, QStringLiteral("UTO310000000001")},
            {152, QStringLiteral("UTO")},
            {158, QStringLiteral("样本")},
            {188, QStringLiteral("20190101")},
            {204, QStringLiteral("20290101")},
            {220, QStringLiteral("19800101")},
            {236, QStringLiteral("01")},
            {240, QStringLiteral("1500")},
            {248, QStringLiteral("I")}};
}

/// An invented Hong Kong resident's residence permit (样本); the number is one of the published
/// examples.
[[nodiscard]] inline std::vector<ChipPart> permitChip()
{
    return {{0, QStringLiteral("样本港")},
            {30, QStringLiteral("2")},
            {36, QStringLiteral("19940823")},
            {52, QStringLiteral("广东省深圳市样本区样本路２号")},
            {122, QStringLiteral("810000199408230021")},
            {158, QStringLiteral("深圳市公安局")},
            {188, QStringLiteral("20200101")},
            {204, QStringLiteral("20250101")},
            {220, QStringLiteral("H00000000")},
            {238, QStringLiteral("01")},
            {248, QStringLiteral("J")}};
}

/// `parts`, with the text at one offset replaced.
[[nodiscard]] inline std::vector<ChipPart> changed(std::vector<ChipPart> parts, qsizetype offset,
                                                   const QString& text)
{
    for (ChipPart& part : parts) {
        if (part.offset == offset)
            part.text = text;
    }
    return parts;
}

} // namespace handshake::test
