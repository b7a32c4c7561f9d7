// SPDX-License-Identifier: Apache-2.0
#include "app/vault/stream_cipher.h"

#include "app/vault/sodium_p.h"

#include <algorithm>

namespace handshake {

using namespace Qt::StringLiterals;
using namespace sodium;

namespace {

constexpr qsizetype kHeader = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr qsizetype kOverhead = crypto_secretstream_xchacha20poly1305_ABYTES;

Error corrupt()
{
    return {ErrorCode::Corrupt, u"sealed stream: altered, cut, or of another place"_s};
}

} // namespace

StreamCipher::StreamCipher(const SecretBytes& key)
    : m_key(key)
{
    static_assert(kKeySize == crypto_secretstream_xchacha20poly1305_KEYBYTES);
    Q_ASSERT(key.size() == kKeySize);
}

QByteArray StreamCipher::seal(QByteArrayView plain, QByteArrayView context) const
{
    // An empty content is one empty piece.
    const qsizetype pieces = std::max<qsizetype>(1, (plain.size() + kPiece - 1) / kPiece);
    QByteArray sealed(kHeader + plain.size() + pieces * kOverhead, Qt::Uninitialized);
    auto* out = reinterpret_cast<unsigned char*>(sealed.data());
    crypto_secretstream_xchacha20poly1305_state state;
    crypto_secretstream_xchacha20poly1305_init_push(&state, out, m_key.data());
    out += kHeader;
    for (qsizetype piece = 0; piece < pieces; ++piece) {
        const QByteArrayView bytes = plain.sliced(
            piece * kPiece, std::min<qsizetype>(kPiece, plain.size() - piece * kPiece));
        const unsigned char tag = piece + 1 == pieces
                                      ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                                      : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
        crypto_secretstream_xchacha20poly1305_push(&state, out, nullptr, raw(bytes), length(bytes),
                                                   raw(context), length(context), tag);
        out += bytes.size() + kOverhead;
    }
    sodium_memzero(&state, sizeof state);
    return sealed;
}

Result<QByteArray> StreamCipher::open(QByteArrayView sealed, QByteArrayView context) const
{
    crypto_secretstream_xchacha20poly1305_state state;
    if (sealed.size() < kHeader + kOverhead ||
        crypto_secretstream_xchacha20poly1305_init_pull(&state, raw(sealed), m_key.data()) != 0)
        return corrupt();
    QByteArrayView rest = sealed.sliced(kHeader);
    QByteArray plain(rest.size(), Qt::Uninitialized); // a little too long; cut at the end
    qsizetype filled = 0;
    unsigned char tag = 0;
    while (tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL) {
        const QByteArrayView bytes = rest.first(std::min(rest.size(), kPiece + kOverhead));
        const bool isWhole =
            bytes.size() >= kOverhead &&
            crypto_secretstream_xchacha20poly1305_pull(
                &state, reinterpret_cast<unsigned char*>(plain.data()) + filled, nullptr, &tag,
                raw(bytes), length(bytes), raw(context), length(context)) == 0;
        if (!isWhole) {
            sodium_memzero(&state, sizeof state);
            return corrupt();
        }
        filled += bytes.size() - kOverhead;
        rest = rest.sliced(bytes.size());
    }
    sodium_memzero(&state, sizeof state);
    if (!rest.isEmpty())
        return corrupt();
    plain.truncate(filled);
    return plain;
}

} // namespace handshake
