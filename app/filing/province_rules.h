// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QDate>
#include <QString>

#include <cstdint>
#include <map>
#include <optional>

namespace handshake {

/// Whether the person responsible for the subject has to be the legal representative.
enum class RepresentativeRule : std::uint8_t { Unknown, Required, WithAuthorisation, Free };

/// What papers an individual needs to file in a province he was not born in.
enum class LocalIdRule : std::uint8_t { Unknown, LocalIdRequired, ResidencePermitSuffices };

/// How one province differs. Rules change every year: data with a date, not code.
struct ProvinceRule {
    int province = 0;
    RepresentativeRule representative = RepresentativeRule::Unknown;
    bool siteManagerNeedsAuthorisation = false; ///< when not the legal representative
    LocalIdRule localId = LocalIdRule::Unknown;
    std::optional<int> maxDomainsUnit{}; ///< per order
    std::optional<int> maxDomainsIndividual{};
    int licenceMarginMonths = 3; ///< how long the unit's certificate must still be valid
};

/// data/rules/provinces.json. Immutable after loading.
class ProvinceRules final
{
public:
    /// Configuration naming the file when it is missing or not what it should be.
    static Result<ProvinceRules> load(const QString& file);

    /// nullptr when nothing is known about the province.
    [[nodiscard]] const ProvinceRule* rule(int province) const;
    [[nodiscard]] QDate date() const { return m_date; }

private:
    ProvinceRules() = default;

    std::map<int, ProvinceRule> m_rules;
    QDate m_date;
};

} // namespace handshake
