// SPDX-License-Identifier: Apache-2.0
#include "app/cli/output.h"
#include "app/cli/services.h"
#include "app/cli/verb.h"

#include "app/core/paths.h"
#include "app/demo/assessment/failure_sheets.h"
#include "app/demo/assessment/vision_figures.h"
#include "app/demo/assessment/vision_run.h"
#include "app/settings/settings_store.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QThread>

#include <algorithm>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMaxScenes = 100'000;
constexpr int kTimedPhotos = 8;

/// A whole number from 1 to `most` behind `option`, or `otherwise` without it.
Result<int> numberOf(const Arguments& arguments, const QString& option, int otherwise, int most)
{
    if (!arguments.has(option))
        return otherwise;
    bool isNumber = false;
    const int number = arguments.value(option).toInt(&isNumber);
    if (!isNumber || number < 1 || number > most)
        return usageError(u"a number from 1 to %1 is expected"_s.arg(most), option);
    return number;
}

Result<QSize> sizeOf(const Arguments& arguments)
{
    if (!arguments.has(u"--size"_s))
        return QSize();
    static const QRegularExpression kSize(u"^(\\d{3,4})x(\\d{3,4})$"_s);
    const auto match = kSize.match(arguments.value(u"--size"_s));
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    // The camera of the evaluation draws in blocks of eight pixels.
    if (!match.hasMatch() || size.width() % 8 != 0 || size.height() % 8 != 0)
        return usageError(u"--size takes WIDTHxHEIGHT, both divisible by 8"_s);
    return size;
}

Result<assessment::VisionRunPlan> planOf(const Arguments& arguments, Services& services)
{
    if (!arguments.positional().isEmpty())
        return usageError(u"no other words are expected"_s);
    const auto scenes = numberOf(arguments, u"--scenes"_s, 200, kMaxScenes);
    if (!scenes)
        return scenes.error();
    const auto seed = numberOf(arguments, u"--seed"_s, 1, 1'000'000);
    if (!seed)
        return seed.error();
    const auto size = sizeOf(arguments);
    if (!size)
        return size.error();
    assessment::VisionRunPlan plan;
    plan.scenes = *scenes;
    plan.seed = static_cast<std::uint64_t>(*seed);
    plan.size = *size;
    plan.cacheFolder = QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
    plan.threads = std::max(1, QThread::idealThreadCount());
    plan.checker = {Paths::cascades(), services.paths().data(u"vision/thresholds.json"_s),
                    services.settings().settings().capture.faceModelFile,
                    services.settings().settings().capture.thresholdsFile};
    return plan;
}

/// The most memory this process has had so far, MB; nothing where the system does not say.
std::optional<double> peakMemoryMb()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return std::nullopt;
    static const QRegularExpression kPeak(u"VmHWM:\\s+(\\d+) kB"_s);
    const auto match = kPeak.match(QString::fromLatin1(status.readAll()));
    if (!match.hasMatch())
        return std::nullopt;
    return match.captured(1).toDouble() / 1024;
}

Result<ExitCode> benchVision(const Arguments& arguments, Services& services, Output& output)
{
    const auto plan = planOf(arguments, services);
    if (!plan)
        return plan.error();
    const QString folder = arguments.value(u"--output"_s);
    if (!folder.isEmpty() && !QDir().mkpath(folder))
        return Error{ErrorCode::Storage, u"the folder cannot be made"_s, folder};
    // Times first: nothing else runs in this process then.
    const auto timings = assessment::timeVision(*plan, std::min(kTimedPhotos, plan->scenes));
    if (!timings)
        return timings.error();
    const auto outcomes = assessment::runVision(*plan, [&output](int done, int of) {
        if (done % 20 == 0 || done == of)
            output.diagnostic(u"%1/%2"_s.arg(done).arg(of));
    });
    if (!outcomes)
        return outcomes.error();
    const assessment::VisionFigures figures = assessment::figuresOf(*outcomes);
    QJsonObject object{{u"evaluation"_s, evaluation::kEvaluationVersion},
                       {u"scenes"_s, plan->scenes},
                       {u"seed"_s, double(plan->seed)},
                       {u"threads"_s, plan->threads},
                       {u"figures"_s, assessment::figuresToJson(figures)},
                       {u"ms"_s, assessment::timingsToJson(*timings)}};
    QString words = assessment::figuresAsWords(figures);
    for (const assessment::SizeTiming& timing : *timings)
        words +=
            u"%1 × %2"_s.arg(timing.size.width()).arg(timing.size.height()).leftJustified(36) +
            u"%1 ms of processor time\n"_s.arg(assessment::quantile(timing.cpuMs, 0.5), 0, 'f', 0);
    if (const auto peak = peakMemoryMb())
        object.insert(u"peakMemoryMb"_s, *peak);
    if (!folder.isEmpty()) {
        const auto sheets = assessment::writeFailureSheets(*outcomes, *plan, folder);
        if (!sheets)
            return sheets.error();
        object.insert(u"sheets"_s, QJsonArray::fromStringList(*sheets));
        words += sheets->join(u'\n');
    }
    output.line(object, words.trimmed());
    return ExitCode::Ok;
}

} // namespace

std::vector<Verb> visionBenchVerbs()
{
    using Takes = OptionSpec::Takes;
    using Means = OptionSpec::Means;
    Verb vision{
        {u"bench"_s, u"vision"_s},
        u"[--scenes N] [--seed S] [--size WIDTHxHEIGHT] [--output DIR]"_s,
        {{u"--scenes"_s}, {u"--seed"_s}, {u"--size"_s}, {u"--output"_s, Takes::One, Means::File}},
        benchVision};
    vision.inThrowAwayStore = true; // it needs no counter
    return {vision};
}

} // namespace handshake
