// SPDX-License-Identifier: Apache-2.0
#include "app/cli/reading_bench.h"
#include "app/cli/reading_bench_report.h"
#include "app/cli/reading_contact_sheets.h"

#include "support/program.h"

#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;

namespace {

ReadingBenchPlan planOf(int scenes, int threads)
{
    const QString data = qEnvironmentVariable("HANDSHAKE_DATA_ROOT") + u"/data/"_s;
    ReadingBenchPlan plan;
    plan.reader = {data + u"reading/layouts"_s, data + u"reading/thresholds.json"_s,
                   data + u"models"_s, data + u"reading/lexicon.json"_s};
    plan.scenes = scenes;
    plan.withWholePage = false;
    plan.threads = threads;
    return plan;
}

/// What was read, without what it took.
QList<QJsonObject> readings(const std::vector<SampleScore>& scores)
{
    QList<QJsonObject> lines;
    for (const SampleScore& score : scores) {
        QJsonObject line = sampleLine(score);
        QJsonArray items;
        for (const QJsonValue value : line.value(u"items"_s).toArray()) {
            QJsonObject item = value.toObject();
            item.remove(u"ms"_s);
            item.remove(u"cpuMs"_s);
            items.append(item);
        }
        line.insert(u"items"_s, items);
        lines << line;
    }
    return lines;
}

} // namespace

class TestBenchReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resultsDoNotDependOnThreads()
    {
        const auto alone = runReadingBench(planOf(2, 1), [](int) {});
        QVERIFY(alone.has_value());
        const auto together = runReadingBench(planOf(2, 3), [](int) {});
        QVERIFY(together.has_value());
        QCOMPARE(alone->size(), 2U);
        QCOMPARE(readings(*together), readings(*alone));
    }

    void verbWritesItsReport()
    {
        const QTemporaryDir folder;
        const QString output = folder.filePath(u"report"_s);
        const ProgramRun run = runProgram({u"--json"_s, u"bench"_s, u"reading"_s, u"--scenes"_s,
                                           u"2"_s, u"--skip-page"_s, u"--output"_s, output});
        QVERIFY2(run.exitCode == 0, run.errors.constData());
        const QJsonObject report = run.last();
        QCOMPARE(report.value(u"pictures"_s).toInt(), 2);
        QCOMPARE(report.value(u"evaluation"_s).toInt(), papereval::kEvaluationVersion);
        for (const QString& key : {u"sheets"_s, u"fields"_s, u"ms"_s, u"falsePapers"_s})
            QVERIFY2(report.contains(key), qPrintable(key));
        QVERIFY(QFileInfo::exists(output + u"/report.json"_s));
        QFile lines(output + u"/samples.jsonl"_s);
        QVERIFY(lines.open(QIODevice::ReadOnly));
        QCOMPARE(lines.readAll().count('\n'), 2);
    }

    void failuresAreShown()
    {
        const QTemporaryDir folder;
        papereval::PaperSample sample;
        sample.items.emplace_back();
        sample.items.back().corners = QPolygonF(QRectF(40, 40, 200, 120));
        SampleScore score;
        score.items.emplace_back(); // nothing found
        QImage picture(400, 300, QImage::Format_RGB32);
        picture.fill(Qt::white);
        score.thumbnail = failureThumbnail(score, sample, picture);
        QVERIFY(!QImage::fromData(score.thumbnail).isNull());
        const auto written = writeFailureSheets({score}, 10, folder.path());
        QVERIFY(written.has_value());
        QCOMPARE(*written, 1);
        QVERIFY(!QImage(folder.filePath(u"failures-1.jpg"_s)).isNull());

        const SampleScore right; // nothing to show
        QVERIFY(failureThumbnail(right, sample, picture).isEmpty());
        QCOMPARE(writeFailureSheets({right}, 10, folder.path()).value_or(-1), 0);
    }

    void wordsThatMakeNoSenseAreRefused_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("no scenes") << QStringList{u"--scenes"_s, u"0"_s};
        QTest::newRow("not a number") << QStringList{u"--seed"_s, u"x"_s};
        QTest::newRow("other words") << QStringList{u"card.jpg"_s};
    }

    void wordsThatMakeNoSenseAreRefused()
    {
        QFETCH(const QStringList, words);
        const ProgramRun run = runProgram(QStringList{u"bench"_s, u"reading"_s} + words);
        QCOMPARE(run.exitCode, 64);
    }

    void missingFontsAreNamed()
    {
        const QTemporaryDir folder;
        QFile configuration(folder.filePath(u"fonts.conf"_s));
        QVERIFY(configuration.open(QIODevice::WriteOnly));
        configuration.write("<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">"
                            "<fontconfig><dir>/usr/share/fonts/truetype/dejavu</dir><cachedir>" +
                            folder.path().toUtf8() + "</cachedir></fontconfig>");
        configuration.close();
        qputenv("FONTCONFIG_FILE", configuration.fileName().toUtf8());
        const ProgramRun run = runProgram(
            {u"--json"_s, u"bench"_s, u"reading"_s, u"--scenes"_s, u"1"_s, u"--skip-page"_s});
        qunsetenv("FONTCONFIG_FILE");
        QCOMPARE(run.exitCode, 78);
        const QString message =
            run.last().value(u"error"_s).toObject().value(u"message"_s).toString();
        QVERIFY2(message.contains(u"fonts-arphic-gkai00mp"), qPrintable(message));
    }
};

QTEST_MAIN(TestBenchReading)
#include "tst_bench_reading.moc"
