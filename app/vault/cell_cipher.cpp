// SPDX-License-Identifier: Apache-2.0
#include "app/vault/cell_cipher.h"

#include "app/vault/sodium_p.h"

namespace handshake {

using namespace Qt::StringLiterals;
using namespace sodium;

namespace {

Error tooShort()
{
    return {ErrorCode::Corrupt, u"sealed cell: shorter than its seal"_s};
}

} // namespace

CellCipher::CellCipher(const SecretBytes& key)
    : m_key(key)
{
    static_assert(kKeySize == crypto_aead_xchacha20poly1305_ietf_KEYBYTES &&
                  kNonceSize == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES &&
                  kTagSize == crypto_aead_xchacha20poly1305_ietf_ABYTES);
    Q_ASSERT(key.size() == kKeySize);
}

QByteArray CellCipher::seal(QByteArrayView plain, QByteArrayView context) const
{
    QByteArray sealed(kNonceSize + plain.size() + kTagSize, Qt::Uninitialized);
    auto* out = reinterpret_cast<unsigned char*>(sealed.data());
    randombytes_buf(out, static_cast<std::size_t>(kNonceSize));
    crypto_aead_xchacha20poly1305_ietf_encrypt(out + kNonceSize, nullptr, raw(plain), length(plain),
                                               raw(context), length(context), nullptr, out,
                                               m_key.data());
    return sealed;
}

Result<void> CellCipher::openInto(unsigned char* plain, QByteArrayView sealed,
                                  QByteArrayView context) const
{
    const QByteArrayView closed = sealed.sliced(kNonceSize);
    const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(
        plain, nullptr, nullptr, raw(closed), length(closed), raw(context), length(context),
        raw(sealed), m_key.data());
    if (failed != 0)
        return Error{ErrorCode::Corrupt, u"sealed cell: altered, or of another place"_s};
    return {};
}

Result<QByteArray> CellCipher::open(QByteArrayView sealed, QByteArrayView context) const
{
    const qsizetype size = sealed.size() - kNonceSize - kTagSize;
    if (size < 0)
        return tooShort();
    QByteArray plain(size, Qt::Uninitialized);
    const auto opened = openInto(reinterpret_cast<unsigned char*>(plain.data()), sealed, context);
    if (!opened)
        return opened.error();
    return plain;
}

Result<SecretBytes> CellCipher::openSecret(QByteArrayView sealed, QByteArrayView context) const
{
    const qsizetype size = sealed.size() - kNonceSize - kTagSize;
    if (size <= 0)
        return tooShort();
    SecretBytes plain(size);
    const Result<void> opened = openInto(plain.data(), sealed, context);
    if (!opened)
        return opened.error();
    return plain;
}

} // namespace handshake
