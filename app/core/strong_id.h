// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QHashFunctions>
#include <QString>
#include <QStringView>

#include <compare>
#include <cstddef>
#include <utility>

namespace handshake {

namespace detail {
/// 1 to 64 of A-Z a-z 0-9 . _ - and no leading dot: safe in file names, URLs and logs.
[[nodiscard]] bool isPlainId(QStringView text);
/// 64 lower-case hexadecimal digits.
[[nodiscard]] bool isDigestId(QStringView text);
} // namespace detail

/// An identifier made of text that cannot be mixed up with another kind of identifier. An object
/// always holds a valid one; parse() is the only way to obtain it. Never personal data.
template <typename Tag>
class TextId
{
public:
    static Result<TextId> parse(QStringView text)
    {
        const bool valid = Tag::kIsDigest ? detail::isDigestId(text) : detail::isPlainId(text);
        if (!valid)
            return Error{ErrorCode::InvalidInput, QString::fromLatin1(Tag::kName) +
                                                      QStringLiteral(": not a valid identifier")};
        return TextId(text.toString());
    }

    [[nodiscard]] const QString& text() const noexcept { return m_text; }
    [[nodiscard]] const QString& logText() const noexcept { return m_text; }

    friend bool operator==(const TextId&, const TextId&) = default;
    friend std::strong_ordering operator<=>(const TextId& a, const TextId& b)
    {
        return a.m_text.compare(b.m_text) <=> 0;
    }
    friend std::size_t qHash(const TextId& id, std::size_t seed = 0) noexcept
    {
        return ::qHash(id.m_text, seed);
    }

private:
    explicit TextId(QString text)
        : m_text(std::move(text))
    {
    }

    QString m_text;
};

struct SessionIdTag {
    static constexpr bool kIsDigest = false;
    static constexpr const char* kName = "session id";
};
struct ItemIdTag {
    static constexpr bool kIsDigest = false;
    static constexpr const char* kName = "item id";
};
struct OrderIdTag {
    static constexpr bool kIsDigest = false;
    static constexpr const char* kName = "order id";
};
struct OperatorIdTag {
    static constexpr bool kIsDigest = false;
    static constexpr const char* kName = "operator id";
};
struct CounterIdTag {
    static constexpr bool kIsDigest = false;
    static constexpr const char* kName = "counter id";
};
struct BlobIdTag {
    static constexpr bool kIsDigest = true;
    static constexpr const char* kName = "blob id";
};
struct DossierIdTag {
    static constexpr bool kIsDigest = true;
    static constexpr const char* kName = "dossier id";
};

using SessionId = TextId<SessionIdTag>;   ///< one verification session
using ItemId = TextId<ItemIdTag>;         ///< one piece of evidence in a session
using OrderId = TextId<OrderIdTag>;       ///< the provider's number of an order
using OperatorId = TextId<OperatorIdTag>; ///< a member of staff, as the provider numbers them
using CounterId = TextId<CounterIdTag>;   ///< one counter of the provider
using BlobId = TextId<BlobIdTag>;         ///< SHA-256 of a blob's ciphertext
using DossierId = TextId<DossierIdTag>;   ///< SHA-256 of a dossier's manifest

} // namespace handshake
