// SPDX-License-Identifier: Apache-2.0
#include "app/delivery/delivery_queue.h"
#include "support/intake_server.h"
#include "support/memory_delivery_store.h"
#include "support/specimen_dossier.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTest>

#include <numeric>

using namespace handshake;
using namespace handshake::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// One run of a queue with everything it said.
struct Run {
    explicit Run(DeliveryQueue& queue)
    {
        QObject::connect(&queue, &DeliveryQueue::progress, &context,
                         [this](const DossierProgress& said) {
                             if (!said.reason.isEmpty())
                                 reasons.insert(said.reason);
                             sent = said.sent;
                         });
        QObject::connect(&queue, &DeliveryQueue::receipted, &context,
                         [this](const DossierId& id) { receipted.append(id.text()); });
        QObject::connect(&queue, &DeliveryQueue::parked, &context,
                         [this](const DossierId& id) { parked.append(id.text()); });
        QObject::connect(&queue, &DeliveryQueue::finished, &context,
                         [this](const DeliverySummary& end) {
                             ++ends;
                             summary = end;
                         });
    }

    QObject context;
    QSet<QString> reasons;
    QStringList receipted;
    QStringList parked;
    qint64 sent = 0;
    int ends = 0;
    DeliverySummary summary;
};

} // namespace

/// Fewer than what a dossier with a picture of 4 KiB takes on the line, requests included.
constexpr int kEveryByteSent = 5'600;

class TestDeliveryIntake : public QObject
{
    Q_OBJECT

private:
    SystemClock m_clock;
    QTemporaryDir m_folder;

    /// Fast where patience adds nothing to the proof.
    DeliveryQueue::Config configFor(const IntakeServer& server, int maxAttempts = 0)
    {
        const QString keyFile = m_folder.filePath(u"receipt.key"_s);
        QFile file(keyFile);
        if (!file.open(QIODevice::WriteOnly) || file.write(server.receiptKey) < 0)
            qFatal("cannot write the key");
        DeliveryQueue::Config config;
        config.link.serverUrl = server.url;
        config.link.timeout = 3s;
        config.receiptKeyFile = keyFile;
        config.retry.first = 5ms;
        config.retry.longest = 60ms;
        config.retry.maxAttempts = maxAttempts;
        return config;
    }

    /// The server knows of exactly these, and the journal holds its receipts for them.
    static bool areFiled(const IntakeServer& server, MemoryDeliveryStore& store)
    {
        QStringList wanted;
        for (const DossierId& id : store.ids()) {
            wanted.append(id.text());
            const auto receipt = store.receipts.find(id);
            if (receipt == store.receipts.end() ||
                receipt->second.jws != server.storedReceipt(id.text()) ||
                store.at(id).transfer.state != TransferState::Receipted)
                return false;
        }
        wanted.sort();
        return server.filed() == wanted;
    }

private Q_SLOTS:
    void aDossierIsFiledAndItsReceiptKept()
    {
        IntakeServer server;
        QVERIFY2(server.start(), qPrintable(server.problem));
        MemoryDeliveryStore store;
        store.add(specimenDossier(1));
        const DossierId id = store.ids().front();

        DeliveryQueue queue(configFor(server), store, m_clock);
        Run run(queue);
        queue.start({id, id}); // named twice, sent once
        QTRY_COMPARE(run.ends, 1);

        QCOMPARE(run.summary.receipted, 1);
        QCOMPARE(run.receipted, QStringList{id.text()});
        QVERIFY(areFiled(server, store));
        QCOMPARE(run.sent, store.at(id).record.bytes);
        QVERIFY(run.reasons.isEmpty());
        QCOMPARE(server.counter(u"requests"_s), 3); // POST, PATCH, GET: nothing more on a good line
        QVERIFY(!queue.isRunning());
    }

