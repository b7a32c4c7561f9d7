// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/clock.h"
#include "app/devices/scan_conversation.h"
#include "app/devices/scanner.h"

#include <QPointer>
#include <QStringList>
#include <QThreadPool>

#include <chrono>
#include <map>
#include <memory>

namespace handshake {

/// The system's scanners, driven in a helper process: a driver that crashes, hangs or runs wild can
/// at worst end that process, and the program goes on. Each list and each scan has a process of its
/// own, so that nothing of one reaches the next.
class HelperScanner final : public Scanner
{
    Q_OBJECT

public:
    struct Limits {
        std::chrono::milliseconds start{10'000}; ///< until the helper is ready
        std::chrono::milliseconds list{30'000};  ///< for the list
        /// The longest a scan may say nothing: an old lamp warms up for a minute.
        std::chrono::milliseconds silence{90'000};
        std::chrono::milliseconds cancel{5'000}; ///< until a scan asked to stop is ended
    };

    /// Starts `program arguments...` for each call. `pool` (masters are made there) and `clock`
    /// outlive this object.
    HelperScanner(QString program, QThreadPool& pool, const Clock& clock, Limits limits,
                  QStringList arguments = {QStringLiteral("worker"), QStringLiteral("scan")});
    HelperScanner(QString program, QThreadPool& pool, const Clock& clock);
    ~HelperScanner() override;

    /// Scanners of the network too, from the next list() on: asking for them takes seconds.
    void setWithNetwork(bool isWanted) { m_withNetwork = isWanted; }

    QFuture<Result<std::vector<ScannerInfo>>> list() override;
    void scan(const ScanRequest& request) override;
    void cancel() override;
    [[nodiscard]] bool isScanning() const override { return m_scan != nullptr; }

    /// Process id of the helper that scans, 0 without: for diagnostics and tests.
    [[nodiscard]] qint64 helperId() const { return m_scan ? m_scan->processId() : 0; }

private:
    [[nodiscard]] ScanConversation* converse(std::chrono::milliseconds silence);
    void hear(const ScanReplyReader::Event& event);
    void take(const QImage& page);
    void tell(int number, const Picture& picture);
    void end(std::optional<ScanFault> fault);
    void tellEnd();

    QString m_program;
    QStringList m_arguments;
    Limits m_limits;
    QThreadPool& m_pool;
    const Clock& m_clock;
    bool m_withNetwork = false;

    ScanConversation* m_scan = nullptr;   ///< a child of this object
    QPointer<ScanConversation> m_leaving; ///< of the scan before, while its process ends
    QString m_device;
    int m_taken = 0;                  ///< pages that came
    int m_told = 0;                   ///< pages that were told
    std::map<int, Picture> m_waiting; ///< pages whose turn it is not yet
    std::optional<ScanEnd> m_end;     ///< known, but not yet told
};

} // namespace handshake
