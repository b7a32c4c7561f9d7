// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/devices/id_chip_reader.h"

#include <QPromise>
#include <QTimer>

#include <optional>

namespace handshake {

/// A chip reader without hardware, for the demo and tests: reads the block that is laid on it.
class SimulatedChipReader final : public IdChipReader
{
    Q_OBJECT

public:
    SimulatedChipReader();

    /// A card is laid on; a reading that waits for one ends with it.
    void layOn(const QByteArray& text);
    void takeAway() { m_card.clear(); }
    /// The next reading ends so.
    void failNext(const Error& error) { m_failure = error; }

    QFuture<Result<IdChipBlock>> read(std::chrono::milliseconds patience) override;
    void cancel() override;
    [[nodiscard]] bool isReading() const override { return m_promise.has_value(); }

private:
    void finish(const Result<IdChipBlock>& block);

    QByteArray m_card;
    std::optional<Error> m_failure;
    std::optional<QPromise<Result<IdChipBlock>>> m_promise;
    QTimer m_patience;
};

} // namespace handshake
