// SPDX-License-Identifier: Apache-2.0
// Sends everything a store holds: the process that the kill tests kill.
#include "app/archive/archive.h"
#include "app/delivery/archive_delivery_store.h"
#include "app/delivery/delivery_queue.h"
#include "app/vault/unsealed_sealer.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>

using namespace handshake;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{u"store"_s, {}, u"folder"_s},
                       {u"migrations"_s, {}, u"folder"_s},
                       {u"url"_s, {}, u"address"_s},
                       {u"key"_s, {}, u"file"_s}});
    parser.process(application);
    UnsealedSealer sealer;
    const SystemClock clock;
    const auto archive =
        Archive::open({parser.value(u"store"_s), parser.value(u"migrations"_s)}, sealer, clock);
    if (!archive)
        return 75;
    ArchiveDeliveryStore store(**archive, *OperatorId::parse(u"op-1"));
    DeliveryQueue::Config config;
    config.link.serverUrl = QUrl(parser.value(u"url"_s));
    config.receiptKeyFile = parser.value(u"key"_s);
    config.retry.first = 5ms;
    config.retry.longest = 60ms;
    DeliveryQueue queue(config, store, clock);
    QObject::connect(&queue, &DeliveryQueue::progress, &queue, [](const DossierProgress& said) {
        std::printf("progress %s %lld\n", qPrintable(said.id.text()),
                    static_cast<long long>(said.sent));
        std::fflush(stdout);
    });
    QObject::connect(&queue, &DeliveryQueue::receipted, &queue, [](const DossierId& id) {
        std::printf("receipted %s\n", qPrintable(id.text()));
        std::fflush(stdout);
    });
    QObject::connect(&queue, &DeliveryQueue::finished, &queue, [](const DeliverySummary& end) {
        QCoreApplication::exit(end.stoppedBy || end.parked > 0 ? EXIT_FAILURE : EXIT_SUCCESS);
    });
    queue.startAll();
    return QCoreApplication::exec();
}
