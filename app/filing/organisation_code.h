// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QString>
#include <QStringView>

#include <utility>

namespace handshake {

/// Organisation code 组织机构代码 (GB 11714-1997): eight of 0-9A-Z and a check character.
///
/// An object always holds a valid code; parse() is the only way to obtain one.
class OrganisationCode final
{
public:
    static constexpr qsizetype kLength = 9; ///< without the hyphen

    /// Accepts what an operator types: spaces and hyphens dropped, full width folded, letters made
    /// capital. InvalidInput on anything else.
    static Result<OrganisationCode> parse(QStringView typed);

    /// As printed, with its hyphen: "D2143569-X".
    [[nodiscard]] const QString& text() const noexcept { return m_text; }

    friend bool operator==(const OrganisationCode&, const OrganisationCode&) = default;

private:
    explicit OrganisationCode(QString text)
        : m_text(std::move(text))
    {
    }

    QString m_text;
};

} // namespace handshake
