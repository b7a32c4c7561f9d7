// SPDX-License-Identifier: Apache-2.0
#include "app/cli/output.h"
#include "app/cli/report_json.h"
#include "app/cli/services.h"
#include "app/cli/verb.h"

#include "app/core/clock.h"
#include "app/core/paths.h"
#include "app/demo/form_signing.h"
#include "app/demo/specimen_set.h"

#include <QFile>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

Result<ExitCode> sign(const Arguments& arguments, Services&, Output& output)
{
    const QString scan = arguments.value(u"--output"_s);
    if (arguments.positional().size() != 1 || scan.isEmpty())
        return usageError(u"name one form and --output SCAN"_s);
    const QString path = arguments.positional().first();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, u"the form cannot be opened"_s, path};
    const auto image = signForm(file.readAll(), 0);
    if (!image)
        return image.error().at(path);
    if (!image->save(scan))
        return Error{ErrorCode::Storage, u"the scan could not be written"_s, scan};
    output.line({{u"scan"_s, scan}}, scan);
    return ExitCode::Ok;
}

/// Writes everything a session needs, drawn: order, papers, photo and the backdrop's artwork.
Result<ExitCode> specimen(const Arguments& arguments, Services& services, Output& output)
{
    const QString folder = arguments.value(u"--output"_s);
    if (folder.isEmpty())
        return usageError(u"--output DIR is needed"_s);
    const QString order = arguments.has(u"--order"_s)
                              ? arguments.value(u"--order"_s)
                              : services.paths().data(u"demo/order-unit.json"_s);
    const auto filing = readFilingFile(order);
    if (!filing)
        return filing.error();
    bool isNumber = true;
    const uint seed =
        arguments.has(u"--seed"_s) ? arguments.value(u"--seed"_s).toUInt(&isNumber) : 1U;
    if (!isNumber)
        return usageError(u"--seed takes a number"_s);
    const auto written =
        writeSpecimens(*filing, seed, inBeijing(services.clock().now().wall).date(), folder);
    if (!written)
        return written.error();
    for (const QString& file : *written)
        output.line({{u"file"_s, file}}, file);
    return ExitCode::Ok;
}

} // namespace

std::vector<Verb> demoVerbs()
{
    using Takes = OptionSpec::Takes;
    using Means = OptionSpec::Means;
    const OptionSpec target{u"--output"_s, Takes::One, Means::File};
    return {{{u"demo"_s, u"sign"_s}, u"F.pdf --output SCAN"_s, {target}, sign, Means::File},
            {{u"demo"_s, u"specimen"_s},
             u"[--order FILE] [--seed N] --output DIR"_s,
             {{u"--order"_s, Takes::One, Means::File}, {u"--seed"_s}, target},
             specimen}};
}

} // namespace handshake
