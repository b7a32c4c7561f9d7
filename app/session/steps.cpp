// SPDX-License-Identifier: Apache-2.0
#include "app/session/steps.h"

#include <algorithm>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

/// Resident identity card (居民身份证): the only certificate with two sides to capture.
constexpr int kIdentityCard = 2;

struct PersonGroup {
    const Person* person = nullptr;
    std::vector<Owner> owners;
};

std::vector<PersonGroup> distinctPersons(const Filing& filing)
{
    std::vector<PersonGroup> groups;
    const auto add = [&groups](const Person& person, const Owner& owner) {
        const auto known =
            std::find_if(groups.begin(), groups.end(), [&](const PersonGroup& group) {
                return isSamePerson(*group.person, person);
            });
        if (known != groups.end())
            known->owners.push_back(owner);
        else
            groups.push_back({&person, {owner}});
    };
    add(filing.subject.person, Owner{});
    for (const Website& site : filing.websites)
        add(site.person, Owner{site.id});
    return groups;
}

/// The scans that the filing names; of an approval that names none, one.
int approvalScansOf(const Website& site)
{
    std::size_t count = 0;
    for (const Approval& approval : site.approvals)
        count += std::max<std::size_t>(approval.scans.size(), 1);
    return static_cast<int>(count);
}

bool serves(const Step& step, const Owner& owner)
{
    return step.owner == owner ||
           std::find(step.alsoFor.begin(), step.alsoFor.end(), owner) != step.alsoFor.end();
}

} // namespace

std::vector<Step> stepsFor(const Filing& filing)
{
    std::vector<Step> steps;
    for (const PersonGroup& group : distinctPersons(filing)) {
        const std::vector<Owner> others(group.owners.begin() + 1, group.owners.end());
        const Owner& first = group.owners.front();
        steps.push_back({EvidenceRole::IdPortrait, first, others, group.person->name});
        if (group.person->certificate.type == kIdentityCard)
            steps.push_back({EvidenceRole::IdEmblem, first, others, group.person->name});
    }
    if (filing.isUnit())
        steps.push_back({EvidenceRole::Licence, Owner{}, {}, {}});
    for (const Website& site : filing.websites) {
        if (!site.approvals.empty())
            steps.push_back(
                {EvidenceRole::Approval, Owner{site.id}, {}, {}, approvalScansOf(site)});
    }
    for (const Website& site : filing.websites)
        steps.push_back({EvidenceRole::Photo, Owner{site.id}, {}, site.person.name});
    for (const Website& site : filing.websites)
        steps.push_back({EvidenceRole::SignedForm, Owner{site.id}, {}, site.person.name});
    return steps;
}

Result<Step> stepOf(const Filing& filing, EvidenceRole role, const Owner& owner)
{
    for (const Step& step : stepsFor(filing)) {
        if (step.role == role && serves(step, owner))
            return step;
    }
    return Error{ErrorCode::NotFound, u"this order asks for no such evidence"_s,
                 evidenceRoleName(role) + u'@' + owner.text()};
}

const Evidence* evidenceFor(const Session& session, EvidenceRole role, const Owner& owner)
{
    const Result<Step> step = stepOf(session.filing, role, owner);
    return session.find(role, step ? step->owner : owner);
}

const Person* personOf(const Filing& filing, const Owner& owner)
{
    if (!owner.website)
        return &filing.subject.person;
    const Website* site = filing.website(*owner.website);
    return site ? &site->person : nullptr;
}

} // namespace handshake
