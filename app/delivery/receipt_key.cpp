// SPDX-License-Identifier: Apache-2.0
#include "app/delivery/receipt_key.h"

#include "app/core/json.h"

#include <QFile>
#include <QJsonArray>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <memory>
#include <utility>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kRawSize = 32;
constexpr qsizetype kMaxFile = 64 * 1024;

Error noKey(const QString& why)
{
    return Error{ErrorCode::Configuration, u"receipt key: "_s + why};
}

Result<ReceiptKey::One> fromBase64Url(const QByteArray& text, const QString& id)
{
    const auto decoded = QByteArray::fromBase64Encoding(
        text, QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.size() != kRawSize)
        return noKey(u"not 32 bytes in base64url"_s);
    return ReceiptKey::One{decoded.decoded, id};
}

Result<ReceiptKey::One> fromJwk(const QJsonObject& jwk)
{
    if (jwk.value("kty"_L1).toString() != "OKP"_L1 ||
        jwk.value("crv"_L1).toString() != "Ed25519"_L1)
        return noKey(u"a JWK of another kind than Ed25519"_s);
    return fromBase64Url(jwk.value("x"_L1).toString().toLatin1(), jwk.value("kid"_L1).toString());
}

Result<std::vector<ReceiptKey::One>> fromJson(const QJsonObject& object)
{
    std::vector<ReceiptKey::One> keys;
    const QJsonArray set = object.contains("keys"_L1) ? object.value("keys"_L1).toArray()
                                                      : QJsonArray{QJsonValue(object)};
    for (const QJsonValue entry : set) {
        const auto key = fromJwk(entry.toObject());
        if (!key)
            return key.error();
        keys.push_back(*key);
    }
    return keys;
}

struct FreeKey {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
struct FreeBio {
    void operator()(BIO* bio) const { BIO_free(bio); }
};

Result<std::vector<ReceiptKey::One>> fromPem(const QByteArray& bytes)
{
    if (bytes.contains("PRIVATE KEY"))
        return noKey(u"a private key; the counter needs the public one only"_s);
    const std::unique_ptr<BIO, FreeBio> bio(
        BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())));
    std::vector<ReceiptKey::One> keys;
    while (bio) {
        const std::unique_ptr<EVP_PKEY, FreeKey> key(
            PEM_read_bio_PUBKEY(bio.get(), nullptr, nullptr, nullptr));
        if (!key)
            break;
        QByteArray raw(kRawSize, Qt::Uninitialized);
        auto size = static_cast<std::size_t>(raw.size());
        if (EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_ED25519 ||
            EVP_PKEY_get_raw_public_key(key.get(), reinterpret_cast<unsigned char*>(raw.data()),
                                        &size) != 1)
            return noKey(u"a PEM key of another kind than Ed25519"_s);
        keys.push_back({raw, {}});
    }
    return keys;
}

Result<std::vector<ReceiptKey::One>> keysIn(const QByteArray& bytes)
{
    const QByteArray text = bytes.trimmed();
    if (text.startsWith("-----BEGIN"))
        return fromPem(text);
    if (text.startsWith('{')) {
        const auto object = parseJsonObject(text, kMaxFile);
        if (!object)
            return noKey(u"not JSON"_s);
        return fromJson(*object);
    }
    const bool isQuoted = text.size() >= 2 && text.startsWith('"') && text.endsWith('"');
    const auto key = fromBase64Url(isQuoted ? text.sliced(1, text.size() - 2) : text, {});
    if (!key)
        return key.error();
    return std::vector<ReceiptKey::One>{*key};
}

} // namespace

ReceiptKey::ReceiptKey(std::vector<One> keys)
    : m_keys(std::move(keys))
{
}

Result<ReceiptKey> ReceiptKey::fromBytes(const QByteArray& bytes)
{
    if (bytes.size() > kMaxFile)
        return noKey(u"file over 64 KB"_s);
    auto keys = keysIn(bytes);
    if (!keys)
        return keys.error();
    if (keys->empty())
        return noKey(u"no key found"_s);
    return ReceiptKey(*std::move(keys));
}

Result<ReceiptKey> ReceiptKey::fromFile(const QString& path)
{
    if (path.isEmpty())
        return Error{ErrorCode::Configuration, u"receipt key: no file is set"_s,
                     u"delivery/receiptKeyFile"_s};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return noKey(u"the file cannot be opened"_s).at(path);
    return fromBytes(file.read(kMaxFile + 1)).at(path);
}

} // namespace handshake
