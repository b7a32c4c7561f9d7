// SPDX-License-Identifier: Apache-2.0
#include "app/cli/command_line.h"
#include "app/cli/handoff.h"
#include "app/cli/help_text.h"
#include "app/core/log.h"
#include "app/core/paths.h"
#include "app/devices/chip_worker.h"
#include "app/devices/scan_worker.h"
#include "app/imaging/decode_worker.h"
#include "app/imaging/pdf_worker.h"
#include "app/main/program_services.h"
#include "app/main/standard_output.h"
#include "app/main/translation.h"
#include "app/main/window.h"

#include <QApplication>
#include <QGuiApplication>

#include <cstring>

using namespace handshake;
using namespace Qt::StringLiterals;

namespace {

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
        output.raw(helpText().trimmed());
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
    // First, before anything is set up: workers handle hostile bytes and want nothing of us.
    if (argc == 2 && std::strcmp(argv[1], "worker") == 0)
        return runDecodeWorker();
    if (argc == 3 && std::strcmp(argv[1], "worker") == 0) {
        if (std::strcmp(argv[2], "scan") == 0)
            return runScanWorker();
        if (std::strcmp(argv[2], "pdf") == 0)
            return runPdfWorker();
        if (std::strcmp(argv[2], "chip") == 0)
            return runChipWorker();
    }

    log::installFilter();
    // One thread reads faster than several on two busy cores (Tesseract, measured).
    qputenv("OMP_THREAD_LIMIT", "1");
    QCoreApplication::setApplicationName(u"handshake-desk"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(HANDSHAKE_VERSION));

    const Result<GlobalOptions> options = GlobalOptions::parse(argumentsOf(argc, argv));
    if (!options) {
        const QCoreApplication application(argc, argv);
        const QStringList words = argumentsOf(argc, argv);
        const bool isChinese = words.contains(u"--lang=zh_CN"_s) ||
                               words.value(words.indexOf(u"--lang"_s) + 1) == u"zh_CN"_s;
        const Translation translation(isChinese ? u"zh_CN"_s : u"en"_s,
                                      QCoreApplication::applicationDirPath());
        return static_cast<int>(standardOutput(words.contains(u"--json"_s)).fail(options.error()));
    }
    return options->wantsWindow() ? runWindow(argc, argv, *options) : runVerb(argc, argv, *options);
}
