// SPDX-License-Identifier: Apache-2.0
#include "app/core/paths.h"
#include "app/demo/assessment/failure_sheets.h"
#include "app/demo/assessment/vision_figures.h"
#include "app/demo/assessment/vision_run.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace handshake;
using namespace handshake::assessment;
using namespace Qt::StringLiterals;

class TestVisionRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto paths = Paths::find(QCoreApplication::applicationDirPath());
        QVERIFY(paths);
        m_plan.checker = {Paths::cascades(), paths->data(u"vision/thresholds.json"_s)};
        m_plan.cacheFolder = m_folder.path();
        m_plan.scenes = 2;
        m_plan.size = {320, 240};
    }

    void outcomesDoNotDependOnThreadsOrOnTheCache()
    {
        int calls = 0;
        const auto first = runVision(m_plan, [&calls](int, int) { ++calls; });
        QVERIFY(first);
        QCOMPARE(calls, 2);
        QVERIFY(!QDir(m_folder.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).isEmpty());
        VisionRunPlan threaded = m_plan;
        threaded.threads = 2;
        const auto again = runVision(threaded, [](int, int) {});
        QVERIFY(again);
        QCOMPARE(figuresToJson(figuresOf(*again)), figuresToJson(figuresOf(*first)));
        for (std::size_t i = 0; i < first->size(); ++i) {
            QVERIFY(!(*first)[i].seen.checks.empty());
            QVERIFY((*first)[i].seen.checks == (*again)[i].seen.checks);
            QCOMPARE((*first)[i].plainInliers, (*again)[i].plainInliers);
            QCOMPARE((*first)[i].burst.size(), (*again)[i].burst.size());
        }
        QCOMPARE(first->front().burst.size(), 5U);
    }

    void failuresBecomeContactSheets()
    {
        SceneOutcome outcome;
        outcome.sample = evaluation::evaluationSample(0, m_plan.seed);
        outcome.sample.take.size = m_plan.size;
        outcome.truth.mustAccept = true;
        outcome.sample.kind = evaluation::SceneKind::Right;
        const auto sheets = writeFailureSheets({outcome}, m_plan, m_folder.path());
        QVERIFY(sheets);
        QCOMPARE(sheets->size(), 1);
        QVERIFY(QImage(sheets->front()).width() > 1000);
    }

    void missingDetectorsAreSaid()
    {
        VisionRunPlan broken = m_plan;
        broken.checker.cascadeFolder = m_folder.path();
        QVERIFY(!runVision(broken, [](int, int) {}));
    }

private:
    QTemporaryDir m_folder;
    VisionRunPlan m_plan;
};

QTEST_MAIN(TestVisionRun)
#include "tst_vision_run.moc"
