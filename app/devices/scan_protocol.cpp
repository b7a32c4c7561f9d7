// SPDX-License-Identifier: Apache-2.0
#include "app/devices/scan_protocol.h"

#include "app/core/json.h"

#include <QJsonArray>
#include <QtEndian>

#include <array>
#include <cmath>

namespace handshake::scan_protocol {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMaxText = 1000;
constexpr qsizetype kMaxOptions = 100;
constexpr int kMaxPages = 1000;
constexpr int kMaxDpi = 4800;
constexpr double kMaxSide = 2000; // millimetres

Error protocolError(const QString& what)
{
    return {ErrorCode::Protocol, u"scan worker: "_s + what};
}

void append(QByteArray& bytes, qint64 number)
{
    std::array<char, 4> raw{};
    qToLittleEndian<quint32>(static_cast<quint32>(number), raw.data());
    bytes.append(raw.data(), raw.size());
}

bool isText(const QJsonValue& value)
{
    return value.isString() && value.toString().size() <= kMaxText;
}

Result<std::vector<std::pair<QString, QString>>> optionsFrom(const QJsonArray& array)
{
    if (array.size() > kMaxOptions)
        return protocolError(u"too many options"_s);
    std::vector<std::pair<QString, QString>> options;
    for (const QJsonValue value : array) {
        const QJsonArray pair = value.toArray();
        if (pair.size() != 2 || !isText(pair[0]) || !isText(pair[1]))
            return protocolError(u"an option that is none"_s);
        options.emplace_back(pair[0].toString(), pair[1].toString());
    }
    return options;
}

Result<ScanRequest> scanFrom(const QJsonObject& object)
{
    ScanRequest request;
    request.dpi = object.value(u"dpi"_s).toInt();
    request.maxPages = object.value(u"maxPages"_s).toInt();
    const QString colour = object.value(u"colour"_s).toString();
    const QString source = object.value(u"source"_s).toString();
    const double width = object.value(u"width"_s).toDouble();
    const double height = object.value(u"height"_s).toDouble();
    if (request.dpi < 1 || request.dpi > kMaxDpi || request.maxPages < 1 ||
        request.maxPages > kMaxPages || !isText(object.value(u"scanner"_s)) ||
        (colour != u"colour" && colour != u"grey") || (source != u"flatbed" && source != u"feeder"))
        return protocolError(u"a scan that makes no sense"_s);
    if (!(width >= 0 && width <= kMaxSide && height >= 0 && height <= kMaxSide))
        return protocolError(u"an area that makes no sense"_s);
    request.scanner = object.value(u"scanner"_s).toString();
    request.colour = colour == u"grey" ? ScanColour::Grey : ScanColour::Colour;
    request.source = source == u"feeder" ? ScanSource::Feeder : ScanSource::Flatbed;
    if (width > 0 && height > 0)
        request.area = {width, height};
    auto options = optionsFrom(object.value(u"options"_s).toArray());
    if (!options)
        return options.error();
    request.options = *std::move(options);
    return request;
}

} // namespace

QByteArray frame(QByteArrayView tag, QByteArrayView content)
{
    QByteArray bytes = tag.toByteArray();
    append(bytes, content.size());
    return bytes.append(content);
}

Result<FrameHead> parseFrameHead(QByteArrayView head, qsizetype limit)
{
    if (head.size() != kFrameHead)
        return protocolError(u"a frame cut off"_s);
    for (const char c : head.first(4)) {
        if (c < 'A' || c > 'Z')
            return protocolError(u"not a frame"_s);
    }
    const auto length = qsizetype(qFromLittleEndian<quint32>(head.data() + 4));
    if (length > limit)
        return Error{ErrorCode::TooLarge, u"scan worker: a frame over the limit"_s};
    return FrameHead{head.first(4).toByteArray(), length};
}

QByteArray listRequest(bool withNetwork)
{
    return frame("LIST", canonicalJson({{u"network"_s, withNetwork}}));
}

QByteArray scanRequest(const ScanRequest& request)
{
    const QSizeF area = request.area.isEmpty() ? QSizeF(0, 0) : request.area;
    QJsonArray options;
    for (const auto& [name, value] : request.options)
        options.append(QJsonArray{name, value});
    return frame(
        "SCAN",
        canonicalJson(
            {{u"scanner"_s, request.scanner},
             {u"dpi"_s, request.dpi},
             {u"maxPages"_s, request.maxPages},
             {u"colour"_s, request.colour == ScanColour::Grey ? u"grey"_s : u"colour"_s},
             {u"source"_s, request.source == ScanSource::Feeder ? u"feeder"_s : u"flatbed"_s},
             {u"width"_s, area.width()},
             {u"height"_s, area.height()},
             {u"options"_s, options}}));
}

QByteArray stopRequest()
{
    return frame("STOP");
}

Result<Request> parseRequest(const FrameHead& head, const QByteArray& content)
{
    const auto object = parseJsonObject(content, kMaxRequest);
    if (!object)
        return protocolError(u"a request that is no JSON"_s);
    if (head.tag == "LIST")
        return Request{ListRequest{object->value(u"network"_s).toBool()}};
    if (head.tag != "SCAN")
        return protocolError(u"not a request"_s);
    auto scan = scanFrom(*object);
    if (!scan)
        return scan.error();
    return Request{*std::move(scan)};
}

QByteArray devicesReply(const std::vector<ScannerInfo>& devices)
{
    QJsonArray array;
    for (const ScannerInfo& device : devices) {
        if (array.size() < kMaxDevices)
            array.append(QJsonArray{device.id.left(kMaxText), device.name.left(kMaxText)});
    }
    return frame("DEVS", canonicalJson({{u"devices"_s, array}}));
}

QByteArray pageReply(const PageHead& page)
{
    QByteArray content;
    append(content, page.size.width());
    append(content, page.size.height());
    append(content, page.channels);
    append(content, std::lround(page.dpi.width() * 100));
    append(content, std::lround(page.dpi.height() * 100));
    return frame("PAGE", content);
}

QByteArray faultReply(ScanFault fault)
{
    return frame("FAIL", scanFaultName(fault).toLatin1());
}

} // namespace handshake::scan_protocol
