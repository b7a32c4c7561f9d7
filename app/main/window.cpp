// SPDX-License-Identifier: Apache-2.0
#include "app/main/window.h"

#include "app/cli/command_line.h"
#include "app/core/log.h"
#include "app/main/call_language.h"
#include "app/main/demo_world.h"
#include "app/main/program_services.h"
#include "app/main/translation.h"
#include "app/main/window_graph.h"
#include "app/workflow/error_text.h"
#include "ui/common/theme.h"
#include "ui/shell/screenshots.h"
#include "ui/shell/shell.h"

#include <QApplication>
#include <QLocale>
#include <QTimer>

#include <cstdio>
#include <cstdlib>
#include <optional>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

/// Qt ends the program when it finds no display; this says so in a sentence, with our exit code.
void sayNoDisplay(QtMsgType type, const QMessageLogContext&, const QString&)
{
    if (type != QtFatalMsg)
        return;
    std::fputs("No display could be opened; use a verb (--help) or start it from a desktop.\n",
               stderr);
    std::_Exit(static_cast<int>(ExitCode::Unavailable));
}

/// Named > setting > system; Chinese unless the system speaks English.
QString languageOf(const GlobalOptions& options, const QString& setting)
{
    if (!options.language.isEmpty())
        return options.language;
    if (!setting.isEmpty())
        return setting;
    return QLocale::system().language() == QLocale::English ? u"en"_s : u"zh_CN"_s;
}

int fail(const Error& error)
{
    const QString words =
        error.where + u": "_s + ErrorText::of(error) + u" ("_s + error.detail + u")"_s;
    std::fputs(qPrintable(words + u'\n'), stderr);
    return static_cast<int>(exitCodeOf(error.code));
}

void takeScreenshotsLater(ui::Shell& shell, const QString& folder)
{
    constexpr int kSettleMs = 1500;
    QTimer::singleShot(kSettleMs, &shell, [&shell, folder] {
        const auto files = ui::takeScreenshots(shell, folder);
        QCoreApplication::exit(files ? 0 : fail(files.error()));
    });
}

} // namespace

int runWindow(int& argc, char* argv[], const GlobalOptions& asked)
{
    const QtMessageHandler filter = qInstallMessageHandler(sayNoDisplay);
    QApplication application(argc, argv);
    qInstallMessageHandler(filter);
    ui::theme::apply(application);

    GlobalOptions options = asked;
    std::optional<DemoWorld> demo;
    if (options.demo) {
        auto made = DemoWorld::create(options);
        if (!made)
            return fail(made.error());
        demo.emplace(*std::move(made));
    }
    auto services = ProgramServices::createProgram(options);
    if (!services)
        return fail(services.error());
    const Translation translation(
        languageOf(options, (*services)->settings().settings().appearance.language),
        QCoreApplication::applicationDirPath());
    CallLanguage::install();
    const auto graph = WindowGraph::create(**services, demo ? &*demo : nullptr);
    if (!graph)
        return fail(graph.error());
    ui::Shell shell((*graph)->shellParts());
    QApplication::setQuitOnLastWindowClosed(false);
    QObject::connect(&application, &QApplication::lastWindowClosed, &application,
                     [&owner = **graph] { owner.quitWhenIdle(); });
    (*graph)->start(shell);
    if (!options.screenshots.isEmpty())
        takeScreenshotsLater(shell, options.screenshots);
    return QApplication::exec();
}

} // namespace handshake
