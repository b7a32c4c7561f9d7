// SPDX-License-Identifier: Apache-2.0
#include "app/cli/command_line.h"
#include "app/cli/handoff.h"
#include "app/core/log.h"
#include "app/core/paths.h"
#include "app/imaging/decode_worker.h"
#include "app/main/program_services.h"
#include "app/main/translation.h"
#include "app/main/window.h"

#include <QApplication>
#include <QGuiApplication>
#include <QTextStream>

#include <cstdio>
#include <cstring>

using namespace handshake;
using namespace Qt::StringLiterals;

namespace {

void writeLine(std::FILE* stream, const QString& line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}

Output standardOutput(bool json)
{
    return Output([](const QString& line) { writeLine(stdout, line); },
                  [](const QString& line) { writeLine(stderr, line); }, json);
}

/// Verbs draw text (forms, specimens) and so need Qt Gui, but never a display.
int runVerb(int argc, char* argv[], const GlobalOptions& options)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const Translation translation(options.language.isEmpty() ? u"en"_s : options.language,
                                  QCoreApplication::applicationDirPath());
    Output output = standardOutput(options.json);
    if (options.version) {
        output.line({{u"version"_s, QStringLiteral(HANDSHAKE_VERSION)}},
                    QStringLiteral("handshake-desk " HANDSHAKE_VERSION));
        return 0;
    }
    if (options.help) {
        writeLine(stdout, CommandLine::help());
        return 0;
    }
    CommandLine commandLine(&ProgramServices::create, [](const GlobalOptions& call, Output& said) {
        return handOver(call, ProgramServices::storeFolderOf(call), said);
    });
    return static_cast<int>(commandLine.run(options, output));
}

QStringList argumentsOf(int argc, char* argv[])
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    return arguments;
}

} // namespace

int main(int argc, char* argv[])
{
    // First, before anything is set up: the worker handles hostile bytes and wants nothing of us.
    if (argc == 2 && std::strcmp(argv[1], "worker") == 0)
        return runDecodeWorker();

    log::installFilter();
    // One thread reads faster than several on two busy cores (Tesseract, measured).
    qputenv("OMP_THREAD_LIMIT", "1");
    QCoreApplication::setApplicationName(u"handshake-desk"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(HANDSHAKE_VERSION));

    const Result<GlobalOptions> options = GlobalOptions::parse(argumentsOf(argc, argv));
    if (!options) {
        const QCoreApplication application(argc, argv);
        const bool json = argumentsOf(argc, argv).contains(u"--json"_s);
        return static_cast<int>(standardOutput(json).fail(options.error()));
    }
    return options->wantsWindow() ? runWindow(argc, argv, *options) : runVerb(argc, argv, *options);
}
