// SPDX-License-Identifier: Apache-2.0
#include "app/devices/sane_page_p.h"

#include "app/devices/scan_protocol.h"
#include "app/imaging/picture_header.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace handshake {

namespace {

constexpr qsizetype kPiece = 64 * 1024; // what is asked of the driver, and sent, at a time

bool isThreePass(SANE_Frame format)
{
    return format == SANE_FRAME_RED || format == SANE_FRAME_GREEN || format == SANE_FRAME_BLUE;
}

int channelsOf(const SANE_Parameters& parameters)
{
    return parameters.format == SANE_FRAME_RGB ? 3 : 1;
}

/// Rows that can be made of what these parameters announce.
std::optional<ScanFault> refusal(const SANE_Parameters& parameters)
{
    const bool isKnown = parameters.format == SANE_FRAME_GRAY ||
                         parameters.format == SANE_FRAME_RGB || isThreePass(parameters.format);
    const bool isDepth = parameters.depth == 8 || parameters.depth == 16 ||
                         (parameters.depth == 1 && parameters.format == SANE_FRAME_GRAY);
    if (!isKnown || !isDepth || parameters.pixels_per_line <= 0 || parameters.bytes_per_line <= 0)
        return ScanFault::Unsupported;
    if (parameters.pixels_per_line > PictureLimits::kMaxSide ||
        parameters.lines > PictureLimits::kMaxSide ||
        qint64(parameters.pixels_per_line) * std::max(parameters.lines, 1) >
            PictureLimits::kMaxPixels)
        return ScanFault::TooLarge;
    const qint64 bits =
        qint64(parameters.pixels_per_line) * channelsOf(parameters) * parameters.depth;
    // Some devices pad their lines; shorter ones cannot be right.
    if ((bits + 7) / 8 > parameters.bytes_per_line)
        return ScanFault::Failed;
    return {};
}

/// One row of the device as 8 bits a sample.
void appendRow(QByteArray& pixels, const char* row, const SANE_Parameters& parameters)
{
    const int samples = parameters.pixels_per_line * channelsOf(parameters);
    if (parameters.depth == 8) {
        pixels.append(row, samples);
        return;
    }
    const qsizetype begin = pixels.size();
    pixels.resize(begin + samples);
    char* target = pixels.data() + begin;
    for (int i = 0; i < samples; ++i) {
        if (parameters.depth == 16) { // in the order of this machine
            target[i] = char(qFromUnaligned<quint16>(row + 2 * i) >> 8);
        } else { // SANE: a set bit is black
            const bool isSet = (row[i / 8] >> (7 - i % 8) & 1) != 0;
            target[i] = isSet ? '\0' : '\xFF';
        }
    }
}

} // namespace

std::optional<ScanFault> SanePage::transfer()
{
    SANE_Parameters parameters{};
    if (const SANE_Status status = m_api.getParameters(m_device, &parameters);
        status != SANE_STATUS_GOOD)
        return faultOf(status);
    if (const auto refused = refusal(parameters))
        return refused;
    if (isThreePass(parameters.format))
        return transferPasses(parameters);
    const int channels = channelsOf(parameters);
    tellHead(parameters, channels);
    const qsizetype perRow = qsizetype(parameters.pixels_per_line) * channels;
    if (const auto fault = readRows(
            parameters, [this, perRow](const QByteArray& rows) { tellRows(rows, perRow); }))
        return fault;
    tellEnd();
    return {};
}

std::optional<ScanFault> SanePage::transferPasses(SANE_Parameters parameters)
{
    std::array<QByteArray, 3> planes;
    const SANE_Parameters first = parameters;
    while (true) {
        const auto plane = static_cast<std::size_t>(parameters.format - SANE_FRAME_RED);
        if (plane >= planes.size() || parameters.pixels_per_line != first.pixels_per_line)
            return ScanFault::Failed;
        QByteArray& rows = planes.at(plane);
        rows.clear();
        if (const auto fault =
                readRows(parameters, [&rows](const QByteArray& more) { rows += more; }))
            return fault;
        if (parameters.last_frame)
            break;
        if (const SANE_Status status = m_api.start(m_device); status != SANE_STATUS_GOOD)
            return faultOf(status);
        if (m_api.getParameters(m_device, &parameters) != SANE_STATUS_GOOD || refusal(parameters) ||
            !isThreePass(parameters.format))
            return ScanFault::Failed;
    }
    const qsizetype size = std::min({planes[0].size(), planes[1].size(), planes[2].size()});
    if (size == 0)
        return ScanFault::Failed;
    tellHead(first, 3);
    const qsizetype perRow = qsizetype(first.pixels_per_line);
    QByteArray row(perRow * 3, Qt::Uninitialized);
    for (qsizetype at = 0; at + perRow <= size; at += perRow) {
        for (qsizetype x = 0; x < perRow; ++x) {
            for (qsizetype channel = 0; channel < 3; ++channel)
                row[3 * x + channel] = planes.at(std::size_t(channel)).at(at + x);
        }
        tellRows(row, perRow * 3);
    }
    tellEnd();
    return {};
}

std::optional<ScanFault> SanePage::readRows(const SANE_Parameters& parameters,
                                            const std::function<void(const QByteArray& rows)>& take)
{
    const qsizetype perLine = parameters.bytes_per_line;
    QByteArray raw;
    QByteArray piece(kPiece, Qt::Uninitialized);
    qint64 rows = 0;
    while (true) {
        if (m_way.isStopped())
            return ScanFault::Cancelled;
        SANE_Int length = 0;
        const SANE_Status status = m_api.read(m_device, reinterpret_cast<SANE_Byte*>(piece.data()),
                                              SANE_Int(kPiece), &length);
        if (status == SANE_STATUS_EOF)
            return rows > 0 ? std::nullopt : std::optional(ScanFault::Failed);
        if (status != SANE_STATUS_GOOD)
            return faultOf(status);
        if (length < 0 || length > kPiece)
            return ScanFault::Failed;
        raw.append(piece.constData(), length);
        QByteArray pixels;
        qsizetype at = 0;
        for (; at + perLine <= raw.size(); at += perLine, ++rows)
            appendRow(pixels, raw.constData() + at, parameters);
        raw.remove(0, at);
        if (rows * parameters.pixels_per_line > PictureLimits::kMaxPixels)
            return ScanFault::TooLarge; // a device without an end
        if (!pixels.isEmpty())
            take(pixels);
    }
}

void SanePage::tellHead(const SANE_Parameters& parameters, int channels)
{
    const QSize size(parameters.pixels_per_line, std::max(parameters.lines, 0));
    m_way.send(scan_protocol::pageReply({size, channels, m_dpi}));
}

/// Rows in frames of a fair size: a device may give a few bytes at a time.
void SanePage::tellRows(const QByteArray& pixels, qsizetype perRow)
{
    m_unsent += pixels;
    if (m_unsent.size() < kPiece)
        return;
    const qsizetype most = std::max<qsizetype>(1, scan_protocol::kMaxRows / perRow) * perRow;
    for (qsizetype at = 0; at < m_unsent.size(); at += most)
        m_way.send(scan_protocol::frame(
            "ROWS", QByteArrayView(m_unsent).sliced(at, std::min(most, m_unsent.size() - at))));
    m_unsent.clear();
}

void SanePage::tellEnd()
{
    if (!m_unsent.isEmpty())
        m_way.send(scan_protocol::frame("ROWS", m_unsent));
    m_unsent.clear();
    m_way.send(scan_protocol::frame("PEND"));
}

} // namespace handshake
