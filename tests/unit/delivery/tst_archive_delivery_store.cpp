// SPDX-License-Identifier: Apache-2.0
#include "app/delivery/archive_delivery_store.h"
#include "support/delivery_fixture.h"
#include "support/specimen_receipt.h"

#include <QFile>
#include <QTest>
#include <QThread>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;

class TestArchiveDeliveryStore : public QObject
{
    Q_OBJECT

private:
    const OperatorId m_who = *OperatorId::parse(u"op-1");
    SpecimenSigner m_signer;

    Receipt receiptFor(const DossierRecord& record) const
    {
        const auto key = *ReceiptKey::fromBytes(base64Url(m_signer.publicKey()));
        return *verifyReceipt(
            m_signer.jws(SpecimenSigner::header(),
                         SpecimenSigner::payload(record.id, record.sha256, record.bytes)),
            key, record.id, record.sha256, record.bytes);
    }

    static QStringList eventsOf(Archive& archive)
    {
        QStringList events;
        const auto entries = archive.audit(1, 100);
        for (const AuditEntry& entry : entries.value())
            events.append(entry.event);
        return events;
    }

private Q_SLOTS:
    void aDossierComesBackWhole()
    {
        ArchiveFixture fixture;
        QVERIFY(fixture.open());
        const StoredDossier kept = specimenDossier(1);
        QVERIFY(keepDossier(fixture, kept));
        ArchiveDeliveryStore store(*fixture.archive, m_who);
        const auto loaded = store.load(kept.record.id).result();
        QVERIFY(loaded);
        QVERIFY(loaded->content == kept.content);
        QVERIFY(loaded->record.sha256 == kept.record.sha256);
        QVERIFY(loaded->transfer.state == TransferState::Waiting);
        QCOMPARE(store.unsent().result()->size(), std::size_t(1));
    }

    void theJournalSurvivesAClosedStore()
    {
        ArchiveFixture fixture;
        QVERIFY(fixture.open());
        const StoredDossier kept = specimenDossier(1);
        QVERIFY(keepDossier(fixture, kept));
        TransferRecord transfer = kept.transfer;
        transfer.state = TransferState::Uploading;
        transfer.uploadUrl = u"https://intake.example/v1/uploads/1"_s;
        transfer.offset = 4711;
        transfer.attempts = 3;
        transfer.reason = u"delivery.retry.server-down"_s;
        QVERIFY(ArchiveDeliveryStore(*fixture.archive, m_who).save(transfer).result());
        QVERIFY(fixture.open()); // anew
        const auto loaded = ArchiveDeliveryStore(*fixture.archive, m_who).load(kept.record.id);
        QCOMPARE(loaded.result()->transfer.uploadUrl, transfer.uploadUrl);
        QCOMPARE(loaded.result()->transfer.offset, transfer.offset);
        QCOMPARE(loaded.result()->transfer.attempts, transfer.attempts);
        QCOMPARE(loaded.result()->transfer.reason, transfer.reason);
    }

    void theReceiptEndsTheWay()
    {
        ArchiveFixture fixture;
        QVERIFY(fixture.open());
        const StoredDossier kept = specimenDossier(1);
        QVERIFY(keepDossier(fixture, kept));
        ArchiveDeliveryStore store(*fixture.archive, m_who);
        const Receipt receipt = receiptFor(kept.record);
        QVERIFY(store.storeReceipt(receipt).result());
        QVERIFY(store.storeReceipt(receipt).result()); // asked twice, answered twice
        QVERIFY(store.unsent().result()->empty());
        const auto loaded = store.load(kept.record.id).result();
        QVERIFY(loaded->transfer.state == TransferState::Receipted);
        QVERIFY(loaded->content.isEmpty());
        QCOMPARE((*fixture.archive->receipt(kept.record.id))->jws, receipt.jws);
        QCOMPARE(fixture.archive->session(kept.record.session)->state, u"sent"_s);
        QCOMPARE(eventsOf(*fixture.archive).count(u"dossier-receipted"_s), 1);
    }

