// SPDX-License-Identifier: Apache-2.0
#include "app/session/verdict.h"

#include "app/core/json.h"
#include "app/session/steps.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

bool matches(const QString& pattern, const QString& key)
{
    const QRegularExpression expression(QRegularExpression::anchoredPattern(
        QRegularExpression::escape(pattern).replace(u"\\*"_s, u".*"_s)));
    return expression.match(key).hasMatch();
}

Result<VerdictRules::Threshold> parseThreshold(const QString& text)
{
    if (text == u"never")
        return VerdictRules::Threshold::Never;
    if (text == u"fail")
        return VerdictRules::Threshold::Fail;
    if (text == u"warn")
        return VerdictRules::Threshold::Warn;
    if (text == u"unknown")
        return VerdictRules::Threshold::Unknown;
    return Error{ErrorCode::Configuration,
                 u"verdict rules: blocksOn is never, fail, warn or unknown"_s};
}

/// Operator or reviewer: an administrator sees no evidence, so he vouches for none.
Result<Role> parseDecider(const QString& name)
{
    Result<Role> role = parseRole(name);
    if (role && *role != Role::Administrator)
        return role;
    return Error{ErrorCode::Configuration, u"verdict rules: operator or reviewer decides"_s};
}

bool isReached(VerdictRules::Threshold threshold, CheckResult result)
{
    switch (threshold) {
    case VerdictRules::Threshold::Never:
        return false;
    case VerdictRules::Threshold::Fail:
        return result == CheckResult::Fail;
    case VerdictRules::Threshold::Warn:
        return result >= CheckResult::Warn;
    case VerdictRules::Threshold::Unknown:
        return result >= CheckResult::Unknown;
    }
    return true;
}

class Judge
{
public:
    Judge(const Session& session, const VerdictRules& rules)
        : m_session(session)
        , m_rules(rules)
    {
    }

    void add(const QString& key, CheckResult result, const QString& advice,
             const QStringList& arguments = {})
    {
        if (result == CheckResult::Pass || isOverridden(key, result))
            return;
        const VerdictRules::Row row = m_rules.rowFor(key);
        m_verdict.open.push_back({key, advice, arguments, result, isReached(row.blocksOn, result),
                                  row.responsibleFor(result)});
    }

    Verdict finish()
    {
        m_verdict.mayGoHome = std::none_of(m_verdict.open.begin(), m_verdict.open.end(),
                                           [](const OpenItem& item) { return item.blocks; });
        return std::move(m_verdict);
    }

private:
    /// An override counts only while the rules let its author's role take the responsibility, and
    /// for nothing worse than its author saw.
    bool isOverridden(const QString& key, CheckResult result) const
    {
        const std::optional<Role> needed = m_rules.rowFor(key).responsibleFor(result);
        return std::any_of(
            m_session.overrides.begin(), m_session.overrides.end(), [&](const Override& item) {
                return item.key == key && item.result >= result && mayDecide(item.role, needed);
            });
    }

    const Session& m_session;
    const VerdictRules& m_rules;
    Verdict m_verdict;
};

CheckResult resultOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return CheckResult::Fail;
    case Severity::Warning:
        return CheckResult::Warn;
    case Severity::Info:
        break;
    }
    return CheckResult::Pass;
}

void addStep(const Session& session, const Step& step, Judge& judge)
{
    const QString key = evidenceRoleName(step.role) + u'@' + step.owner.text();
    int captured = 0;
    for (const Evidence& item : session.evidence) {
        if (item.role != step.role || item.owner != step.owner)
            continue;
        ++captured;
        if (!item.assessed)
            judge.add(key + u"/assessed"_s, CheckResult::Fail, u"step.not-assessed"_s);
        for (const CheckValue& check : item.checks)
            judge.add(key + u'/' + check.id, check.result, check.advice);
    }
    if (captured < step.count)
        judge.add(key, CheckResult::Fail, u"step.missing."_s + evidenceRoleName(step.role));
}

bool isFormMissing(const Session& session, const Step& step)
{
    const Evidence* form = session.find(step.role, step.owner);
    return !form || !form->assessed || form->verdict() == CheckResult::Fail;
}

} // namespace

Result<VerdictRules> VerdictRules::load(const QString& file)
{
    const Result<QJsonObject> object = readJsonFile(file);
    if (!object)
        return Error{ErrorCode::Configuration, object.error().detail, object.error().where};
    if (object->value(u"format"_s) != u"handshake-verdict/1"_s)
        return Error{ErrorCode::Configuration, u"not verdict rules"_s, file};
    VerdictRules rules;
    for (const QJsonValue value : object->value(u"rules"_s).toArray()) {
        const QJsonObject entry = value.toObject();
        Row row;
        row.pattern = entry.value(u"match"_s).toString();
        const Result<Threshold> threshold = parseThreshold(entry.value(u"blocksOn"_s).toString());
        if (!threshold)
            return threshold.error().at(file);
        row.blocksOn = *threshold;
        for (const auto& [name, target] : {std::pair(u"overridableBy"_s, &row.overridableBy),
                                           std::pair(u"confirmableBy"_s, &row.confirmableBy)}) {
            if (!entry.contains(name))
                continue;
            const Result<Role> role = parseDecider(entry.value(name).toString());
            if (!role)
                return role.error().at(file);
            *target = *role;
        }
        rules.m_rows.push_back(row);
    }
    if (rules.m_rows.empty() || rules.m_rows.back().pattern != u"*")
        return Error{ErrorCode::Configuration, u"verdict rules: the last row must match *"_s, file};
    return rules;
}

std::optional<Role> VerdictRules::Row::responsibleFor(CheckResult result) const
{
    return result < CheckResult::Fail && confirmableBy ? confirmableBy : overridableBy;
}

bool mayDecide(Role role, const std::optional<Role>& needed)
{
    return needed && (role == *needed || (role == Role::Reviewer && *needed == Role::Operator));
}

VerdictRules::Row VerdictRules::rowFor(const QString& key) const
{
    const auto row = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& candidate) {
        return matches(candidate.pattern, key);
    });
    return row == m_rows.end() ? Row{key, Threshold::Unknown, {}, {}} : *row;
}

Verdict verdictOf(const Session& session, const VerdictRules& rules,
                  const std::vector<CrossCheck>& crossChecks, const std::vector<Finding>& findings)
{
    Judge judge(session, rules);
    for (const Step& step : stepsFor(session.filing))
        addStep(session, step, judge);
    for (const CrossCheck& line : crossChecks)
        judge.add(line.id, line.result, line.advice, {line.expected, line.found});
    for (const Finding& finding : findings)
        judge.add(u"filing/"_s + finding.code + u'@' + finding.field, resultOf(finding.severity),
                  finding.messageKey, finding.arguments);
    return judge.finish();
}

SessionState stateFollowing(const Session& session, const Verdict& verdict)
{
    if (!session.returnItems.empty())
        return SessionState::Returned;
    if (!verdict.mayGoHome)
        return SessionState::Capturing;
    for (const Step& step : stepsFor(session.filing)) {
        if (step.role == EvidenceRole::SignedForm && isFormMissing(session, step))
            return SessionState::AwaitingForm;
    }
    return SessionState::AwaitingReview;
}

} // namespace handshake
