// SPDX-License-Identifier: Apache-2.0
#include "app/devices/chip_protocol.h"

#include "app/core/json.h"
#include "app/devices/scan_protocol.h"

#include <algorithm>
#include <array>

namespace handshake::chip_protocol {

using namespace Qt::StringLiterals;

namespace {

struct Failure {
    const char* detail;
    ErrorCode code;
};

/// What a worker may say; anything else would be an answer made up.
constexpr std::array kFailures{
    Failure{"chip-no-card", ErrorCode::NotFound},
    Failure{"chip-no-reader", ErrorCode::Unavailable},
    Failure{"chip-unreadable", ErrorCode::Unreadable},
    Failure{"chip-library-missing", ErrorCode::Configuration},
    Failure{"chip-library-wrong", ErrorCode::Configuration},
};

Error protocolError(const QString& what)
{
    return {ErrorCode::Protocol, u"chip worker: "_s + what};
}

/// The head of the first frame; nothing while it is not there.
std::optional<Result<scan_protocol::FrameHead>> headOf(QByteArrayView bytes, qsizetype limit)
{
    if (bytes.size() < scan_protocol::kFrameHead)
        return {};
    return scan_protocol::parseFrameHead(bytes.first(scan_protocol::kFrameHead), limit);
}

Result<QByteArray> failureFrom(QByteArrayView detail)
{
    const auto known = std::find_if(kFailures.begin(), kFailures.end(), [&](const Failure& one) {
        return detail == QByteArrayView(one.detail);
    });
    if (known == kFailures.end())
        return protocolError(u"a failure that is none"_s);
    return Error{known->code, QString::fromLatin1(known->detail)};
}

} // namespace

QByteArray request(const ChipRequest& request)
{
    return scan_protocol::frame("CHIP",
                                canonicalJson({{u"library"_s, request.library},
                                               {u"port"_s, request.port},
                                               {u"patience"_s, qint64(request.patience.count())}}));
}

Result<ChipRequest> parseRequest(QByteArrayView bytes)
{
    const auto head = headOf(bytes, kMaxRequest);
    if (!head || !*head || (*head)->tag != "CHIP" ||
        bytes.size() != scan_protocol::kFrameHead + (*head)->length)
        return protocolError(u"not a request"_s);
    const auto object =
        parseJsonObject(bytes.sliced(scan_protocol::kFrameHead).toByteArray(), kMaxRequest);
    if (!object)
        return protocolError(u"a request that is no JSON"_s);
    const int port = object->value(u"port"_s).toInt(-1);
    const int patience = object->value(u"patience"_s).toInt(-1);
    const QString library = object->value(u"library"_s).toString();
    const bool isPort = port == 0 || (port >= 1 && port <= 16) || (port >= 1001 && port <= 1016);
    if (!isPort || patience < 0 || patience > kMaxPatience || library.isEmpty())
        return protocolError(u"a request that makes no sense"_s);
    return ChipRequest{library, port, std::chrono::milliseconds(patience)};
}

QByteArray textReply(const QByteArray& text)
{
    return scan_protocol::frame("TEXT", text);
}

QByteArray refusal(const QString& detail)
{
    return scan_protocol::frame("NONE", detail.toLatin1());
}

std::optional<Result<QByteArray>> parseReply(QByteArrayView bytes)
{
    const qsizetype seen = std::min(bytes.size(), kHello.size());
    if (bytes.first(seen) != kHello.first(seen))
        return protocolError(u"is not one"_s);
    const QByteArrayView rest = bytes.sliced(seen);
    const auto head = headOf(rest, kTextSize);
    if (!head)
        return {};
    if (!*head)
        return protocolError((*head).error().detail);
    const qsizetype size = scan_protocol::kFrameHead + (*head)->length;
    if (rest.size() < size)
        return {};
    if (rest.size() > size)
        return protocolError(u"goes on after its answer"_s);
    const QByteArrayView content = rest.sliced(scan_protocol::kFrameHead);
    if ((*head)->tag == "TEXT" && content.size() == kTextSize)
        return Result<QByteArray>(content.toByteArray());
    if ((*head)->tag == "NONE")
        return failureFrom(content);
    return protocolError(u"not an answer"_s);
}

} // namespace handshake::chip_protocol
