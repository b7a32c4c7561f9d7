// SPDX-License-Identifier: Apache-2.0
#include "app/devices/simulated_chip_reader.h"

#include <utility>

namespace handshake {

using namespace Qt::StringLiterals;

SimulatedChipReader::SimulatedChipReader()
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        finish(Error{ErrorCode::NotFound, u"chip-no-card"_s});
    });
}

void SimulatedChipReader::layOn(const QByteArray& text)
{
    m_card = text;
    finish(IdChipBlock{m_card, u"simulated"_s});
}

QFuture<Result<IdChipBlock>> SimulatedChipReader::read(std::chrono::milliseconds patience)
{
    QPromise<Result<IdChipBlock>> promise;
    promise.start();
    auto future = promise.future();
    if (isReading()) {
        promise.addResult(
            Result<IdChipBlock>(Error{ErrorCode::Busy, u"chip reader: a reading is under way"_s}));
        promise.finish();
        return future;
    }
    m_promise = std::move(promise);
    if (m_failure)
        finish(*std::exchange(m_failure, std::nullopt));
    else if (!m_card.isEmpty())
        finish(IdChipBlock{m_card, u"simulated"_s});
    else
        m_patience.start(patience);
    return future;
}

void SimulatedChipReader::cancel()
{
    finish(Error{ErrorCode::Cancelled, {}});
}

void SimulatedChipReader::finish(const Result<IdChipBlock>& block)
{
    if (!isReading())
        return;
    m_patience.stop();
    auto promise = *std::exchange(m_promise, std::nullopt);
    promise.addResult(block);
    promise.finish();
}

} // namespace handshake