    void parkingIsAnAuditedAct()
    {
        ArchiveFixture fixture;
        QVERIFY(fixture.open());
        const StoredDossier kept = specimenDossier(1);
        QVERIFY(keepDossier(fixture, kept));
        TransferRecord transfer = kept.transfer;
        transfer.state = TransferState::Parked;
        QVERIFY(ArchiveDeliveryStore(*fixture.archive, m_who).save(transfer).result());
        QVERIFY(eventsOf(*fixture.archive).contains(u"dossier-parked"_s));
    }

    void aDamagedDossierIsNotGivenOut()
    {
        ArchiveFixture fixture;
        QVERIFY(fixture.open());
        const StoredDossier kept = specimenDossier(1);
        QVERIFY(keepDossier(fixture, kept));
        ArchiveDeliveryStore store(*fixture.archive, m_who);
        QFile blob(fixture.blobPath(store.load(kept.record.id).result()->record.blob));
        QVERIFY(blob.open(QIODevice::ReadWrite));
        QVERIFY(blob.seek(blob.size() / 2));
        QVERIFY(blob.write("x") == 1);
        blob.close();
        const auto loaded = store.load(kept.record.id).result();
        QVERIFY(!loaded);
        QVERIFY(loaded.error().code == ErrorCode::Corrupt);
    }

    void whatWasReturnedDoesNotLeaveTheHouse()
    {
        ArchiveFixture fixture;
        QVERIFY(fixture.open());
        const StoredDossier kept = specimenDossier(1);
        QVERIFY(keepDossier(fixture, kept));
        SessionRecord session = *fixture.archive->session(kept.record.session);
        session.state = u"returned"_s;
        ++session.revision;
        QVERIFY(fixture.archive->updateSession(session, session.revision - 1,
                                               fixture.event("session-returned")));
        ArchiveDeliveryStore store(*fixture.archive, m_who);
        QVERIFY(store.unsent().result()->empty());
        const auto loaded = store.load(kept.record.id).result(); // in a queue since before
        QVERIFY(!loaded);
        QVERIFY(loaded.error().code == ErrorCode::Conflict);
        // All its bytes are with the provider: its receipt is still asked for.
        TransferRecord transfer = kept.transfer;
        transfer.state = TransferState::AwaitingReceipt;
        QVERIFY(store.save(transfer).result());
        QCOMPARE(store.unsent().result()->size(), std::size_t(1));
        QVERIFY(store.load(kept.record.id).result());
    }

    void anUnknownDossierIsNotFound()
    {
        ArchiveFixture fixture;
        QVERIFY(fixture.open());
        const auto id = *DossierId::parse(Sha256::of("nothing").hex());
        const auto loaded = ArchiveDeliveryStore(*fixture.archive, m_who).load(id).result();
        QVERIFY(!loaded);
        QVERIFY(loaded.error().code == ErrorCode::NotFound);
    }

    void fromAnotherThreadTheArchiveStaysOnItsOwn()
    {
        ArchiveFixture fixture;
        const StoredDossier kept = specimenDossier(1);
        SerialExecutor executor(u"store"_s);
        QThread* touchedOn = nullptr;
        const auto source = [&]() -> Result<Archive*> {
            touchedOn = QThread::currentThread();
            if (!fixture.archive) {
                if (const auto opened = fixture.open(); !opened)
                    return opened.error();
                if (const auto added = keepDossier(fixture, kept); !added)
                    return added.error();
            }
            return fixture.archive.get();
        };
        ArchiveDeliveryStore store(source, m_who, executor);
        QVERIFY(store.load(kept.record.id).result());
        QVERIFY(touchedOn && touchedOn != QThread::currentThread());
        executor
            .run([&]() -> Result<void> {
                fixture.archive.reset(); // closed where it was opened
                return {};
            })
            .waitForFinished();
    }

    void aStoreThatDoesNotOpenIsAnError()
    {
        SerialExecutor executor(u"store"_s);
        ArchiveDeliveryStore store(
            []() -> Result<Archive*> {
                return Error{ErrorCode::Busy, u"owned by another"_s};
            },
            m_who, executor);
        QVERIFY(store.unsent().result().error().code == ErrorCode::Busy);
    }
};

QTEST_GUILESS_MAIN(TestArchiveDeliveryStore)
#include "tst_archive_delivery_store.moc"
