// SPDX-License-Identifier: Apache-2.0
#include "support/archive_fixture.h"

#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

class TestArchiveDelivery : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::ArchiveFixture> m_fixture;

    Archive& archive() { return *m_fixture->archive; }

    /// Session S1 approved at `revision`, with a dossier of `zip`.
    Result<DossierRecord> approve(const QByteArray& zip, qint64 revision,
                                  const std::optional<DossierId>& predecessor = {})
    {
        SessionRecord after = m_fixture->session(u"S1"_s, revision);
        after.state = u"approved"_s;
        DossierRecord dossier = m_fixture->dossier(zip, u"S1"_s, revision);
        dossier.predecessor = predecessor;
        const Result<void> added = archive().addDossier(dossier, zip, after, revision - 1,
                                                        m_fixture->event("session-approved"));
        if (!added)
            return added.error();
        return dossier;
    }
    [[nodiscard]] ReceiptRecord receiptOf(const DossierRecord& dossier) const
    {
        return {dossier.id, "header.payload.signature", u"F-2026-1"_s, m_fixture->clock.now().wall};
    }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<test::ArchiveFixture>();
        QVERIFY(m_fixture->open());
        QVERIFY(archive().createSession(m_fixture->session(u"S1"_s), m_fixture->event("begun")));
    }
    void cleanup() { m_fixture.reset(); }

    void aDossierIsKeptAndWaits()
    {
        const auto added = approve("zip one", 2);
        QVERIFY(added);
        QVERIFY(m_fixture->open());
        const auto stored = archive().dossier(added->id);
        QVERIFY(stored);
        QCOMPARE(*archive().blob(stored->blob), QByteArray("zip one"));
        QVERIFY(stored->sha256 == Sha256::of("zip one"));
        QCOMPARE(stored->bytes, qint64{7});
        QCOMPARE(stored->revision, qint64{2});
        QVERIFY(!stored->predecessor);
        QCOMPARE(stored->builtAt, added->builtAt);
        const auto transfer = archive().transfer(added->id);
        QVERIFY(transfer);
        QCOMPARE(transfer->state, TransferState::Waiting);
        QVERIFY(!transfer->nextTry.isValid());
        QCOMPARE(archive().session(*SessionId::parse(u"S1"))->state, u"approved"_s);
    }

    void aCorrectionNamesItsPredecessorAndComesAfterIt()
    {
        const auto first = approve("zip one", 2);
        const auto second = approve("zip two", 3, first->id);
        QVERIFY(second);
        const auto all = archive().dossiersOf(*SessionId::parse(u"S1"));
        QCOMPARE(all->size(), std::size_t{2});
        QVERIFY(all->back().predecessor == first->id);
        QCOMPARE(archive().transfers()->front().dossier.text(), first->id.text());
        QCOMPARE(approve("zip two", 4).error().code, ErrorCode::AlreadyExists);
    }

    void theJournalOfATransferComesBack()
    {
        const auto added = approve("zip one", 2);
        const TransferRecord journal{.dossier = added->id,
                                     .state = TransferState::Uploading,
                                     .uploadUrl = u"https://intake.example/v1/uploads/1"_s,
                                     .offset = 4,
                                     .attempts = 3,
                                     .nextTry = m_fixture->clock.now().wall.addSecs(60),
                                     .reason = u"delivery.server.unreachable"_s};
        const AuditEvent event = m_fixture->event("upload-interrupted");
        QVERIFY(archive().saveTransfer(journal, &event));
        QCOMPARE(archive().audit(1, 10)->back().event, u"upload-interrupted"_s);
        QVERIFY(archive().saveTransfer(journal));
        QVERIFY(m_fixture->open());
        const auto stored = archive().transfer(added->id);
        QCOMPARE(stored->state, journal.state);
        QCOMPARE(stored->uploadUrl, journal.uploadUrl);
        QCOMPARE(stored->offset, journal.offset);
        QCOMPARE(stored->attempts, journal.attempts);
        QCOMPARE(stored->nextTry, journal.nextTry);
        QCOMPARE(stored->reason, journal.reason);
    }

    void aReceiptEndsTheTransferAndTheSession()
    {
        const auto added = approve("zip one", 2);
        QVERIFY(archive().storeReceipt(receiptOf(*added), m_fixture->event("receipted")));
        QVERIFY(m_fixture->open());
        const auto receipt = archive().receipt(added->id);
        QVERIFY(receipt && *receipt);
        QCOMPARE((*receipt)->jws, QByteArray("header.payload.signature"));
        QCOMPARE((*receipt)->filingNumber, u"F-2026-1"_s);
        QCOMPARE(archive().transfer(added->id)->state, TransferState::Receipted);
        QCOMPARE(archive().transfer(added->id)->offset, added->bytes);
        const auto session = archive().session(added->session);
        QCOMPARE(session->state, u"sent"_s);
        QCOMPARE(session->revision, qint64{3});
        QVERIFY(archive().verify()->isSound());
    }

    void theSameReceiptAgainChangesNothingAndAnotherIsRefused()
    {
        const auto added = approve("zip one", 2);
        QVERIFY(!*archive().receipt(added->id)); // none yet, and no error
        QVERIFY(archive().storeReceipt(receiptOf(*added), m_fixture->event("receipted")));
        const AuditCheckpoint before = *archive().checkpoint();
        QVERIFY(archive().storeReceipt(receiptOf(*added), m_fixture->event("receipted")));
        QVERIFY(*archive().checkpoint() == before);
        ReceiptRecord other = receiptOf(*added);
        other.jws = "another.one.signed";
        QCOMPARE(archive().storeReceipt(other, m_fixture->event("receipted")).error().code,
                 ErrorCode::Conflict);
    }

    void onlyAReceiptEndsATransferAndForGood()
    {
        const auto added = approve("zip one", 2);
        TransferRecord transfer = *archive().transfer(added->id);
        transfer.state = TransferState::Receipted;
        QCOMPARE(archive().saveTransfer(transfer).error().code, ErrorCode::Conflict);
        QVERIFY(archive().storeReceipt(receiptOf(*added), m_fixture->event("receipted")));
        QVERIFY(archive().saveTransfer(transfer));
        transfer.state = TransferState::Parked;
        QCOMPARE(archive().saveTransfer(transfer).error().code, ErrorCode::Conflict);
    }

    void anOlderDossiersReceiptDoesNotSendTheSession()
    {
        const auto first = approve("zip one", 2);
        const auto second = approve("zip two", 3, first->id);
        QVERIFY(archive().storeReceipt(receiptOf(*first), m_fixture->event("receipted")));
        QCOMPARE(archive().session(first->session)->state, u"approved"_s);
        QVERIFY(archive().storeReceipt(receiptOf(*second), m_fixture->event("receipted")));
        QCOMPARE(archive().session(first->session)->state, u"sent"_s);
    }

    void whatDoesNotExistIsNotFound()
    {
        const DossierId unknown = *DossierId::parse(QString(64, u'a'));
        QCOMPARE(archive().dossier(unknown).error().code, ErrorCode::NotFound);
        QCOMPARE(archive().transfer(unknown).error().code, ErrorCode::NotFound);
        QCOMPARE(archive().saveTransfer({.dossier = unknown}).error().code, ErrorCode::NotFound);
        QVERIFY(archive().receipt(unknown));
        QVERIFY(!*archive().receipt(unknown));
        const ReceiptRecord receipt{unknown, "jws", u"F"_s, m_fixture->clock.now().wall};
        QCOMPARE(archive().storeReceipt(receipt, m_fixture->event("receipted")).error().code,
                 ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestArchiveDelivery)
#include "tst_archive_delivery.moc"
