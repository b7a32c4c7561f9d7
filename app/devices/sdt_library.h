// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QString>

#include <chrono>

#ifdef Q_OS_WIN
#define HANDSHAKE_SDT_CALL __stdcall
#else
#define HANDSHAKE_SDT_CALL
#endif

namespace handshake {

/// A vendor's library with the SDT functions, by which readers of identity-card chips are driven.
/// Foreign code: for a helper process only.
class SdtLibrary final
{
public:
    /// Configuration "chip-library-wrong" when the file is no library or lacks one of the
    /// functions.
    static Result<SdtLibrary> load(const QString& file);

    /// The text block of the first card that is laid on the reader at `port` (USB 1001–1016, COM
    /// 1–16; 0: the first one found at USB). Blocking. NotFound "chip-no-card", Unavailable
    /// "chip-no-reader", Unreadable "chip-unreadable".
    [[nodiscard]] Result<QByteArray> readText(int port, std::chrono::milliseconds patience) const;

private:
    using Port = int(HANDSHAKE_SDT_CALL*)(int port);
    using Find = int(HANDSHAKE_SDT_CALL*)(int port, unsigned char* number, int opens);
    using Read = int(HANDSHAKE_SDT_CALL*)(int port, unsigned char* text, unsigned* textSize,
                                          unsigned char* photo, unsigned* photoSize, int opens);

    [[nodiscard]] int openPort(int port) const;
    [[nodiscard]] Result<QByteArray> waitForCard(int port,
                                                 std::chrono::milliseconds patience) const;

    Port m_open = nullptr;
    Port m_close = nullptr;
    Find m_find = nullptr;
    Find m_select = nullptr;
    Read m_read = nullptr;
};

} // namespace handshake
