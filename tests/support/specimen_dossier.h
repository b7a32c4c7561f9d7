// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/json.h"
#include "app/core/sha256.h"
#include "app/core/strong_id.h"
#include "app/delivery/delivery_store.h"

#include <QByteArray>
#include <QDataStream>
#include <QIODevice>
#include <QJsonArray>
#include <QJsonObject>
#include <QRandomGenerator>

#include <array>
#include <utility>
#include <vector>

namespace handshake::test {

/// CRC-32 as ZIP uses it.
inline quint32 crc32(const QByteArray& bytes)
{
    static const std::array<quint32, 256> table = [] {
        std::array<quint32, 256> made{};
        for (quint32 i = 0; i < 256; ++i) {
            made[i] = i;
            for (int bit = 0; bit < 8; ++bit)
                made[i] = (made[i] & 1U) != 0 ? (made[i] >> 1U) ^ 0xEDB88320U : made[i] >> 1U;
        }
        return made;
    }();
    quint32 crc = 0xFFFFFFFFU;
    for (const char byte : bytes)
        crc = (crc >> 8U) ^ table[(crc ^ static_cast<unsigned char>(byte)) & 0xFFU];
    return crc ^ 0xFFFFFFFFU;
}

/// A ZIP of stored entries, written by hand: delivery does not know how dossiers are built.
inline QByteArray zipOf(const std::vector<std::pair<QByteArray, QByteArray>>& entries)
{
    QByteArray zip;
    QByteArray directory;
    for (const auto& [name, bytes] : entries) {
        QByteArray fixed;
        QDataStream common(&fixed, QIODevice::WriteOnly);
        common.setByteOrder(QDataStream::LittleEndian);
        const auto size = static_cast<quint32>(bytes.size());
        common << quint16(20) << quint16(0) << quint16(0) << quint32(0) << crc32(bytes) << size
               << size << static_cast<quint16>(name.size()) << quint16(0);
        QByteArray rest;
        QDataStream tail(&rest, QIODevice::WriteOnly);
        tail.setByteOrder(QDataStream::LittleEndian);
        tail << quint16(0) << quint16(0) << quint16(0) << quint32(0)
             << static_cast<quint32>(zip.size());
        directory += QByteArray("PK\x01\x02\x14\x00", 6) + fixed + rest + name;
        zip += QByteArray("PK\x03\x04", 4) + fixed + name + bytes;
    }
    QByteArray end;
    QDataStream stream(&end, QIODevice::WriteOnly);
    stream.setByteOrder(QDataStream::LittleEndian);
    const auto count = static_cast<quint16>(entries.size());
    stream << quint16(0) << quint16(0) << count << count << static_cast<quint32>(directory.size())
           << static_cast<quint32>(zip.size()) << quint16(0);
    return zip + directory + QByteArray("PK\x05\x06", 4) + end;
}

/// A dossier with a manifest and one picture of `size` bytes; `salt` tells it from others.
inline StoredDossier specimenDossier(quint32 salt, qsizetype size = 20'000)
{
    QRandomGenerator noise(salt);
    QByteArray photo(size / 4 * 4, Qt::Uninitialized);
    noise.fillRange(reinterpret_cast<quint32*>(photo.data()), photo.size() / 4);
    const QJsonObject file{{QStringLiteral("path"), QStringLiteral("masters/photo-1.jpg")},
                           {QStringLiteral("sha256"), Sha256::of(photo).hex()}};
    const QByteArray manifest = canonicalJson(
        {{QStringLiteral("format"), QStringLiteral("handshake-dossier/1")},
         {QStringLiteral("counter"), QStringLiteral("SPECIMEN-1")},
         {QStringLiteral("audit"), QJsonObject{{QStringLiteral("sequence"), 7},
                                               {QStringLiteral("hash"), Sha256::of("a").hex()}}},
         {QStringLiteral("files"), QJsonArray{file}}});
    const QByteArray zip = zipOf({{"manifest.json", manifest}, {"masters/photo-1.jpg", photo}});
    const auto id = *DossierId::parse(Sha256::of(manifest).hex());
    const auto session = *SessionId::parse(QStringLiteral("SPECIMEN-%1").arg(salt));
    return {DossierRecord{.id = id,
                          .session = session,
                          .revision = 1,
                          .blob = *BlobId::parse(Sha256::of(zip).hex()),
                          .sha256 = Sha256::of(zip),
                          .bytes = zip.size(),
                          .builtAt = QDateTime(QDate(2026, 8, 11), QTime(2, 0), Qt::UTC)},
            TransferRecord{.dossier = id}, zip};
}

} // namespace handshake::test
