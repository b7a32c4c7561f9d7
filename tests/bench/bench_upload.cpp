// SPDX-License-Identifier: Apache-2.0
// 20 dossiers of 4 MB to the sample server on loopback, two at a time: our queue against curl doing
// the same POST, PATCH and GET of the receipt. Run by hand, with HANDSHAKE_DATA_ROOT set to the
// source folder: prints medians of alternating rounds, and their ratio, which is what counts.
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

constexpr const char* kCurl = R"sh(
id=$1; sha=$2; file=$3; url=$4
b() { printf %s "$1" | base64 -w0; }
at=$(curl -sf -o /dev/null -D - -X POST "$url/v1/uploads" -H 'Tus-Resumable: 1.0.0' \
    -H "Upload-Length: $(stat -c %s "$file")" \
    -H "Upload-Metadata: dossier_id $(b "$id"),sha256 $(b "$sha"),filename $(b "$id.zip")" |
    tr -d '\r' | sed -n 's/^[Ll]ocation: //p')
exec curl -sf -o /dev/null -X PATCH "$url$at" -H 'Tus-Resumable: 1.0.0' -H 'Upload-Offset: 0' \
    -H 'Content-Type: application/offset+octet-stream' -H 'Expect:' --data-binary "@$file" \
    --next -sf -o /dev/null "$url/v1/dossiers/$id/receipt"
)sh";

double sendByCurl(const IntakeServer& server, const QString& folder, quint32 round)
{
    QByteArray list;
    for (const StoredDossier& dossier : specimens(round)) {
        const QString path = folder + u'/' + dossier.record.id.text();
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(dossier.content) < 0)
            qFatal("cannot write");
        list += dossier.record.id.text().toLatin1() + ' ' + dossier.record.sha256.hex().toLatin1() +
                ' ' + path.toUtf8() + ' ' + server.url.toEncoded() + '\n';
    }
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer elapsed;
    elapsed.start();
    process.start(u"xargs"_s,
                  {u"-P2"_s, u"-n4"_s, u"sh"_s, u"-c"_s, QString::fromLatin1(kCurl), u"send"_s});
    process.write(list);
    process.closeWriteChannel();
    if (!process.waitForFinished(120'000) || process.exitCode() != 0)
        qFatal("curl failed");
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
    if (server.filed().size() != static_cast<qsizetype>(2 * kRounds * kDossiers))
        qFatal("not everything was filed");
    const double total = static_cast<double>(kDossiers) * static_cast<double>(kBytes) / 1e6;
    const double ratio = median(ours) / median(curl);
    std::printf("median: queue %.3f s (%.0f MB/s), curl %.3f s (%.0f MB/s), ratio %.2f\n",
                median(ours), total / median(ours), median(curl), total / median(curl), ratio);
    std::printf("peak memory: %.0f MB before, %.0f MB after (the specimens themselves: %.0f MB)\n",
                before, peakMegabytes(), 2 * total);
    return ratio < 10 ? EXIT_SUCCESS : EXIT_FAILURE;
}
