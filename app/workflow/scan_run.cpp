// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/scan_run.h"

#include "app/core/async.h"

#include <cmath>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

QString adviceOf(const Error& error)
{
    switch (error.code) {
    case ErrorCode::Unavailable:
        return u"scanner.unavailable"_s;
    case ErrorCode::Timeout:
        return u"scanner.hung"_s;
    default:
        return u"scanner.failed"_s;
    }
}

} // namespace

ScanRun::ScanRun(Scanner* scanner, ScanRequest request, QObject* parent)
    : QObject(parent)
    , m_scanner(scanner)
    , m_request(std::move(request))
{
    m_request.maxPages = 1; // one step takes one paper
    if (!m_scanner)
        return;
    connect(m_scanner, &Scanner::progressed, this, &ScanRun::follow);
    connect(m_scanner, &Scanner::ended, this, &ScanRun::finish);
    connect(m_scanner, &Scanner::pageScanned, this, [this](const ScannedPage& page) {
        if (!m_isScanning)
            return;
        stop();
        Q_EMIT scanned(page.picture);
    });
}

void ScanRun::start()
{
    if (!isPossible() || m_isRunning)
        return;
    m_isRunning = true;
    m_part = -1;
    const quint64 ticket = ++m_ticket;
    if (!m_request.scanner.isEmpty()) {
        scanWith(m_request.scanner);
    } else {
        async::onFinished(m_scanner->list(), this,
                          [this, ticket](const Result<std::vector<ScannerInfo>>& scanners) {
                              choose(ticket, scanners);
                          });
    }
    Q_EMIT changed();
}

void ScanRun::cancel()
{
    if (!m_isRunning)
        return;
    const bool isScanning = m_isScanning;
    stop();
    if (isScanning)
        m_scanner->cancel();
}

void ScanRun::choose(quint64 ticket, const Result<std::vector<ScannerInfo>>& scanners)
{
    if (ticket != m_ticket || !m_isRunning)
        return;
    if (!scanners)
        fail(adviceOf(scanners.error()));
    else if (scanners->empty())
        fail(u"scanner.none"_s);
    else
        scanWith(scanners->front().id);
}

void ScanRun::scanWith(const QString& scanner)
{
    if (m_scanner->isScanning()) { // one that was cancelled has not ended yet
        fail(u"scanner.busy"_s);
        return;
    }
    ScanRequest request = m_request;
    request.scanner = scanner;
    m_isScanning = true;
    m_scanner->scan(request);
}

void ScanRun::follow(double part)
{
    constexpr double kStep = 0.01; // what is shown changes by whole hundredths

    if (!m_isScanning || std::abs(part - m_part) < kStep)
        return;
    m_part = part;
    Q_EMIT changed();
}

void ScanRun::finish(const ScanEnd& end)
{
    if (m_isScanning)
        fail(u"scanner."_s + scanFaultName(end.fault.value_or(ScanFault::Failed)));
}

void ScanRun::stop()
{
    m_isRunning = false;
    m_isScanning = false;
    m_part = -1;
    Q_EMIT changed();
}

void ScanRun::fail(const QString& advice)
{
    stop();
    Q_EMIT failed(advice);
}

} // namespace handshake
