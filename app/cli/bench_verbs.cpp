// SPDX-License-Identifier: Apache-2.0
#include "app/cli/output.h"
#include "app/cli/reading_bench.h"
#include "app/cli/reading_bench_report.h"
#include "app/cli/reading_contact_sheets.h"
#include "app/cli/services.h"
#include "app/cli/verb.h"

#include "app/core/paths.h"

#include <QDir>
#include <QJsonDocument>
#include <QMutex>
#include <QMutexLocker>
#include <QSaveFile>
#include <QThread>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr int kScenes = 120; // every scene in every severity
constexpr int kMostScenes = 20000;
constexpr int kMostFailures = 90;

Result<int> wholeNumber(const Arguments& arguments, const QString& option, int otherwise, int low,
                        int high)
{
    if (!arguments.has(option))
        return otherwise;
    bool isNumber = false;
    const int value = arguments.value(option).toInt(&isNumber);
    if (!isNumber || value < low || value > high)
        return usageError(u"%1 takes a number from %2 to %3"_s.arg(option).arg(low).arg(high));
    return value;
}

Result<ReadingBenchPlan> planOf(const Arguments& arguments, Services& services)
{
    if (!arguments.positional().isEmpty())
        return usageError(u"bench reading takes options only"_s);
    const Result<int> scenes = wholeNumber(arguments, u"--scenes"_s, kScenes, 1, kMostScenes);
    if (!scenes)
        return scenes.error();
    const Result<int> seed = wholeNumber(arguments, u"--seed"_s, 1, 0, 1000000);
    if (!seed)
        return seed.error();
    ReadingBenchPlan plan;
    plan.reader = {services.paths().data(u"reading/layouts"_s),
                   services.paths().data(u"reading/thresholds.json"_s),
                   services.paths().data(u"models"_s),
                   services.paths().data(u"reading/lexicon.json"_s)};
    plan.scenes = *scenes;
    plan.seed = static_cast<std::uint64_t>(*seed);
    plan.withWholePage = !arguments.has(u"--skip-page"_s);
    plan.threads = std::max(1, QThread::idealThreadCount());
    return plan;
}

Result<void> writeFile(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{ErrorCode::Storage, u"a report could not be written"_s, path};
    return {};
}

/// report.json, samples.jsonl and the sheets of failures.
Result<void> writeReport(const QString& folder, const std::vector<SampleScore>& scores,
                         const QJsonObject& report)
{
    if (!QDir().mkpath(folder))
        return Error{ErrorCode::Storage, u"the folder could not be made"_s, folder};
    QByteArray lines;
    for (const SampleScore& score : scores)
        lines += QJsonDocument(sampleLine(score)).toJson(QJsonDocument::Compact) + '\n';
    const auto listed = writeFile(folder + u"/samples.jsonl"_s, lines);
    if (!listed)
        return listed.error();
    const auto done = writeFile(folder + u"/report.json"_s, QJsonDocument(report).toJson());
    if (!done)
        return done.error();
    const Result<int> sheets = writeFailureSheets(scores, kMostFailures, folder);
    return sheets ? Result<void>() : Result<void>(sheets.error());
}

Result<ExitCode> benchReading(const Arguments& arguments, Services& services, Output& output)
{
    const Result<ReadingBenchPlan> plan = planOf(arguments, services);
    if (!plan)
        return plan.error();
    QMutex mutex;
    const auto progress = [&](int done) {
        const QMutexLocker lock(&mutex);
        if (done % 10 == 0)
            output.diagnostic(u"%1/%2"_s.arg(done).arg(plan->scenes));
    };
    const Result<std::vector<SampleScore>> scores = runReadingBench(*plan, progress);
    if (!scores)
        return scores.error();
    QJsonObject report = readingBenchReport(*scores);
    report.insert(u"evaluation"_s, papereval::kEvaluationVersion);
    report.insert(u"seed"_s, static_cast<int>(plan->seed));
    if (arguments.has(u"--output"_s)) {
        const auto written = writeReport(arguments.value(u"--output"_s), *scores, report);
        if (!written)
            return written.error();
    }
    output.line(report, readingBenchWords(report));
    return ExitCode::Ok;
}

} // namespace

std::vector<Verb> benchVerbs()
{
    using Takes = OptionSpec::Takes;
    return {{{u"bench"_s, u"reading"_s},
             u"[--scenes N] [--seed S] [--skip-page] [--output DIR]"_s,
             {{u"--scenes"_s},
              {u"--seed"_s},
              {u"--skip-page"_s, Takes::Nothing},
              {u"--output"_s, Takes::One, OptionSpec::Means::File}},
             benchReading,
             OptionSpec::Means::Text,
             true}};
}

} // namespace handshake
