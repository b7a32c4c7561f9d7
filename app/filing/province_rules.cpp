// SPDX-License-Identifier: Apache-2.0
#include "app/filing/province_rules.h"

#include "app/core/json.h"

#include <QJsonArray>
#include <QJsonObject>

#include <array>
#include <utility>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

template <typename E, std::size_t N>
std::optional<E> fromWord(const std::array<std::pair<const char*, E>, N>& words,
                          const QString& word)
{
    for (const auto& [name, value] : words) {
        if (word == QLatin1StringView(name))
            return value;
    }
    return std::nullopt;
}

constexpr std::array<std::pair<const char*, RepresentativeRule>, 4> kRepresentative{{
    {"unknown", RepresentativeRule::Unknown},
    {"required", RepresentativeRule::Required},
    {"with-authorisation", RepresentativeRule::WithAuthorisation},
    {"free", RepresentativeRule::Free},
}};

constexpr std::array<std::pair<const char*, LocalIdRule>, 3> kLocalId{{
    {"unknown", LocalIdRule::Unknown},
    {"required", LocalIdRule::LocalIdRequired},
    {"residence-permit", LocalIdRule::ResidencePermitSuffices},
}};

/// A count that is absent, or positive; anything else spoils the row.
bool readCount(const QJsonObject& row, const QString& key, std::optional<int>& count)
{
    const QJsonValue value = row.value(key);
    if (value.isUndefined())
        return true;
    count = value.toInt();
    return *count >= 1;
}

Result<ProvinceRule> readRule(const QJsonObject& row)
{
    ProvinceRule rule{.province = row.value(u"province"_s).toInt()};
    const auto representative =
        fromWord(kRepresentative, row.value(u"representative"_s).toString());
    const auto localId = fromWord(kLocalId, row.value(u"localId"_s).toString());
    std::optional<int> margin;
    const bool counted = readCount(row, u"maxDomainsUnit"_s, rule.maxDomainsUnit) &&
                         readCount(row, u"maxDomainsIndividual"_s, rule.maxDomainsIndividual) &&
                         readCount(row, u"licenceMarginMonths"_s, margin);
    if (rule.province < 1 || !representative || !localId || !counted ||
        !row.value(u"siteManagerNeedsAuthorisation"_s).isBool())
        return Error{ErrorCode::Configuration,
                     u"province rules: a member of province %1 is wrong"_s.arg(rule.province)};
    rule.representative = *representative;
    rule.localId = *localId;
    rule.siteManagerNeedsAuthorisation = row.value(u"siteManagerNeedsAuthorisation"_s).toBool();
    rule.licenceMarginMonths = margin.value_or(rule.licenceMarginMonths);
    return rule;
}

} // namespace

Result<ProvinceRules> ProvinceRules::load(const QString& file)
{
    const Result<QJsonObject> content = readJsonFile(file);
    if (!content)
        return Error{ErrorCode::Configuration, content.error().detail, file};
    ProvinceRules rules;
    rules.m_date = QDate::fromString(content->value(u"date"_s).toString(), Qt::ISODate);
    if (content->value(u"format"_s) != u"handshake-province-rules/1"_s || !rules.m_date.isValid() ||
        content->value(u"source"_s).toString().isEmpty())
        return Error{ErrorCode::Configuration, u"province rules: format, source or date is wrong"_s,
                     file};
    for (const QJsonValue row : content->value(u"provinces"_s).toArray()) {
        const Result<ProvinceRule> rule = readRule(row.toObject());
        if (!rule)
            return rule.error().at(file);
        if (!rules.m_rules.emplace(rule->province, *rule).second)
            return Error{ErrorCode::Configuration,
                         u"province rules: province %1 is twice"_s.arg(rule->province), file};
    }
    return rules;
}

const ProvinceRule* ProvinceRules::rule(int province) const
{
    const auto found = m_rules.find(province);
    return found == m_rules.end() ? nullptr : &found->second;
}

} // namespace handshake
