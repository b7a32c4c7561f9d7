// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/step_item.h"

#include <algorithm>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

StepItem::Mark markOf(const SessionView& view, const Evidence& evidence)
{
    if (!evidence.assessed)
        return StepItem::Mark::Checking;
    const std::vector<OpenItem> open = openItemsOf(view, evidence);
    if (open.empty())
        return StepItem::Mark::Good;
    const bool blocks = open.front().blocks || open.front().result == CheckResult::Fail;
    return blocks ? StepItem::Mark::Bad : StepItem::Mark::Look;
}

StepItem::Mark checkAndPrintMark(const SessionView& view)
{
    const bool printed =
        std::any_of(view.session.evidence.begin(), view.session.evidence.end(),
                    [](const Evidence& item) { return item.role == EvidenceRole::PrintedForm; });
    if (!view.verdict.mayGoHome)
        return StepItem::Mark::Open;
    const bool current = view.session.formDataRevision == view.session.dataRevision;
    return printed && current ? StepItem::Mark::Good : StepItem::Mark::Open;
}

} // namespace

QString StepItem::key() const
{
    if (kind == Kind::CheckAndPrint)
        return u"check"_s;
    return stepKeyOf(step.role, step.owner);
}

QString stepKeyOf(EvidenceRole role, const Owner& owner)
{
    return evidenceRoleName(role) + u'@' + owner.text();
}

std::vector<StepItem> stepItems(const SessionView& view)
{
    std::vector<StepItem> items;
    bool hasCheck = false;
    const auto addCheck = [&] {
        items.push_back({StepItem::Kind::CheckAndPrint, {}, checkAndPrintMark(view), {}});
        hasCheck = true;
    };
    for (const Step& step : stepsFor(view.session.filing)) {
        if (step.role == EvidenceRole::SignedForm && !hasCheck)
            addCheck();
        StepItem item{StepItem::Kind::Capture, step, StepItem::Mark::Open, {}};
        if (const Evidence* evidence = view.session.find(step.role, step.owner))
            item.mark = markOf(view, *evidence);
        items.push_back(std::move(item));
    }
    if (!hasCheck)
        addCheck();
    return items;
}

std::vector<OpenItem> openItemsOf(const SessionView& view, const Evidence& evidence)
{
    const QString prefix = evidence.key() + u'/';
    const auto concerns = [&](const OpenItem& item) {
        if (item.key.startsWith(prefix))
            return true;
        return std::any_of(view.crossChecks.begin(), view.crossChecks.end(),
                           [&](const CrossCheck& line) {
                               return line.id == item.key && line.foundFrom == evidence.key();
                           });
    };
    std::vector<OpenItem> open;
    std::copy_if(view.verdict.open.begin(), view.verdict.open.end(), std::back_inserter(open),
                 concerns);
    std::stable_sort(open.begin(), open.end(), [](const OpenItem& a, const OpenItem& b) {
        return a.blocks != b.blocks ? a.blocks : a.result > b.result;
    });
    return open;
}

} // namespace handshake
