// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/devices/scanner.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QSize>

#include <optional>
#include <variant>

/// What is said between the program and its scan worker, over standard input and output. A frame is
/// a tag of four letters, the length of what follows (32 bit, little-endian), and that.
///
///   worker → program, once      "HSW1"                        ready
///   program → worker, once      LIST {json}                   which scanners are there?
///                            or SCAN {json}                   a ScanRequest
///                     later     STOP                          cancel
///   worker → program            DEVS {json}                   answer to LIST
///                               PAGE width height channels dpiX dpiY
///                                                             height 0: not known; dpi in 1/100
///                               ROWS pixels…                  whole rows, 1 or 3 bytes a pixel
///                               PEND                          the page is complete
///                               FAIL {name of a ScanFault}    the end
///                               DONE                          the end
///
/// One worker does one thing and ends.
namespace handshake::scan_protocol {

inline constexpr QByteArrayView kHello("HSW1");
inline constexpr qsizetype kFrameHead = 8;
inline constexpr qsizetype kMaxRequest = 64 * 1024;
inline constexpr qsizetype kMaxRows = 1024 * 1024;
inline constexpr qsizetype kMaxDevices = 100;

struct FrameHead {
    QByteArray tag;
    qsizetype length = 0;
};

[[nodiscard]] QByteArray frame(QByteArrayView tag, QByteArrayView content = {});
/// Protocol when it is no head of `kFrameHead` bytes, TooLarge over `limit`.
[[nodiscard]] Result<FrameHead> parseFrameHead(QByteArrayView head, qsizetype limit);

[[nodiscard]] QByteArray listRequest(bool withNetwork);
[[nodiscard]] QByteArray scanRequest(const ScanRequest& request);
[[nodiscard]] QByteArray stopRequest();

/// What a worker was asked for.
struct ListRequest {
    bool withNetwork = false;
};
using Request = std::variant<ListRequest, ScanRequest>;
/// Protocol when it is none; every value is held against its range.
[[nodiscard]] Result<Request> parseRequest(const FrameHead& head, const QByteArray& content);

[[nodiscard]] QByteArray devicesReply(const std::vector<ScannerInfo>& devices);

/// The beginning of a page.
struct PageHead {
    QSize size{};     ///< height 0 when it is not known before the last row
    int channels = 3; ///< 1 gray, 3 RGB
    QSizeF dpi{};     ///< across, along
};
[[nodiscard]] QByteArray pageReply(const PageHead& page);
[[nodiscard]] QByteArray faultReply(ScanFault fault);

} // namespace handshake::scan_protocol
