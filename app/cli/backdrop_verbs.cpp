// SPDX-License-Identifier: Apache-2.0
#include "app/cli/output.h"
#include "app/cli/services.h"
#include "app/cli/verb.h"

#include "app/core/clock.h"
#include "app/core/json.h"
#include "app/core/paths.h"
#include "app/devices/picture_file.h"
#include "app/vision/backdrop_learner.h"
#include "app/workflow/error_text.h"

#include <QJsonArray>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostPhotos = 1000; // of a rehearsal: some minutes

Result<std::vector<QImage>> readImages(const QStringList& files, Services& services)
{
    std::vector<QImage> images;
    for (const QString& file : files) {
        const auto picture = readPictureFile(file, services.decoder(), services.clock());
        if (!picture)
            return picture.error();
        images.push_back(picture->image);
    }
    return images;
}

Result<LearnRequest> requestOf(const Arguments& arguments, Services& services)
{
    const bool fromArtwork = arguments.has(u"--artwork"_s);
    if (fromArtwork == arguments.has(u"--empty"_s))
        return usageError(u"name either --artwork or --empty"_s);
    LearnRequest request;
    const QString option = fromArtwork ? u"--artwork"_s : u"--empty"_s;
    auto source = readImages({arguments.value(option)}, services);
    if (!source)
        return source.error();
    (fromArtwork ? request.artwork : request.emptyPhoto) = source->front();
    auto older = readImages(arguments.values(u"--older"_s), services);
    if (!older)
        return older.error();
    request.older = *std::move(older);
    for (const QString& folder : arguments.values(u"--other"_s)) {
        const auto other = BackdropProfile::load(folder);
        if (!other)
            return other.error();
        request.others.push_back(other->artwork());
    }
    bool isNumber = true;
    const int photos = arguments.has(u"--rehearsal"_s)
                           ? arguments.value(u"--rehearsal"_s).toInt(&isNumber)
                           : RehearsalRequest{}.photos;
    if (!isNumber || photos < 0 || photos > kMostPhotos)
        return usageError(u"--rehearsal takes a number of photos, 0 to 1000"_s);
    if (photos > 0)
        request.rehearsal =
            RehearsalRequest{services.paths().data(u"vision/thresholds.json"_s), photos};
    if (arguments.has(u"--meta"_s)) {
        auto meta = readJsonFile(arguments.value(u"--meta"_s));
        if (!meta)
            return meta.error();
        request.meta = *std::move(meta);
    }
    return request;
}

QJsonObject toJson(const BackdropRehearsal& rehearsal)
{
    return {{u"pass"_s, rehearsal.pass},
            {u"photos"_s, rehearsal.photos},
            {u"recognised"_s, rehearsal.recognised},
            {u"wrongPhotos"_s, rehearsal.wrongPhotos},
            {u"wrongTaken"_s, rehearsal.wrongTaken},
            {u"resemblingTaken"_s, rehearsal.resemblingTaken}};
}

Result<ExitCode> learn(const Arguments& arguments, Services& services, Output& output)
{
    const QString folder = arguments.value(u"--output"_s);
    if (folder.isEmpty() || !arguments.positional().isEmpty())
        return usageError(u"--output DIR is needed, and no other words"_s);
    const auto request = requestOf(arguments, services);
    if (!request)
        return request.error();
    const auto outcome = learnBackdrop(*request, folder);
    if (!outcome)
        return outcome.error();
    QJsonArray warnings;
    QString words = folder;
    for (const QString& key : outcome->warnings) {
        const QString text = ErrorText::advice(key, {});
        warnings.append(text);
        words += u"\n  "_s + text;
    }
    QJsonObject json{
        {u"profile"_s, outcome->profile.id()}, {u"output"_s, folder}, {u"warnings"_s, warnings}};
    if (outcome->isRefused)
        json[u"refused"_s] = true;
    if (const auto rehearsal = outcome->profile.rehearsal())
        json[u"rehearsal"_s] = toJson(*rehearsal);
    output.line(json, words);
    return outcome->warnings.isEmpty() ? ExitCode::Ok : ExitCode::Findings;
}

} // namespace

std::vector<Verb> backdropVerbs()
{
    using Takes = OptionSpec::Takes;
    using Means = OptionSpec::Means;
    return {{{u"backdrop"_s, u"learn"_s},
             u"(--artwork I | --empty PHOTO) [--older I…] [--other DIR…] [--meta F.json]"
             u" [--rehearsal N] --output DIR"_s,
             {{u"--artwork"_s, Takes::One, Means::File},
              {u"--empty"_s, Takes::One, Means::File},
              {u"--older"_s, Takes::Many, Means::File},
              {u"--other"_s, Takes::Many, Means::File},
              {u"--meta"_s, Takes::One, Means::File},
              {u"--rehearsal"_s, Takes::One},
              {u"--output"_s, Takes::One, Means::File}},
             learn}};
}

} // namespace handshake
