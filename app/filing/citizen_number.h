// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QDate>
#include <QString>
#include <QStringView>

#include <utility>

namespace handshake {

/// Citizen number 公民身份号码 (GB 11643-1999): region 6, birth date 8, sequence 3, check character
/// (ISO 7064 MOD 11-2).
///
/// An object always holds a valid number; parse() is the only way to obtain one. Region codes are
/// not looked up: abolished ones stay in numbers for life.
class CitizenNumber final
{
public:
    static constexpr qsizetype kLength = 18;

    /// Accepts what an operator types: spaces dropped, full width folded, x becomes X. InvalidInput
    /// on anything else, also on the 15-digit numbers void since 2013.
    static Result<CitizenNumber> parse(QStringView typed);

    [[nodiscard]] const QString& text() const noexcept { return m_text; }
    [[nodiscard]] QDate birthDate() const;
    [[nodiscard]] bool isFemale() const;
    [[nodiscard]] int region() const; ///< GB/T 2260, six digits

    /// Full years on `day`.
    [[nodiscard]] int ageOn(QDate day) const;

    friend bool operator==(const CitizenNumber&, const CitizenNumber&) = default;

private:
    explicit CitizenNumber(QString text)
        : m_text(std::move(text))
    {
    }

    QString m_text;
};

} // namespace handshake
