// SPDX-License-Identifier: Apache-2.0
#include "app/delivery/signed_message.h"

#include "app/core/json.h"

#include <openssl/evp.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMaxShortText = 128;

struct Parts {
    QByteArray signedText; ///< header.payload, as they were sent
    QJsonObject header;
    QJsonObject payload;
    QByteArray signature;
};

/// Why there is no message; whose it would be is added by verify().
Error noMessage(const QString& why)
{
    return Error{ErrorCode::Protocol, why};
}

Result<QByteArray> decoded(const QByteArray& part)
{
    const auto result = QByteArray::fromBase64Encoding(
        part, QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    // Padding and the letters of the other alphabet are refused: RFC 7515 knows neither.
    if (!result || part.isEmpty() || part.contains('=') || part.contains('+') || part.contains('/'))
        return noMessage(u"not base64url"_s);
    return result.decoded;
}

Result<QJsonObject> decodedObject(const QByteArray& part)
{
    const auto bytes = decoded(part);
    if (!bytes)
        return bytes.error();
    const auto object = parseJsonObject(*bytes, SignedMessage::kMaxBytes);
    if (!object)
        return noMessage(u"not JSON inside"_s);
    return *object;
}

Result<Parts> split(const QByteArray& jws)
{
    const QList<QByteArray> parts = jws.split('.');
    if (parts.size() != 3)
        return noMessage(u"not a JWS in compact form"_s);
    const auto header = decodedObject(parts.at(0));
    if (!header)
        return header.error();
    const auto payload = decodedObject(parts.at(1));
    if (!payload)
        return payload.error();
    const auto signature = decoded(parts.at(2));
    if (!signature)
        return signature.error();
    return Parts{parts.at(0) + '.' + parts.at(1), *header, *payload, *signature};
}

struct FreeKey {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
struct FreeContext {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

const unsigned char* raw(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

bool isSignedBy(const Parts& parts, const ReceiptKey::One& key)
{
    const std::unique_ptr<EVP_PKEY, FreeKey> publicKey(EVP_PKEY_new_raw_public_key(
        EVP_PKEY_ED25519, nullptr, raw(key.raw), static_cast<std::size_t>(key.raw.size())));
    const std::unique_ptr<EVP_MD_CTX, FreeContext> context(EVP_MD_CTX_new());
    if (!publicKey || !context ||
        EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, publicKey.get()) != 1)
        return false;
    return EVP_DigestVerify(context.get(), raw(parts.signature),
                            static_cast<std::size_t>(parts.signature.size()), raw(parts.signedText),
                            static_cast<std::size_t>(parts.signedText.size())) == 1;
}

bool isShortPlainText(const QString& text)
{
    return !text.isEmpty() && text.size() <= kMaxShortText &&
           std::all_of(text.begin(), text.end(),
                       [](QChar c) { return c > u' ' && c < QChar(0x7f); });
}

/// The name of the key that the header asks for.
Result<QString> checkHeader(const QJsonObject& header, const QString& type)
{
    if (header.value("alg"_L1).toString() != "EdDSA"_L1)
        return noMessage(u"signed by another method than EdDSA"_s);
    if (header.value("typ"_L1).toString() != type)
        return noMessage(u"signed, but not as such"_s);
    if (header.contains("crit"_L1))
        return noMessage(u"demands an extension that is not known here"_s);
    const QString keyId = header.value("kid"_L1).toString();
    if (!isShortPlainText(keyId))
        return noMessage(u"kid is missing or not short plain text"_s);
    return keyId;
}

/// The pinned key that `keyId` names and that made the signature.
Result<void> checkSignature(const Parts& parts, const ReceiptKey& key, const QString& keyId)
{
    const bool fits = std::any_of(key.keys().begin(), key.keys().end(), [&](const auto& one) {
        return (one.id.isEmpty() || one.id == keyId) && isSignedBy(parts, one);
    });
    if (!fits)
        return Error{ErrorCode::Corrupt, u"no pinned key made this signature"_s};
    return {};
}

} // namespace

SignedMessage::SignedMessage(QByteArray jws, QString what)
    : m_jws(std::move(jws))
    , m_what(std::move(what))
{
}

Result<SignedMessage> SignedMessage::verify(const QByteArray& jws, const ReceiptKey& key,
                                            const QString& type, const QString& what)
{
    SignedMessage message(jws.left(kMaxBytes + 1).trimmed(), what);
    const auto named = [&](const Error& error) {
        return Error{error.code, what + u": "_s + error.detail};
    };
    if (jws.size() > kMaxBytes)
        return message.refusal(u"over 64 KB"_s);
    const auto parts = split(message.m_jws);
    if (!parts)
        return named(parts.error());
    const auto keyId = checkHeader(parts->header, type);
    if (!keyId)
        return named(keyId.error());
    // Nothing of the payload is believed before this.
    if (const auto genuine = checkSignature(*parts, key, *keyId); !genuine)
        return named(genuine.error());
    message.m_keyId = *keyId;
    message.m_payload = parts->payload;
    return message;
}

Sha256 SignedMessage::identity() const
{
    return Sha256::of(m_jws.left(m_jws.lastIndexOf('.')));
}

Error SignedMessage::refusal(const QString& why) const
{
    return Error{ErrorCode::Protocol, m_what + u": "_s + why};
}

Result<QString> SignedMessage::shortText(QLatin1StringView name) const
{
    const QString text = m_payload.value(name).toString();
    if (!isShortPlainText(text))
        return refusal(u"%1 is missing or not short plain text"_s.arg(name));
    return text;
}

Result<qint64> SignedMessage::wholeNumber(QLatin1StringView name) const
{
    const qint64 number = m_payload.value(name).toInteger(-1);
    if (number < 0)
        return refusal(u"%1 is missing or not a whole number"_s.arg(name));
    return number;
}

Result<Sha256> SignedMessage::digest(QLatin1StringView name) const
{
    const auto value = Sha256::fromHex(m_payload.value(name).toString());
    if (!value)
        return refusal(u"%1 is missing or not a SHA-256"_s.arg(name));
    return *value;
}

Result<DossierId> SignedMessage::dossier() const
{
    const auto id = DossierId::parse(m_payload.value("dossier_id"_L1).toString());
    if (!id)
        return refusal(u"names no dossier"_s);
    return *id;
}

Result<QDateTime> SignedMessage::moment(QLatin1StringView name) const
{
    const QDateTime value =
        QDateTime::fromString(m_payload.value(name).toString(), Qt::ISODateWithMs);
    if (!value.isValid() || value.timeSpec() == Qt::LocalTime) // no zone: nobody's time
        return refusal(u"%1 is missing or not a moment with its zone"_s.arg(name));
    return value.toUTC();
}

SignedMessage SignedMessage::inside(QLatin1StringView name) const
{
    SignedMessage part = *this;
    part.m_payload = m_payload.value(name).toObject();
    return part;
}

} // namespace handshake
