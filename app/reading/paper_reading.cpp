// SPDX-License-Identifier: Apache-2.0
#include "app/reading/paper_reading.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace handshake {

namespace {

constexpr std::array<std::pair<PaperKind, const char*>, 9> kNames = {{
    {PaperKind::Auto, "auto"},
    {PaperKind::IdPortrait, "id-portrait"},
    {PaperKind::IdEmblem, "id-emblem"},
    {PaperKind::Licence, "licence"},
    {PaperKind::Passport, "passport"},
    {PaperKind::Permit, "permit"},
    {PaperKind::OrgCode, "orgcode"},
    {PaperKind::Institution, "institution"},
    {PaperKind::Unknown, "unknown"},
}};

} // namespace

QString paperKindName(PaperKind kind)
{
    const auto* entry = std::ranges::find(kNames, kind, &std::pair<PaperKind, const char*>::first);
    return entry == kNames.end() ? u"unknown"_s : QString::fromLatin1(entry->second);
}

Result<PaperKind> parsePaperKind(QStringView name)
{
    for (const auto& [kind, text] : kNames) {
        if (kind != PaperKind::Unknown && name == QLatin1StringView(text))
            return kind;
    }
    return Error{ErrorCode::InvalidInput, u"not a kind of paper"_s};
}

CheckResult PaperReading::verdict() const
{
    const auto worst = std::ranges::max_element(checks, {}, &CheckValue::result);
    return worst == checks.end() ? CheckResult::Unknown : worst->result;
}

const CheckValue* PaperReading::check(const QString& id) const
{
    const auto found = std::ranges::find(checks, id, &CheckValue::id);
    return found == checks.end() ? nullptr : &*found;
}

} // namespace handshake
