// SPDX-License-Identifier: Apache-2.0
#include "app/imaging/decode_worker.h"
#include "app/imaging/worker_protocol.h"

#include <QDeadlineTimer>
#include <QProcessEnvironment>
#include <QThread>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

using namespace handshake;
using namespace std::chrono_literals;

namespace {

void say(const QByteArray& bytes)
{
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stdout);
    std::fflush(stdout);
}

void readRequest()
{
    std::vector<char> head(std::size_t(worker_protocol::kRequestHead));
    if (std::fread(head.data(), 1, head.size(), stdin) != head.size())
        std::exit(0);
    const auto length =
        worker_protocol::parseRequestHead({head.data(), qsizetype(head.size())}).value_or(0);
    std::vector<char> bytes(std::size_t(length + 1));
    if (std::fread(bytes.data(), 1, std::size_t(length), stdin) != std::size_t(length))
        std::exit(0);
}

[[noreturn]] void hang()
{
    while (true)
        QThread::sleep(1);
}

/// Keeps to the protocol up to the first request, then does what `fault` says.
int misbehave(const QByteArray& fault)
{
    if (fault == "silent")
        hang();
    if (fault == "stranger") {
        say("handshake-desk 0.1.0\n");
        return 0;
    }
    say(worker_protocol::kHello.toByteArray());
    readRequest();
    if (fault == "hang")
        hang();
    if (fault == "die")
        std::abort();
    if (fault == "larger") {
        say(worker_protocol::pictureReplyHead({4000, 4000}));
        hang();
    }
    if (fault == "half") { // a fitting head for 16 × 16, half of the pixels, then the end
        say(worker_protocol::pictureReplyHead({16, 16}) + QByteArray(512, '\x55'));
        std::abort();
    }
    if (fault == "environment") { // the names of its variables, as a refusal
        Error names{ErrorCode::Unreadable, {}};
        for (const QString& name : QProcessEnvironment::systemEnvironment().keys())
            names.detail += name + QChar(u' ');
        say(worker_protocol::refusal(names));
        hang();
    }
    return 1;
}

} // namespace

/// `worker` is the real one; `worker FAULT` one that misbehaves.
int main(int argc, char* argv[])
{
    return argc > 2 ? misbehave(argv[2]) : runDecodeWorker();
}
