// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QSize>
#include <QString>

#include <optional>

/// What is said between the program and its decode worker, over standard input and output. Numbers
/// are 32 bit, little-endian.
///
///   worker → program, once      "HDW1"                              ready, limits in force
///   program → worker            "HDRQ" length bytes…                one picture file
///   worker → program            "HDOK" width height pixels…         upright, 4 bytes B G R 255
///                            or "HDNO" code length detail…          code of ErrorCode
///
/// Nothing else is ever sent; after a reply the worker waits for the next request or the end of
/// its input. The program knows from the header how many pixels may come and takes no other size.
namespace handshake::worker_protocol {

inline constexpr QByteArrayView kHello("HDW1");
inline constexpr qsizetype kRequestHead = 8;
inline constexpr qsizetype kReplyHead = 12;
inline constexpr qsizetype kMaxDetail = 1000;

[[nodiscard]] QByteArray requestHead(qsizetype length);
/// The announced length. Protocol when it is no request, TooLarge over the picture limits.
[[nodiscard]] Result<qsizetype> parseRequestHead(QByteArrayView head);

[[nodiscard]] QByteArray pictureReplyHead(QSize size);
[[nodiscard]] QByteArray refusal(const Error& error);

/// The beginning of a reply.
struct ReplyHead {
    std::optional<ErrorCode> refused; ///< then `length` bytes of detail follow
    QSize size;                       ///< else the size of the picture
    qsizetype length = 0;             ///< bytes that follow
};

/// Protocol when it is no reply, announces a picture other than `expected`, or refuses with a code
/// a worker has no reason to use.
[[nodiscard]] Result<ReplyHead> parseReplyHead(QByteArrayView head, QSize expected);

/// The detail of a refusal, made safe to log.
[[nodiscard]] QString detailText(QByteArrayView detail);

} // namespace handshake::worker_protocol
