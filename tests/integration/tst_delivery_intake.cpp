// SPDX-License-Identifier: Apache-2.0
#include "support/delivery_run.h"
#include "support/specimen_dossier.h"

#include <QTest>

using namespace handshake;
using namespace handshake::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// The queue against the sample server: filed, resumed, waited for.
class TestDeliveryIntake : public QObject
{
    Q_OBJECT

private:
    SystemClock m_clock;
    DeliveryBench m_bench;

private Q_SLOTS:
    void aDossierIsFiledAndItsReceiptKept()
    {
        IntakeServer& server = m_bench.freshServer();
        MemoryDeliveryStore store;
        store.add(specimenDossier(1));
        const DossierId id = store.ids().front();

        DeliveryRun run(m_bench.configFor(server), store, m_clock);
        QVERIFY(run.named({id, id})); // named twice, sent once

        QCOMPARE(run.summary.receipted, 1);
        QCOMPARE(run.receipted, QStringList{id.text()});
        QVERIFY(DeliveryBench::areFiled(server, store));
        QCOMPARE(run.sent, store.at(id).record.bytes);
        QVERIFY(run.reasons.isEmpty());
        QCOMPARE(server.counter(u"requests"_s), 3); // POST, PATCH, GET: nothing more on a good line
        QVERIFY(!run.queue.isRunning());
    }

