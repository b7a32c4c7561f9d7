// SPDX-License-Identifier: Apache-2.0
#include "app/core/sha256.h"

#include <QIODevice>

#include <openssl/evp.h>

#include <algorithm>

namespace handshake {

using namespace Qt::StringLiterals;

struct Sha256Stream::Private {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
};

Sha256Stream::Sha256Stream()
    : d(std::make_unique<Private>())
{
    // SHA-256 is part of every OpenSSL 3 default provider: failing here means no memory.
    if (!d->context || EVP_DigestInit_ex(d->context, EVP_sha256(), nullptr) != 1)
        qFatal("SHA-256 is not available");
}

Sha256Stream::~Sha256Stream()
{
    EVP_MD_CTX_free(d->context);
}

void Sha256Stream::add(QByteArrayView bytes)
{
    if (EVP_DigestUpdate(d->context, bytes.data(), static_cast<std::size_t>(bytes.size())) != 1)
        qFatal("SHA-256 failed");
}

Sha256 Sha256Stream::finish()
{
    Sha256 digest;
    if (EVP_DigestFinal_ex(d->context, digest.m_digest.data(), nullptr) != 1)
        qFatal("SHA-256 failed");
    return digest;
}

Sha256 Sha256::of(QByteArrayView bytes)
{
    Sha256Stream stream;
    stream.add(bytes);
    return stream.finish();
}

Result<Sha256> Sha256::ofDevice(QIODevice& device)
{
    constexpr qint64 kChunk = 1 << 18;
    Sha256Stream stream;
    QByteArray chunk(kChunk, Qt::Uninitialized);
    for (;;) {
        const qint64 count = device.read(chunk.data(), kChunk);
        if (count < 0)
            return Error{ErrorCode::Storage, u"hashing: read failed"_s};
        if (count == 0)
            return stream.finish();
        stream.add(QByteArrayView(chunk).first(count));
    }
}

Result<Sha256> Sha256::fromHex(QStringView hex)
{
    const QByteArray raw = QByteArray::fromHex(hex.toLatin1());
    if (hex.size() != 2 * kSize || raw.size() != kSize)
        return Error{ErrorCode::InvalidInput, u"SHA-256: not 64 hexadecimal digits"_s};
    Sha256 digest;
    std::transform(raw.begin(), raw.end(), digest.m_digest.begin(),
                   [](char c) { return static_cast<unsigned char>(c); });
    return digest;
}

QByteArray Sha256::bytes() const
{
    QByteArray raw(kSize, Qt::Uninitialized);
    std::transform(m_digest.begin(), m_digest.end(), raw.begin(),
                   [](unsigned char c) { return static_cast<char>(c); });
    return raw;
}

QString Sha256::hex() const
{
    return QString::fromLatin1(bytes().toHex());
}

} // namespace handshake
