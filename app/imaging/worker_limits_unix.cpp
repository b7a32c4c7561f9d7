// SPDX-License-Identifier: Apache-2.0
#include "app/imaging/worker_limits.h"

#include <QByteArray>
#include <QFile>
#include <QList>

#include <cerrno>
#include <csignal>

#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace handshake::worker_limits {

using namespace Qt::StringLiterals;

namespace {

#ifdef __has_feature
#if __has_feature(address_sanitizer)
#define __SANITIZE_ADDRESS__ 1 // as GCC calls it
#endif
#endif
#ifdef __SANITIZE_ADDRESS__
constexpr bool kIsAddressSanitized = true;
#else
constexpr bool kIsAddressSanitized = false;
#endif

#ifdef __GLIBC__
using Resource = __rlimit_resource_t;
#else
using Resource = int;
#endif

/// Lowers both the limit in force and the one it could be raised to, where that is not lower yet.
Result<void> lower(Resource resource, rlim_t most)
{
    rlimit limit{};
    if (getrlimit(resource, &limit) != 0)
        return Error{ErrorCode::Internal, u"worker limits: getrlimit errno %1"_s.arg(errno)};
    limit.rlim_max = qMin(limit.rlim_max, most);
    limit.rlim_cur = qMin(limit.rlim_cur, limit.rlim_max);
    if (setrlimit(resource, &limit) != 0)
        return Error{ErrorCode::Internal, u"worker limits: setrlimit errno %1"_s.arg(errno)};
    return {};
}

/// Address space taken by the program and its libraries; the limit counts from zero.
rlim_t mappedNow()
{
    constexpr rlim_t kUsual = rlim_t(768) * 1024 * 1024; // where the system does not tell
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return kUsual;
    bool isNumber = false;
    const qlonglong pages = file.readLine().split(' ').first().toLongLong(&isNumber);
    return isNumber ? rlim_t(pages) * rlim_t(sysconf(_SC_PAGESIZE)) : kUsual;
}

} // namespace

void closeInherited()
{
    constexpr int kFirst = STDERR_FILENO + 1;
#ifdef Q_OS_LINUX
    if (close_range(kFirst, ~0U, 0) == 0)
        return;
#endif
    // Older kernels: as many as a program usually may have open.
    constexpr int kUsual = 4096;
    for (int file = kFirst; file < kUsual; ++file)
        ::close(file);
}

Result<void> apply()
{
    // Enough for the image plug-ins and a converting thread or two, no more.
    constexpr rlim_t kOpenFiles = 64;

    if (auto done = lower(RLIMIT_NOFILE, kOpenFiles); !done)
        return done;
    if (auto done = lower(RLIMIT_FSIZE, 0); !done) // pipes do not count
        return done;
    if (auto done = applyToDriver(); !done)
        return done;
    return renewProcessorTime();
}

Result<void> applyToDriver()
{
    // The address sanitizer maps terabytes of shadow memory at start: the limit would end it.
    if (!kIsAddressSanitized) {
        if (auto done = lower(RLIMIT_AS, mappedNow() + rlim_t(kMemory)); !done)
            return done;
    }
    if (auto done = lower(RLIMIT_CORE, 0); !done) // a core would hold an ID card
        return done;
#ifdef Q_OS_LINUX
    if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
        prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0)
        return Error{ErrorCode::Internal, u"worker limits: prctl errno %1"_s.arg(errno)};
#endif
    // A program that closed its end makes writing fail, which ends the loop in order.
    if (std::signal(SIGPIPE, SIG_IGN) == SIG_ERR)
        return Error{ErrorCode::Internal, u"worker limits: signal errno %1"_s.arg(errno)};
    return {};
}

Result<void> renewProcessorTime()
{
    rusage used{};
    rlimit limit{};
    if (getrusage(RUSAGE_SELF, &used) != 0 || getrlimit(RLIMIT_CPU, &limit) != 0)
        return Error{ErrorCode::Internal, u"worker limits: getrusage errno %1"_s.arg(errno)};
    // The limit counts from the start of the process, in whole seconds.
    const auto spent = used.ru_utime.tv_sec + used.ru_stime.tv_sec + 1;
    limit.rlim_cur = qMin(limit.rlim_max, rlim_t(spent) + rlim_t(kProcessorTime.count()));
    if (setrlimit(RLIMIT_CPU, &limit) != 0)
        return Error{ErrorCode::Internal, u"worker limits: setrlimit errno %1"_s.arg(errno)};
    return {};
}

} // namespace handshake::worker_limits
