// SPDX-License-Identifier: Apache-2.0
#include "app/devices/simulated_scanner.h"

#include "app/core/async.h"

#include <QPromise>

#include <cmath>
#include <utility>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr double kInch = 0.0254;
constexpr double kUsualDpi = 300;

/// An A4 sheet of nothing.
QImage emptyLid(int dpi)
{
    QImage lid(int(8.27 * dpi), int(11.69 * dpi), QImage::Format_RGB32);
    lid.fill(QColor(248, 248, 246));
    return lid;
}

double dpiOf(const QImage& paper)
{
    // What Qt gives an image that was not told: the screen's.
    static const int kUntold = QImage(1, 1, QImage::Format_RGB32).dotsPerMeterX();
    return paper.dotsPerMeterX() == kUntold ? kUsualDpi : paper.dotsPerMeterX() * kInch;
}

QImage scanned(const QImage& paper, const ScanRequest& request)
{
    const double scale = request.dpi / dpiOf(paper);
    const QSize size = (QSizeF(paper.size()) * scale).toSize().expandedTo({1, 1});
    QImage page = paper.convertToFormat(QImage::Format_RGB32);
    if (size != paper.size())
        page = page.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    if (request.colour == ScanColour::Grey)
        page =
            page.convertToFormat(QImage::Format_Grayscale8).convertToFormat(QImage::Format_RGB32);
    if (!request.area.isEmpty())
        page = page.copy(
            QRect({0, 0}, (request.area / 25.4 * request.dpi).toSize()).intersected(page.rect()));
    page.setDotsPerMeterX(int(std::lround(request.dpi / kInch)));
    page.setDotsPerMeterY(page.dotsPerMeterX());
    return page;
}

} // namespace

SimulatedScanner::SimulatedScanner(QString name, QThreadPool& pool, const Clock& clock,
                                   Timing timing)
    : m_name(std::move(name))
    , m_pool(pool)
    , m_clock(clock)
    , m_timing(timing)
{
    m_step.setSingleShot(true);
    m_patience.setSingleShot(true);
    connect(&m_step, &QTimer::timeout, this, &SimulatedScanner::step);
    connect(&m_patience, &QTimer::timeout, this, [this] { end(ScanFault::Hung); });
}

SimulatedScanner::SimulatedScanner(QString name, QThreadPool& pool, const Clock& clock)
    : SimulatedScanner(std::move(name), pool, clock, Timing{})
{
}

void SimulatedScanner::failNext(ScanFault fault, int afterPages)
{
    m_trouble = Trouble{fault, afterPages};
}

void SimulatedScanner::hangNext(int afterPages)
{
    m_trouble = Trouble{std::nullopt, afterPages};
}

QFuture<Result<std::vector<ScannerInfo>>> SimulatedScanner::list()
{
    QPromise<Result<std::vector<ScannerInfo>>> promise;
    promise.start();
    promise.addResult(std::vector<ScannerInfo>{{u"simulated"_s, m_name}});
    promise.finish();
    return promise.future();
}

void SimulatedScanner::scan(const ScanRequest& request)
{
    if (isScanning())
        return;
    m_request = request;
    m_pages = 0;
    ++m_ticket;
    m_patience.start(m_timing.silence);
    m_step.start(m_timing.page);
}

void SimulatedScanner::cancel()
{
    if (isScanning())
        end(ScanFault::Cancelled);
}

void SimulatedScanner::step()
{
    if (m_trouble && m_pages >= m_trouble->afterPages) {
        const Trouble trouble = *std::exchange(m_trouble, std::nullopt);
        if (trouble.fault)
            end(trouble.fault);
        return; // else it stands still, until patience ends
    }
    const bool isFeeder = m_request->source == ScanSource::Feeder;
    if (m_pages >= (isFeeder ? m_request->maxPages : 1)) {
        end({});
        return;
    }
    const auto paper = nextPaper();
    if (paper)
        takePage(*paper);
    else
        end(m_pages == 0 ? std::optional(ScanFault::FeederEmpty) : std::nullopt);
}

std::optional<QImage> SimulatedScanner::nextPaper()
{
    if (m_request->source == ScanSource::Flatbed)
        return m_glass.isNull() ? emptyLid(m_request->dpi) : m_glass;
    if (m_feeder.empty())
        return {};
    const QImage paper = m_feeder.front();
    m_feeder.erase(m_feeder.begin());
    return paper;
}

void SimulatedScanner::takePage(const QImage& paper)
{
    const Provenance provenance{DeviceKind::Simulated, m_name, m_clock.now()};
    auto made = async::run(m_pool, [paper, request = *m_request, provenance]() -> Result<Picture> {
        return pictureOfPage(scanned(paper, request), provenance);
    });
    async::onFinished(made, this, [this, ticket = m_ticket](const Result<Picture>& picture) {
        if (ticket != m_ticket || !isScanning())
            return;
        if (!picture || picture->master.isEmpty()) {
            end(ScanFault::Failed);
            return;
        }
        ++m_pages;
        m_patience.start(m_timing.silence);
        m_step.start(m_timing.page);
        Q_EMIT progressed(1);
        Q_EMIT pageScanned({*picture, m_pages});
    });
}

void SimulatedScanner::end(std::optional<ScanFault> fault)
{
    m_step.stop();
    m_patience.stop();
    m_request.reset();
    Q_EMIT ended({m_pages, fault});
}

} // namespace handshake
