// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/filing/filing.h"

#include <QFuture>
#include <QString>

#include <vector>

namespace handshake {

/// Where orders come from: those that wait (fetched from the provider, or of the demo) and files.
class OrderShelf
{
public:
    OrderShelf() = default;
    virtual ~OrderShelf() = default;
    Q_DISABLE_COPY_MOVE(OrderShelf)

    virtual QFuture<Result<std::vector<Filing>>> waiting() = 0;
    /// Errors of parseFiling(), and NotFound, Storage, TooLarge; all name the file.
    virtual QFuture<Result<Filing>> read(const QString& path) = 0;
};

} // namespace handshake
