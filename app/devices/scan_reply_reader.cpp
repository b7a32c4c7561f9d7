// SPDX-License-Identifier: Apache-2.0
#include "app/devices/scan_reply_reader.h"

#include "app/core/json.h"
#include "app/core/text.h"
#include "app/imaging/picture_header.h"

#include <QJsonArray>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace handshake {

using namespace Qt::StringLiterals;
namespace protocol = scan_protocol;

namespace {

constexpr int kGrowBy = 1024; // rows, where the height is not known before the last one

/// What a worker may report; Cancelled, Hung and Unavailable come from both sides.
constexpr std::array kFaults{
    ScanFault::FeederEmpty, ScanFault::Jammed, ScanFault::CoverOpen,   ScanFault::Busy,
    ScanFault::Cancelled,   ScanFault::Lost,   ScanFault::Denied,      ScanFault::Unsupported,
    ScanFault::TooLarge,    ScanFault::Failed, ScanFault::Unavailable,
};

Error protocolError(const QString& what)
{
    return {ErrorCode::Protocol, u"scan worker: "_s + what};
}

Error tooLarge()
{
    return {ErrorCode::TooLarge, u"scan: more pixels than permitted"_s};
}

Result<ScanReplyReader::Event> devicesFrom(QByteArrayView content)
{
    constexpr qsizetype kMaxText = 200;
    const auto object = parseJsonObject(content.toByteArray(), protocol::kMaxRows);
    if (!object)
        return protocolError(u"a list that is no JSON"_s);
    const QJsonArray array = object->value(u"devices"_s).toArray();
    if (array.size() > protocol::kMaxDevices)
        return protocolError(u"more scanners than can be"_s);
    ScanReplyReader::Devices devices;
    for (const QJsonValue value : array) {
        const QJsonArray pair = value.toArray();
        const QString id = pair.at(0).toString();
        if (pair.size() != 2 || id.isEmpty())
            return protocolError(u"a scanner without a name"_s);
        devices.list.push_back({id, cleanForeignText(pair[1].toString(), kMaxText)});
    }
    return ScanReplyReader::Event{std::move(devices)};
}

Result<ScanReplyReader::Event> faultFrom(QByteArrayView content)
{
    const QString name = QString::fromLatin1(content);
    const auto fault = std::find_if(kFaults.begin(), kFaults.end(),
                                    [&name](ScanFault one) { return scanFaultName(one) == name; });
    if (fault == kFaults.end())
        return protocolError(u"a fault that is none"_s);
    return ScanReplyReader::Event{ScanReplyReader::End{*fault}};
}

bool fitsLimits(const QSize& size)
{
    return size.width() <= PictureLimits::kMaxSide && size.height() <= PictureLimits::kMaxSide &&
           qint64(size.width()) * size.height() <= PictureLimits::kMaxPixels;
}

void fillRow(QRgb* target, const uchar* source, int width, int channels)
{
    for (int x = 0; x < width; ++x) {
        target[x] = channels == 3 ? qRgb(source[0], source[1], source[2])
                                  : qRgb(source[0], source[0], source[0]);
        source += channels;
    }
}

} // namespace

void ScanReplyReader::append(QByteArrayView bytes)
{
    // Taken bytes go once here and not frame by frame: moving what is behind them each time cost
    // seconds for a page.
    m_buffer.remove(0, std::exchange(m_read, 0));
    m_buffer.append(bytes);
}

Result<std::optional<ScanReplyReader::Event>> ScanReplyReader::next()
{
    if (m_failure)
        return *m_failure;
    auto event = read();
    if (!event) {
        m_failure = event.error();
        m_buffer.clear();
        m_read = 0;
        m_image = {};
    }
    return event;
}

Result<std::optional<ScanReplyReader::Event>> ScanReplyReader::read()
{
    using Answer = std::optional<Event>;
    const QByteArrayView bytes = rest();
    if (m_state == State::Start) {
        const qsizetype seen = std::min(bytes.size(), protocol::kHello.size());
        if (bytes.first(seen) != protocol::kHello.first(seen))
            return protocolError(u"is not one"_s);
        if (seen < protocol::kHello.size())
            return Answer();
        m_read += seen;
        m_state = State::Between;
        return Answer(Ready{});
    }
    if (bytes.isEmpty())
        return Answer();
    if (m_state == State::Ended)
        return protocolError(u"goes on after the end"_s);
    if (bytes.size() < protocol::kFrameHead)
        return Answer();
    const auto head =
        protocol::parseFrameHead(bytes.first(protocol::kFrameHead), protocol::kMaxRows);
    if (!head)
        return head.error();
    if (bytes.size() < protocol::kFrameHead + head->length)
        return Answer();
    auto event = readFrame(head->tag, bytes.sliced(protocol::kFrameHead, head->length));
    if (!event)
        return event.error();
    m_read += protocol::kFrameHead + head->length;
    return Answer(*std::move(event));
}

