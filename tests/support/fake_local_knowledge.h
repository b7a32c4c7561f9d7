// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/filing/local_knowledge.h"

#include <QStringList>

#include <vector>

namespace handshake::test {

/// A counter with lists; each test fills in what it needs.
class FakeLocalKnowledge final : public LocalKnowledge
{
public:
    std::vector<OrderId> open;
    QStringList filedDomains;
    QStringList blackDomains;
    bool blackSubject = false;
    IpOwnership ownership = IpOwnership::Unknown;

    std::vector<OrderId> openOrders(const Certificate& /*subject*/) const override { return open; }
    bool isFiledDomain(const QString& domain) const override
    {
        return filedDomains.contains(domain);
    }
    bool isBlacklistedSubject(const Certificate& /*subject*/) const override
    {
        return blackSubject;
    }
    bool isBlacklistedDomain(const QString& domain) const override
    {
        return blackDomains.contains(domain);
    }
    IpOwnership ipOwnership(quint32 /*from*/, quint32 /*to*/) const override { return ownership; }
};

} // namespace handshake::test
