// SPDX-License-Identifier: Apache-2.0
#include "app/demo/assessment/vision_figures.h"

#include <QTest>

#include <cmath>

using namespace handshake;
using namespace handshake::assessment;
using namespace Qt::StringLiterals;
using evaluation::ChangeView;
using evaluation::SceneKind;

namespace {

Seen seenAs(CheckResult backdrop, CheckResult edition = CheckResult::Pass)
{
    Seen seen;
    seen.checks = {{u"backdrop"_s, backdrop},          {u"edition"_s, edition},
                   {u"mirrored"_s, CheckResult::Pass}, {u"copy"_s, CheckResult::Unknown},
                   {u"screen"_s, CheckResult::Pass},   {u"composite"_s, CheckResult::Pass},
                   {u"faces"_s, CheckResult::Pass},    {u"coverage"_s, CheckResult::Pass, 0.8}};
    seen.verdict = CheckResult::Pass;
    return seen;
}

SceneOutcome outcomeOf(SceneKind kind, const Seen& seen)
{
    SceneOutcome outcome;
    outcome.sample.kind = kind;
    outcome.seen = seen;
    outcome.truth.mustAccept = kind == SceneKind::Right;
    outcome.truth.faces = {QRectF(0, 0, 10, 10)};
    outcome.truth.coverage = 0.9;
    return outcome;
}

} // namespace

class TestVisionFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptanceNeedsEveryCheckOfTheBackdrop_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<CheckResult>("result");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("all well") << u"backdrop"_s << CheckResult::Pass << true;
        QTest::newRow("backdrop doubtful") << u"backdrop"_s << CheckResult::Warn << false;
        QTest::newRow("backdrop unknown") << u"backdrop"_s << CheckResult::Unknown << false;
        QTest::newRow("mirrored") << u"mirrored"_s << CheckResult::Fail << false;
        QTest::newRow("copy") << u"copy"_s << CheckResult::Fail << false;
        QTest::newRow("older") << u"edition"_s << CheckResult::Fail << false;
        QTest::newRow("edition not to be told") << u"edition"_s << CheckResult::Unknown << true;
        QTest::newRow("a screen is judged apart") << u"screen"_s << CheckResult::Warn << true;
    }

    void acceptanceNeedsEveryCheckOfTheBackdrop()
    {
        QFETCH(const QString, id);
        QFETCH(const CheckResult, result);
        Seen seen = seenAs(CheckResult::Pass);
        for (CheckValue& check : seen.checks) {
            if (check.id == id)
                check.result = result;
        }
        QTEST(seen.isBackdropAccepted(), "accepted");
    }

    void everyKindIsCountedWhereItBelongs()
    {
        const Seen yes = seenAs(CheckResult::Pass);
        const Seen no = seenAs(CheckResult::Fail);
        std::vector<SceneOutcome> outcomes{
            outcomeOf(SceneKind::Right, yes), outcomeOf(SceneKind::Right, no),
            outcomeOf(SceneKind::Similar, yes), outcomeOf(SceneKind::Wall, no),
            outcomeOf(SceneKind::Screen, yes)};
        SceneOutcome undecided = outcomeOf(SceneKind::Right, no);
        undecided.truth.mustAccept = false;
        outcomes.push_back(undecided);
        const VisionFigures figures = figuresOf(outcomes);
        QCOMPARE(figures.accept.value(u"all"_s).hits, 1);
        QCOMPARE(figures.accept.value(u"all"_s).of, 2);
        QCOMPARE(figures.undecided, 1);
        QCOMPARE(figures.falseAccept.value(u"all"_s).hits, 1);
        QCOMPARE(figures.falseAccept.value(u"all"_s).of, 2); // the screen is judged apart
        QCOMPARE(figures.screenWarned.hits, 0);
        QCOMPARE(figures.screenWarned.of, 1);
        QCOMPARE(figures.oneFace.hits, 5);
        QCOMPARE(figures.coverageCount, 3);
        QVERIFY(std::abs(figures.coverageError - 0.1) < 1e-9);
    }

    void smallChangeIsWrongOnlyWhenItPassesAsCurrent()
    {
        std::vector<SceneOutcome> outcomes{
            outcomeOf(SceneKind::OlderSmall, seenAs(CheckResult::Pass)),
            outcomeOf(SceneKind::OlderSmall, seenAs(CheckResult::Pass, CheckResult::Unknown)),
            outcomeOf(SceneKind::OlderSmall, seenAs(CheckResult::Pass, CheckResult::Fail)),
            outcomeOf(SceneKind::OlderSmall, seenAs(CheckResult::Unknown))};
        for (SceneOutcome& outcome : outcomes)
            outcome.truth.change = ChangeView::Visible;
        outcomes.push_back(outcomes.front());
        outcomes.back().truth.change = ChangeView::Unclear;
        const VisionFigures figures = figuresOf(outcomes);
        QCOMPARE(figures.smallChange.value(u"wrong"_s).hits, 1);
        QCOMPARE(figures.smallChange.value(u"wrong"_s).of, 4);
        QCOMPARE(figures.smallChange.value(u"told"_s).hits, 1);
        QCOMPARE(figures.smallChange.value(u"cannotTell"_s).hits, 2);
    }

    void faultsAreNamed()
    {
        QVERIFY(faultOf(outcomeOf(SceneKind::Right, seenAs(CheckResult::Pass))).isEmpty());
        QVERIFY(!faultOf(outcomeOf(SceneKind::Right, seenAs(CheckResult::Fail))).isEmpty());
        QVERIFY(!faultOf(outcomeOf(SceneKind::Clutter, seenAs(CheckResult::Pass))).isEmpty());
        QVERIFY(!faultOf(outcomeOf(SceneKind::Screen, seenAs(CheckResult::Fail))).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestVisionFigures)
#include "tst_vision_figures.moc"
