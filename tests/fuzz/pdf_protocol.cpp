// SPDX-License-Identifier: Apache-2.0
#include "app/imaging/pdf_protocol.h"

#include "app/imaging/picture_header.h"
#include "fuzz/fuzz_target.h"

#include <algorithm>

using namespace handshake;

/// The input is what the other side sent: a head.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArrayView bytes = fuzz::viewOf(data, size);
    (void)isPdf(bytes);
    const QByteArrayView head = bytes.first(std::min(bytes.size(), pdf_protocol::kHead));
    if (const auto request = pdf_protocol::parseRequestHead(head)) {
        fuzz::require(request->length >= 0 && request->length <= PictureLimits::kMaxBytes,
                      "a request fits the limit");
        fuzz::require(pdf_protocol::requestHead(*request) == head, "a request reads as written");
    }
    if (const auto reply = pdf_protocol::parseReplyHead(head)) {
        if (reply->refused) {
            fuzz::require(reply->length >= 0 && reply->length <= pdf_protocol::kMaxDetail,
                          "a reason is short");
            return 0;
        }
        fuzz::require(reply->length == qsizetype(reply->size.width()) * reply->size.height() * 4,
                      "as many bytes as pixels need");
        fuzz::require(reply->length <= PictureLimits::kMaxPixels * 4, "a page fits the limit");
        fuzz::require(reply->pageCount > 0 && reply->dpi > 0, "a page makes sense");
    }
    return 0;
}
