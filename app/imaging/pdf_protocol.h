// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/imaging/pdf_decoder.h"

#include <QByteArrayView>
#include <QSize>

#include <optional>

/// What is said between the program and its PDF worker, over standard input and output. Numbers are
/// 32 bit, little-endian; every head has 20 bytes.
///
///   worker → program, once      "HDP1"                                    ready, limits in force
///   program → worker, once      "HDPQ" length page dpi 0 bytes…           one file, one of its
///   pages worker → program, once      "HDPP" width height pages dpi pixels…     4 bytes B G R 255
///   each;
///                                                                    dpi in 1/100
///                            or "HDPN" code length 0 0 detail…            code of ErrorCode
namespace handshake::pdf_protocol {

inline constexpr QByteArrayView kHello("HDP1");
inline constexpr qsizetype kHead = 20;
inline constexpr qsizetype kMaxDetail = 1000;

struct RequestHead {
    qsizetype length = 0;
    PdfPageRequest page{};
};
[[nodiscard]] QByteArray requestHead(const RequestHead& request);
/// Protocol when it is no request, TooLarge over the limits.
[[nodiscard]] Result<RequestHead> parseRequestHead(QByteArrayView head);

[[nodiscard]] QByteArray pageReplyHead(const PdfPage& page);
[[nodiscard]] QByteArray refusal(const Error& error);

/// The beginning of a reply.
struct ReplyHead {
    std::optional<ErrorCode> refused; ///< then `length` bytes of detail follow
    QSize size{};                     ///< else the size of the page
    int pageCount = 0;
    double dpi = 0;
    qsizetype length = 0; ///< bytes that follow
};
/// Protocol when it is no reply or one that makes no sense, TooLarge over the limits.
[[nodiscard]] Result<ReplyHead> parseReplyHead(QByteArrayView head);

} // namespace handshake::pdf_protocol
