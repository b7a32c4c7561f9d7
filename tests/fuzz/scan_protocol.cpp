// SPDX-License-Identifier: Apache-2.0
#include "app/devices/scan_protocol.h"

#include "app/devices/scan_reply_reader.h"
#include "app/imaging/picture_header.h"
#include "fuzz/fuzz_target.h"

#include <algorithm>

using namespace handshake;

namespace {

void checkPage(const QImage& page)
{
    fuzz::require(!page.isNull() && page.format() == QImage::Format_RGB32, "a page is a picture");
    fuzz::require(qint64(page.width()) * page.height() <= PictureLimits::kMaxPixels,
                  "a page keeps to the limits");
    fuzz::require(page.dotsPerMeterX() > 0, "a page has a resolution");
}

/// In pieces of this size: what is said must not depend on how it arrives.
int pagesRead(QByteArrayView bytes, qsizetype piece)
{
    ScanReplyReader reader;
    int pages = 0;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        reader.append(bytes.sliced(at, std::min(piece, bytes.size() - at)));
        while (true) {
            const auto event = reader.next();
            if (!event) {
                fuzz::require(reader.waiting() == 0, "nothing is kept of nonsense");
                return pages;
            }
            if (!*event)
                break;
            if (const auto* page = std::get_if<ScanReplyReader::Page>(&**event)) {
                checkPage(page->image);
                ++pages;
            }
        }
        fuzz::require(reader.waiting() < scan_protocol::kFrameHead + scan_protocol::kMaxRows,
                      "no more waits than one frame");
    }
    return pages;
}

void readAsRequest(QByteArrayView bytes)
{
    const auto head = scan_protocol::parseFrameHead(
        bytes.first(std::min(bytes.size(), scan_protocol::kFrameHead)), scan_protocol::kMaxRequest);
    if (!head)
        return;
    const auto request =
        scan_protocol::parseRequest(*head, bytes.sliced(scan_protocol::kFrameHead).toByteArray());
    if (!request)
        return;
    if (const auto* scan = std::get_if<ScanRequest>(&*request))
        fuzz::require(scan->dpi > 0 && scan->maxPages > 0, "a request makes sense");
}

} // namespace

/// The input is what the other side sent.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArrayView bytes = fuzz::viewOf(data, size);
    readAsRequest(bytes);
    fuzz::require(pagesRead(bytes, 5) == pagesRead(bytes, std::max<qsizetype>(1, bytes.size())),
                  "pieces make no difference");
    return 0;
}
