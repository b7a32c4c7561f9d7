// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/serial_executor.h"
#include "app/workflow/order_shelf.h"

#include <functional>

namespace handshake {

/// Orders read on a thread of their own.
class ExecutorOrderShelf final : public OrderShelf
{
public:
    /// `executor` outlives this object; `waiting` is called on its thread.
    ExecutorOrderShelf(SerialExecutor& executor,
                       std::function<Result<std::vector<Filing>>()> waiting);

    QFuture<Result<std::vector<Filing>>> waiting() override;
    QFuture<Result<Filing>> read(const QString& path) override;

private:
    SerialExecutor& m_executor;
    std::function<Result<std::vector<Filing>>()> m_waiting;
};

/// One order file; errors name the file (without its folders) as the place.
[[nodiscard]] Result<Filing> readOrderFile(const QString& path);

} // namespace handshake
