// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/delivery/delivery_queue.h"
#include "support/intake_server.h"
#include "support/memory_delivery_store.h"

#include <QEventLoop>
#include <QSet>
#include <QTest>
#include <QTimer>

namespace handshake::test {

/// A queue, the runs it makes, and everything it said.
struct DeliveryRun {
    DeliveryRun(DeliveryQueue::Config config, DeliveryStore& store, const Clock& clock)
        : queue(std::move(config), store, clock)
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

    /// Sends all that is unsent; true when the run ended, once.
    [[nodiscard]] bool all()
    {
        const int before = ends;
        queue.startAll();
        return ended(before);
    }
    /// Sends these.
    [[nodiscard]] bool named(const std::vector<DossierId>& dossiers)
    {
        const int before = ends;
        queue.start(dossiers);
        return ended(before);
    }
    /// Waits for the end of a run that was begun when `before` had ended. In a loop of its own: the
    /// waiting macros of Qt Test sleep 10 ms between events, and the network has many.
    [[nodiscard]] bool ended(int before = 0)
    {
        constexpr int kPatienceMs = 20'000;
        QEventLoop loop;
        QObject::connect(&queue, &DeliveryQueue::finished, &loop, &QEventLoop::quit);
        QTimer::singleShot(kPatienceMs, &loop, &QEventLoop::quit);
        if (ends <= before)
            loop.exec();
        return ends == before + 1;
    }

    DeliveryQueue queue;
    QObject context;
    QSet<QString> reasons;
    QStringList receipted;
    QStringList parked;
    qint64 sent = 0;
    int ends = 0;
    DeliverySummary summary;
};

/// Servers for tests of the queue, and how to reach them.
class DeliveryBench final
{
public:
    /// One of the test's own.
    IntakeServer& freshServer(const QStringList& arguments = {QStringLiteral("--faults")})
    {
        m_fresh = started(arguments);
        return *m_fresh;
    }
    /// One for all tests that only add to it: starting Node takes longer than they do.
    IntakeServer& sharedServer()
    {
        if (!m_shared)
            m_shared = started({QStringLiteral("--faults")});
        return *m_shared;
    }

    /// Fast where patience adds nothing to the proof.
    DeliveryQueue::Config configFor(const IntakeServer& server, int maxAttempts = 0)
    {
        using namespace std::chrono_literals;
        DeliveryQueue::Config config;
        config.link.serverUrl = server.url;
        config.link.timeout = 3s;
        config.receiptKeyFile = file(QStringLiteral("receipt.key"), server.receiptKey);
        config.retry.first = 5ms;
        config.retry.longest = 60ms;
        config.retry.maxAttempts = maxAttempts;
        return config;
    }

    /// The path of a file with these bytes.
    QString file(const QString& name, const QByteArray& bytes)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write a file of the test");
        return file.fileName();
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

private:
    static std::unique_ptr<IntakeServer> started(const QStringList& arguments)
    {
        auto server = std::make_unique<IntakeServer>(arguments);
        if (!server->start())
            qFatal("%s", qPrintable(server->problem));
        return server;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<IntakeServer> m_fresh;
    std::unique_ptr<IntakeServer> m_shared;
};

} // namespace handshake::test
