// SPDX-License-Identifier: Apache-2.0
#include "app/demo/id_chip_writing.h"

#include "app/filing/ethnicity.h"

#include <QtEndian>

#include <algorithm>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kBlockSize = 256;

class ChipBlock
{
public:
    ChipBlock()
    {
        for (qsizetype at = 0; at < kBlockSize; at += 2)
            qToLittleEndian<quint16>(u' ', m_bytes.data() + at);
    }

    /// `offset` and `length` in bytes.
    void put(qsizetype offset, qsizetype length, const QString& text)
    {
        const qsizetype count = std::min(text.size(), length / 2);
        for (qsizetype i = 0; i < count; ++i)
            qToLittleEndian<quint16>(text[i].unicode(), m_bytes.data() + offset + 2 * i);
    }

    [[nodiscard]] const QByteArray& bytes() const { return m_bytes; }

private:
    QByteArray m_bytes = QByteArray(kBlockSize, Qt::Uninitialized);
};

QString dateText(const QDate& date)
{
    return date.toString(u"yyyyMMdd"_s);
}

} // namespace

QByteArray idChipTextOf(const IdCardContent& card)
{
    ChipBlock block;
    block.put(0, 30, card.name);
    block.put(30, 2, card.sex == u"女" ? u"2"_s : u"1"_s);
    block.put(32, 4, ethnicityCode(card.ethnicity));
    block.put(36, 16, dateText(card.birth));
    block.put(52, 70, card.address);
    block.put(122, 36, card.number);
    block.put(158, 30, card.issuer);
    block.put(188, 16, dateText(card.validFrom));
    block.put(204, 16, card.validTo ? dateText(*card.validTo) : u"长期"_s);
    return block.bytes();
}

} // namespace handshake
