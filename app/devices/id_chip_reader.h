// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QFuture>
#include <QObject>
#include <QString>

#include <chrono>

namespace handshake {

/// What a reader delivers of one card's chip.
struct IdChipBlock {
    QByteArray text; ///< 256 bytes, as they stand: parseIdChipText() says what they mean
    QString reader;  ///< of which device, for the record
};

/// Reads the chip of an identity card that is laid on it. Everything happens in the thread it lives
/// in and nothing blocks.
class IdChipReader : public QObject
{
    Q_OBJECT

public:
    /// Waits for a card for so long. One reading at a time: Busy while one is under way.
    ///
    /// Failures have words of their own, under "error." and the detail: NotFound "chip-no-card",
    /// Unavailable "chip-no-reader", Unreadable "chip-unreadable", Configuration
    /// "chip-library-unset", "chip-library-missing" or "chip-library-wrong", Timeout "chip-hung",
    /// DeviceLost "chip-died"; Cancelled by cancel().
    [[nodiscard]] virtual QFuture<Result<IdChipBlock>> read(std::chrono::milliseconds patience) = 0;
    virtual void cancel() = 0;
    [[nodiscard]] virtual bool isReading() const = 0;

protected:
    using QObject::QObject;
};

} // namespace handshake
