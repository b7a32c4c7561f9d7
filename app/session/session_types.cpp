// SPDX-License-Identifier: Apache-2.0
#include "app/session/session_types.h"

#include <algorithm>
#include <array>
#include <utility>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

template <typename E>
struct Named {
    E value;
    const char16_t* name;
};
template <typename E>
Named(E, const char16_t*) -> Named<E>; // clang 14 finds none for an aggregate by itself

constexpr std::array kRoles{
    Named{EvidenceRole::Photo, u"photo"},
    Named{EvidenceRole::IdPortrait, u"id-portrait"},
    Named{EvidenceRole::IdEmblem, u"id-emblem"},
    Named{EvidenceRole::Licence, u"licence"},
    Named{EvidenceRole::PrintedForm, u"printed-form"},
    Named{EvidenceRole::SignedForm, u"form"},
    Named{EvidenceRole::Approval, u"approval"},
    Named{EvidenceRole::Letter, u"letter"},
    Named{EvidenceRole::Other, u"other"},
};

constexpr std::array kStates{
    Named{SessionState::Capturing, u"capturing"},
    Named{SessionState::AwaitingForm, u"awaiting-form"},
    Named{SessionState::AwaitingReview, u"awaiting-review"},
    Named{SessionState::Returned, u"returned"},
    Named{SessionState::Approved, u"approved"},
    Named{SessionState::Sent, u"sent"},
    Named{SessionState::Accepted, u"accepted"},
    Named{SessionState::Passed, u"passed"},
    Named{SessionState::Rejected, u"rejected"},
};

template <typename E, std::size_t N>
QString nameIn(const std::array<Named<E>, N>& names, E value)
{
    for (const auto& row : names) {
        if (row.value == value)
            return QStringView(row.name).toString();
    }
    return {};
}

template <typename E, std::size_t N>
Result<E> valueIn(const std::array<Named<E>, N>& names, QStringView name, const QString& what)
{
    for (const auto& row : names) {
        if (QStringView(row.name) == name)
            return row.value;
    }
    return Error{ErrorCode::InvalidInput, u"not a known "_s + what, name.toString()};
}

} // namespace

QString evidenceRoleName(EvidenceRole role)
{
    return nameIn(kRoles, role);
}

Result<EvidenceRole> parseEvidenceRole(QStringView name)
{
    return valueIn(kRoles, name, u"role"_s);
}

QString sessionStateName(SessionState state)
{
    return nameIn(kStates, state);
}

Result<SessionState> parseSessionState(QStringView name)
{
    return valueIn(kStates, name, u"session state"_s);
}

QString Owner::text() const
{
    return website ? u"site:%1"_s.arg(website->value()) : u"subject"_s;
}

Result<Owner> Owner::parse(QStringView text)
{
    if (text == u"subject")
        return Owner{};
    constexpr QStringView kSite = u"site:";
    bool isNumber = false;
    const qint64 number =
        text.startsWith(kSite) ? text.sliced(kSite.size()).toLongLong(&isNumber) : 0;
    if (!isNumber)
        return Error{ErrorCode::InvalidInput, u"an owner is \"subject\" or \"site:N\""_s,
                     text.toString()};
    const Result<WebsiteId> id = WebsiteId::make(number);
    if (!id)
        return id.error().at(text.toString());
    return Owner{*id};
}

CheckResult Evidence::verdict() const
{
    if (!assessed)
        return CheckResult::Unknown;
    CheckResult worst = CheckResult::Pass;
    for (const CheckValue& check : checks)
        worst = std::max(worst, check.result);
    return worst;
}

QString Evidence::key() const
{
    return evidenceRoleName(role) + u'@' + owner.text();
}

const Evidence* Session::find(EvidenceRole role, const Owner& owner) const
{
    for (const Evidence& item : evidence) {
        if (item.role == role && item.owner == owner)
            return &item;
    }
    return nullptr;
}

bool Session::isCapturer(const OperatorId& who) const
{
    return who == capturedBy ||
           std::any_of(evidence.begin(), evidence.end(),
                       [&](const Evidence& item) {
                           return item.capturedBy == who && item.role != EvidenceRole::PrintedForm;
                       }) ||
           std::any_of(chips.begin(), chips.end(),
                       [&](const ChipWitness& chip) { return chip.who == who; });
}

QString ChipWitness::key() const
{
    return u"id-chip@"_s + owner.text();
}

const ChipWitness* Session::chipOf(const Owner& owner) const
{
    const auto found = std::find_if(chips.begin(), chips.end(),
                                    [&](const ChipWitness& chip) { return chip.owner == owner; });
    return found == chips.end() ? nullptr : &*found;
}

bool Session::isFrozen() const
{
    switch (state) {
    case SessionState::Capturing:
    case SessionState::AwaitingForm:
    case SessionState::AwaitingReview:
    case SessionState::Returned:
        return false;
    case SessionState::Approved:
    case SessionState::Sent:
    case SessionState::Accepted:
    case SessionState::Passed:
    case SessionState::Rejected:
        break;
    }
    return true;
}

void Session::reopenAfterDossier()
{
    predecessor = dossier;
    dossier.reset();
    approval.reset();
}

} // namespace handshake
