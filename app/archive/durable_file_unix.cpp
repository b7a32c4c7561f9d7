// SPDX-License-Identifier: Apache-2.0
#include "app/archive/durable_file.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace handshake::durable {

using namespace Qt::StringLiterals;

namespace {

Error failure(const QString& step, int number, const QString& path)
{
    // EFBIG is a quota by another name: the file may not grow.
    const bool isFull = number == ENOSPC || number == EDQUOT || number == EFBIG;
    return Error{isFull ? ErrorCode::StorageFull : ErrorCode::Storage,
                 u"%1 failed (error %2)"_s.arg(step).arg(number), path};
}

template <typename Call>
auto retried(Call call)
{
    auto answer = call();
    while (answer < 0 && errno == EINTR)
        answer = call();
    return answer;
}

int writeAll(int file, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const auto written = retried(
            [&] { return ::write(file, bytes.data(), static_cast<std::size_t>(bytes.size())); });
        if (written < 0)
            return errno;
        if (written == 0)
            return EIO;
        bytes = bytes.sliced(static_cast<qsizetype>(written));
    }
    return 0;
}

Result<void> syncPath(const QString& path, int flags)
{
    const QByteArray name = QFile::encodeName(path);
    const int file = retried([&] { return ::open(name.constData(), flags | O_CLOEXEC); });
    if (file < 0)
        return failure(u"opening for sync"_s, errno, path);
    const int synced = retried([&] { return ::fsync(file); });
    const int number = errno;
    ::close(file); // nothing was written through this descriptor
    if (synced < 0)
        return failure(u"sync"_s, number, path);
    return {};
}

} // namespace

Result<void> writeNewFile(const QString& path, QByteArrayView bytes)
{
    const QByteArray name = QFile::encodeName(path);
    const int file = retried([&] {
        return ::open(name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    });
    if (file < 0)
        return failure(u"making a file"_s, errno, path);

    QString step = u"writing"_s;
    int number = writeAll(file, bytes);
    if (number == 0) {
        step = u"sync"_s;
        number = retried([&] { return ::fsync(file); }) < 0 ? errno : 0;
    }
    // Not again after EINTR: on Linux the descriptor is gone whatever close() answers.
    if (::close(file) < 0 && number == 0 && errno != EINTR) {
        step = u"closing"_s;
        number = errno;
    }
    if (number == 0)
        return {};
    ::unlink(name.constData()); // what stays is swept at the next start
    return failure(step, number, path);
}

Result<void> moveIntoPlace(const QString& from, const QString& to)
{
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) < 0)
        return failure(u"renaming"_s, errno, to);
    return syncFolder(QFileInfo(to).path());
}

Result<void> makeFolder(const QString& folder)
{
    const QFileInfo info(folder);
    if (info.isDir())
        return {};
    const QString parent = info.absolutePath();
    if (parent != folder) {
        const Result<void> made = makeFolder(parent);
        if (!made)
            return made.error();
    }
    if (::mkdir(QFile::encodeName(folder).constData(), S_IRWXU) < 0 && errno != EEXIST)
        return failure(u"making a folder"_s, errno, folder);
    Result<void> synced = syncFolder(parent);
    if (!synced) // or the next attempt would find it there and never sync its name
        ::rmdir(QFile::encodeName(folder).constData());
    return synced;
}

namespace {

Result<QByteArray> readAllOf(int file, qint64 most, const QString& path)
{
    struct stat status {
    };
    if (::fstat(file, &status) < 0 || !S_ISREG(status.st_mode))
        return Error{ErrorCode::Denied, u"not a plain file"_s, path};
    if (status.st_size > most)
        return Error{ErrorCode::TooLarge, u"larger than such a file can be"_s, path};
    ::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED); // advice: nothing to do when it is not taken
    QByteArray bytes(static_cast<qsizetype>(status.st_size), Qt::Uninitialized);
    qsizetype filled = 0;
    while (filled < bytes.size()) {
        const auto got = retried([&] {
            return ::read(file, bytes.data() + filled,
                          static_cast<std::size_t>(bytes.size() - filled));
        });
        if (got < 0)
            return Error{ErrorCode::Unreadable, u"reading failed (error %1)"_s.arg(errno), path};
        if (got == 0)
            break; // it shrank meanwhile
        filled += static_cast<qsizetype>(got);
    }
    bytes.truncate(filled);
    return bytes;
}

} // namespace

Result<QByteArray> readPlainFile(const QString& path, qint64 most)
{
    // Without waiting: a pipe under this name would hold the caller for ever.
    const int file = retried([&] {
        return ::open(QFile::encodeName(path).constData(),
                      O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    });
    if (file < 0 && errno == ENOENT)
        return Error{ErrorCode::NotFound, u"no such file"_s, path};
    if (file < 0 && (errno == ELOOP || errno == ENXIO || errno == EACCES))
        return Error{ErrorCode::Denied, u"a link, a device or a file of somebody else"_s, path};
    if (file < 0)
        return Error{ErrorCode::Unreadable, u"opening failed (error %1)"_s.arg(errno), path};
    auto bytes = readAllOf(file, most, path);
    ::close(file);
    return bytes;
}

Result<void> syncFile(const QString& path)
{
    return syncPath(path, O_RDONLY);
}

Result<void> syncFolder(const QString& folder)
{
    return syncPath(folder, O_RDONLY | O_DIRECTORY);
}

} // namespace handshake::durable
