// SPDX-License-Identifier: Apache-2.0
#include "app/imaging/worker_sandbox.h"

#include <QtGlobal>

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <vector>

#ifdef Q_OS_LINUX
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>

#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace handshake::worker_sandbox {

#ifdef Q_OS_LINUX

using namespace Qt::StringLiterals;

namespace {

#if defined(Q_PROCESSOR_X86_64)
constexpr std::uint32_t kProcessor = AUDIT_ARCH_X86_64;
#elif defined(Q_PROCESSOR_ARM_64)
constexpr std::uint32_t kProcessor = AUDIT_ARCH_AARCH64;
#else
constexpr std::uint32_t kProcessor = 0; // not written for this one
#endif

/// What is refused. A list of what is forbidden and not of what is permitted: the C library changes
/// what it calls from version to version, and a worker that cannot decode protects nobody.
constexpr std::array kRefused{
#ifdef SYS_open // only older processors have these
    SYS_open,
    SYS_creat,
    SYS_rename,
    SYS_unlink,
    SYS_link,
    SYS_symlink,
    SYS_mkdir,
    SYS_rmdir,
    SYS_chmod,
    SYS_chown,
    SYS_fork,
    SYS_vfork,
#endif
    SYS_openat,
    SYS_openat2,
    SYS_renameat2,
    SYS_unlinkat,
    SYS_linkat,
    SYS_symlinkat,
    SYS_mkdirat,
    SYS_fchmodat,
    SYS_fchownat,
    SYS_execve,
    SYS_execveat,
    SYS_socket,
    SYS_socketpair,
    SYS_connect,
    SYS_bind,
    SYS_listen,
    SYS_ptrace,
    SYS_process_vm_readv,
    SYS_process_vm_writev,
    SYS_kill,
    SYS_tkill,
    SYS_pidfd_open,
    SYS_pidfd_getfd,
    SYS_io_uring_setup,
    SYS_mount,
    SYS_umount2,
    SYS_unshare,
    SYS_setns,
    SYS_bpf,
    SYS_keyctl,
    SYS_add_key,
    SYS_request_key,
    SYS_userfaultfd,
    SYS_perf_event_open,
    SYS_memfd_create,
    SYS_shmget,
    SYS_shmat,
    SYS_msgget,
    SYS_mq_open,
};

/// The largest number of 64-bit calls; the x32 ones above it reach the same calls by another door.
constexpr std::uint32_t kX32 = 0x40000000;

constexpr sock_filter statement(int code, std::uint32_t value)
{
    return {static_cast<std::uint16_t>(code), 0, 0, value};
}

constexpr sock_filter jump(int code, std::uint32_t value, std::uint8_t yes, std::uint8_t no)
{
    return {static_cast<std::uint16_t>(code), yes, no, value};
}

/// Opening is let through where it only reads: its flags say so, and they are looked at.
void addReading(std::vector<sock_filter>& program)
{
    constexpr std::uint32_t kWriting = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND;
    constexpr std::uint32_t kFlags = offsetof(seccomp_data, args) + 2 * sizeof(std::uint64_t);
    program.push_back(jump(BPF_JMP | BPF_JEQ | BPF_K, SYS_openat, 0, 5)); // over all of this
    program.push_back(statement(BPF_LD | BPF_W | BPF_ABS, kFlags));       // its lower half
    program.push_back(statement(BPF_ALU | BPF_AND | BPF_K, kWriting));
    program.push_back(jump(BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 1));
    program.push_back(statement(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
    program.push_back(statement(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM));
}

std::vector<sock_filter> filter(Files files)
{
    constexpr std::uint32_t kNotPermitted = SECCOMP_RET_ERRNO | EPERM;
    std::vector<sock_filter> program;
    // Calls in the way of another processor (32 bits on 64) have other numbers: none is needed.
    program.push_back(statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)));
    program.push_back(jump(BPF_JMP | BPF_JEQ | BPF_K, kProcessor, 1, 0));
    program.push_back(statement(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS));
    program.push_back(statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)));
    program.push_back(jump(BPF_JMP | BPF_JGE | BPF_K, kX32, 0, 1));
    program.push_back(statement(BPF_RET | BPF_K, kNotPermitted));
    if (files == Files::ReadOnly)
        addReading(program);
    for (const auto number : kRefused) {
        // Jumps go a few places only: each call has its own refusal behind it.
        program.push_back(jump(BPF_JMP | BPF_JEQ | BPF_K, std::uint32_t(number), 0, 1));
        program.push_back(statement(BPF_RET | BPF_K, kNotPermitted));
    }
    program.push_back(statement(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
    return program;
}

} // namespace

Result<void> enter(Files files)
{
    if (kProcessor == 0)
        return {};
    auto program = filter(files);
    sock_fprog installed{static_cast<unsigned short>(program.size()), program.data()};
    if (syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &installed) == 0)
        return {};
    if (errno == ENOSYS || errno == EINVAL) // a kernel built without
        return {};
    return Error{ErrorCode::Internal, u"worker sandbox: seccomp errno %1"_s.arg(errno)};
}

#else

Result<void> enter(Files /*files*/)
{
    return {};
}

#endif

} // namespace handshake::worker_sandbox
