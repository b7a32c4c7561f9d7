// SPDX-License-Identifier: Apache-2.0
#include "app/cli/output.h"
#include "app/cli/report_json.h"
#include "app/cli/services.h"
#include "app/cli/verb.h"

#include "app/core/clock.h"
#include "app/devices/picture_file.h"
#include "app/filing/filing_json.h"
#include "app/filing/preflight.h"
#include "app/reading/paper_reader.h"
#include "app/vision/backdrop_profile.h"
#include "app/vision/photo_checker.h"
#include "app/workflow/error_text.h"

#include <QFile>

#include <algorithm>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

void failFile(Output& output, const QString& file, const Error& error)
{
    output.line({{u"file"_s, file}, {u"error"_s, errorToJson(error)}},
                file + u": "_s + ErrorText::of(error));
}

struct LoadedPicture {
    QString file;
    Picture picture;
};

/// Pictures that can be read; each that cannot is said, and the others go on.
std::vector<LoadedPicture> loadPictures(const QStringList& files, Services& services,
                                        Output& output, bool& allRead)
{
    std::vector<LoadedPicture> loaded;
    for (const QString& file : files) {
        Result<Picture> picture = readPictureFile(file, services.decoder(), services.clock());
        if (picture) {
            loaded.push_back({file, *std::move(picture)});
        } else {
            failFile(output, file, picture.error());
            allRead = false;
        }
    }
    return loaded;
}

Result<ExitCode> checkPhoto(const Arguments& arguments, Services& services, Output& output)
{
    if (arguments.positional().isEmpty())
        return usageError(u"name at least one picture"_s);
    if (!arguments.has(u"--backdrop"_s))
        return usageError(u"--backdrop DIR is needed"_s);
    const auto backdrop = services.useBackdrop(arguments.value(u"--backdrop"_s));
    if (!backdrop)
        return backdrop.error();
    const auto checker = services.photoChecker();
    if (!checker)
        return checker.error();

    bool allRead = true;
    bool anyFail = false;
    const auto report = [&](const QString& file, const PhotoReport& seen) {
        anyFail = anyFail || seen.verdict() == CheckResult::Fail;
        const QJsonObject object{{u"file"_s, file},
                                 {u"verdict"_s, verdictName(seen.verdict())},
                                 {u"checks"_s, checksWithWords(seen.checks)},
                                 {u"ms"_s, seen.ms}};
        output.line(object, checksAsWords(file, seen.verdict(), seen.checks));
    };
    if (arguments.has(u"--burst"_s)) {
        const auto loaded = loadPictures(arguments.positional(), services, output, allRead);
        std::vector<QImage> images;
        images.reserve(loaded.size());
        for (const LoadedPicture& item : loaded)
            images.push_back(item.picture.image);
        const auto reports = (*checker)->checkBurst(images, *backdrop);
        if (!reports)
            return reports.error();
        for (std::size_t i = 0; i < reports->size(); ++i)
            report(loaded[i].file, (*reports)[i]);
    } else {
        for (const QString& file : arguments.positional()) {
            for (const LoadedPicture& item : loadPictures({file}, services, output, allRead)) {
                const auto seen = (*checker)->check(item.picture.image, *backdrop);
                if (seen)
                    report(file, *seen);
                else
                    failFile(output, file, seen.error());
            }
        }
    }
    if (anyFail)
        return ExitCode::Findings;
    return allRead ? ExitCode::Ok : ExitCode::Unreadable;
}

/// One paper; its picture goes before the next comes.
Result<PaperReading> readPage(const QString& page, const PaperFileReaders& files,
                              PaperReader& reader, PaperKind kind)
{
    const auto picture = readPaperFile(page, files);
    if (!picture)
        return picture.error();
    return reader.read(picture->image, kind);
}

Result<ExitCode> readDocument(const Arguments& arguments, Services& services, Output& output)
{
    constexpr int kMaxPages = 50; // of one PDF

    if (arguments.positional().isEmpty())
        return usageError(u"name at least one picture"_s);
    PaperKind kind = PaperKind::Auto;
    if (arguments.has(u"--kind"_s)) {
        const auto named = parsePaperKind(arguments.value(u"--kind"_s));
        if (!named)
            return usageError(u"not a kind of paper"_s, arguments.value(u"--kind"_s));
        kind = *named;
    }
    const auto reader = services.paperReader();
    if (!reader)
        return reader.error();
    const PaperFileReaders files{services.decoder(), services.pdfDecoder(), services.clock()};
    bool allRead = true;
    bool anyFail = false;
    const auto refuse = [&](const QString& file, const Error& error) {
        failFile(output, file, error);
        allRead = false;
    };
    for (const QString& file : arguments.positional()) {
        const auto pages = pagesOfPaperFile(file, files, kMaxPages);
        if (!pages)
            refuse(file, pages.error());
        for (const QString& page : pages.value_or(QStringList())) {
            const auto reading = readPage(page, files, **reader, kind);
            if (!reading) {
                refuse(page, reading.error());
                continue;
            }
            anyFail = anyFail || reading->verdict() == CheckResult::Fail;
            output.line(readingToJson(page, *reading), readingAsWords(page, *reading));
        }
    }
    if (anyFail)
        return ExitCode::Findings;
    return allRead ? ExitCode::Ok : ExitCode::Unreadable;
}

Result<ExitCode> checkFiling(const Arguments& arguments, Services& services, Output& output)
{
    if (arguments.positional().size() != 1)
        return usageError(u"name one file"_s);
    const auto filing = readFilingFile(arguments.positional().first());
    if (!filing)
        return filing.error();
    const auto codes = services.codes();
    if (!codes)
        return codes.error();
    const auto provinces = services.provinces();
    if (!provinces)
        return provinces.error();
    const QDate today = inBeijing(services.clock().now().wall).date();
    bool anyError = false;
    for (const Finding& finding :
         preflight(*filing, {today, **codes, **provinces, services.knowledge()})) {
        anyError = anyError || finding.severity == Severity::Error;
        output.line(findingToJson(finding), findingAsWords(finding));
    }
    return anyError ? ExitCode::Findings : ExitCode::Ok;
}

} // namespace

std::vector<Verb> checkVerbs()
{
    using Takes = OptionSpec::Takes;
    using Means = OptionSpec::Means;
    return {
        {{u"check"_s, u"photo"_s},
         u"--backdrop DIR [--burst] IMAGE…"_s,
         {{u"--backdrop"_s, Takes::One, Means::File}, {u"--burst"_s, Takes::Nothing}},
         checkPhoto,
         Means::File},
        {{u"read"_s, u"document"_s},
         u"[--kind auto|id-portrait|id-emblem|licence] IMAGE…"_s,
         {{u"--kind"_s}},
         readDocument,
         Means::File},
        {{u"check"_s, u"filing"_s}, u"FILE"_s, {}, checkFiling, Means::File},
    };
}

} // namespace handshake
