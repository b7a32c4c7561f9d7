// SPDX-License-Identifier: Apache-2.0
#include "app/main/window.h"

#include "app/cli/command_line.h"
#include "app/core/json.h"
#include "app/core/log.h"
#include "app/main/call_language.h"
#include "app/main/demo_world.h"
#include "app/main/first_paint.h"
#include "app/main/program_services.h"
#include "app/main/standard_output.h"
#include "app/main/translation.h"
#include "app/main/window_graph.h"
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

bool saysJson = false; ///< set before the handler, which Qt calls without anything of ours

/// Qt ends the program when it finds no display; this says so in a sentence, with our exit code.
/// There is no application object yet, so these words cannot be translated.
void sayNoDisplay(QtMsgType type, const QMessageLogContext&, const QString&)
{
    if (type != QtFatalMsg)
        return;
    constexpr auto kWords =
        "No display could be opened; use a verb (--help) or start it from a desktop.";
    if (saysJson) {
        const QJsonObject error{{u"code"_s, errorCodeName(ErrorCode::Unavailable)},
                                {u"where"_s, u"display"_s},
                                {u"message"_s, u"no display could be opened"_s},
                                {u"advice"_s, QString::fromLatin1(kWords)}};
        std::printf("%s\n", canonicalJson(QJsonObject{{u"error"_s, error}}).constData());
        std::fflush(stdout);
    }
    std::fprintf(stderr, "%s\n", kWords);
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
    return static_cast<int>(standardOutput(saysJson).fail(error));
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
    FirstPaint firstPaint;
    saysJson = asked.json;
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
    const QString chosen =
        services ? (*services)->settings().settings().appearance.language : QString();
    const Translation translation(languageOf(options, chosen),
                                  QCoreApplication::applicationDirPath());
    if (!services)
        return fail(services.error());
    CallLanguage::install();
    const auto graph = WindowGraph::create(**services, demo ? &*demo : nullptr);
    if (!graph)
        return fail(graph.error());
    ui::Shell shell((*graph)->shellParts());
    QApplication::setQuitOnLastWindowClosed(false);
    QObject::connect(&application, &QApplication::lastWindowClosed, &application,
                     [&owner = **graph] { owner.quitWhenIdle(); });
    firstPaint.watch(shell);
    (*graph)->start(shell);
    if (!options.screenshots.isEmpty())
        takeScreenshotsLater(shell, options.screenshots);
    return QApplication::exec();
}

} // namespace handshake
