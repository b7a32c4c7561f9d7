// SPDX-License-Identifier: Apache-2.0
#include "support/delivery_fixture.h"
#include "support/intake_server.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;

/// Real processes, really killed: the sending one, the receiving one, both.
class TestDeliveryKill : public QObject
{
    Q_OBJECT

private:
    void startDriver(QProcess& process, const ArchiveFixture& fixture, const IntakeServer& server)
    {
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QStringLiteral(DELIVERY_DRIVER),
                      {u"--store"_s, fixture.config.folder, u"--migrations"_s,
                       fixture.config.migrationsFolder, u"--url"_s, server.url.toString(),
                       u"--key"_s, writeKey(server)});
        QVERIFY(process.waitForStarted());
    }

    QString writeKey(const IntakeServer& server)
    {
        QFile file(m_folder.filePath(u"receipt.key"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(server.receiptKey) < 0)
            qFatal("cannot write the key");
        return file.fileName();
    }

    static void kill(QProcess& process)
    {
        process.kill();
        process.waitForFinished();
    }

    /// Every dossier is filed once, and the store holds the server's receipt for it.
    void verifyAllReceipted(ArchiveFixture& fixture, const IntakeServer& server, int count)
    {
        QCOMPARE(server.filed().size(), count);
        QVERIFY(fixture.open());
        const auto transfers = fixture.archive->transfers();
        QVERIFY(transfers);
        QCOMPARE(transfers->size(), static_cast<std::size_t>(count));
        for (const TransferRecord& transfer : *transfers) {
            QVERIFY(transfer.state == TransferState::Receipted);
            const auto receipt = fixture.archive->receipt(transfer.dossier);
            QVERIFY(receipt && *receipt);
            QCOMPARE((*receipt)->jws, server.storedReceipt(transfer.dossier.text()));
        }
        QVERIFY(fixture.archive->verify()->isSound());
        fixture.archive.reset();
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void aKilledSenderGoesOnWhereTheServerStands()
    {
        IntakeServer server;
        QVERIFY2(server.start(), qPrintable(server.problem));
        ArchiveFixture fixture;
        QVERIFY(fixture.open());
        const StoredDossier dossier = specimenDossier(1, 24'000'000); // more than buffers take in
        QVERIFY(keepDossier(fixture, dossier));
        fixture.archive.reset();
        server.faults({{u"slow"_s, 16'000'000}});
        QProcess first;
        startDriver(first, fixture, server);
        QByteArray said;
        while (!said.contains("progress " + dossier.record.id.text().toLatin1() + " 1")) {
            QVERIFY(first.waitForReadyRead(10'000)); // some ten megabytes are on their way
            said += first.readAllStandardOutput();
        }
        kill(first);
        QVERIFY(server.filed().isEmpty());

        QVERIFY(fixture.open());
        const TransferRecord journal = *fixture.archive->transfer(dossier.record.id);
        QVERIFY(journal.state == TransferState::Uploading);
        QVERIFY(!journal.uploadUrl.isEmpty());
        fixture.archive.reset();

        server.faults({{u"slow"_s, 0}});
        QProcess second;
        startDriver(second, fixture, server);
        QVERIFY(second.waitForFinished(20'000));
        QCOMPARE(second.exitCode(), 0);
        // The second line names the server's offset: not the beginning.
        const QList<QByteArray> lines = second.readAllStandardOutput().split('\n');
        QVERIFY(lines.at(1).split(' ').last().toLongLong() > 0);
        verifyAllReceipted(fixture, server, 1);
    }

    void killedAtRandomEverythingIsFiledOnce()
    {
        constexpr int kDossiers = 6;
        constexpr int kKills = 12;
        QRandomGenerator random(20261123); // seeded: a failure can be repeated
        IntakeServer server;
        QVERIFY2(server.start(), qPrintable(server.problem));
        ArchiveFixture fixture;
        QVERIFY(fixture.open());
        for (quint32 salt = 1; salt <= kDossiers; ++salt)
            QVERIFY(keepDossier(fixture, specimenDossier(salt, 2'000'000)));
        fixture.archive.reset();
        server.faults({{u"slow"_s, 20'000'000}});
        for (int i = 0; i < kKills; ++i) {
            QProcess sender;
            startDriver(sender, fixture, server);
            sender.waitForFinished(random.bounded(30, 250));
            kill(sender);
            if (i % 3 == 2) {
                server.kill();
                QVERIFY2(server.start(), qPrintable(server.problem));
                server.faults({{u"slow"_s, 20'000'000}});
            }
        }
        server.faults({{u"slow"_s, 0}});
        QProcess last;
        startDriver(last, fixture, server);
        QVERIFY(last.waitForFinished(20'000));
        QCOMPARE(last.exitCode(), 0);
        verifyAllReceipted(fixture, server, kDossiers);
    }
};

QTEST_GUILESS_MAIN(TestDeliveryKill)
#include "tst_delivery_kill.moc"