    void manyGoTwoAtATime()
    {
        IntakeServer server;
        QVERIFY2(server.start(), qPrintable(server.problem));
        MemoryDeliveryStore store;
        for (quint32 salt = 0; salt < 9; ++salt)
            store.add(specimenDossier(salt, 100'000));
        DeliveryQueue queue(configFor(server), store, m_clock);
        Run run(queue);
        QSet<QString> underWay;
        qsizetype most = 0;
        connect(&queue, &DeliveryQueue::progress, &run.context, [&](const DossierProgress& said) {
            underWay.insert(said.id.text());
            most = std::max(most, underWay.size());
        });
        connect(&queue, &DeliveryQueue::receipted, &run.context,
                [&](const DossierId& id) { underWay.remove(id.text()); });
        queue.startAll();
        QTRY_COMPARE_WITH_TIMEOUT(run.ends, 1, 10'000);
        QCOMPARE(run.summary.receipted, 9);
        QCOMPARE(most, 2);
        QVERIFY(areFiled(server, store));
    }

    void whatIsReceiptedIsNotSentAgain()
    {
        IntakeServer server;
        QVERIFY2(server.start(), qPrintable(server.problem));
        MemoryDeliveryStore store;
        store.add(specimenDossier(1));
        DeliveryQueue queue(configFor(server), store, m_clock);
        Run run(queue);
        queue.startAll();
        QTRY_COMPARE(run.ends, 1);
        const int requests = server.counter(u"requests"_s);
        queue.startAll(); // a second run of the same queue: nothing left
        QTRY_COMPARE(run.ends, 2);
        QCOMPARE(run.summary.receipted, 0);
        queue.start(store.ids()); // named: said once more, not sent
        QTRY_COMPARE(run.ends, 3);
        QCOMPARE(run.summary.receipted, 1);
        QCOMPARE(server.counter(u"requests"_s), requests);
    }

    void onceAtItsEndOnlyTheReceiptIsAskedFor()
    {
        IntakeServer server;
        QVERIFY2(server.start(), qPrintable(server.problem));
        MemoryDeliveryStore store;
        store.add(specimenDossier(1));
        const DossierId id = store.ids().front();
        DeliveryQueue queue(configFor(server), store, m_clock);
        Run run(queue);
        queue.startAll();
        QTRY_COMPARE(run.ends, 1);
        // As if the program had been killed between the last byte and the receipt.
        store.receipts.clear();
        store.at(id).transfer.state = TransferState::AwaitingReceipt;
        const int requests = server.counter(u"requests"_s);
        queue.startAll();
        QTRY_COMPARE(run.ends, 2);
        QCOMPARE(server.counter(u"requests"_s), requests + 1);
        QVERIFY(areFiled(server, store));
    }

    void whatWasBrokenOffGoesOnWhereTheServerStands()
    {
        IntakeServer server;
        QVERIFY2(server.start(), qPrintable(server.problem));
        MemoryDeliveryStore store;
        // More than the buffers between the two take in at once.
        store.add(specimenDossier(1, 24'000'000));
        const DossierId id = store.ids().front();
        server.faults({{u"slow"_s, 8'000'000}});
        {
            DeliveryQueue queue(configFor(server), store, m_clock);
            queue.startAll();
            QTRY_VERIFY(!store.at(id).transfer.uploadUrl.isEmpty());
            QTest::qWait(200); // some of it is through
        }                      // gone in the middle, as a window that is closed
        QVERIFY(store.receipts.empty());
        QVERIFY(server.filed().isEmpty());
        server.faults({{u"slow"_s, 0}});

        DeliveryQueue queue(configFor(server), store, m_clock);
        Run run(queue);
        qint64 goesOnAt = 0;
        connect(&queue, &DeliveryQueue::progress, &run.context, [&](const DossierProgress& said) {
            if (goesOnAt == 0)
                goesOnAt = said.sent;
        });
        queue.startAll();
        QTRY_COMPARE_WITH_TIMEOUT(run.ends, 1, 10'000);
        QVERIFY(goesOnAt > 0 && goesOnAt < store.at(id).record.bytes);
        QVERIFY(areFiled(server, store));
    }

    void aServerKilledMidwayIsFoundAgain()
    {
        IntakeServer server;
        QVERIFY2(server.start(), qPrintable(server.problem));
        MemoryDeliveryStore store;
        store.add(specimenDossier(1, 4'000'000));
        store.add(specimenDossier(2, 4'000'000));
        server.faults({{u"slow"_s, 4'000'000}});
        DeliveryQueue queue(configFor(server), store, m_clock);
        Run run(queue);
        queue.startAll();
        QTRY_VERIFY(!store.at(store.ids().front()).transfer.uploadUrl.isEmpty());
        QTest::qWait(200);
        server.kill();
        QTRY_VERIFY(run.reasons.contains(u"delivery.retry.server-down"_s));
        QVERIFY2(server.start(), qPrintable(server.problem));
        QTRY_COMPARE_WITH_TIMEOUT(run.ends, 1, 10'000);
        QVERIFY(areFiled(server, store));
    }

    void aServerThatComesLaterIsWaitedFor()
    {
        IntakeServer server;
        QVERIFY2(server.start(), qPrintable(server.problem));
        server.kill();
        MemoryDeliveryStore store;
        store.add(specimenDossier(1));
        DeliveryQueue queue(configFor(server), store, m_clock);
        Run run(queue);
        queue.startAll();
        QTRY_VERIFY(store.at(store.ids().front()).transfer.attempts >= 4);
        QVERIFY(store.at(store.ids().front()).transfer.nextTry.isValid());
        QVERIFY2(server.start(), qPrintable(server.problem));
        QTRY_COMPARE_WITH_TIMEOUT(run.ends, 1, 10'000);
        QVERIFY(areFiled(server, store));
    }

    void aRunThatDoesNotWaitLeavesItForLater()
    {
        IntakeServer server;
        QVERIFY2(server.start(), qPrintable(server.problem));
        server.kill();
        MemoryDeliveryStore store;
        store.add(specimenDossier(1));
        DeliveryQueue queue(configFor(server, 3), store, m_clock);
        Run run(queue);
        queue.startAll();
        QTRY_COMPARE(run.ends, 1);
        QCOMPARE(run.summary.postponed, 1);
        QVERIFY(run.summary.lastFailure->code == ErrorCode::Unavailable);
        const TransferRecord& kept = store.at(store.ids().front()).transfer;
        QVERIFY(kept.state == TransferState::Waiting);
        QCOMPARE(kept.attempts, 3);
        QCOMPARE(kept.reason, u"delivery.retry.server-down"_s);
    }

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
        IntakeServer& server = sharedServer();
        QVERIFY2(!server.url.isEmpty(), qPrintable(server.problem));
        MemoryDeliveryStore store;
        const bool isLong = qEnvironmentVariableIntValue("HANDSHAKE_LONG") != 0;
        store.add(specimenDossier(QRandomGenerator::global()->generate(), isLong ? 4096 : 20'000));
        const qsizetype before = server.filed().size();
        const int resets = server.faults({{fault, at}}).value(u"resets"_s).toInt();
        DeliveryQueue queue(configFor(server), store, m_clock);
        Run run(queue);
        queue.startAll();
        QTRY_COMPARE_WITH_TIMEOUT(run.ends, 1, 10'000);
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
        IntakeServer& server = sharedServer();
        QVERIFY2(!server.url.isEmpty(), qPrintable(server.problem));
        MemoryDeliveryStore store;
        store.add(specimenDossier(QRandomGenerator::global()->generate()));
        server.faults(faults);
        DeliveryQueue queue(configFor(server), store, m_clock);
        Run run(queue);
        queue.startAll();
        QTRY_COMPARE_WITH_TIMEOUT(run.ends, 1, 10'000);
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
        IntakeServer server;
        QVERIFY2(server.start(), qPrintable(server.problem));
        MemoryDeliveryStore store;
        store.add(specimenDossier(1));
        const DossierId id = store.ids().front();
        server.faults({{u"skip"_s, 1}, {u"500"_s, 1}}); // a journal with an upload in it
        DeliveryQueue first(configFor(server, 1), store, m_clock);
        Run broken(first);
        first.startAll();
        QTRY_COMPARE(broken.ends, 1);
        const QString forgotten = store.at(id).transfer.uploadUrl;
        QVERIFY(!forgotten.isEmpty());
        server.faults({{fault, 1}});

        DeliveryQueue second(configFor(server), store, m_clock);
        Run run(second);
        second.startAll();
        QTRY_COMPARE(run.ends, 1);
        QVERIFY(areFiled(server, store));
        QVERIFY(store.at(id).transfer.uploadUrl != forgotten);
    }

    void theServersWishToWaitIsHonoured()
    {
        IntakeServer server;
        QVERIFY2(server.start(), qPrintable(server.problem));
        MemoryDeliveryStore store;
        store.add(specimenDossier(1));
        server.faults({{u"503"_s, 1}}); // Retry-After: 1
        DeliveryQueue queue(configFor(server), store, m_clock);
        Run run(queue);
        QElapsedTimer elapsed;
        elapsed.start();
        queue.startAll();
        QTRY_COMPARE(run.ends, 1);
        QVERIFY(elapsed.elapsed() >= 1000);
        QVERIFY(areFiled(server, store));
    }

    void silenceEndsATry()
    {
        IntakeServer server;
        QVERIFY2(server.start(), qPrintable(server.problem));
        MemoryDeliveryStore store;
        store.add(specimenDossier(1));
        server.faults({{u"stall"_s, 1}});
        DeliveryQueue::Config config = configFor(server);
        config.link.timeout = 150ms;
        DeliveryQueue queue(config, store, m_clock);
        Run run(queue);
        queue.startAll();
        QTRY_COMPARE(run.ends, 1);
        QVERIFY(run.reasons.contains(u"delivery.retry.timeout"_s));
        QVERIFY(areFiled(server, store));
    }

    void twoCountersWithTheSameDossierFileItOnce()
    {
        IntakeServer server;
        QVERIFY2(server.start(), qPrintable(server.problem));
        MemoryDeliveryStore one;
        MemoryDeliveryStore other;
        one.add(specimenDossier(1, 500'000));
        other.add(specimenDossier(1, 500'000));
        DeliveryQueue first(configFor(server), one, m_clock);
        DeliveryQueue second(configFor(server), other, m_clock);
        Run firstRun(first);
        Run secondRun(second);
        first.startAll();
        second.startAll();
        QTRY_COMPARE(firstRun.ends, 1);
        QTRY_COMPARE(secondRun.ends, 1);
        QCOMPARE(server.filed().size(), 1);
        QVERIFY(areFiled(server, one));
        QVERIFY(areFiled(server, other));
        QCOMPARE(one.receipts.begin()->second.jws, other.receipts.begin()->second.jws);
    }

    void oneThatWillNotPassIsParkedAndTheOthersGoOn()
    {
        IntakeServer server;
        QVERIFY2(server.start(), qPrintable(server.problem));
        MemoryDeliveryStore store;
        StoredDossier bad = specimenDossier(1); // content of one, name of another
        bad.record.id = *DossierId::parse(Sha256::of("another").hex());
        bad.transfer.dossier = bad.record.id;
        store.add(bad);
        store.add(specimenDossier(2));
        DeliveryQueue queue(configFor(server), store, m_clock);
        Run run(queue);
        queue.startAll();
        QTRY_COMPARE(run.ends, 1);
        QCOMPARE(run.summary.parked, 1);
        QCOMPARE(run.summary.receipted, 1);
        QCOMPARE(run.parked, QStringList{bad.record.id.text()});
        QVERIFY(store.at(bad.record.id).transfer.state == TransferState::Parked);
        QCOMPARE(store.at(bad.record.id).transfer.reason, u"delivery.park.refused"_s);

        const int requests = server.counter(u"requests"_s);
        queue.startAll(); // named again, not tried again
        QTRY_COMPARE(run.ends, 2);
        QCOMPARE(run.summary.parked, 1);
        QCOMPARE(server.counter(u"requests"_s), requests);
        queue.start({bad.record.id}); // a person insists
        QTRY_COMPARE(run.ends, 3);
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
        IntakeServer server;
        QVERIFY2(server.start(), qPrintable(server.problem));
        MemoryDeliveryStore store;
        for (quint32 salt = 0; salt < 6; ++salt)
            store.add(specimenDossier(salt));
        server.faults({{fault, 100}});
        DeliveryQueue queue(configFor(server), store, m_clock);
        Run run(queue);
        queue.startAll();
        QTRY_COMPARE(run.ends, 1);
        QVERIFY(run.summary.stoppedBy);
        QVERIFY(run.summary.stoppedBy->code == ErrorCode::Denied);
        QCOMPARE(run.summary.postponed, 6);
        QCOMPARE(run.summary.parked, 0);
        QVERIFY(server.counter(u"requests"_s) <= 2);
        QVERIFY(server.filed().isEmpty());
    }

    void theTokenOpensTheDoor()
    {
        const QString tokenFile = m_folder.filePath(u"token"_s);
        QFile file(tokenFile);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write("specimen-token\n") > 0);
        file.close();
        IntakeServer server({u"--token-file"_s, tokenFile});
        QVERIFY2(server.start(), qPrintable(server.problem));
        MemoryDeliveryStore store;
        store.add(specimenDossier(1));
        DeliveryQueue::Config config = configFor(server);
        DeliveryQueue without(config, store, m_clock);
        Run refused(without);
        without.startAll();
        QTRY_COMPARE(refused.ends, 1);
        QVERIFY(refused.summary.stoppedBy);
        config.link.tokenFile = tokenFile;
        DeliveryQueue with(config, store, m_clock);
        Run run(with);
        with.startAll();
        QTRY_COMPARE(run.ends, 1);
        QVERIFY(areFiled(server, store));
    }

    void aReceiptOfAnUnknownKeyIsNotBelieved()
    {
        IntakeServer server;
        QVERIFY2(server.start(), qPrintable(server.problem));
        MemoryDeliveryStore store;
        store.add(specimenDossier(1));
        DeliveryQueue::Config config = configFor(server, 3);
        server.receiptKey = QByteArray(43, 'A');
        config = configFor(server, 3);
        DeliveryQueue queue(config, store, m_clock);
        Run run(queue);
        queue.startAll();
        QTRY_COMPARE(run.ends, 1);
        QCOMPARE(run.summary.receipted, 0);
        QCOMPARE(run.summary.postponed, 1);
        QVERIFY(store.receipts.empty());
        QVERIFY(store.at(store.ids().front()).transfer.state == TransferState::AwaitingReceipt);
    }

    void withoutAJournalNotAByteLeaves()
    {
        IntakeServer server;
        QVERIFY2(server.start(), qPrintable(server.problem));
        MemoryDeliveryStore store;
        store.add(specimenDossier(1));
        store.failure = Error{ErrorCode::StorageFull, u"no room"_s};
        DeliveryQueue queue(configFor(server), store, m_clock);
        Run run(queue);
        queue.startAll();
        QTRY_COMPARE(run.ends, 1);
        QVERIFY(run.summary.stoppedBy->code == ErrorCode::StorageFull);
        QCOMPARE(server.counter(u"patches"_s), 0);
    }

    void aCancelledRunEndsOnceAndLosesNothing()
    {
        IntakeServer server;
        QVERIFY2(server.start(), qPrintable(server.problem));
        MemoryDeliveryStore store;
        store.add(specimenDossier(1, 4'000'000));
        store.add(specimenDossier(2, 4'000'000));
        store.add(specimenDossier(3, 4'000'000));
        server.faults({{u"slow"_s, 4'000'000}});
        DeliveryQueue queue(configFor(server), store, m_clock);
        Run run(queue);
        queue.startAll();
        QTRY_VERIFY(run.sent > 0);
        queue.cancel();
        queue.cancel();
        QTRY_COMPARE(run.ends, 1);
        QVERIFY(run.summary.cancelled);
        QCOMPARE(run.summary.postponed, 3);
        server.faults({{u"slow"_s, 0}});
        queue.startAll();
        QTRY_COMPARE_WITH_TIMEOUT(run.ends, 2, 10'000);
        QVERIFY(areFiled(server, store));
    }

private:
    /// One server for the tests that only add to it: starting Node takes longer than they do.
    IntakeServer& sharedServer()
    {
        if (!m_server) {
            m_server = std::make_unique<IntakeServer>();
            if (!m_server->start())
                m_server->url.clear();
        }
        return *m_server;
    }

    std::unique_ptr<IntakeServer> m_server;
};

QTEST_GUILESS_MAIN(TestDeliveryIntake)
#include "tst_delivery_intake.moc"
