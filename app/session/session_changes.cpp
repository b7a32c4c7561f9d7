// SPDX-License-Identifier: Apache-2.0
#include "app/session/session_changes.h"

#include "app/session/steps.h"

#include <QRegularExpression>

#include <algorithm>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

/// Further papers are added to each other; everything a step asks for is replaced.
bool isCollected(EvidenceRole role)
{
    return role == EvidenceRole::Approval || role == EvidenceRole::Letter ||
           role == EvidenceRole::Other;
}

/// A return names what can be taken again, under the key it is kept by, or a field of the filing.
Result<QString> returnTarget(const Session& session, const QString& target)
{
    static const QRegularExpression kField(u"\\A(?:subject|websites\\[\\d+\\])\\."_s);
    if (kField.match(target).hasMatch())
        return target;
    const qsizetype at = target.indexOf(u'@');
    const auto role = parseEvidenceRole(QStringView(target).first(std::max<qsizetype>(at, 0)));
    const auto owner = Owner::parse(QStringView(target).sliced(at + 1));
    const auto keeper =
        role && owner ? keepingOwner(session, *role, *owner) : Result<Owner>(Error{});
    if (at <= 0 || !keeper)
        return Error{ErrorCode::InvalidInput, u"a return names evidence or a field"_s, target};
    return evidenceRoleName(*role) + u'@' + keeper->text();
}

/// Whoever vouched for the old picture did not vouch for the new one; `before` are the comparisons
/// that rested on the old one.
void forgetOverridesOf(const QString& evidence, const std::vector<CrossCheck>& before,
                       Session& session)
{
    const QString prefix = evidence + u'/';
    std::erase_if(session.overrides, [&](const Override& item) {
        return item.key.startsWith(prefix) ||
               std::any_of(before.begin(), before.end(), [&](const CrossCheck& line) {
                   return line.id == item.key && line.foundFrom == evidence;
               });
    });
}

} // namespace

Result<Owner> keepingOwner(const Session& session, EvidenceRole role, const Owner& owner)
{
    if (owner.website && !session.filing.website(*owner.website))
        return Error{ErrorCode::NotFound, u"the order has no such website"_s, owner.text()};
    if (isCollected(role))
        return owner;
    const Result<Step> step = stepOf(session.filing, role, owner);
    if (!step)
        return step.error();
    return step->owner;
}

int nextOrdinal(const Session& session, EvidenceRole role, const Owner& owner)
{
    if (!isCollected(role))
        return 1;
    return 1 + static_cast<int>(std::count_if(
                   session.evidence.begin(), session.evidence.end(),
                   [&](const Evidence& item) { return item.role == role && item.owner == owner; }));
}

void putEvidence(Session& session, const Evidence& evidence, const std::vector<CrossCheck>& before)
{
    forgetOverridesOf(evidence.key(), before, session);
    std::erase_if(session.evidence, [&](const Evidence& item) {
        return item.role == evidence.role && item.owner == evidence.owner &&
               item.ordinal == evidence.ordinal;
    });
    session.evidence.push_back(evidence);
    std::erase_if(session.returnItems,
                  [&](const ReturnItem& item) { return item.target == evidence.key(); });
}

void putChip(Session& session, const ChipWitness& chip, const std::vector<CrossCheck>& before)
{
    forgetOverridesOf(chip.key(), before, session);
    std::erase_if(session.chips, [&](const ChipWitness& item) { return item.owner == chip.owner; });
    session.chips.push_back(chip);
}

Result<std::vector<ReturnItem>> returnable(const Session& session, std::vector<ReturnItem> items)
{
    for (ReturnItem& item : items) {
        Result<QString> target = returnTarget(session, item.target);
        if (!target)
            return target.error();
        item.target = *std::move(target);
    }
    return items;
}

} // namespace handshake
