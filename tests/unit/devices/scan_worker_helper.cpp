// SPDX-License-Identifier: Apache-2.0
#include "app/devices/chip_worker.h"
#include "app/devices/scan_protocol.h"
#include "app/devices/scan_worker.h"

#include <QThread>

#include <array>
#include <cstdio>
#include <cstdlib>

using namespace handshake;

namespace {

void say(const QByteArray& bytes)
{
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stdout);
    std::fflush(stdout);
}

[[noreturn]] void hang()
{
    while (true)
        QThread::sleep(1);
}

QByteArray page(QSize size)
{
    return scan_protocol::pageReply({size, 1, {300, 300}});
}

QByteArray rows(int bytes)
{
    return scan_protocol::frame("ROWS", QByteArray(bytes, '\x55'));
}

/// Keeps to the protocol up to the request, then does what `fault` says.
int misbehave(QByteArrayView fault)
{
    if (fault == "silent")
        hang();
    if (fault == "stranger") {
        say("handshake-desk 0.1.0\n");
        return 0;
    }
    say(scan_protocol::kHello.toByteArray());
    std::array<char, 8> head{};
    if (std::fread(head.data(), 1, head.size(), stdin) != head.size())
        return 0;
    if (fault == "hang") // and is deaf to STOP
        hang();
    if (fault == "die")
        std::abort();
    say(page({4, 4}) + rows(16) + scan_protocol::frame("PEND"));
    if (fault == "hang-later")
        hang();
    if (fault == "die-later")
        std::abort();
    if (fault == "half") {
        say(page({4, 4}) + rows(8));
        std::abort();
    }
    if (fault == "larger")
        say(page({12'000, 12'000}));
    if (fault == "endless") { // rows without a page around them
        say(rows(16));
        hang();
    }
    if (fault == "goes-on")
        say(scan_protocol::frame("DONE") + scan_protocol::frame("DONE"));
    hang();
}

} // namespace

/// `worker scan` and `worker chip` are the real ones; `worker FAULT` one that misbehaves.
int main(int argc, char* argv[])
{
    const QByteArrayView what(argc == 3 ? argv[2] : "");
    if (what == "chip")
        return runChipWorker();
    return what == "scan" ? runScanWorker() : misbehave(what);
}
