// SPDX-License-Identifier: Apache-2.0
#include "app/cli/calibration.h"
#include "app/cli/output.h"
#include "app/cli/services.h"
#include "app/cli/verb.h"

#include "app/core/clock.h"
#include "app/devices/picture_file.h"
#include "app/vision/backdrop_profile.h"
#include "app/vision/photo_checker.h"
#include "app/workflow/error_text.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonDocument>
#include <QMap>
#include <QSaveFile>

#include <algorithm>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

using Values = std::vector<std::optional<double>>;

/// What was measured, by check.
struct Measured {
    QMap<QString, Values> accepted{};
    QMap<QString, Values> returned{};
    int unread = 0;
};

QStringList picturesIn(const QString& folder)
{
    QStringList files;
    QDirIterator walk(folder, QDir::Files);
    while (walk.hasNext())
        files.append(walk.next());
    files.sort();
    return files;
}

/// Photos of `folder`, their values put into `into` for the checks named.
void measure(const QString& folder, const QStringList& checks, PhotoChecker& checker,
             const BackdropProfile* backdrop, Services& services, Output& output,
             QMap<QString, Values>& into, int& unread)
{
    for (const QString& file : picturesIn(folder)) {
        const auto refuse = [&](const Error& error) {
            ++unread;
            output.diagnostic(file + u": "_s + ErrorText::of(error));
        };
        const auto picture = readPictureFile(file, services.decoder(), services.clock());
        if (!picture) {
            refuse(picture.error());
            continue;
        }
        const auto report = checker.check(picture->image, backdrop);
        if (!report) {
            refuse(report.error());
            continue;
        }
        for (const QString& check : checks) {
            const CheckValue* value = report->find(check);
            into[check].push_back(value != nullptr ? value->value : std::nullopt);
        }
    }
}

Result<void> writeText(const QString& file, const QString& text)
{
    QSaveFile out(file);
    const QByteArray bytes = text.toUtf8();
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit())
        return Error{ErrorCode::Storage, u"the file cannot be written"_s, file};
    return {};
}

QJsonObject intervalToJson(const assessment::Interval& interval)
{
    return {{u"low"_s, interval.low}, {u"high"_s, interval.high}};
}

QString asWords(QStringView id, const Calibration& calibration, int accepted, int returned)
{
    const QString counts = u"%1: %2 + %3, "_s.arg(id).arg(accepted).arg(returned);
    if (!calibration.proposed)
        return counts + u"TAR ≥ %1, FAR ≤ %2"_s.arg(calibration.acceptedKnown.low, 0, 'f', 2)
                            .arg(calibration.returnedKnown.high, 0, 'f', 2);
    return counts + u"pass %1, fail %2"_s.arg(calibration.proposed->pass, 0, 'g', 4)
                        .arg(calibration.proposed->fail, 0, 'g', 4);
}

/// Says and writes what the values come to.
Result<ExitCode> conclude(const Measured& measured, const QString& folder, const Services& services,
                          Output& output)
{
    QJsonObject overlay;
    QString csv = curveHeader();
    for (const CalibratedCheck& check : calibratedChecks()) {
        const QString id = check.id.toString();
        const Values accepted = measured.accepted.value(id);
        const Values returned = measured.returned.value(id);
        const Calibration calibration = calibrate(check, accepted, returned);
        csv += curveAsCsv(id, calibration);
        QJsonObject line{{u"check"_s, id},
                         {u"accepted"_s, int(accepted.size())},
                         {u"returned"_s, int(returned.size())},
                         {u"tar"_s, intervalToJson(calibration.acceptedKnown)},
                         {u"far"_s, intervalToJson(calibration.returnedKnown)},
                         {u"enough"_s, calibration.proposed.has_value()}};
        if (calibration.proposed) {
            const QJsonObject limits{{check.pass.toString(), calibration.proposed->pass},
                                     {check.fail.toString(), calibration.proposed->fail}};
            line.insert(u"proposed"_s, limits);
            overlay.insert(check.group.toString(), limits);
        }
        output.line(line,
                    asWords(check.id, calibration, int(accepted.size()), int(returned.size())));
    }
    if (!folder.isEmpty()) {
        if (const auto written = writeText(folder + u"/curves.csv"_s, csv); !written)
            return written.error();
    }
    if (overlay.isEmpty()) {
        output.diagnostic(ErrorText::advice(u"calibration.few"_s, {}));
        return ExitCode::Findings;
    }
    overlay.insert(u"about"_s, u"Proposed from the provider's own pictures."_s);
    overlay.insert(u"date"_s, inBeijing(services.clock().now().wall).date().toString(Qt::ISODate));
    if (!folder.isEmpty()) {
        const QString text = QString::fromUtf8(QJsonDocument(overlay).toJson());
        if (const auto written = writeText(folder + u"/thresholds.json"_s, text); !written)
            return written.error();
    }
    return measured.unread == 0 ? ExitCode::Ok : ExitCode::Unreadable;
}

Result<ExitCode> calibrateVision(const Arguments& arguments, Services& services, Output& output)
{
    if (arguments.positional().size() != 1 || !arguments.has(u"--backdrop"_s))
        return usageError(u"name one folder and --backdrop DIR"_s);
    const QString source = arguments.positional().first();
    if (!QDir(source + u"/accepted"_s).exists() || !QDir(source + u"/returned"_s).exists())
        return Error{ErrorCode::NotFound, u"folders accepted and returned are expected"_s, source};
    const QString folder = arguments.value(u"--output"_s);
    if (!folder.isEmpty() && !QDir().mkpath(folder))
        return Error{ErrorCode::Storage, u"the folder cannot be made"_s, folder};
    const auto backdrop = services.useBackdrop(arguments.value(u"--backdrop"_s));
    if (!backdrop)
        return backdrop.error();
    const auto checker = services.photoChecker();
    if (!checker)
        return checker.error();
    Measured measured;
    QStringList all;
    for (const CalibratedCheck& check : calibratedChecks())
        all.append(check.id.toString());
    const auto look = [&](const QString& part, const QStringList& checks,
                          QMap<QString, Values>& into) {
        measure(source + part, checks, **checker, *backdrop, services, output, into,
                measured.unread);
    };
    look(u"/accepted"_s, all, measured.accepted);
    // What came back without a reason came back because of the backdrop.
    look(u"/returned"_s, {u"backdrop"_s}, measured.returned);
    for (const QString& check : all)
        look(u"/returned/"_s + check, {check}, measured.returned);
    return conclude(measured, folder, services, output);
}

} // namespace

std::vector<Verb> calibrateVerbs()
{
    using Takes = OptionSpec::Takes;
    using Means = OptionSpec::Means;
    return {{{u"vision"_s, u"calibrate"_s},
             u"--backdrop DIR [--output DIR] DIR"_s,
             {{u"--backdrop"_s, Takes::One, Means::File}, {u"--output"_s, Takes::One, Means::File}},
             calibrateVision,
             Means::File}};
}

} // namespace handshake
