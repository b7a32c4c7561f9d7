// SPDX-License-Identifier: Apache-2.0
#include "app/devices/helper_scanner.h"

#include "app/core/async.h"

#include <QPromise>

#include <utility>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

using Scanners = Result<std::vector<ScannerInfo>>;

Error listError(ScanFault fault)
{
    switch (fault) {
    case ScanFault::Unavailable:
        return {ErrorCode::Unavailable, u"scanners: there is no scanner system"_s};
    case ScanFault::Hung:
        return {ErrorCode::Timeout, u"scanners: listing took too long"_s};
    default:
        return {ErrorCode::Protocol, u"scanners: not listed, "_s + scanFaultName(fault)};
    }
}

} // namespace

HelperScanner::HelperScanner(QString program, QThreadPool& pool, const Clock& clock, Limits limits,
                             QStringList arguments)
    : m_program(std::move(program))
    , m_arguments(std::move(arguments))
    , m_limits(limits)
    , m_pool(pool)
    , m_clock(clock)
{
}

HelperScanner::HelperScanner(QString program, QThreadPool& pool, const Clock& clock)
    : HelperScanner(std::move(program), pool, clock, Limits{})
{
}

HelperScanner::~HelperScanner() = default;

ScanConversation* HelperScanner::converse(std::chrono::milliseconds silence)
{
    return new ScanConversation(m_program, m_arguments, {m_limits.start, silence, m_limits.cancel},
                                this);
}

QFuture<Scanners> HelperScanner::list()
{
    auto promise = std::make_shared<QPromise<Scanners>>();
    promise->start();
    const auto answer = [promise](const Scanners& scanners) {
        promise->addResult(scanners);
        promise->finish();
    };
    auto* conversation = converse(m_limits.list);
    connect(conversation, &ScanConversation::said, this,
            [conversation, answer](const ScanReplyReader::Event& event) {
                if (const auto* devices = std::get_if<ScanReplyReader::Devices>(&event))
                    answer(devices->list);
                else if (const auto* end = std::get_if<ScanReplyReader::End>(&event))
                    answer(listError(end->fault.value_or(ScanFault::Failed)));
                else
                    return;
                conversation->retire();
            });
    connect(conversation, &ScanConversation::broken, this, [conversation, answer](ScanFault fault) {
        answer(listError(fault));
        conversation->retire();
    });
    conversation->begin(scan_protocol::listRequest(m_withNetwork));
    return promise->future();
}

void HelperScanner::scan(const ScanRequest& request)
{
    if (isScanning())
        return;
    m_device = request.scanner;
    m_taken = 0;
    m_told = 0;
    m_waiting.clear();
    m_end.reset();
    m_scan = converse(m_limits.silence);
    connect(m_scan, &ScanConversation::said, this, &HelperScanner::hear);
    connect(m_scan, &ScanConversation::broken, this, [this](ScanFault fault) { end(fault); });
    // The device is free once the helper before has left it.
    const QByteArray words = scan_protocol::scanRequest(request);
    if (m_leaving)
        connect(m_leaving, &QObject::destroyed, m_scan,
                [scan = m_scan, words] { scan->begin(words); });
    else
        m_scan->begin(words);
}

void HelperScanner::cancel()
{
    if (m_scan)
        m_scan->stop();
}

void HelperScanner::hear(const ScanReplyReader::Event& event)
{
    if (const auto* rows = std::get_if<ScanReplyReader::Rows>(&event)) {
        if (rows->part >= 0)
            Q_EMIT progressed(rows->part);
    } else if (const auto* page = std::get_if<ScanReplyReader::Page>(&event)) {
        take(page->image);
    } else if (const auto* over = std::get_if<ScanReplyReader::End>(&event)) {
        end(over->fault);
    } else if (std::holds_alternative<ScanReplyReader::Devices>(event)) {
        end(ScanFault::Failed); // an answer to what was not asked
    }
}

void HelperScanner::take(const QImage& page)
{
    const int number = ++m_taken;
    const Provenance provenance{DeviceKind::Scanner, m_device, m_clock.now()};
    auto made = async::run(m_pool, [page, provenance]() -> Result<Picture> {
        return pictureOfPage(page, provenance);
    });
    async::onFinished(made, this, [this, number](const Result<Picture>& picture) {
        tell(number, picture ? *picture : Picture{});
    });
}

/// In the order they came, not in the order they were made.
void HelperScanner::tell(int number, const Picture& picture)
{
    const QPointer<HelperScanner> self(this); // whoever hears of a page may let the scanner go
    m_waiting.emplace(number, picture);
    while (!m_waiting.empty() && m_waiting.begin()->first == m_told + 1) {
        const Picture next = m_waiting.extract(m_waiting.begin()).mapped();
        ++m_told;
        if (next.master.isEmpty()) { // no memory, no encoder: the page is not there
            m_end = ScanEnd{m_told - 1, ScanFault::Failed};
            continue;
        }
        Q_EMIT pageScanned({next, m_told});
        if (!self)
            return;
    }
    tellEnd();
}

void HelperScanner::end(std::optional<ScanFault> fault)
{
    if (!m_end)
        m_end = ScanEnd{m_taken, fault};
    tellEnd();
}

void HelperScanner::tellEnd()
{
    if (!m_end || m_told < m_taken || !m_scan)
        return;
    m_leaving = std::exchange(m_scan, nullptr);
    m_leaving->retire();
    Q_EMIT ended(*m_end);
}

} // namespace handshake
