// SPDX-License-Identifier: Apache-2.0
#include "app/cli/help_text.h"

#include "app/cli/verb.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

struct Summary {
    const char* verb;
    const char* english;
};

constexpr std::array kSummaries{
    Summary{"backdrop learn",
            QT_TRANSLATE_NOOP("Help", "learns a backdrop from its artwork or an empty photo")},
    Summary{"check photo", QT_TRANSLATE_NOOP("Help", "checks photos against a backdrop")},
    Summary{"read document", QT_TRANSLATE_NOOP("Help", "reads papers off their pictures")},
    Summary{"check filing",
            QT_TRANSLATE_NOOP("Help", "checks a filing as the authority will check it")},
    Summary{"session run",
            QT_TRANSLATE_NOOP("Help", "runs a session from the order to the printed form")},
    Summary{"session attach", QT_TRANSLATE_NOOP("Help", "adds the signed form")},
    Summary{"session resume",
            QT_TRANSLATE_NOOP("Help", "goes on with an interrupted session and takes pictures")},
    Summary{"session list", QT_TRANSLATE_NOOP("Help", "lists the sessions")},
    Summary{"session show", QT_TRANSLATE_NOOP("Help", "shows one session with its checks")},
    Summary{"session approve", QT_TRANSLATE_NOOP("Help", "approves a session, builds its dossier")},
    Summary{"session return", QT_TRANSLATE_NOOP("Help", "returns items to be corrected")},
    Summary{"session override",
            QT_TRANSLATE_NOOP("Help", "takes responsibility for one check, with a reason")},
    Summary{"dossier build", QT_TRANSLATE_NOOP("Help", "writes the dossier of a session")},
    Summary{"dossier verify",
            QT_TRANSLATE_NOOP("Help", "compares a dossier with its manifest, byte for byte")},
    Summary{"dossier open", QT_TRANSLATE_NOOP("Help", "unpacks a dossier")},
    Summary{"upload", QT_TRANSLATE_NOOP("Help", "sends dossiers and stores their receipts")},
    Summary{"results fetch",
            QT_TRANSLATE_NOOP("Help", "fetches what became of dossiers; their sessions follow")},
    Summary{"carry export", QT_TRANSLATE_NOOP("Help", "writes unsent dossiers to a stick")},
    Summary{"carry import", QT_TRANSLATE_NOOP("Help", "takes receipts from a stick")},
    Summary{"orders fetch", QT_TRANSLATE_NOOP("Help", "fetches the orders of a day")},
    Summary{"day close", QT_TRANSLATE_NOOP("Help", "compares the day's figures and closes it")},
    Summary{"config list", QT_TRANSLATE_NOOP("Help", "lists the settings in force")},
    Summary{"demo sign", QT_TRANSLATE_NOOP("Help", "makes a signed specimen of a printed form")},
    Summary{"demo specimen",
            QT_TRANSLATE_NOOP("Help", "draws everything a session needs, as specimens")},
    Summary{"demo", QT_TRANSLATE_NOOP("Help", "plays scripted sessions; without a name lists the "
                                              "scripts")},
    Summary{"bench reading",
            QT_TRANSLATE_NOOP("Help", "measures the reading of papers on drawn ones")},
    Summary{"bench vision", QT_TRANSLATE_NOOP("Help", "measures the photo checks on drawn scenes")},
    Summary{"vision calibrate",
            QT_TRANSLATE_NOOP("Help", "proposes thresholds from accepted and returned photos")},
};

constexpr std::array kOptions{
    Summary{"--data-dir DIR", QT_TRANSLATE_NOOP("Help", "the counter's store")},
    Summary{"--operator ID", QT_TRANSLATE_NOOP("Help", "who acts")},
    Summary{"--passphrase-file FILE|-",
            QT_TRANSLATE_NOOP("Help", "the operator's passphrase; - reads it from the input")},
    Summary{"--set group/key=value",
            QT_TRANSLATE_NOOP("Help", "a setting for this call; config list names them")},
    Summary{"--lang zh_CN|en", QT_TRANSLATE_NOOP("Help", "language of the words")},
    Summary{"--json", QT_TRANSLATE_NOOP("Help", "one JSON object a line instead of words")},
    Summary{"--version", QT_TRANSLATE_NOOP("Help", "names the version")},
};

constexpr std::array kExitCodes{
    Summary{"0", QT_TRANSLATE_NOOP("Help", "done")},
    Summary{"1", QT_TRANSLATE_NOOP("Help", "done, with findings")},
    Summary{"64", QT_TRANSLATE_NOOP("Help", "the call's words are off")},
    Summary{"65", QT_TRANSLATE_NOOP("Help", "input cannot be read as what it should be")},
    Summary{"69", QT_TRANSLATE_NOOP("Help", "server or display not reached")},
    Summary{"75", QT_TRANSLATE_NOOP("Help", "try later; also: another process owns the store")},
    Summary{"77", QT_TRANSLATE_NOOP("Help", "denied")},
    Summary{"78", QT_TRANSLATE_NOOP("Help", "configuration")},
};

QString words(const char* english)
{
    return QCoreApplication::translate("Help", english);
}

template <std::size_t N>
QString table(const std::array<Summary, N>& rows)
{
    constexpr qsizetype kWidth = 28;
    QString text;
    for (const Summary& row : rows)
        text += u"  "_s + QString::fromLatin1(row.verb).leftJustified(kWidth) + words(row.english) +
                u'\n';
    return text;
}

} // namespace

QString verbSummary(const QStringList& verb)
{
    const QString name = verb.join(u' ');
    const auto found = std::find_if(kSummaries.begin(), kSummaries.end(), [&](const Summary& row) {
        return name == QLatin1StringView(row.verb);
    });
    return found == kSummaries.end() ? QString() : words(found->english);
}

QString helpText()
{
    QString text = u"handshake-desk ["_s + QCoreApplication::translate("Help", "options") +
                   u"] ["_s + QCoreApplication::translate("Help", "verb") + u" …]\n"_s +
                   QCoreApplication::translate("Help", "Without a verb the window opens; --demo "
                                                       "opens it with simulated devices.") +
                   u"\n\n"_s + table(kOptions) + u'\n';
    for (const Verb& verb : allVerbs())
        text += u"  "_s + (verb.words.join(u' ') + u' ' + verb.usage).trimmed() + u"\n      "_s +
                verbSummary(verb.words) + u'\n';
    return text + u'\n' + QCoreApplication::translate("Help", "Exit codes:") + u'\n' +
           table(kExitCodes);
}

} // namespace handshake
