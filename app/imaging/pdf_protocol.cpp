// SPDX-License-Identifier: Apache-2.0
#include "app/imaging/pdf_protocol.h"

#include "app/imaging/picture_header.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>

namespace handshake {

bool isPdf(QByteArrayView bytes)
{
    return bytes.first(std::min<qsizetype>(bytes.size(), 1024)).contains("%PDF-");
}

namespace pdf_protocol {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView kRequest("HDPQ");
constexpr QByteArrayView kPage("HDPP");
constexpr QByteArrayView kRefusal("HDPN");

QByteArray headOf(QByteArrayView tag, std::initializer_list<qint64> numbers)
{
    QByteArray head = tag.toByteArray();
    for (const qint64 number : numbers) {
        std::array<char, 4> raw{};
        qToLittleEndian<quint32>(static_cast<quint32>(number), raw.data());
        head.append(raw.data(), raw.size());
    }
    return head;
}

/// The four numbers of a head.
std::array<qint64, 4> numbersOf(QByteArrayView head)
{
    std::array<qint64, 4> numbers{};
    for (std::size_t i = 0; i < numbers.size(); ++i)
        numbers.at(i) = qFromLittleEndian<quint32>(head.data() + 4 + 4 * i);
    return numbers;
}

Error protocolError(const QString& what)
{
    return {ErrorCode::Protocol, u"pdf worker: "_s + what};
}

/// The reasons a worker can have; anything else would be an answer made up.
bool isWorkersReason(qint64 code)
{
    return code == qint64(ErrorCode::Unreadable) || code == qint64(ErrorCode::TooLarge) ||
           code == qint64(ErrorCode::NotFound) || code == qint64(ErrorCode::Internal);
}

} // namespace

QByteArray requestHead(const RequestHead& request)
{
    return headOf(kRequest, {request.length, request.page.page, request.page.dpi, 0});
}

Result<RequestHead> parseRequestHead(QByteArrayView head)
{
    if (head.size() != kHead || !head.startsWith(kRequest))
        return protocolError(u"not a request"_s);
    const auto [length, page, dpi, none] = numbersOf(head);
    if (length > PictureLimits::kMaxBytes)
        return Error{ErrorCode::TooLarge, u"pdf worker: request over the limit"_s};
    if (page >= PdfLimits::kMaxPages || dpi < PdfLimits::kMinDpi || dpi > PdfLimits::kMaxDpi ||
        none != 0)
        return protocolError(u"a request that makes no sense"_s);
    return RequestHead{qsizetype(length), {int(page), int(dpi)}};
}

QByteArray pageReplyHead(const PdfPage& page)
{
    constexpr double kInch = 0.0254;
    return headOf(kPage, {page.image.width(), page.image.height(), page.pageCount,
                          std::llround(page.image.dotsPerMeterX() * kInch * 100)});
}

QByteArray refusal(const Error& error)
{
    const QByteArray detail = error.detail.toUtf8().left(kMaxDetail);
    return headOf(kRefusal, {qint64(error.code), detail.size(), 0, 0}) + detail;
}

Result<ReplyHead> parseReplyHead(QByteArrayView head)
{
    if (head.size() != kHead)
        return protocolError(u"reply cut off"_s);
    const auto [first, second, third, dpi] = numbersOf(head);
    if (head.startsWith(kRefusal)) {
        if (!isWorkersReason(first) || second > kMaxDetail)
            return protocolError(u"refusal that makes no sense"_s);
        return ReplyHead{ErrorCode(first), {}, 0, 0, qsizetype(second)};
    }
    if (!head.startsWith(kPage))
        return protocolError(u"not a reply"_s);
    if (first < 1 || second < 1 || third < 1 || third > PdfLimits::kMaxPages || dpi < 1 ||
        dpi > 100 * PdfLimits::kMaxDpi + 100)
        return protocolError(u"page that makes no sense"_s);
    if (first > PictureLimits::kMaxSide || second > PictureLimits::kMaxSide ||
        first * second > PictureLimits::kMaxPixels)
        return Error{ErrorCode::TooLarge, u"pdf worker: page over the limits"_s};
    return ReplyHead{std::nullopt, QSize(int(first), int(second)), int(third), double(dpi) / 100,
                     qsizetype(first * second * 4)};
}

} // namespace pdf_protocol

} // namespace handshake
