// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QDate>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <cstdint>
#include <optional>

namespace handshake {

/// Machine-readable zone 机读区 of a travel document (ICAO Doc 9303, parts 3 to 6): a passport's
/// two lines of 44, the two of 36 of small visas and old cards, the three of 30 of cards.
///
/// An object always holds a zone whose check digits all agree; parse() is the only way to obtain
/// one.
class MachineReadableZone final
{
public:
    enum class Format : std::uint8_t {
        Td1, ///< 3 × 30, cards
        Td2, ///< 2 × 36
        Td3, ///< 2 × 44, passports
    };

    /// What may stand at a place of the zone; a reader may use it to tell O from 0.
    enum class Place : std::uint8_t { Letter, Digit, Either };

    /// Lines as they were read, without spaces. Characters that cannot stand where they were read
    /// are exchanged for the one they are commonly misread from (O for 0, 5 for S …); the check
    /// digits say whether that was right. `today` decides the century of two-digit years.
    ///
    /// InvalidInput when the lines are of no known format or a check digit does not fit; the detail
    /// names the field, never what stands in it.
    static Result<MachineReadableZone> parse(const QStringList& lines, QDate today);

    /// Check digit of Doc 9303-3 §4.9 (weights 7 3 1) over A–Z, 0–9 and <; nothing for any other
    /// character.
    [[nodiscard]] static std::optional<QChar> checkDigit(QStringView field);

    [[nodiscard]] Format format() const { return m_format; }
    [[nodiscard]] const QString& documentCode() const { return m_documentCode; } ///< "P", "ID" …
    [[nodiscard]] const QString& issuer() const { return m_issuer; }             ///< three letters
    [[nodiscard]] const QString& nationality() const { return m_nationality; }   ///< three letters
    [[nodiscard]] const QString& number() const { return m_number; }
    [[nodiscard]] const QString& surname() const { return m_surname; } ///< A–Z and single spaces
    [[nodiscard]] const QString& givenNames() const { return m_givenNames; } ///< empty: has none
    [[nodiscard]] const QString& optionalData() const { return m_optional; }
    [[nodiscard]] QDate birthDate() const { return m_birth; } ///< null when partly unknown
    [[nodiscard]] QDate expiryDate() const { return m_expiry; }
    /// M, F, or X when it is not said.
    [[nodiscard]] QChar sex() const { return m_sex; }
    /// How many characters were exchanged while parsing: they want a look.
    [[nodiscard]] int exchanged() const { return m_exchanged; }

    friend bool operator==(const MachineReadableZone&, const MachineReadableZone&) = default;

private:
    MachineReadableZone() = default;

    Format m_format = Format::Td3;
    QString m_documentCode;
    QString m_issuer;
    QString m_nationality;
    QString m_number;
    QString m_surname;
    QString m_givenNames;
    QString m_optional;
    QDate m_birth;
    QDate m_expiry;
    QChar m_sex = u'X';
    int m_exchanged = 0;
};

} // namespace handshake
