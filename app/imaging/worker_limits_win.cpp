// SPDX-License-Identifier: Apache-2.0
#include "app/imaging/worker_limits.h"

#include <cstdio>

#include <io.h>
#include <windows.h>

namespace handshake::worker_limits {

using namespace Qt::StringLiterals;

namespace {

Error systemError(const char* what)
{
    return {ErrorCode::Internal,
            u"worker limits: %1 error %2"_s.arg(QString::fromLatin1(what)).arg(GetLastError())};
}

/// The job this process put itself into; the handle lives as long as the process.
HANDLE ownJob()
{
    static const HANDLE job = CreateJobObjectW(nullptr, nullptr);
    return job;
}

LONGLONG spentProcessorTime()
{
    FILETIME created;
    FILETIME exited;
    FILETIME kernel;
    FILETIME user;
    if (!GetProcessTimes(GetCurrentProcess(), &created, &exited, &kernel, &user))
        return 0;
    ULARGE_INTEGER spent;
    spent.LowPart = user.dwLowDateTime;
    spent.HighPart = user.dwHighDateTime;
    return static_cast<LONGLONG>(spent.QuadPart);
}

Result<void> setLimits()
{
    constexpr LONGLONG kTicksPerSecond = 10'000'000; // of 100 ns

    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits{};
    limits.BasicLimitInformation.LimitFlags =
        JOB_OBJECT_LIMIT_PROCESS_MEMORY | JOB_OBJECT_LIMIT_PROCESS_TIME |
        JOB_OBJECT_LIMIT_ACTIVE_PROCESS | JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION |
        JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
    limits.BasicLimitInformation.ActiveProcessLimit = 1;
    limits.BasicLimitInformation.PerProcessUserTimeLimit.QuadPart =
        spentProcessorTime() + kProcessorTime.count() * kTicksPerSecond;
    // Committed memory: libraries hardly count, so that no allowance for them is needed here.
    limits.ProcessMemoryLimit = static_cast<SIZE_T>(kMemory);
    if (!SetInformationJobObject(ownJob(), JobObjectExtendedLimitInformation, &limits,
                                 sizeof(limits)))
        return systemError("SetInformationJobObject");
    return {};
}

} // namespace

Result<void> apply()
{
    // A crash ends the process quietly instead of waiting behind a dialog.
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX | SEM_NOOPENFILEERRORBOX);
    constexpr int kBinary = 0x8000; // _O_BINARY
    if (_setmode(_fileno(stdin), kBinary) == -1 || _setmode(_fileno(stdout), kBinary) == -1)
        return Error{ErrorCode::Internal, u"worker limits: standard streams"_s};
    if (ownJob() == nullptr)
        return systemError("CreateJobObject");
    if (const auto done = setLimits(); !done)
        return done;
    // From here on the limits hold; the job nests in one the program may itself be in.
    if (!AssignProcessToJobObject(ownJob(), GetCurrentProcess()))
        return systemError("AssignProcessToJobObject");
    return {};
}

Result<void> applyToDriver()
{
    return apply();
}

void closeInherited()
{
    // QProcess hands on the standard streams; other handles are inherited only when made so, which
    // neither Qt nor the C library does by itself.
}

Result<void> renewProcessorTime()
{
    return setLimits();
}

} // namespace handshake::worker_limits
