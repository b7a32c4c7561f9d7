// SPDX-License-Identifier: Apache-2.0
#include "app/devices/scan_worker.h"

#include "app/devices/sane_options_p.h"
#include "app/devices/sane_page_p.h"
#include "app/devices/scan_protocol.h"
#include "app/imaging/worker_limits.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace handshake {

using namespace Qt::StringLiterals;
namespace protocol = scan_protocol;

namespace {

constexpr int kFailed = 70; // EX_SOFTWARE

/// The conversation with the program, over files of its own: what a driver prints to standard
/// output goes nowhere.
class Line final
{
public:
    static std::optional<Line> open()
    {
        const int answers = dup(STDOUT_FILENO);
        const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
        if (answers < 0 || nowhere < 0 || dup2(nowhere, STDOUT_FILENO) < 0)
            return {};
        close(nowhere);
        return Line(answers);
    }

    /// A program that is gone is noticed by isStopped().
    void send(const QByteArray& bytes)
    {
        const char* at = bytes.constData();
        for (qsizetype left = bytes.size(); left > 0 && !m_isStopped;) {
            const ssize_t written = write(m_answers, at, static_cast<std::size_t>(left));
            if (written > 0) {
                at += written;
                left -= written;
            } else if (errno != EINTR) {
                m_isStopped = true;
            }
        }
    }

    [[nodiscard]] QByteArray receive(qsizetype length) const
    {
        QByteArray bytes;
        while (bytes.size() < length) {
            std::array<char, 4096> piece{};
            const auto wanted =
                std::min<std::size_t>(piece.size(), std::size_t(length - bytes.size()));
            const ssize_t got = read(STDIN_FILENO, piece.data(), wanted);
            if (got < 0 && errno == EINTR)
                continue;
            if (got <= 0)
                break;
            bytes.append(piece.data(), got);
        }
        return bytes;
    }

    /// Whether the program wants no more: anything it says after its request is STOP.
    [[nodiscard]] bool isStopped()
    {
        pollfd input{STDIN_FILENO, POLLIN, 0};
        m_isStopped = m_isStopped || poll(&input, 1, 0) > 0;
        return m_isStopped;
    }

private:
    explicit Line(int answers)
        : m_answers(answers)
    {
    }

    int m_answers;
    bool m_isStopped = false;
};

std::optional<ScanFault> listScanners(const SaneApi& api, bool withNetwork, Line& line)
{
    const SANE_Device** list = nullptr;
    if (const SANE_Status status = api.getDevices(&list, withNetwork ? SANE_FALSE : SANE_TRUE);
        status != SANE_STATUS_GOOD || !list)
        return faultOf(status);
    std::vector<ScannerInfo> scanners;
    for (; *list; ++list) {
        const auto text = [](SANE_String_Const bytes) { return QString::fromUtf8(bytes); };
        scanners.push_back({text((*list)->name),
                            u"%1 %2"_s.arg(text((*list)->vendor), text((*list)->model)).trimmed()});
    }
    line.send(protocol::devicesReply(scanners));
    return {};
}

/// Page after page, until the feeder is empty or there are enough.
std::optional<ScanFault> scanPages(const SaneApi& api, SANE_Handle device,
                                   const ScanRequest& request, Line& line)
{
    SaneOptions options(api, device);
    if (const auto fault = options.apply(request))
        return fault;
    const int wanted = request.source == ScanSource::Feeder ? request.maxPages : 1;
    const SanePage::Way way{[&line](const QByteArray& frame) { line.send(frame); },
                            [&line] { return line.isStopped(); }};
    for (int page = 0; page < wanted; ++page) {
        if (line.isStopped())
            return ScanFault::Cancelled;
        const SANE_Status status = api.start(device);
        if (status == SANE_STATUS_NO_DOCS && page > 0)
            return {};
        if (status != SANE_STATUS_GOOD)
            return faultOf(status);
        QSizeF dpi = options.dpi();
        if (dpi.isEmpty())
            dpi = QSizeF(request.dpi, request.dpi);
        if (const auto fault = SanePage(api, device, dpi, way).transfer())
            return fault;
    }
    return {};
}

void sayEnd(std::optional<ScanFault> fault, Line& line)
{
    line.send(fault ? protocol::faultReply(*fault) : protocol::frame("DONE"));
}

void scan(const SaneApi& api, const ScanRequest& request, Line& line)
{
    SANE_Handle device = nullptr;
    const SANE_Status status = api.open(request.scanner.toUtf8().constData(), &device);
    if (status != SANE_STATUS_GOOD) {
        // A device that is not there is an invalid one to SANE.
        sayEnd(status == SANE_STATUS_INVAL ? ScanFault::Lost : faultOf(status), line);
        return;
    }
    // The end is told before the driver is left: some never come back from that (SANE's own `test`
    // locks itself up once in twenty times), and the pages are good all the same.
    sayEnd(scanPages(api, device, request, line), line);
    api.cancel(device); // also after the last page: that is how a feeder is told
    api.close(device);
}

Result<protocol::Request> receiveRequest(const Line& line)
{
    const auto head =
        protocol::parseFrameHead(line.receive(protocol::kFrameHead), protocol::kMaxRequest);
    if (!head)
        return head.error();
    return protocol::parseRequest(*head, line.receive(head->length));
}

} // namespace

int runScanWorker()
{
    worker_limits::closeInherited();
    auto line = Line::open();
    if (!line || !worker_limits::applyToDriver())
        return kFailed;
    line->send(protocol::kHello.toByteArray());
    const auto request = receiveRequest(*line);
    if (!request)
        return kFailed;
    const auto api = SaneApi::load();
    if (!api) {
        line->send(protocol::faultReply(ScanFault::Unavailable));
        return 0;
    }
    if (const auto* list = std::get_if<protocol::ListRequest>(&*request)) {
        if (const auto fault = listScanners(*api, list->withNetwork, *line))
            sayEnd(fault, *line);
    } else {
        scan(*api, std::get<ScanRequest>(*request), *line);
    }
    api->exit();
    return 0;
}

} // namespace handshake
