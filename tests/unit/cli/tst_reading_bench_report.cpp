// SPDX-License-Identifier: Apache-2.0
#include "app/cli/reading_bench_report.h"

#include <QTest>

using namespace handshake;
using papereval::ItemKind;
using papereval::SceneKind;
using papereval::Severity;

namespace {

SampleScore sample(SceneKind scene, Severity severity, double overlap, FieldOutcome outcome)
{
    SampleScore score;
    score.scene = scene;
    score.severity = severity;
    ItemScore item;
    item.kind = ItemKind::IdPortrait;
    item.overlap = overlap;
    item.isKindRight = true;
    FieldScore field;
    field.key = QStringLiteral("name");
    field.outcome = outcome;
    item.fields.push_back(field);
    score.items.push_back(item);
    return score;
}

int hits(const QJsonObject& rates, const char* key)
{
    return rates.value(QLatin1String(key)).toObject().value(QLatin1String("hits")).toInt(-1);
}

int of(const QJsonObject& rates, const char* key)
{
    return rates.value(QLatin1String(key)).toObject().value(QLatin1String("of")).toInt(-1);
}

} // namespace

class TestReadingBenchReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wilsonIntervalIsTheTextbooks()
    {
        const Rate rate{8, 10};
        QVERIFY(qAbs(rate.low() - 0.4902) < 5e-4);
        QVERIFY(qAbs(rate.high() - 0.9433) < 5e-4);
        const Rate perfect{48, 48};
        QCOMPARE(perfect.high(), 1.0);
        QVERIFY(qAbs(perfect.low() - 0.9259) < 5e-4);
        const Rate nothing;
        QCOMPARE(nothing.low(), 0.0);
        QCOMPARE(nothing.high(), 1.0);
    }

    void quantilesAreValuesThatOccurred()
    {
        QCOMPARE(quantile({5, 1, 3}, 0.5), 3.0);
        QCOMPARE(quantile({1, 2, 3, 4, 100}, 0.95), 100.0);
        QCOMPARE(quantile({}, 0.5), 0.0);
    }

    void goodAndAllAreCountedApart()
    {
        const QJsonObject report = readingBenchReport(
            {sample(SceneKind::Camera, Severity::Good, 0.99, FieldOutcome::Exact),
             sample(SceneKind::Camera, Severity::Hard, 0.97, FieldOutcome::Wrong),
             sample(SceneKind::Flatbed, Severity::Good, 0.999, FieldOutcome::Absent)});
        const QJsonObject sheets = report.value(QLatin1String("sheets")).toObject();
        QCOMPARE(hits(sheets, "camera.found"), 1);
        QCOMPARE(of(sheets, "camera.found"), 2);
        QCOMPARE(hits(sheets, "camera.foundGood"), 1);
        QCOMPARE(hits(sheets, "flatbed.found"), 1);
        const QJsonObject name = report.value(QLatin1String("fields"))
                                     .toObject()
                                     .value(QLatin1String("id.name"))
                                     .toObject();
        QCOMPARE(hits(name, "good"), 1);
        QCOMPARE(of(name, "good"), 2);
        QCOMPARE(of(name, "all"), 3);
        QCOMPARE(name.value(QLatin1String("wrongNotFlagged")).toInt(), 1);
        QCOMPARE(name.value(QLatin1String("absent")).toInt(), 1);
    }

    void copiesScreensAndCutOffPapersDoNotCountAmongTheFields()
    {
        const QJsonObject report = readingBenchReport(
            {sample(SceneKind::Copy, Severity::Good, 0.99, FieldOutcome::Exact),
             sample(SceneKind::Screen, Severity::Good, 0.5, FieldOutcome::Exact),
             sample(SceneKind::CutOff, Severity::Good, 0.5, FieldOutcome::Exact)});
        QVERIFY(report.value(QLatin1String("fields")).toObject().isEmpty());
        QVERIFY(
            report.value(QLatin1String("copies")).toObject().contains(QLatin1String("id.name")));
        const QJsonObject sheets = report.value(QLatin1String("sheets")).toObject();
        QCOMPARE(hits(sheets, "cut-off.noticed"), 0);
        QCOMPARE(hits(sheets, "copy.found"), 1);
        QVERIFY(!sheets.contains(QLatin1String("camera.found")));
    }

    void aPaperOnAnEmptyGlassIsFalse()
    {
        SampleScore empty;
        empty.scene = SceneKind::Empty;
        SampleScore believed = empty;
        believed.falsePaper = QStringLiteral("licence");
        const QJsonObject report = readingBenchReport({empty, believed});
        QCOMPARE(hits(report, "falsePapers"), 1);
        QCOMPARE(of(report, "falsePapers"), 2);
        QVERIFY(readingBenchWords(report).contains(QStringLiteral("empty.falsePapers")));
    }
};

QTEST_GUILESS_MAIN(TestReadingBenchReport)
#include "tst_reading_bench_report.moc"
