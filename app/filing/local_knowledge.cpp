// SPDX-License-Identifier: Apache-2.0
#include "app/filing/local_knowledge.h"

namespace handshake {

std::vector<OrderId> NoLocalKnowledge::openOrders(const Certificate& /*subject*/) const
{
    return {};
}

bool NoLocalKnowledge::isFiledDomain(const QString& /*domain*/) const
{
    return false;
}

bool NoLocalKnowledge::isBlacklistedSubject(const Certificate& /*subject*/) const
{
    return false;
}

bool NoLocalKnowledge::isBlacklistedDomain(const QString& /*domain*/) const
{
    return false;
}

IpOwnership NoLocalKnowledge::ipOwnership(quint32 /*from*/, quint32 /*to*/) const
{
    return IpOwnership::Unknown;
}

} // namespace handshake
