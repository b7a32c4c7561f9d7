// SPDX-License-Identifier: Apache-2.0
#include "support/delivery_run.h"
#include "support/specimen_dossier.h"

#include <QElapsedTimer>
#include <QTest>

#include <numeric>

using namespace handshake;
using namespace handshake::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// Fewer than what a dossier with a picture of 4 KiB takes on the line, requests included.
constexpr int kEveryByteSent = 5'600;

/// The queue against the sample server when something goes wrong.
class TestDeliveryFaults : public QObject
{
    Q_OBJECT

private:
    SystemClock m_clock;
    DeliveryBench m_bench;

private Q_SLOTS:
    void theLineMayBreakAnywhere_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("at");
        std::vector<int> sent{0,   1,   50,    200,    350,    450,    500,    550,
                              700, 900, 5'000, 20'300, 20'650, 20'850, 20'950, 21'050};
        std::vector<int> answered{0, 1, 100, 300, 500, 700, 800, 900, 1000, 1200, 1400};
        if (qEnvironmentVariableIntValue("HANDSHAKE_LONG") != 0) { // every byte of a small dossier
            sent.resize(static_cast<std::size_t>(kEveryByteSent));
            answered.resize(1400);
            std::iota(sent.begin(), sent.end(), 0);
            std::iota(answered.begin(), answered.end(), 0);
        }
        for (const int at : sent)
            QTest::addRow("sent %d", at) << u"reset-at"_s << at;
        for (const int at : answered)
            QTest::addRow("answered %d", at) << u"reset-answer-at"_s << at;
    }

    void theLineMayBreakAnywhere()
    {
        QFETCH(const QString, fault);
        QFETCH(const int, at);
        IntakeServer& server = m_bench.sharedServer();
        MemoryDeliveryStore store;
        const bool isLong = qEnvironmentVariableIntValue("HANDSHAKE_LONG") != 0;
        store.add(specimenDossier(QRandomGenerator::global()->generate(), isLong ? 4096 : 20'000));
        const qsizetype before = server.filed().size();
        const int resets = server.faults({{fault, at}}).value(u"resets"_s).toInt();
        DeliveryRun run(m_bench.configFor(server), store, m_clock);
        QVERIFY(run.all());
        const QString id = store.ids().front().text();
        QCOMPARE(run.receipted, QStringList{id});
        QCOMPARE(server.filed().size(), before + 1);
        QCOMPARE(store.receipts.at(store.ids().front()).jws, server.storedReceipt(id));
        QCOMPARE(server.counter(u"resets"_s), resets + 1); // the fault did happen
    }

    void wrongAnswersAreNeverSuccess_data()
    {
        QTest::addColumn<QJsonObject>("faults");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, const QJsonObject& faults, const QString& reason) {
            QTest::newRow(name) << faults << reason;
        };
        const QString notTheServer = u"delivery.retry.not-the-server"_s;
        const QString busy = u"delivery.retry.server-busy"_s;
        for (const int phase : {0, 1, 2}) { // at POST, PATCH, GET
            const auto at = [&](const QString& fault) {
                return QJsonObject{{u"skip"_s, phase}, {fault, 2}};
            };
            row(qPrintable(u"sign-in page at %1"_s.arg(phase)), at(u"html"_s), notTheServer);
            row(qPrintable(u"redirect at %1"_s.arg(phase)), at(u"redirect"_s), notTheServer);
            row(qPrintable(u"500 at %1"_s.arg(phase)), at(u"500"_s), busy);
        }
        row("receipt cut off", {{u"drop-receipt"_s, 2}}, u"delivery.retry.server-down"_s);
        row("receipt of another key", {{u"wrong-receipt"_s, 2}}, u"delivery.retry.wrong-key"_s);
        row("receipt not there yet", {{u"no-receipt"_s, 3}}, u"delivery.retry.not-filed"_s);
    }

    void wrongAnswersAreNeverSuccess()
    {
        QFETCH(const QJsonObject, faults);
        QFETCH(const QString, reason);
        IntakeServer& server = m_bench.sharedServer();
        MemoryDeliveryStore store;
        store.add(specimenDossier(QRandomGenerator::global()->generate()));
        server.faults(faults);
        DeliveryRun run(m_bench.configFor(server), store, m_clock);
        QVERIFY(run.all());
        QVERIFY2(run.reasons.contains(reason),
                 qPrintable(QStringList(run.reasons.values()).join(u' ')));
        QCOMPARE(run.summary.receipted, 1);
        const DossierId id = store.ids().front();
        QCOMPARE(store.receipts.at(id).jws, server.storedReceipt(id.text()));
    }

    void anUploadTheServerForgotIsSentAnew_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::newRow("404") << u"forget-upload"_s;
        QTest::newRow("410") << u"expire"_s;
    }

    void anUploadTheServerForgotIsSentAnew()
    {
        QFETCH(const QString, fault);
        IntakeServer& server = m_bench.freshServer();
        MemoryDeliveryStore store;
        store.add(specimenDossier(1));
        const DossierId id = store.ids().front();
        server.faults({{u"skip"_s, 1}, {u"500"_s, 1}}); // a journal with an upload in it
        DeliveryRun broken(m_bench.configFor(server, 1), store, m_clock);
        QVERIFY(broken.all());
        const QString forgotten = store.at(id).transfer.uploadUrl;
        QVERIFY(!forgotten.isEmpty());
        server.faults({{fault, 1}});

        DeliveryRun run(m_bench.configFor(server), store, m_clock);
        QVERIFY(run.all());
        QVERIFY(DeliveryBench::areFiled(server, store));
        QVERIFY(store.at(id).transfer.uploadUrl != forgotten);
    }

    void theServersWishToWaitIsHonoured()
    {
        IntakeServer& server = m_bench.freshServer();
        MemoryDeliveryStore store;
        store.add(specimenDossier(1));
        server.faults({{u"503"_s, 1}}); // Retry-After: 1
        DeliveryRun run(m_bench.configFor(server), store, m_clock);
        QElapsedTimer elapsed;
        elapsed.start();
        QVERIFY(run.all());
        QVERIFY(elapsed.elapsed() >= 1000);
        QVERIFY(DeliveryBench::areFiled(server, store));
    }

    void silenceEndsATry()
    {
        IntakeServer& server = m_bench.freshServer();
        MemoryDeliveryStore store;
        store.add(specimenDossier(1));
        server.faults({{u"stall"_s, 1}});
        DeliveryQueue::Config config = m_bench.configFor(server);
        config.link.timeout = 150ms;
        DeliveryRun run(config, store, m_clock);
        QVERIFY(run.all());
        QVERIFY(run.reasons.contains(u"delivery.retry.timeout"_s));
        QVERIFY(DeliveryBench::areFiled(server, store));
    }

    void twoCountersWithTheSameDossierFileItOnce()
    {
        IntakeServer& server = m_bench.freshServer();
        MemoryDeliveryStore one;
        MemoryDeliveryStore other;
        one.add(specimenDossier(1, 500'000));
        other.add(specimenDossier(1, 500'000));
        DeliveryRun first(m_bench.configFor(server), one, m_clock);
        DeliveryRun second(m_bench.configFor(server), other, m_clock);
        first.queue.startAll();
        second.queue.startAll();
        QVERIFY(first.ended() && second.ended());
        QCOMPARE(server.filed().size(), 1);
        QVERIFY(DeliveryBench::areFiled(server, one));
        QVERIFY(DeliveryBench::areFiled(server, other));
        QCOMPARE(one.receipts.begin()->second.jws, other.receipts.begin()->second.jws);
    }

    void oneThatWillNotPassIsParkedAndTheOthersGoOn()
    {
        IntakeServer& server = m_bench.freshServer();
        MemoryDeliveryStore store;
        StoredDossier bad = specimenDossier(1); // content of one, name of another
        bad.record.id = *DossierId::parse(Sha256::of("another").hex());
        bad.transfer.dossier = bad.record.id;
        store.add(bad);
        store.add(specimenDossier(2));
        DeliveryRun run(m_bench.configFor(server), store, m_clock);
        QVERIFY(run.all());
        QCOMPARE(run.summary.parked, 1);
        QCOMPARE(run.summary.receipted, 1);
        QCOMPARE(run.parked, QStringList{bad.record.id.text()});
        QVERIFY(store.at(bad.record.id).transfer.state == TransferState::Parked);
        QCOMPARE(store.at(bad.record.id).transfer.reason, u"delivery.park.refused"_s);

        const int requests = server.counter(u"requests"_s);
        QVERIFY(run.all()); // named again, not tried again
        QCOMPARE(run.summary.parked, 1);
        QCOMPARE(server.counter(u"requests"_s), requests);
        QVERIFY(run.named({bad.record.id})); // a person insists
        QVERIFY(server.counter(u"requests"_s) > requests);
    }

    void whoIsNotAdmittedStopsAtOnce_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::newRow("401") << u"unauthorized"_s;
        QTest::newRow("403") << u"forbidden"_s;
    }

    void whoIsNotAdmittedStopsAtOnce()
    {
        QFETCH(const QString, fault);
        IntakeServer& server = m_bench.freshServer();
        MemoryDeliveryStore store;
        for (quint32 salt = 0; salt < 6; ++salt)
            store.add(specimenDossier(salt));
        server.faults({{fault, 100}});
        DeliveryRun run(m_bench.configFor(server), store, m_clock);
        QVERIFY(run.all());
        QVERIFY(run.summary.stoppedBy);
        QVERIFY(run.summary.stoppedBy->code == ErrorCode::Denied);
        QCOMPARE(run.summary.postponed, 6);
        QCOMPARE(run.summary.parked, 0);
        QVERIFY(server.counter(u"requests"_s) <= 2);
        QVERIFY(server.filed().isEmpty());
    }

    void theTokenOpensTheDoor()
    {
        const QString tokenFile = m_bench.file(u"token"_s, "specimen-token\n");
        IntakeServer& server = m_bench.freshServer({u"--token-file"_s, tokenFile});
        MemoryDeliveryStore store;
        store.add(specimenDossier(1));
        DeliveryQueue::Config config = m_bench.configFor(server);
        DeliveryRun refused(config, store, m_clock);
        QVERIFY(refused.all());
        QVERIFY(refused.summary.stoppedBy);
        config.link.tokenFile = tokenFile;
        DeliveryRun run(config, store, m_clock);
        QVERIFY(run.all());
        QVERIFY(DeliveryBench::areFiled(server, store));
    }

    void aReceiptOfAnUnknownKeyIsNotBelieved()
    {
        IntakeServer& server = m_bench.freshServer();
        MemoryDeliveryStore store;
        store.add(specimenDossier(1));
        DeliveryQueue::Config config = m_bench.configFor(server, 3);
        server.receiptKey = QByteArray(43, 'A');
        config = m_bench.configFor(server, 3);
        DeliveryRun run(config, store, m_clock);
        QVERIFY(run.all());
        QCOMPARE(run.summary.receipted, 0);
        QCOMPARE(run.summary.postponed, 1);
        QVERIFY(store.receipts.empty());
        QVERIFY(store.at(store.ids().front()).transfer.state == TransferState::AwaitingReceipt);
    }

    void withoutAJournalNotAByteLeaves()
    {
        IntakeServer& server = m_bench.freshServer();
        MemoryDeliveryStore store;
        store.add(specimenDossier(1));
        store.failure = Error{ErrorCode::StorageFull, u"no room"_s};
        DeliveryRun run(m_bench.configFor(server), store, m_clock);
        QVERIFY(run.all());
        QVERIFY(run.summary.stoppedBy->code == ErrorCode::StorageFull);
        QCOMPARE(server.counter(u"patches"_s), 0);
    }

    void aCancelledRunEndsOnceAndLosesNothing()
    {
        IntakeServer& server = m_bench.freshServer();
        MemoryDeliveryStore store;
        store.add(specimenDossier(1, 4'000'000));
        store.add(specimenDossier(2, 4'000'000));
        store.add(specimenDossier(3, 4'000'000));
        server.faults({{u"slow"_s, 4'000'000}});
        DeliveryRun run(m_bench.configFor(server), store, m_clock);
        run.queue.startAll();
        QTRY_VERIFY(run.sent > 0);
        run.queue.cancel();
        run.queue.cancel();
        QVERIFY(run.ended());
        QVERIFY(run.summary.cancelled);
        QCOMPARE(run.summary.postponed, 3);
        server.faults({{u"slow"_s, 0}});
        QVERIFY(run.all());
        QVERIFY(DeliveryBench::areFiled(server, store));
    }
};

QTEST_GUILESS_MAIN(TestDeliveryFaults)
#include "tst_delivery_faults.moc"
