// SPDX-License-Identifier: Apache-2.0
#include "app/filing/filing.h"

#include "app/core/text.h"

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

bool isSamePerson(const Person& a, const Person& b)
{
    const QString number = foldForComparison(a.certificate.number).toUpper();
    const QString name = foldForComparison(a.name);
    return !number.isEmpty() && !name.isEmpty() && a.certificate.type == b.certificate.type &&
           number == foldForComparison(b.certificate.number).toUpper() &&
           name == foldForComparison(b.name);
}

} // namespace handshake
