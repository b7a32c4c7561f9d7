// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/strong_id.h"

namespace handshake {

/// Where new identifiers come from. Injected, so that tests know them beforehand.
class IdSource
{
public:
    IdSource() = default;
    virtual ~IdSource() = default;
    Q_DISABLE_COPY_MOVE(IdSource)

    [[nodiscard]] virtual SessionId nextSession() = 0;
    [[nodiscard]] virtual ItemId nextItem() = 0;
};

/// Random identifiers: 78 bits in 16 letters and digits without 0 O 1 I L U, readable over a
/// counter.
class RandomIdSource final : public IdSource
{
public:
    [[nodiscard]] SessionId nextSession() override;
    [[nodiscard]] ItemId nextItem() override;
};

} // namespace handshake
