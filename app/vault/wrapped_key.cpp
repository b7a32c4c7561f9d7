// SPDX-License-Identifier: Apache-2.0
#include "app/vault/wrapped_key.h"

#include "app/vault/cell_cipher.h"

#include <sodium.h>

#include <utility>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

QString base64(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray bytesOf(const QJsonObject& object, const QString& name)
{
    return QByteArray::fromBase64(object.value(name).toString().toLatin1());
}

} // namespace

QJsonObject WrappedKey::toJson() const
{
    return {{u"memory"_s, static_cast<qint64>(cost.memoryBytes)},
            {u"passes"_s, static_cast<qint64>(cost.passes)},
            {u"salt"_s, base64(salt)},
            {u"nonce"_s, base64(nonce)},
            {u"ciphertext"_s, base64(ciphertext)}};
}

Result<WrappedKey> WrappedKey::fromJson(const QJsonObject& object)
{
    const qint64 memory = object.value(u"memory"_s).toInteger(-1);
    const qint64 passes = object.value(u"passes"_s).toInteger(-1);
    WrappedKey wrapped{.cost = {},
                       .salt = bytesOf(object, u"salt"_s),
                       .nonce = bytesOf(object, u"nonce"_s),
                       .ciphertext = bytesOf(object, u"ciphertext"_s)};
    if (memory < 0 || passes < 0 || passes > PassphraseCost::kMostPasses ||
        wrapped.salt.size() != PassphraseCost::kSaltSize ||
        wrapped.nonce.size() != CellCipher::kNonceSize ||
        wrapped.ciphertext.size() <= CellCipher::kTagSize)
        return Error{ErrorCode::Corrupt, u"wrapped key: not as it was written"_s};
    wrapped.cost = {static_cast<quint64>(memory), static_cast<quint32>(passes)};
    if (wrapped.cost.isAboveCeiling())
        return Error{ErrorCode::TooLarge, u"wrapped key: more work than a key file of ours asks"_s};
    return wrapped;
}

Result<WrappedKey> wrapKey(const SecretBytes& secret, const SecretBytes& passphrase,
                           PassphraseCost cost, QByteArrayView context,
                           const PassphraseStretcher& stretcher)
{
    WrappedKey wrapped{.cost = cost,
                       .salt = QByteArray(PassphraseCost::kSaltSize, Qt::Uninitialized)};
    randombytes_buf(wrapped.salt.data(), static_cast<std::size_t>(wrapped.salt.size()));
    const Result<SecretBytes> key = stretcher.stretch(passphrase, wrapped.salt, cost);
    if (!key)
        return key.error();
    QByteArray sealed = CellCipher(*key).seal(secret.view(), context);
    wrapped.nonce = sealed.first(CellCipher::kNonceSize);
    wrapped.ciphertext = sealed.sliced(CellCipher::kNonceSize);
    return wrapped;
}

Result<SecretBytes> unwrapKey(const WrappedKey& wrapped, const SecretBytes& passphrase,
                              QByteArrayView context, const PassphraseStretcher& stretcher)
{
    const Result<SecretBytes> key = stretcher.stretch(passphrase, wrapped.salt, wrapped.cost);
    if (!key)
        return key.error();
    Result<SecretBytes> secret =
        CellCipher(*key).openSecret(wrapped.nonce + wrapped.ciphertext, context);
    if (!secret)
        return Error{ErrorCode::Denied, u"wrong passphrase, or an altered key file"_s};
    return secret;
}

} // namespace handshake
