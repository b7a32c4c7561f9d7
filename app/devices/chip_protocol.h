// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/devices/id_chip_reader.h"

#include <QByteArrayView>

#include <chrono>
#include <optional>

/// What is said between the program and its chip worker, over standard input and output, in frames
/// as of scan_protocol.h.
///
///   worker → program, once      "HDC1"           ready
///   program → worker, once      CHIP {json}      a ChipRequest
///   worker → program, once      TEXT 256 bytes   the chip's text block
///                            or NONE detail      one of the details of IdChipReader::read()
namespace handshake::chip_protocol {

inline constexpr QByteArrayView kHello("HDC1");
inline constexpr qsizetype kMaxRequest = 64 * 1024;
inline constexpr qsizetype kTextSize = 256;
inline constexpr int kMaxPatience = 120'000; ///< milliseconds

struct ChipRequest {
    QString library{}; ///< the vendor's file, absolute
    int port = 0;      ///< SDT: USB 1001–1016, COM 1–16; 0: whatever is found at USB
    std::chrono::milliseconds patience{10'000};
};

[[nodiscard]] QByteArray request(const ChipRequest& request);
/// Protocol when it is none; every value is held against its range.
[[nodiscard]] Result<ChipRequest> parseRequest(QByteArrayView bytes);

[[nodiscard]] QByteArray textReply(const QByteArray& text);
[[nodiscard]] QByteArray refusal(const QString& detail);

/// What the worker said so far: nothing while it is not complete; the text block, or the failure
/// it tells. Protocol when it makes no sense.
[[nodiscard]] std::optional<Result<QByteArray>> parseReply(QByteArrayView bytes);

} // namespace handshake::chip_protocol
