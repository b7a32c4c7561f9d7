// SPDX-License-Identifier: Apache-2.0
#include "app/imaging/decode_worker.h"
#include "app/imaging/pdf_protocol.h"
#include "app/imaging/pdf_worker.h"
#include "app/imaging/worker_limits.h"
#include "app/imaging/worker_protocol.h"
#include "app/imaging/worker_sandbox.h"

#include <QDeadlineTimer>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QThread>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

#ifdef Q_OS_LINUX
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

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
    std::vector<char> head(static_cast<std::size_t>(worker_protocol::kRequestHead));
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

/// As the PDF worker up to its request, then does what `fault` says.
int misbehaveWithPdf(const QByteArray& fault)
{
    say(pdf_protocol::kHello.toByteArray());
    std::vector<char> head(static_cast<std::size_t>(pdf_protocol::kHead));
    if (std::fread(head.data(), 1, head.size(), stdin) != head.size() || fault == "pdf-hang")
        hang();
    if (fault == "pdf-die")
        std::abort();
    PdfPage page{QImage(8, 8, QImage::Format_RGB32), 1};
    QByteArray larger = pdf_protocol::pageReplyHead(page);
    larger[5] = '\x7F'; // a width of 32 thousand
    say(larger);
    hang();
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
    if (fault.startsWith("pdf-"))
        return misbehaveWithPdf(fault);
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

#ifdef Q_OS_LINUX
/// Tries what a decoder that was taken over would try, inside the sandbox, and says what worked.
int probeSandbox(worker_sandbox::Files files)
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("file")).toStdString();
    if (!worker_limits::apply() || !worker_sandbox::enter(files))
        return 1;
    const auto report = [](const char* what, bool worked) {
        say(QByteArray(what) + (worked ? " yes\n" : " no\n"));
    };
    report("read", open("/proc/self/status", O_RDONLY) >= 0);
    report("append", open("/proc/self/comm", O_WRONLY | O_APPEND) >= 0);
    report("write", open(path.c_str(), O_WRONLY | O_CREAT, 0600) >= 0);
    report("socket", socket(AF_INET, SOCK_STREAM, 0) >= 0);
    report("local-socket", socket(AF_UNIX, SOCK_STREAM, 0) >= 0);
    report("signal", kill(getppid(), 0) == 0);
    report("remove", rmdir(folder.path().toUtf8().constData()) == 0);
    report("memory", std::vector<char>(8'000'000).size() == 8'000'000);
    bool ran = false;
    std::thread([&ran] { ran = true; }).join();
    report("thread", ran);
    std::array<char*, 2> arguments{const_cast<char*>("true"), nullptr};
    execv("/bin/true", arguments.data());
    report("program", false); // reached only when it did not start
    return 0;
}
#endif

} // namespace

/// `worker` and `worker pdf` are the real ones; `worker FAULT` one that misbehaves; `sandbox` and
/// `sandbox read` try their walls.
int main(int argc, char* argv[])
{
#ifdef Q_OS_LINUX
    if (argc > 1 && QByteArrayView(argv[1]) == "sandbox")
        return probeSandbox(argc > 2 ? worker_sandbox::Files::ReadOnly
                                     : worker_sandbox::Files::None);
#endif
    if (argc == 3 && QByteArrayView(argv[2]) == "pdf")
        return runPdfWorker();
    return argc > 2 ? misbehave(argv[2]) : runDecodeWorker();
}