    void manyGoTwoAtATime()
    {
        IntakeServer& server = m_bench.freshServer();
        MemoryDeliveryStore store;
        for (quint32 salt = 0; salt < 9; ++salt)
            store.add(specimenDossier(salt, 100'000));
        DeliveryRun run(m_bench.configFor(server), store, m_clock);
        QSet<QString> underWay;
        qsizetype most = 0;
        connect(&run.queue, &DeliveryQueue::progress, &run.context,
                [&](const DossierProgress& said) {
                    underWay.insert(said.id.text());
                    most = std::max(most, underWay.size());
                });
        connect(&run.queue, &DeliveryQueue::receipted, &run.context,
                [&](const DossierId& id) { underWay.remove(id.text()); });
        QVERIFY(run.all());
        QCOMPARE(run.summary.receipted, 9);
        QCOMPARE(most, 2);
        QVERIFY(DeliveryBench::areFiled(server, store));
    }

    void whatIsReceiptedIsNotSentAgain()
    {
        IntakeServer& server = m_bench.freshServer();
        MemoryDeliveryStore store;
        store.add(specimenDossier(1));
        DeliveryRun run(m_bench.configFor(server), store, m_clock);
        QVERIFY(run.all());
        const int requests = server.counter(u"requests"_s);
        QVERIFY(run.all()); // a second run of the same queue: nothing left
        QCOMPARE(run.summary.receipted, 0);
        QVERIFY(run.named(store.ids())); // named: said once more, not sent
        QCOMPARE(run.summary.receipted, 1);
        QCOMPARE(server.counter(u"requests"_s), requests);
    }

    void aReceiptThatCameAnotherWayEndsTheTry()
    {
        IntakeServer& server = m_bench.freshServer();
        MemoryDeliveryStore store;
        store.add(specimenDossier(1, 4'000'000));
        store.add(specimenDossier(2, 4'000'000));
        server.faults({{u"slow"_s, 4'000'000}});
        DeliveryRun slow(m_bench.configFor(server), store, m_clock); // the window's
        slow.queue.startAll();
        QTRY_VERIFY(!store.at(store.ids().front()).transfer.uploadUrl.isEmpty());
        server.faults({{u"slow"_s, 0}});
        DeliveryRun fast(m_bench.configFor(server), store, m_clock); // a verb's
        fast.queue.startAll();
        QVERIFY(slow.ended() && fast.ended());
        QVERIFY(!slow.summary.stoppedBy && !fast.summary.stoppedBy);
        QCOMPARE(slow.summary.receipted, 2);
        QCOMPARE(fast.summary.receipted, 2);
        QVERIFY(DeliveryBench::areFiled(server, store));
    }

    void aReceiptFromAStickWhileSendingEndsTheTry()
    {
        IntakeServer& server = m_bench.freshServer();
        MemoryDeliveryStore store;
        store.add(specimenDossier(1));
        store.add(specimenDossier(2));
        const DossierId id = store.ids().front();
        DeliveryRun run(m_bench.configFor(server), store, m_clock);
        bool isImported = false;
        connect(&run.queue, &DeliveryQueue::progress, &run.context,
                [&](const DossierProgress& said) {
                    if (said.id == id && said.sent > 0 && !isImported) {
                        isImported = true;
                        store.at(id).transfer.state = TransferState::Receipted;
                    }
                });
        QVERIFY(run.all());
        QVERIFY(isImported);
        QVERIFY(!run.summary.stoppedBy);
        QCOMPARE(run.summary.receipted, 2);
    }

    void onceAtItsEndOnlyTheReceiptIsAskedFor()
    {
        IntakeServer& server = m_bench.freshServer();
        MemoryDeliveryStore store;
        store.add(specimenDossier(1));
        const DossierId id = store.ids().front();
        DeliveryRun run(m_bench.configFor(server), store, m_clock);
        QVERIFY(run.all());
        // As if the program had been killed between the last byte and the receipt.
        store.receipts.clear();
        store.at(id).transfer.state = TransferState::AwaitingReceipt;
        const int requests = server.counter(u"requests"_s);
        QVERIFY(run.all());
        QCOMPARE(server.counter(u"requests"_s), requests + 1);
        QVERIFY(DeliveryBench::areFiled(server, store));
    }

    void whatWasBrokenOffGoesOnWhereTheServerStands()
    {
        IntakeServer& server = m_bench.freshServer();
        MemoryDeliveryStore store;
        // More than the buffers between the two take in at once.
        store.add(specimenDossier(1, 24'000'000));
        const DossierId id = store.ids().front();
        server.faults({{u"slow"_s, 8'000'000}});
        {
            DeliveryRun brokenOff(m_bench.configFor(server), store, m_clock);
            brokenOff.queue.startAll();
            QTRY_VERIFY(!store.at(id).transfer.uploadUrl.isEmpty());
            QTest::qWait(200); // some of it is through
        }                      // gone in the middle, as a window that is closed
        QVERIFY(store.receipts.empty());
        QVERIFY(server.filed().isEmpty());
        server.faults({{u"slow"_s, 0}});

        DeliveryRun run(m_bench.configFor(server), store, m_clock);
        qint64 goesOnAt = 0;
        connect(&run.queue, &DeliveryQueue::progress, &run.context,
                [&](const DossierProgress& said) {
                    if (goesOnAt == 0)
                        goesOnAt = said.sent;
                });
        QVERIFY(run.all());
        QVERIFY(goesOnAt > 0 && goesOnAt < store.at(id).record.bytes);
        QVERIFY(DeliveryBench::areFiled(server, store));
    }

    void aServerKilledMidwayIsFoundAgain()
    {
        IntakeServer& server = m_bench.freshServer();
        MemoryDeliveryStore store;
        store.add(specimenDossier(1, 4'000'000));
        store.add(specimenDossier(2, 4'000'000));
        server.faults({{u"slow"_s, 4'000'000}});
        DeliveryRun run(m_bench.configFor(server), store, m_clock);
        run.queue.startAll();
        QTRY_VERIFY(!store.at(store.ids().front()).transfer.uploadUrl.isEmpty());
        QTest::qWait(200);
        server.kill();
        QTRY_VERIFY(run.reasons.contains(u"delivery.retry.server-down"_s));
        QVERIFY2(server.start(), qPrintable(server.problem));
        QVERIFY(run.ended());
        QVERIFY(DeliveryBench::areFiled(server, store));
    }

    void aServerThatComesLaterIsWaitedFor()
    {
        IntakeServer& server = m_bench.freshServer();
        server.kill();
        MemoryDeliveryStore store;
        store.add(specimenDossier(1));
        DeliveryRun run(m_bench.configFor(server), store, m_clock);
        run.queue.startAll();
        QTRY_VERIFY(store.at(store.ids().front()).transfer.attempts >= 4);
        QVERIFY(store.at(store.ids().front()).transfer.nextTry.isValid());
        QVERIFY2(server.start(), qPrintable(server.problem));
        QVERIFY(run.ended());
        QVERIFY(DeliveryBench::areFiled(server, store));
    }

    void aRunThatDoesNotWaitLeavesItForLater()
    {
        IntakeServer& server = m_bench.freshServer();
        server.kill();
        MemoryDeliveryStore store;
        store.add(specimenDossier(1));
        DeliveryRun run(m_bench.configFor(server, 3), store, m_clock);
        QVERIFY(run.all());
        QCOMPARE(run.summary.postponed, 1);
        QVERIFY(run.summary.lastFailure->code == ErrorCode::Unavailable);
        const TransferRecord& kept = store.at(store.ids().front()).transfer;
        QVERIFY(kept.state == TransferState::Waiting);
        QCOMPARE(kept.attempts, 3);
        QCOMPARE(kept.reason, u"delivery.retry.server-down"_s);
    }
};

QTEST_GUILESS_MAIN(TestDeliveryIntake)
#include "tst_delivery_intake.moc"
