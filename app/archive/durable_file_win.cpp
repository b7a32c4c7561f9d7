// SPDX-License-Identifier: Apache-2.0
#include "app/archive/durable_file.h"

#include <QDir>
#include <QFileInfo>

#include <windows.h>

namespace handshake::durable {

using namespace Qt::StringLiterals;

namespace {

Error failure(const QString& step, DWORD number, const QString& path)
{
    const bool isFull = number == ERROR_DISK_FULL || number == ERROR_HANDLE_DISK_FULL ||
                        number == ERROR_DISK_QUOTA_EXCEEDED;
    return Error{isFull ? ErrorCode::StorageFull : ErrorCode::Storage,
                 u"%1 failed (error %2)"_s.arg(step).arg(number), path};
}

// "\\?\" lifts the limit of 260 characters; it wants an absolute path with back-slashes.
std::wstring nativePath(const QString& path)
{
    const QString native = QDir::toNativeSeparators(QFileInfo(path).absoluteFilePath());
    return (native.startsWith(u"\\\\"_s) ? native : u"\\\\?\\"_s + native).toStdWString();
}

DWORD writeAll(HANDLE file, QByteArrayView bytes)
{
    constexpr qsizetype kChunk = 16 * 1024 * 1024;
    while (!bytes.isEmpty()) {
        const QByteArrayView chunk = bytes.first(qMin(bytes.size(), kChunk));
        DWORD written = 0;
        if (!WriteFile(file, chunk.data(), static_cast<DWORD>(chunk.size()), &written, nullptr))
            return GetLastError();
        if (written == 0)
            return ERROR_WRITE_FAULT;
        bytes = bytes.sliced(static_cast<qsizetype>(written));
    }
    return ERROR_SUCCESS;
}

/// Flushes and closes `handle`.
Result<void> flushed(HANDLE handle, const QString& path)
{
    if (handle == INVALID_HANDLE_VALUE)
        return failure(u"opening for sync"_s, GetLastError(), path);
    const bool isFlushed = FlushFileBuffers(handle) != 0;
    const DWORD number = GetLastError();
    CloseHandle(handle);
    if (!isFlushed)
        return failure(u"sync"_s, number, path);
    return {};
}

} // namespace

Result<void> writeNewFile(const QString& path, QByteArrayView bytes)
{
    const std::wstring name = nativePath(path);
    const HANDLE file = CreateFileW(name.c_str(), GENERIC_WRITE, 0, nullptr, CREATE_NEW,
                                    FILE_ATTRIBUTE_NORMAL, nullptr);
    if (file == INVALID_HANDLE_VALUE)
        return failure(u"making a file"_s, GetLastError(), path);

    QString step = u"writing"_s;
    DWORD number = writeAll(file, bytes);
    if (number == ERROR_SUCCESS && !FlushFileBuffers(file)) {
        step = u"sync"_s;
        number = GetLastError();
    }
    if (!CloseHandle(file) && number == ERROR_SUCCESS) {
        step = u"closing"_s;
        number = GetLastError();
    }
    if (number == ERROR_SUCCESS)
        return {};
    DeleteFileW(name.c_str()); // what stays is swept at the next start
    return failure(step, number, path);
}

Result<void> moveIntoPlace(const QString& from, const QString& to)
{
    // A virus scanner may hold a new file open for a moment.
    constexpr int kAttempts = 10;
    constexpr DWORD kPauseMs = 30;
    const std::wstring source = nativePath(from);
    const std::wstring target = nativePath(to);
    DWORD number = ERROR_SUCCESS;
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        if (MoveFileExW(source.c_str(), target.c_str(),
                        MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH))
            return syncFolder(QFileInfo(to).path());
        number = GetLastError();
        if (number != ERROR_SHARING_VIOLATION && number != ERROR_ACCESS_DENIED)
            break;
        Sleep(kPauseMs);
    }
    return failure(u"renaming"_s, number, to);
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
    if (!CreateDirectoryW(nativePath(folder).c_str(), nullptr) &&
        GetLastError() != ERROR_ALREADY_EXISTS)
        return failure(u"making a folder"_s, GetLastError(), folder);
    return syncFolder(parent);
}

namespace {

Result<QByteArray> readAllOf(HANDLE file, qint64 most, const QString& path)
{
    constexpr qint64 kChunk = 16 * 1024 * 1024;
    BY_HANDLE_FILE_INFORMATION information{};
    LARGE_INTEGER size{};
    const bool isPlain = GetFileType(file) == FILE_TYPE_DISK &&
                         GetFileInformationByHandle(file, &information) &&
                         GetFileSizeEx(file, &size) &&
                         (information.dwFileAttributes &
                          (FILE_ATTRIBUTE_DIRECTORY | FILE_ATTRIBUTE_REPARSE_POINT)) == 0;
    if (!isPlain)
        return Error{ErrorCode::Denied, u"not a plain file"_s, path};
    if (size.QuadPart > most)
        return Error{ErrorCode::TooLarge, u"larger than such a file can be"_s, path};
    QByteArray bytes(static_cast<qsizetype>(size.QuadPart), Qt::Uninitialized);
    qsizetype filled = 0;
    while (filled < bytes.size()) {
        DWORD got = 0;
        const auto wanted = static_cast<DWORD>(qMin<qint64>(bytes.size() - filled, kChunk));
        if (!ReadFile(file, bytes.data() + filled, wanted, &got, nullptr))
            return Error{ErrorCode::Unreadable, u"reading failed (error %1)"_s.arg(GetLastError()),
                         path};
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
    const HANDLE file = CreateFileW(nativePath(path).c_str(), GENERIC_READ, FILE_SHARE_READ,
                                    nullptr, OPEN_EXISTING, FILE_FLAG_OPEN_REPARSE_POINT, nullptr);
    if (file == INVALID_HANDLE_VALUE) {
        const DWORD number = GetLastError();
        if (number == ERROR_FILE_NOT_FOUND)
            return Error{ErrorCode::NotFound, u"no such file"_s, path};
        if (number == ERROR_ACCESS_DENIED) // also what a folder answers
            return Error{ErrorCode::Denied, u"a folder or a file of somebody else"_s, path};
        return Error{ErrorCode::Unreadable, u"opening failed (error %1)"_s.arg(number), path};
    }
    auto bytes = readAllOf(file, most, path);
    CloseHandle(file);
    return bytes;
}

Result<void> syncFile(const QString& path)
{
    const HANDLE handle = CreateFileW(nativePath(path).c_str(), GENERIC_WRITE,
                                      FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                                      nullptr, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
    return flushed(handle, path);
}

Result<void> syncFolder(const QString& folder)
{
    const HANDLE handle = CreateFileW(nativePath(folder).c_str(), GENERIC_WRITE,
                                      FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                                      nullptr, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, nullptr);
    // A drive's root and folders of other owners cannot be opened for writing; names there are kept
    // by the journal of NTFS and by MOVEFILE_WRITE_THROUGH alone.
    if (handle == INVALID_HANDLE_VALUE && GetLastError() == ERROR_ACCESS_DENIED)
        return {};
    return flushed(handle, folder);
}

} // namespace handshake::durable
