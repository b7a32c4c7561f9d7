// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QByteArrayView>
#include <QString>

#include <cstdint>
#include <map>

namespace handshake {

/// Whose card a chip sits in; each kind has a layout of its own.
enum class IdChipKind : std::uint8_t {
    Citizen,         ///< 居民身份证
    ForeignResident, ///< 外国人永久居留身份证, edition of 2017, type "I"
    ResidencePermit, ///< 港澳台居民居住证, type "J"
};

/// What the chip of an identity card says about its holder.
struct IdChipText {
    IdChipKind kind = IdChipKind::Citizen;
    /// By the keys of `read document`: name sex ethnicity birth address number issuer validFrom
    /// validTo; of foreigners also latinName and nationality, of residence permits permitNumber and
    /// issueCount. Dates ISO or "long". What a layout does not hold is absent.
    std::map<QString, QString> fields;
};

/// Bytes of a text block, always.
inline constexpr qsizetype kIdChipTextSize = 256;

/// Reads the text block that a chip reader delivers (SDT interface): UTF-16LE, fields of fixed
/// place and length, padded with spaces.
///
/// Unreadable when it is not exactly that: another length, characters that no card holds, a date
/// that is none or out of order, a number that fails its check or contradicts birth date or sex, a
/// card of a kind whose layout is not known. The detail names the field, never what stands in it. A
/// block that is right in every place and wrong in one was misread: there is no partial answer.
[[nodiscard]] Result<IdChipText> parseIdChipText(QByteArrayView block);

} // namespace handshake
