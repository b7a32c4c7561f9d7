// SPDX-License-Identifier: Apache-2.0
#include "app/delivery/receipt.h"

#include "app/core/json.h"

#include <QJsonObject>

#include <openssl/evp.h>

#include <algorithm>
#include <memory>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMaxReceipt = 64 * 1024;
constexpr qsizetype kMaxShortText = 128;

Error notAReceipt(const QString& why)
{
    return Error{ErrorCode::Protocol, u"receipt: "_s + why};
}

struct Parts {
    QByteArray signedText; ///< header.payload, as they were sent
    QJsonObject header;
    QJsonObject payload;
    QByteArray signature;
};

Result<QByteArray> decoded(const QByteArray& part)
{
    const auto result = QByteArray::fromBase64Encoding(
        part, QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    // Padding and the letters of the other alphabet are refused: RFC 7515 knows neither.
    if (!result || part.isEmpty() || part.contains('=') || part.contains('+') || part.contains('/'))
        return notAReceipt(u"not base64url"_s);
    return result.decoded;
}

Result<QJsonObject> decodedObject(const QByteArray& part)
{
    const auto bytes = decoded(part);
    if (!bytes)
        return bytes.error();
    const auto object = parseJsonObject(*bytes, kMaxReceipt);
    if (!object)
        return notAReceipt(u"not JSON inside"_s);
    return *object;
}

Result<Parts> split(const QByteArray& jws)
{
    const QList<QByteArray> parts = jws.split('.');
    if (parts.size() != 3)
        return notAReceipt(u"not a JWS in compact form"_s);
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

Result<QString> shortText(const QJsonObject& object, QLatin1StringView name)
{
    const QString text = object.value(name).toString();
    const bool isPlain =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c < QChar(0x7f); });
    if (text.isEmpty() || text.size() > kMaxShortText || !isPlain)
        return notAReceipt(u"%1 is missing or not short plain text"_s.arg(name));
    return text;
}

Result<qint64> wholeNumber(const QJsonObject& object, QLatin1StringView name)
{
    const qint64 number = object.value(name).toInteger(-1);
    if (number < 0)
        return notAReceipt(u"%1 is missing or not a whole number"_s.arg(name));
    return number;
}

Result<Sha256> digest(const QJsonObject& object, QLatin1StringView name)
{
    const auto value = Sha256::fromHex(object.value(name).toString());
    if (!value)
        return notAReceipt(u"%1 is missing or not a SHA-256"_s.arg(name));
    return *value;
}

Result<QDateTime> moment(const QJsonObject& object, QLatin1StringView name)
{
    const QDateTime value = QDateTime::fromString(object.value(name).toString(), Qt::ISODateWithMs);
    if (!value.isValid() || value.timeSpec() == Qt::LocalTime) // no zone: nobody's time
        return notAReceipt(u"%1 is missing or not a moment with its zone"_s.arg(name));
    return value.toUTC();
}

/// The pinned key that `keyId` names and that made the signature.
Result<void> checkSignature(const Parts& parts, const ReceiptKey& key, const QString& keyId)
{
    const bool fits = std::any_of(key.keys().begin(), key.keys().end(), [&](const auto& one) {
        return (one.id.isEmpty() || one.id == keyId) && isSignedBy(parts, one);
    });
    if (!fits)
        return Error{ErrorCode::Corrupt, u"receipt: no pinned key made this signature"_s};
    return {};
}

Result<QString> checkHeader(const QJsonObject& header)
{
    if (header.value("alg"_L1).toString() != "EdDSA"_L1)
        return notAReceipt(u"signed by another method than EdDSA"_s);
    if (header.value("typ"_L1).toString() != "handshake-receipt"_L1)
        return notAReceipt(u"signed, but not as a receipt"_s);
    if (header.contains("crit"_L1))
        return notAReceipt(u"demands an extension that is not known here"_s);
    return shortText(header, "kid"_L1);
}

/// The payload's members. Strict in those the contract names; more of them may come later.
Result<Receipt> readPayload(const QJsonObject& payload, const QString& keyId, const QByteArray& jws)
{
    const auto id = DossierId::parse(payload.value("dossier_id"_L1).toString());
    const auto sha256 = digest(payload, "sha256"_L1);
    const auto bytes = wholeNumber(payload, "bytes"_L1);
    const auto filingNumber = shortText(payload, "filing_number"_L1);
    const auto filedAt = moment(payload, "filed_at"_L1);
    const QJsonObject audit = payload.value("audit"_L1).toObject();
    const auto sequence = wholeNumber(audit, "sequence"_L1);
    const auto hash = digest(audit, "hash"_L1);
    if (payload.value("status"_L1).toString() != "filed"_L1)
        return notAReceipt(u"does not say that the dossier is filed"_s);
    if (!id)
        return notAReceipt(u"names no dossier"_s);
    if (!sha256)
        return sha256.error();
    if (!bytes)
        return bytes.error();
    if (!filingNumber)
        return filingNumber.error();
    if (!filedAt)
        return filedAt.error();
    if (!sequence)
        return sequence.error();
    if (!hash)
        return hash.error();
    return Receipt{*id, *sha256, *bytes, *filingNumber, *filedAt, *sequence, *hash, keyId, jws};
}

} // namespace

Result<Receipt> verifyReceipt(const QByteArray& jws, const ReceiptKey& key,
                              const DossierId& expected, const Sha256& sha256, qint64 bytes)
{
    if (jws.size() > kMaxReceipt)
        return notAReceipt(u"over 64 KB"_s);
    const QByteArray trimmed = jws.trimmed();
    const auto parts = split(trimmed);
    if (!parts)
        return parts.error();
    const auto keyId = checkHeader(parts->header);
    if (!keyId)
        return keyId.error();
    // Nothing of the payload is believed before this.
    if (const auto genuine = checkSignature(*parts, key, *keyId); !genuine)
        return genuine.error();
    auto receipt = readPayload(parts->payload, *keyId, trimmed);
    if (!receipt)
        return receipt.error();
    if (receipt->dossier != expected)
        return Error{ErrorCode::Conflict, u"receipt: of another dossier"_s};
    if (receipt->sha256 != sha256 || receipt->bytes != bytes)
        return Error{ErrorCode::Conflict, u"receipt: of other bytes than were sent"_s};
    return receipt;
}

} // namespace handshake
