// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/strong_id.h"
#include "app/filing/filing.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace handshake {

enum class IpOwnership : std::uint8_t { Unknown, Inside, Outside };

/// What this counter knows beyond the filing itself; a port, joined in main.
class LocalKnowledge
{
public:
    LocalKnowledge() = default;
    virtual ~LocalKnowledge() = default;
    Q_DISABLE_COPY_MOVE(LocalKnowledge)

    /// Other orders in hand for the subject with this certificate (one is permitted).
    [[nodiscard]] virtual std::vector<OrderId> openOrders(const Certificate& subject) const = 0;
    /// Whether a domain is filed already, as far as this counter knows.
    [[nodiscard]] virtual bool isFiledDomain(const QString& domain) const = 0;
    [[nodiscard]] virtual bool isBlacklistedSubject(const Certificate& subject) const = 0;
    [[nodiscard]] virtual bool isBlacklistedDomain(const QString& domain) const = 0;
    /// Whether the addresses `from` to `to` (host order, inclusive) are the provider's own.
    [[nodiscard]] virtual IpOwnership ipOwnership(quint32 from, quint32 to) const = 0;
};

/// Knows nothing: for a counter without lists.
class NoLocalKnowledge final : public LocalKnowledge
{
public:
    [[nodiscard]] std::vector<OrderId> openOrders(const Certificate& subject) const override;
    [[nodiscard]] bool isFiledDomain(const QString& domain) const override;
    [[nodiscard]] bool isBlacklistedSubject(const Certificate& subject) const override;
    [[nodiscard]] bool isBlacklistedDomain(const QString& domain) const override;
    [[nodiscard]] IpOwnership ipOwnership(quint32 from, quint32 to) const override;
};

} // namespace handshake
