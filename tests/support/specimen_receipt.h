// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/json.h"
#include "app/delivery/receipt.h"

#include <QByteArray>
#include <QJsonObject>

#include <openssl/evp.h>

namespace handshake::test {

inline QByteArray base64Url(const QByteArray& bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

/// A provider's signing key for tests, and the JWS it makes.
class SpecimenSigner final
{
public:
    SpecimenSigner() { m_key = EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"); }
    ~SpecimenSigner() { EVP_PKEY_free(m_key); }
    Q_DISABLE_COPY_MOVE(SpecimenSigner)

    [[nodiscard]] QByteArray publicKey() const
    {
        QByteArray raw(32, Qt::Uninitialized);
        std::size_t size = 32;
        EVP_PKEY_get_raw_public_key(m_key, reinterpret_cast<unsigned char*>(raw.data()), &size);
        return raw;
    }

    [[nodiscard]] QByteArray jws(const QJsonObject& header, const QJsonObject& payload) const
    {
        const QByteArray input =
            base64Url(canonicalJson(header)) + '.' + base64Url(canonicalJson(payload));
        return input + '.' + base64Url(signature(input));
    }

    [[nodiscard]] QByteArray signature(const QByteArray& input) const
    {
        QByteArray made(64, Qt::Uninitialized);
        std::size_t size = 64;
        EVP_MD_CTX* context = EVP_MD_CTX_new();
        EVP_DigestSignInit(context, nullptr, nullptr, nullptr, m_key);
        EVP_DigestSign(context, reinterpret_cast<unsigned char*>(made.data()), &size,
                       reinterpret_cast<const unsigned char*>(input.constData()),
                       static_cast<std::size_t>(input.size()));
        EVP_MD_CTX_free(context);
        return made;
    }

    static QJsonObject header()
    {
        return {{QStringLiteral("alg"), QStringLiteral("EdDSA")},
                {QStringLiteral("kid"), QStringLiteral("specimen-1")},
                {QStringLiteral("typ"), QStringLiteral("handshake-receipt")}};
    }

    static QJsonObject payload(const DossierId& id, const Sha256& sha256, qint64 bytes)
    {
        return {{QStringLiteral("status"), QStringLiteral("filed")},
                {QStringLiteral("dossier_id"), id.text()},
                {QStringLiteral("sha256"), sha256.hex()},
                {QStringLiteral("bytes"), bytes},
                {QStringLiteral("filing_number"), QStringLiteral("SPECIMEN-1")},
                {QStringLiteral("filed_at"), QStringLiteral("2026-08-11T02:03:04.000Z")},
                {QStringLiteral("audit"),
                 QJsonObject{{QStringLiteral("sequence"), 7},
                             {QStringLiteral("hash"), Sha256::of("audit").hex()}}}};
    }

private:
    EVP_PKEY* m_key = nullptr;
};

} // namespace handshake::test
