// SPDX-License-Identifier: Apache-2.0
#include "app/demo/assessment/vision_figures.h"

#include <algorithm>
#include <cmath>

namespace handshake::assessment {

using namespace Qt::StringLiterals;
using evaluation::ChangeView;
using evaluation::SceneKind;

namespace {

bool objects(CheckResult result)
{
    return result >= CheckResult::Warn;
}

/// Own curtain, one person, nothing forged: what must be accepted if it counts.
bool isCountedRight(const SceneOutcome& outcome)
{
    return outcome.sample.kind == SceneKind::Right && outcome.truth.mustAccept;
}

bool anyAccepted(const std::vector<Seen>& burst)
{
    return std::any_of(burst.begin(), burst.end(),
                       [](const Seen& seen) { return seen.isBackdropAccepted(); });
}

void countRight(const SceneOutcome& outcome, VisionFigures& figures)
{
    const auto& sample = outcome.sample;
    const QString family = evaluation::familyName(sample.asked.family);
    const QString severity = evaluation::severityName(sample.severity);
    const bool accepted = outcome.seen.isBackdropAccepted();
    const auto count = [&](const QString& key) {
        figures.accept[key].count(accepted);
        figures.plainAccept[key].count(outcome.plainAccepts);
    };
    count(u"all"_s);
    count(family);
    count(severity);
    count(family + u' ' + severity);
    if (sample.zoomed)
        count(u"zoom"_s);
    if (outcome.truth.occlusion >= 0.3)
        count(u"occlusion 30 % and more"_s);
    figures.confusion[u"right"_s][family].count(accepted);
    figures.wholePhoto.count(outcome.seen.verdict != CheckResult::Fail);
    figures.occlusionMax = std::max(figures.occlusionMax, outcome.truth.occlusion);
    if (!outcome.burst.empty()) {
        figures.burstAccept.count(anyAccepted(outcome.burst));
        figures.replayFalseAlarm.count(objects(outcome.burst.front().result(u"replay")));
    }
}

void countAttack(const SceneOutcome& outcome, VisionFigures& figures)
{
    const QString kind = evaluation::kindName(outcome.sample.kind);
    const bool accepted = outcome.seen.isBackdropAccepted();
    figures.falseAccept[kind].count(accepted);
    figures.plainFalseAccept[kind].count(outcome.plainAccepts);
    figures.confusion[kind][evaluation::familyName(outcome.sample.asked.family)].count(accepted);
    if (!isCountedAttack(outcome.sample.kind))
        return;
    figures.falseAccept[u"all"_s].count(accepted);
    figures.plainFalseAccept[u"all"_s].count(outcome.plainAccepts);
    if (!outcome.burst.empty())
        figures.burstFalseAccept.count(anyAccepted(outcome.burst));
}

void countSmallChange(const SceneOutcome& outcome, VisionFigures& figures)
{
    const bool accepted = outcome.seen.isBackdropAccepted();
    const bool saysCurrent = accepted && outcome.seen.result(u"edition") == CheckResult::Pass;
    const bool isTold = outcome.seen.result(u"edition") >= CheckResult::Warn;
    if (outcome.truth.change == ChangeView::Visible) {
        figures.smallChange[u"wrong"_s].count(saysCurrent);
        figures.smallChange[u"told"_s].count(isTold);
        figures.smallChange[u"cannotTell"_s].count(!saysCurrent && !isTold);
    } else if (outcome.truth.change == ChangeView::Hidden) {
        figures.smallChange[u"wrongHidden"_s].count(saysCurrent);
    }
}

void countForgery(const SceneOutcome& outcome, VisionFigures& figures)
{
    const SceneKind kind = outcome.sample.kind;
    const bool screen = objects(outcome.seen.result(u"screen"));
    const bool composite = objects(outcome.seen.result(u"composite"));
    if (kind == SceneKind::Screen) {
        figures.screenWarned.count(screen);
        if (!outcome.burst.empty()) {
            const bool stopped =
                std::any_of(outcome.burst.begin(), outcome.burst.end(), [](const Seen& seen) {
                    return objects(seen.result(u"replay")) || objects(seen.result(u"screen"));
                });
            figures.screenSlipsBurst.count(!stopped);
        }
        return;
    }
    figures.screenFalseAlarm.count(screen);
    if (kind == SceneKind::Pasted)
        figures.pastedFlagged.count(composite);
    else
        figures.pastedFalseAlarm.count(composite);
}

void countCoverage(const SceneOutcome& outcome, VisionFigures& figures, double& sum)
{
    const SceneKind kind = outcome.sample.kind;
    const bool hasOwnCurtain = kind == SceneKind::Right || kind == SceneKind::TwoFaces ||
                               kind == SceneKind::OlderSmall || kind == SceneKind::NoFace;
    if (!hasOwnCurtain)
        return;
    const auto measured = outcome.seen.value(u"coverage");
    if (!measured) {
        ++figures.coverageUnknown;
        return;
    }
    sum += std::abs(*measured - outcome.truth.coverage);
    ++figures.coverageCount;
}

QJsonObject sharesToJson(const QMap<QString, Share>& shares)
{
    QJsonObject object;
    for (auto share = shares.begin(); share != shares.end(); ++share)
        object.insert(share.key(), shareToJson(share.value()));
    return object;
}

/// Largest share of right scenes above every attack's inliers.
double bestPlainAccept(const std::vector<SceneOutcome>& outcomes)
{
    int most = 0;
    for (const SceneOutcome& outcome : outcomes) {
        if (isCountedAttack(outcome.sample.kind))
            most = std::max(most, outcome.plainInliers);
    }
    Share share;
    for (const SceneOutcome& outcome : outcomes) {
        if (isCountedRight(outcome))
            share.count(outcome.plainInliers > most);
    }
    return share.of > 0 ? double(share.hits) / share.of : 0;
}

} // namespace

bool isCountedAttack(SceneKind kind)
{
    return kind == SceneKind::Similar || kind == SceneKind::Other || kind == SceneKind::Mirrored ||
           kind == SceneKind::Wall || kind == SceneKind::Clutter || kind == SceneKind::SmallCopy ||
           kind == SceneKind::OlderLarge;
}

VisionFigures figuresOf(const std::vector<SceneOutcome>& outcomes)
{
    VisionFigures figures;
    double coverageSum = 0;
    for (const SceneOutcome& outcome : outcomes) {
        const SceneKind kind = outcome.sample.kind;
        if (!outcome.seen.error.isEmpty())
            ++figures.refused;
        if (isCountedRight(outcome))
            countRight(outcome, figures);
        else if (kind == SceneKind::Right)
            ++figures.undecided;
        if (isCountedAttack(kind) || kind == SceneKind::OlderSmall || kind == SceneKind::Screen ||
            kind == SceneKind::Pasted)
            countAttack(outcome, figures);
        if (kind == SceneKind::OlderSmall)
            countSmallChange(outcome, figures);
        countForgery(outcome, figures);
        countCoverage(outcome, figures, coverageSum);
        if (kind != SceneKind::Screen) {
            const bool saysOne = outcome.seen.result(u"faces") == CheckResult::Pass;
            figures.oneFace.count(saysOne == (outcome.truth.faces.size() == 1));
        }
    }
    if (figures.coverageCount > 0)
        figures.coverageError = coverageSum / figures.coverageCount;
    figures.plainBestAccept = bestPlainAccept(outcomes);
    return figures;
}

QJsonObject figuresToJson(const VisionFigures& figures)
{
    QJsonObject confusion;
    for (auto row = figures.confusion.begin(); row != figures.confusion.end(); ++row)
        confusion.insert(row.key(), sharesToJson(row.value()));
    return {
        {u"accept"_s, sharesToJson(figures.accept)},
        {u"falseAccept"_s, sharesToJson(figures.falseAccept)},
        {u"confusion"_s, confusion},
        {u"plain"_s, QJsonObject{{u"accept"_s, sharesToJson(figures.plainAccept)},
                                 {u"falseAccept"_s, sharesToJson(figures.plainFalseAccept)},
                                 {u"acceptAtNoFalseAccept"_s, figures.plainBestAccept}}},
        {u"smallChange"_s, sharesToJson(figures.smallChange)},
        {u"screen"_s, QJsonObject{{u"warned"_s, shareToJson(figures.screenWarned)},
                                  {u"falseAlarm"_s, shareToJson(figures.screenFalseAlarm)},
                                  {u"slipsBurst"_s, shareToJson(figures.screenSlipsBurst)},
                                  {u"replayFalseAlarm"_s, shareToJson(figures.replayFalseAlarm)}}},
        {u"composite"_s, QJsonObject{{u"flagged"_s, shareToJson(figures.pastedFlagged)},
                                     {u"falseAlarm"_s, shareToJson(figures.pastedFalseAlarm)}}},
        {u"burst"_s, QJsonObject{{u"accept"_s, shareToJson(figures.burstAccept)},
                                 {u"falseAccept"_s, shareToJson(figures.burstFalseAccept)}}},
        {u"oneFace"_s, shareToJson(figures.oneFace)},
        {u"wholePhoto"_s, shareToJson(figures.wholePhoto)},
        {u"coverage"_s, QJsonObject{{u"meanAbsoluteError"_s, figures.coverageError},
                                    {u"of"_s, figures.coverageCount},
                                    {u"unknown"_s, figures.coverageUnknown}}},
        {u"undecided"_s, figures.undecided},
        {u"refused"_s, figures.refused},
        {u"occlusionMax"_s, figures.occlusionMax}};
}

QString figuresAsWords(const VisionFigures& figures)
{
    QString text;
    const auto row = [&text](const QString& name, const Share& share) {
        text += name.leftJustified(36) + shareAsWords(share) + u'\n';
    };
    for (auto share = figures.accept.begin(); share != figures.accept.end(); ++share)
        row(u"accept "_s + share.key(), share.value());
    for (auto share = figures.falseAccept.begin(); share != figures.falseAccept.end(); ++share)
        row(u"false accept "_s + share.key(), share.value());
    row(u"plain accept"_s, figures.plainAccept.value(u"all"_s));
    row(u"plain false accept"_s, figures.plainFalseAccept.value(u"all"_s));
    for (auto share = figures.smallChange.begin(); share != figures.smallChange.end(); ++share)
        row(u"small change "_s + share.key(), share.value());
    row(u"screen warned"_s, figures.screenWarned);
    row(u"screen false alarm"_s, figures.screenFalseAlarm);
    row(u"screen slips through a burst"_s, figures.screenSlipsBurst);
    row(u"replay false alarm"_s, figures.replayFalseAlarm);
    row(u"pasted flagged"_s, figures.pastedFlagged);
    row(u"pasted false alarm"_s, figures.pastedFalseAlarm);
    row(u"burst accept"_s, figures.burstAccept);
    row(u"burst false accept"_s, figures.burstFalseAccept);
    row(u"exactly one face right"_s, figures.oneFace);
    row(u"whole photo without a fail"_s, figures.wholePhoto);
    return text + u"%1%2 (%3, unknown %4)\n"_s.arg(u"coverage error"_s, -36)
                      .arg(figures.coverageError, 0, 'f', 3)
                      .arg(figures.coverageCount)
                      .arg(figures.coverageUnknown);
}

QJsonArray timingsToJson(const std::vector<SizeTiming>& timings)
{
    QJsonArray rows;
    for (const SizeTiming& timing : timings) {
        QMap<QString, std::vector<double>> stages;
        for (const Seen& seen : timing.photos) {
            stages[u"total"_s].push_back(seen.ms);
            for (const StageTime& stage : seen.stages)
                stages[stage.name].push_back(stage.ms);
        }
        stages.insert(u"processor"_s, timing.cpuMs);
        QJsonObject row{{u"width"_s, timing.size.width()},
                        {u"height"_s, timing.size.height()},
                        {u"photos"_s, int(timing.photos.size())}};
        for (auto stage = stages.begin(); stage != stages.end(); ++stage)
            row.insert(stage.key(), QJsonObject{{u"median"_s, quantile(stage.value(), 0.5)},
                                                {u"p95"_s, quantile(stage.value(), 0.95)}});
        rows.append(row);
    }
    return rows;
}

QString faultOf(const SceneOutcome& outcome)
{
    const Seen& seen = outcome.seen;
    const SceneKind kind = outcome.sample.kind;
    QStringList faults;
    if (!seen.error.isEmpty())
        faults.append(u"refused"_s);
    if (isCountedRight(outcome) && !seen.isBackdropAccepted())
        faults.append(u"right, not accepted"_s);
    if (isCountedAttack(kind) && seen.isBackdropAccepted())
        faults.append(u"accepted"_s);
    if (kind == SceneKind::OlderSmall && outcome.truth.change == ChangeView::Visible &&
        seen.isBackdropAccepted() && seen.result(u"edition") == CheckResult::Pass)
        faults.append(u"small change not seen"_s);
    if (kind == SceneKind::Screen ? !objects(seen.result(u"screen"))
                                  : objects(seen.result(u"screen")))
        faults.append(kind == SceneKind::Screen ? u"screen not warned of"_s : u"no screen"_s);
    const bool saysOne = seen.result(u"faces") == CheckResult::Pass;
    if (kind != SceneKind::Screen && saysOne != (outcome.truth.faces.size() == 1))
        faults.append(u"faces miscounted"_s);
    return faults.join(u", "_s);
}

} // namespace handshake::assessment
