// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QString>
#include <QStringView>

#include <utility>

namespace handshake {

/// Unified social credit code 统一社会信用代码 (GB 32100-2015): department, category, region 6,
/// organisation code 9 (with its own check), check character.
///
/// An object always holds a valid code; parse() is the only way to obtain one.
class SocialCreditCode final
{
public:
    static constexpr qsizetype kLength = 18;

    /// Accepts what an operator types: spaces and hyphens dropped, full width folded, letters made
    /// capital. InvalidInput on anything else.
    static Result<SocialCreditCode> parse(QStringView typed);

    [[nodiscard]] const QString& text() const noexcept { return m_text; }
    /// The first two characters: the kind of owner ("91" enterprise, "92" sole trader, ...).
    [[nodiscard]] QString ownerKind() const { return m_text.first(2); }
    /// The nine characters of the organisation code inside.
    [[nodiscard]] QString organisationCode() const;

    friend bool operator==(const SocialCreditCode&, const SocialCreditCode&) = default;

private:
    explicit SocialCreditCode(QString text)
        : m_text(std::move(text))
    {
    }

    QString m_text;
};

} // namespace handshake
