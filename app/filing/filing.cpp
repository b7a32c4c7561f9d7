// SPDX-License-Identifier: Apache-2.0
#include "app/filing/filing.h"

#include <algorithm>

namespace handshake {

namespace {

constexpr int kIndividual = 5;

} // namespace

bool Filing::isUnit() const
{
    return subject.nature != kIndividual;
}

const Website* Filing::website(WebsiteId id) const
{
    const auto found = std::find_if(websites.begin(), websites.end(),
                                    [id](const Website& site) { return site.id == id; });
    return found == websites.end() ? nullptr : &*found;
}

} // namespace handshake
