// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <algorithm>
#include <array>

namespace handshake {

/// Bytes of one fixed length and one meaning, public: nothing secret is kept in them.
template <typename Tag, qsizetype Size>
class FixedBytes
{
public:
    static constexpr qsizetype kSize = Size;

    /// InvalidInput unless there are exactly kSize bytes.
    static Result<FixedBytes> fromBytes(QByteArrayView bytes)
    {
        if (bytes.size() != kSize)
            return Error{ErrorCode::InvalidInput,
                         QString::fromLatin1(Tag::kName) + QStringLiteral(": not of its length")};
        FixedBytes made;
        std::transform(bytes.begin(), bytes.end(), made.m_bytes.begin(),
                       [](char byte) { return static_cast<unsigned char>(byte); });
        return made;
    }
    static Result<FixedBytes> fromBase64(QStringView text)
    {
        const auto decoded = QByteArray::fromBase64Encoding(
            text.toLatin1(), QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
        return fromBytes(decoded ? *decoded : QByteArray());
    }

    [[nodiscard]] QByteArrayView view() const noexcept { return {m_bytes.data(), kSize}; }
    [[nodiscard]] QString base64() const
    {
        return QString::fromLatin1(view().toByteArray().toBase64());
    }
    [[nodiscard]] const unsigned char* data() const noexcept { return m_bytes.data(); }
    [[nodiscard]] unsigned char* data() noexcept { return m_bytes.data(); }

    friend auto operator<=>(const FixedBytes&, const FixedBytes&) = default;

private:
    std::array<unsigned char, static_cast<std::size_t>(Size)> m_bytes{};
};

struct SealingKeyTag {
    static constexpr const char* kName = "public key";
};
struct SigningKeyTag {
    static constexpr const char* kName = "signing key";
};
struct SignatureTag {
    static constexpr const char* kName = "signature";
};
struct KeyIdTag {
    static constexpr const char* kName = "key id";
};

using SealingPublicKey = FixedBytes<SealingKeyTag, 32>; ///< X25519 (RFC 7748): others seal to it
using SigningPublicKey = FixedBytes<SigningKeyTag, 32>; ///< Ed25519 (RFC 8032)
using Signature = FixedBytes<SignatureTag, 64>;         ///< Ed25519
using KeyId = FixedBytes<KeyIdTag, 16>;                 ///< tells which key closed something

} // namespace handshake
