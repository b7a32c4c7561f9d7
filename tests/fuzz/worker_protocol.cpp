// SPDX-License-Identifier: Apache-2.0
#include "app/imaging/worker_protocol.h"

#include "app/imaging/picture_header.h"
#include "fuzz/fuzz_target.h"

#include <algorithm>

using namespace handshake;

namespace {

void readAsRequest(QByteArrayView head)
{
    const auto length = worker_protocol::parseRequestHead(head);
    if (!length)
        return;
    fuzz::require(*length >= 0 && *length <= PictureLimits::kMaxBytes, "a request fits the limit");
    fuzz::require(worker_protocol::requestHead(*length) == head, "a request reads as written");
}

void readAsReply(QByteArrayView head, QSize expected)
{
    const auto reply = worker_protocol::parseReplyHead(head, expected);
    if (!reply)
        return;
    if (reply->refused) {
        fuzz::require(reply->length >= 0 && reply->length <= worker_protocol::kMaxDetail,
                      "a reason is short");
        return;
    }
    fuzz::require(reply->size == expected, "no other size than announced");
    fuzz::require(reply->length == qsizetype(expected.width()) * expected.height() * 4,
                  "as many bytes as pixels need");
}

} // namespace

/// The input is what the other side sent: a head, then a detail.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArrayView bytes = fuzz::viewOf(data, size);
    readAsRequest(bytes.first(std::min(bytes.size(), worker_protocol::kRequestHead)));
    const QByteArrayView head = bytes.first(std::min(bytes.size(), worker_protocol::kReplyHead));
    readAsReply(head, {1280, 720});
    readAsReply(head, {1, 1});
    fuzz::require(worker_protocol::detailText(bytes).size() <= 200, "a detail is cut");
    return 0;
}
