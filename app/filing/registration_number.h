// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QString>
#include <QStringView>

#include <utility>

namespace handshake {

/// Old registration number of a business licence 注册号 (GS15-2006): 14 digits and a check digit
/// (ISO 7064 MOD 11,10).
///
/// An object always holds a valid number; parse() is the only way to obtain one.
class RegistrationNumber final
{
public:
    static constexpr qsizetype kLength = 15;

    /// Accepts what an operator types: spaces dropped, full width folded. InvalidInput on anything
    /// else.
    static Result<RegistrationNumber> parse(QStringView typed);

    [[nodiscard]] const QString& text() const noexcept { return m_text; }

    friend bool operator==(const RegistrationNumber&, const RegistrationNumber&) = default;

private:
    explicit RegistrationNumber(QString text)
        : m_text(std::move(text))
    {
    }

    QString m_text;
};

} // namespace handshake
