// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/archive/archive.h"
#include "app/vault/unsealed_sealer.h"
#include "support/fixed_clock.h"

#include <QTemporaryDir>

#include <memory>

namespace handshake::test {

/// A store in a folder of its own, with the shipped migrations.
class ArchiveFixture final
{
public:
    ArchiveFixture()
        : config{m_folder.path() + QStringLiteral("/store"),
                 qEnvironmentVariable("HANDSHAKE_DATA_ROOT") + QStringLiteral("/data/migrations")}
    {
    }

    Result<void> open()
    {
        archive.reset();
        Result<std::unique_ptr<Archive>> opened = Archive::open(config, sealer, clock);
        if (!opened)
            return opened.error();
        archive = *std::move(opened);
        return {};
    }

    [[nodiscard]] QString path(const QString& relative) const
    {
        return config.folder + u'/' + relative;
    }
    [[nodiscard]] QString blobPath(const BlobId& id) const
    {
        return path(QStringLiteral("blobs/") + id.text().first(2) + u'/' + id.text());
    }

    [[nodiscard]] AuditEvent event(const char* name) const
    {
        return {QString::fromLatin1(name), QStringLiteral("object"),
                *OperatorId::parse(u"operator-1")};
    }
    [[nodiscard]] SessionRecord session(const QString& id, qint64 revision = 1) const
    {
        return {.id = *SessionId::parse(id),
                .orderId = QStringLiteral("D-2026-000001"),
                .revision = revision,
                .state = QStringLiteral("capturing"),
                .content = QByteArray("{\"revision\":") + QByteArray::number(revision) + '}',
                .createdAt = clock.now().wall,
                .changedAt = clock.now().wall};
    }
    [[nodiscard]] static EvidenceRecord evidence(const QString& id, const QString& session,
                                                 const QByteArray& master)
    {
        const Sha256 digest = Sha256::of(master);
        return {.id = *ItemId::parse(id),
                .session = *SessionId::parse(session),
                .role = QStringLiteral("photo"),
                .owner = QStringLiteral("site:1"),
                .ordinal = 1,
                .blob = *BlobId::parse(digest.hex()),
                .masterDigest = digest,
                .mediaType = QStringLiteral("image/jpeg"),
                .bytes = master.size(),
                .details = QByteArrayLiteral("{\"assessed\":false}")};
    }
    [[nodiscard]] DossierRecord dossier(const QByteArray& zip, const QString& session,
                                        qint64 revision) const
    {
        const Sha256 digest = Sha256::of(zip);
        return {.id = *DossierId::parse(Sha256::of("manifest of " + zip).hex()),
                .session = *SessionId::parse(session),
                .revision = revision,
                .blob = *BlobId::parse(digest.hex()),
                .sha256 = digest,
                .bytes = zip.size(),
                .builtAt = clock.now().wall};
    }

private:
    QTemporaryDir m_folder;

public:
    Archive::Config config;
    FixedClock clock;
    UnsealedSealer sealer;
    std::unique_ptr<Archive> archive;
};

} // namespace handshake::test
