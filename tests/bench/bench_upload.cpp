// SPDX-License-Identifier: Apache-2.0
// 20 dossiers of 4 MB to the sample server on loopback, two at a time: our queue against curl doing
// the same POST, PATCH and GET of the receipt, two at a time, one process a phase. Run by hand,
// with HANDSHAKE_DATA_ROOT set to the source folder: prints medians of alternating rounds, and
// their ratio, which is what counts.
#include "app/delivery/delivery_queue.h"
#include "support/intake_server.h"
#include "support/memory_delivery_store.h"
#include "support/specimen_dossier.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <utility>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kRounds = 5;
constexpr quint32 kDossiers = 20;
constexpr qsizetype kBytes = 4'000'000;

std::vector<StoredDossier> specimens(quint32 round)
{
    std::vector<StoredDossier> made;
    for (quint32 i = 0; i < kDossiers; ++i)
        made.push_back(specimenDossier(round * 1000 + i, kBytes));
    return made;
}

/// Peak memory of this process in MB; 0 where there is no /proc.
double peakMegabytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').front().toDouble() / 1024;
    }
    return 0;
}

double sendByQueue(const IntakeServer& server, const QString& keyFile, quint32 round)
{
    MemoryDeliveryStore store;
    for (const StoredDossier& dossier : specimens(round))
        store.add(dossier);
    const SystemClock clock;
    DeliveryQueue::Config config;
    config.link.serverUrl = server.url;
    config.receiptKeyFile = keyFile;
    DeliveryQueue queue(config, store, clock);
    QEventLoop loop;
    int receipted = 0;
    QObject::connect(&queue, &DeliveryQueue::finished, &loop, [&](const DeliverySummary& end) {
        receipted = end.receipted;
        loop.quit();
    });
    QElapsedTimer elapsed;
    elapsed.start();
    queue.startAll();
    loop.exec();
    if (receipted != static_cast<int>(kDossiers))
        qFatal("only %d receipted", receipted);
    return static_cast<double>(elapsed.nsecsElapsed()) / 1e9;
}

/// Runs curl over `transfers` (a configuration each), two at a time in one process, and returns
/// what it wrote out.
QByteArray runCurl(const QList<QByteArray>& transfers)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(u"curl"_s, {u"--disable"_s, u"--parallel"_s, u"--parallel-max"_s, u"2"_s,
                              u"--no-progress-meter"_s, u"--config"_s, u"-"_s});
    process.write(transfers.join("next\n"));
    process.closeWriteChannel();
    if (!process.waitForFinished(120'000) || process.exitCode() != 0)
        qFatal("curl failed");
    return process.readAllStandardOutput();
}

/// Options of one transfer: an option and its value in quotes, a line each.
QByteArray transfer(const QByteArray& url, const QList<std::pair<QByteArray, QByteArray>>& options)
{
    QByteArray text = "url = \"" + url + "\"\nfail\nsilent\noutput = \"/dev/null\"\n";
    for (const auto& [name, value] : options)
        text += name + " = \"" + value + "\"\n";
    return text;
}

/// The upload's address behind its dossier's number, as "write-out" put it.
std::map<int, QByteArray> addressesIn(const QByteArray& output)
{
    std::map<int, QByteArray> addresses;
    for (const QByteArray& line : output.split('\n')) {
        const QList<QByteArray> words = line.trimmed().split(' ');
        if (words.size() == 2)
            addresses.emplace(words.at(0).toInt(), words.at(1));
    }
    return addresses;
}

/// The same exchanges by curl, all POSTs, then all PATCHes, then all receipts: three processes for
/// the whole round, connections kept within each.
double sendByCurl(const IntakeServer& server, const QString& folder, quint32 round)
{
    const QByteArray base = server.url.toEncoded();
    const QByteArray tus = "Tus-Resumable: 1.0.0";
    const std::vector<StoredDossier> dossiers = specimens(round);
    QList<QByteArray> posts;
    QList<QByteArray> receipts;
    for (std::size_t i = 0; i < dossiers.size(); ++i) {
        const StoredDossier& dossier = dossiers.at(i);
        const QByteArray id = dossier.record.id.text().toLatin1();
        QFile file(folder + u'/' + dossier.record.id.text());
        if (!file.open(QIODevice::WriteOnly) || file.write(dossier.content) < 0)
            qFatal("cannot write");
        const QByteArray metadata = "dossier_id " + id.toBase64() + ",sha256 " +
                                    dossier.record.sha256.hex().toLatin1().toBase64() +
                                    ",filename " + (id + ".zip").toBase64();
        posts.append(transfer(
            base + "/v1/uploads",
            {{"request", "POST"},
             {"header", tus},
             {"header", "Upload-Length: " + QByteArray::number(dossier.record.bytes)},
             {"header", "Upload-Metadata: " + metadata},
             {"write-out", QByteArray::number(static_cast<int>(i)) + " %header{location}\\n"}}));
        receipts.append(transfer(base + "/v1/dossiers/" + id + "/receipt", {}));
    }
    QElapsedTimer elapsed;
    elapsed.start();
    const auto addresses = addressesIn(runCurl(posts));
    QList<QByteArray> patches;
    for (const auto& [number, address] : addresses) {
        const QString name = dossiers.at(static_cast<std::size_t>(number)).record.id.text();
        patches.append(
            transfer(base + address, {{"request", "PATCH"},
                                      {"upload-file", (folder + u'/' + name).toUtf8()},
                                      {"header", tus},
                                      {"header", "Upload-Offset: 0"},
                                      {"header", "Content-Type: application/offset+octet-stream"},
                                      {"header", "Expect:"}}));
    }
    runCurl(patches);
    runCurl(receipts);
    return static_cast<double>(elapsed.nsecsElapsed()) / 1e9;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    IntakeServer server{QStringList()}; // without faults: no relay in between
    if (!server.start())
        qFatal("%s", qPrintable(server.problem));
    const QTemporaryDir folder;
    QFile key(folder.filePath(u"receipt.key"_s));
    if (!key.open(QIODevice::WriteOnly) || key.write(server.receiptKey) < 0)
        qFatal("cannot write the key");
    key.close();
    const double before = peakMegabytes();
    std::vector<double> ours;
    std::vector<double> curl;
    for (quint32 round = 0; round < kRounds; ++round) {
        ours.push_back(sendByQueue(server, key.fileName(), 2 * round));
        curl.push_back(sendByCurl(server, folder.path(), 2 * round + 1));
        std::printf("round %u: queue %.3f s, curl %.3f s\n", round + 1, ours.back(), curl.back());
    }
    if (server.filed().size() != static_cast<qsizetype>(2) * kRounds * kDossiers)
        qFatal("not everything was filed");
    const double total = static_cast<double>(kDossiers) * static_cast<double>(kBytes) / 1e6;
    const double ratio = median(ours) / median(curl);
    std::printf("median: queue %.3f s (%.0f MB/s), curl %.3f s (%.0f MB/s), ratio %.2f\n",
                median(ours), total / median(ours), median(curl), total / median(curl), ratio);
    std::printf("peak memory: %.0f MB before, %.0f MB after (the specimens themselves: %.0f MB)\n",
                before, peakMegabytes(), 2 * total);
    return ratio < 10 ? EXIT_SUCCESS : EXIT_FAILURE;
}
