// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/clock.h"
#include "app/devices/scanner.h"

#include <QImage>
#include <QThreadPool>
#include <QTimer>

#include <chrono>
#include <optional>
#include <vector>

namespace handshake {

/// A scanner without hardware, for the demo and for faults no driver can be made to show: scans
/// what is laid on it, and fails as it is told to.
class SimulatedScanner final : public Scanner
{
    Q_OBJECT

public:
    struct Timing {
        std::chrono::milliseconds page{400};       ///< for one page
        std::chrono::milliseconds silence{90'000}; ///< after which a hanging scan is given up
    };

    /// `pool` and `clock` outlive this object.
    SimulatedScanner(QString name, QThreadPool& pool, const Clock& clock, Timing timing);
    SimulatedScanner(QString name, QThreadPool& pool, const Clock& clock);

    /// What lies on the glass; its dots per metre say how large it is (300 dpi when they are not
    /// set). Null: the lid is white.
    void setGlass(const QImage& paper) { m_glass = paper; }
    /// What lies in the feeder, taken in one after the other.
    void setFeeder(const std::vector<QImage>& papers) { m_feeder = papers; }
    /// The next scan ends so, after this many pages.
    void failNext(ScanFault fault, int afterPages);
    /// The next scan stands still after this many pages.
    void hangNext(int afterPages);

    QFuture<Result<std::vector<ScannerInfo>>> list() override;
    void scan(const ScanRequest& request) override;
    void cancel() override;
    [[nodiscard]] bool isScanning() const override { return m_request.has_value(); }

private:
    /// What goes wrong, and when; no fault is standing still.
    struct Trouble {
        std::optional<ScanFault> fault;
        int afterPages = 0;
    };

    void step();
    [[nodiscard]] std::optional<QImage> nextPaper();
    void takePage(const QImage& paper);
    void end(std::optional<ScanFault> fault);

    QString m_name;
    QThreadPool& m_pool;
    const Clock& m_clock;
    Timing m_timing;
    QImage m_glass;
    std::vector<QImage> m_feeder;
    std::optional<Trouble> m_trouble;
    std::optional<ScanRequest> m_request; ///< of the scan under way
    int m_pages = 0;
    quint64 m_ticket = 0; ///< of the scan under way: pages of one that was cancelled are dropped
    QTimer m_step;
    QTimer m_patience;
};

} // namespace handshake