Result<ScanReplyReader::Event> ScanReplyReader::readFrame(const QByteArray& tag,
                                                          QByteArrayView content)
{
    if (m_state == State::InPage && tag == "ROWS")
        return addRows(content);
    if (m_state == State::InPage && tag == "PEND")
        return endPage();
    if (m_state == State::Between && tag == "PAGE")
        return beginPage(content);
    if (m_state == State::Between && tag == "DEVS") {
        m_state = State::Ended;
        return devicesFrom(content);
    }
    if (m_state == State::Between && tag == "DONE" && content.isEmpty()) {
        m_state = State::Ended;
        return Event{End{}};
    }
    if (tag == "FAIL") { // in the middle of a page too: what came of it is dropped
        m_state = State::Ended;
        m_image = {};
        return faultFrom(content);
    }
    return protocolError(u"a frame out of place"_s);
}

Result<ScanReplyReader::Event> ScanReplyReader::beginPage(QByteArrayView content)
{
    constexpr double kMaxDpi = 20'000;
    if (content.size() != 20)
        return protocolError(u"a page without a head"_s);
    std::array<quint32, 5> numbers{};
    for (std::size_t i = 0; i < numbers.size(); ++i)
        numbers[i] = qFromLittleEndian<quint32>(content.data() + 4 * i);
    const auto [width, height, channels, dpiX, dpiY] = numbers;
    if (width > quint32(PictureLimits::kMaxSide) || height > quint32(PictureLimits::kMaxSide))
        return tooLarge();
    m_head.size = QSize(int(width), int(height));
    m_head.channels = int(channels);
    m_head.dpi = QSizeF(dpiX / 100.0, dpiY / 100.0);
    if (width == 0 || (channels != 1 && channels != 3) || m_head.dpi.width() < 1 ||
        m_head.dpi.height() < 1 || m_head.dpi.width() > kMaxDpi || m_head.dpi.height() > kMaxDpi)
        return protocolError(u"a page that makes no sense"_s);
    if (!fitsLimits(m_head.size))
        return tooLarge();
    m_rows = 0;
    m_image = {};
    m_state = State::InPage;
    return Event{Rows{height == 0 ? -1.0 : 0.0}};
}

Result<void> ScanReplyReader::makeRoom(int rows)
{
    if (rows <= m_image.height())
        return {};
    if (!fitsLimits({m_head.size.width(), rows}))
        return tooLarge();
    // The announced height is memory asked for on trust: it is taken once rows come, all at once
    // when it is known, as a copy of half a page costs more than the page.
    const int height = rows <= m_head.size.height() ? m_head.size.height() : rows + kGrowBy;
    QImage taller = m_image.isNull() ? QImage(m_head.size.width(), height, QImage::Format_RGB32)
                                     : m_image.copy(0, 0, m_head.size.width(), height);
    if (taller.isNull())
        return tooLarge();
    m_image = std::move(taller);
    return {};
}

Result<ScanReplyReader::Event> ScanReplyReader::addRows(QByteArrayView content)
{
    const qsizetype perRow = qsizetype(m_head.size.width()) * m_head.channels;
    if (content.isEmpty() || content.size() % perRow != 0)
        return protocolError(u"half a row"_s);
    const int more = int(content.size() / perRow);
    if (const auto made = makeRoom(m_rows + more); !made)
        return made.error();
    const auto* source = reinterpret_cast<const uchar*>(content.data());
    for (int row = 0; row < more; ++row, ++m_rows, source += perRow)
        fillRow(reinterpret_cast<QRgb*>(m_image.scanLine(m_rows)), source, m_head.size.width(),
                m_head.channels);
    const int height = m_head.size.height();
    return Event{Rows{height == 0 ? -1.0 : std::min(1.0, double(m_rows) / height)}};
}

Result<ScanReplyReader::Event> ScanReplyReader::endPage()
{
    constexpr double kInch = 0.0254;
    if (m_rows == 0)
        return protocolError(u"a page without rows"_s);
    Page page{m_image.height() == m_rows ? m_image
                                         : m_image.copy(0, 0, m_head.size.width(), m_rows)};
    if (page.image.isNull())
        return tooLarge();
    page.image.setDotsPerMeterX(int(std::lround(m_head.dpi.width() / kInch)));
    page.image.setDotsPerMeterY(int(std::lround(m_head.dpi.height() / kInch)));
    m_image = {};
    m_state = State::Between;
    return Event{std::move(page)};
}

} // namespace handshake
