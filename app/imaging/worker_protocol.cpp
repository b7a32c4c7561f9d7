// SPDX-License-Identifier: Apache-2.0
#include "app/imaging/worker_protocol.h"

#include "app/core/text.h"
#include "app/imaging/picture_header.h"

#include <QtEndian>

#include <array>

namespace handshake::worker_protocol {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView kRequest("HDRQ");
constexpr QByteArrayView kPicture("HDOK");
constexpr QByteArrayView kRefusal("HDNO");

void append(QByteArray& bytes, qsizetype number)
{
    std::array<char, 4> raw{};
    qToLittleEndian<quint32>(static_cast<quint32>(number), raw.data());
    bytes.append(raw.data(), raw.size());
}

qsizetype numberAt(QByteArrayView bytes, qsizetype at)
{
    return qsizetype(qFromLittleEndian<quint32>(bytes.data() + at));
}

Error protocolError(const QString& what)
{
    return {ErrorCode::Protocol, u"decode worker: "_s + what};
}

/// The reasons a worker can have; anything else would be an answer made up.
bool isWorkersReason(qsizetype code)
{
    return code == qsizetype(ErrorCode::Unreadable) || code == qsizetype(ErrorCode::TooLarge) ||
           code == qsizetype(ErrorCode::Internal);
}

} // namespace

QByteArray requestHead(qsizetype length)
{
    QByteArray head = kRequest.toByteArray();
    append(head, length);
    return head;
}

Result<qsizetype> parseRequestHead(QByteArrayView head)
{
    if (head.size() != kRequestHead || !head.startsWith(kRequest))
        return protocolError(u"not a request"_s);
    const qsizetype length = numberAt(head, 4);
    if (length > PictureLimits::kMaxBytes)
        return Error{ErrorCode::TooLarge, u"decode worker: request over the limit"_s};
    return length;
}

QByteArray pictureReplyHead(QSize size)
{
    QByteArray head = kPicture.toByteArray();
    append(head, size.width());
    append(head, size.height());
    return head;
}

QByteArray refusal(const Error& error)
{
    const QByteArray detail = error.detail.toUtf8().left(kMaxDetail);
    QByteArray reply = kRefusal.toByteArray();
    append(reply, qsizetype(error.code));
    append(reply, detail.size());
    return reply + detail;
}

Result<ReplyHead> parseReplyHead(QByteArrayView head, QSize expected)
{
    if (head.size() != kReplyHead)
        return protocolError(u"reply cut off"_s);
    const qsizetype first = numberAt(head, 4);
    const qsizetype second = numberAt(head, 8);
    if (head.startsWith(kPicture)) {
        if (first != expected.width() || second != expected.height())
            return protocolError(u"picture of another size than announced"_s);
        return ReplyHead{std::nullopt, expected, first * second * 4};
    }
    if (head.startsWith(kRefusal)) {
        if (!isWorkersReason(first) || second > kMaxDetail)
            return protocolError(u"refusal that makes no sense"_s);
        return ReplyHead{ErrorCode(first), {}, second};
    }
    return protocolError(u"not a reply"_s);
}

QString detailText(QByteArrayView detail)
{
    return cleanForeignText(QString::fromUtf8(detail), 200);
}

} // namespace handshake::worker_protocol
