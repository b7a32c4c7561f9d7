// SPDX-License-Identifier: Apache-2.0
#include "app/archive/volume.h"

#include <QDir>

#include <array>
#include <windows.h>

namespace handshake {

using namespace Qt::StringLiterals;

Result<Volume> volumeOf(const QString& folder)
{
    std::array<wchar_t, MAX_PATH + 1> root{};
    const std::wstring path = QDir::toNativeSeparators(folder).toStdWString();
    if (!GetVolumePathNameW(path.c_str(), root.data(), static_cast<DWORD>(root.size())))
        return Error{ErrorCode::Storage, u"file system not known (error %1)"_s.arg(GetLastError()),
                     folder};
    Volume volume;
    volume.isRemote = GetDriveTypeW(root.data()) == DRIVE_REMOTE;
    std::array<wchar_t, MAX_PATH + 1> name{};
    if (GetVolumeInformationW(root.data(), nullptr, 0, nullptr, nullptr, nullptr, name.data(),
                              static_cast<DWORD>(name.size())))
        volume.fileSystem = QString::fromWCharArray(name.data()).toLower();
    return volume;
}

} // namespace handshake
