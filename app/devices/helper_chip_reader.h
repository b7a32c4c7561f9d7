// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/devices/chip_protocol.h"
#include "app/devices/id_chip_reader.h"

#include <QProcess>
#include <QPromise>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <optional>

namespace handshake {

/// A chip reader behind its vendor's library, which is loaded in a helper process and only when an
/// administrator names its file: foreign code of unknown quality, and the identity of everybody who
/// comes passes through it. Each reading has a process of its own.
class HelperChipReader final : public IdChipReader
{
    Q_OBJECT

public:
    struct Config {
        QString program{}; ///< the helper
        QStringList arguments{QStringLiteral("worker"), QStringLiteral("chip")};
        QString library{}; ///< the vendor's file; empty: there is no reader
        int port = 0;      ///< as ChipRequest::port
        /// On top of the patience: until the helper has started and the library has answered.
        std::chrono::milliseconds grace{10'000};
    };

    explicit HelperChipReader(Config config);
    ~HelperChipReader() override;
    Q_DISABLE_COPY_MOVE(HelperChipReader)

    QFuture<Result<IdChipBlock>> read(std::chrono::milliseconds patience) override;
    void cancel() override;
    [[nodiscard]] bool isReading() const override { return m_promise.has_value(); }

private:
    void start(std::chrono::milliseconds patience);
    void hear();
    void finish(const Result<IdChipBlock>& block);

    Config m_config;
    std::optional<QPromise<Result<IdChipBlock>>> m_promise; ///< of the reading under way
    QProcess m_process;
    QTimer m_patience;
    QByteArray m_said;
};

} // namespace handshake
