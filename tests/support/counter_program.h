// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/archive/archive.h"
#include "support/intake_server.h"
#include "support/program.h"

#include <QFile>
#include <QTemporaryDir>

namespace handshake::test {

/// A counter with a store of its own, worked by the built program as a person would by verbs.
class CounterProgram final
{
public:
    /// Draws the specimens; false with why in problem().
    bool prepare()
    {
        if (m_folder.isValid() && m_specimens.prepare(m_folder.filePath(QStringLiteral("in"))))
            return true;
        m_problem = m_specimens.errors();
        return false;
    }

    /// From now on this server is the provider's.
    bool pin(const IntakeServer& server)
    {
        m_url = server.url;
        QFile key(m_folder.filePath(QStringLiteral("receipt.key")));
        return key.open(QIODevice::WriteOnly) && key.write(server.receiptKey) > 0;
    }

    [[nodiscard]] ProgramRun verb(const QStringList& words) const
    {
        return runProgram(
            QStringList{QStringLiteral("--json"), QStringLiteral("--data-dir"), store()} + words);
    }
    [[nodiscard]] ProgramRun words(const QStringList& words) const
    {
        return runProgram(QStringList{QStringLiteral("--data-dir"), store()} + words);
    }
    /// A verb that knows the provider's server and its key.
    [[nodiscard]] ProgramRun delivery(const QStringList& words) const
    {
        return runProgram(deliveryArguments() + words);
    }
    [[nodiscard]] QStringList deliveryArguments() const
    {
        return {QStringLiteral("--json"),
                QStringLiteral("--data-dir"),
                store(),
                QStringLiteral("--set"),
                QStringLiteral("delivery/serverUrl=") + m_url.toString(),
                QStringLiteral("--set"),
                QStringLiteral("delivery/receiptKeyFile=") +
                    m_folder.filePath(QStringLiteral("receipt.key"))};
    }

    /// A session from its pictures to its approval; empty with why in problem().
    QString approvedSession()
    {
        const ProgramRun run = runProgram(m_specimens.sessionRun(store(), form()));
        const QString session = run.last().value(QStringLiteral("session")).toString();
        return passed(run) && signAndApprove(session) ? session : QString();
    }

    /// The photo of a returned session once more, the form signed anew, approved again.
    bool retakePhotoAndApprove(const QString& session)
    {
        return passed(verb({QStringLiteral("session"), QStringLiteral("resume"), session,
                            QStringLiteral("--backdrop"),
                            m_specimens.path(QStringLiteral("profile")), QStringLiteral("--photo"),
                            m_specimens.path(QStringLiteral("photo-2001.jpg")),
                            QStringLiteral("--form-output"), form()})) &&
               signAndApprove(session);
    }

    /// The store from within, while no verb runs.
    [[nodiscard]] Result<std::unique_ptr<Archive>> openStore(Sealer& sealer,
                                                             const Clock& clock) const
    {
        return Archive::open({store(), qEnvironmentVariable("HANDSHAKE_DATA_ROOT") +
                                           QStringLiteral("/data/migrations")},
                             sealer, clock);
    }

    [[nodiscard]] QString store() const { return m_folder.filePath(QStringLiteral("store")); }
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] const QByteArray& problem() const { return m_problem; }

private:
    [[nodiscard]] QString form() const { return m_folder.filePath(QStringLiteral("form.pdf")); }

    bool signAndApprove(const QString& session)
    {
        const QString scan = m_folder.filePath(QStringLiteral("scan.png"));
        return passed(runProgram({QStringLiteral("demo"), QStringLiteral("sign"), form(),
                                  QStringLiteral("--output"), scan})) &&
               passed(verb({QStringLiteral("session"), QStringLiteral("attach"), session,
                            QStringLiteral("--form-scan"), scan})) &&
               passed(verb({QStringLiteral("session"), QStringLiteral("approve"), session}));
    }

    bool passed(const ProgramRun& run)
    {
        if (run.exitCode != 0 || run.crashed)
            m_problem = run.output + run.errors;
        return run.exitCode == 0 && !run.crashed;
    }

    QTemporaryDir m_folder;
    SpecimenFolder m_specimens;
    QUrl m_url;
    QByteArray m_problem;
};

} // namespace handshake::test
