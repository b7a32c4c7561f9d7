// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/screenshots.h"

#include "ui/shell/shell.h"

#include <QDir>
#include <QPixmap>

namespace handshake::ui {

using namespace Qt::StringLiterals;

Result<QStringList> takeScreenshots(Shell& shell, const QString& folder)
{
    if (!QDir().mkpath(folder))
        return Error{ErrorCode::Storage, u"the folder could not be made"_s, folder};
    QStringList files;
    QString failed;
    const auto grab = [&](const QString& name) {
        const QString path = folder + u'/' + name + u".png"_s;
        if (shell.grab().save(path))
            files << path;
        else
            failed = path;
    };
    const Shell::Screen before = shell.screen();
    shell.show(Shell::Screen::Today);
    grab(u"today"_s);
    shell.showKeys();
    grab(u"keys-today"_s);
    shell.hideKeys();
    shell.show(Shell::Screen::Session);
    grab(u"session"_s);
    SessionPresenter& session = shell.parts().session;
    const int current = session.state().current;
    const int steps = static_cast<int>(session.state().steps.size());
    for (int step = 0; step < steps && !session.state().consent; ++step) {
        session.goTo(step);
        grab(u"session-step-%1"_s.arg(step + 1));
    }
    if (steps > 0)
        session.goTo(current);
    shell.showKeys();
    grab(u"keys-session"_s);
    shell.hideKeys();
    shell.show(Shell::Screen::Upload);
    grab(u"upload"_s);
    shell.show(before);
    if (!failed.isEmpty())
        return Error{ErrorCode::Storage, u"a screenshot could not be written"_s, failed};
    return files;
}

} // namespace handshake::ui
