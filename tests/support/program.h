// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QString>
#include <QStringList>

namespace handshake::test {

/// One finished run of the built program.
struct ProgramRun {
    int exitCode = -1;
    bool crashed = false;
    QByteArray output;
    QByteArray errors;

    [[nodiscard]] QList<QJsonObject> lines() const
    {
        QList<QJsonObject> objects;
        for (const QByteArray& line : output.split('\n')) {
            const QJsonObject object = QJsonDocument::fromJson(line).object();
            if (!object.isEmpty())
                objects << object;
        }
        return objects;
    }

    [[nodiscard]] QJsonObject last() const
    {
        const auto all = lines();
        return all.isEmpty() ? QJsonObject() : all.last();
    }

    [[nodiscard]] QList<QJsonObject> events(const QString& name) const
    {
        QList<QJsonObject> found;
        for (const QJsonObject& object : lines()) {
            if (object.value(QStringLiteral("event")).toString() == name)
                found << object;
        }
        return found;
    }

    /// Code of the error that ended it, as in contract.md; empty when it ended well.
    [[nodiscard]] QString errorCode() const
    {
        return last()
            .value(QStringLiteral("error"))
            .toObject()
            .value(QStringLiteral("code"))
            .toString();
    }
};

/// The program under test, as built; ctest names it in HANDSHAKE_PROGRAM.
inline QString programPath()
{
    return qEnvironmentVariable("HANDSHAKE_PROGRAM");
}

inline ProgramRun runProgram(const QStringList& arguments, int timeoutMs = 120'000)
{
    QProcess process;
    process.start(programPath(), arguments);
    ProgramRun run;
    if (!process.waitForFinished(timeoutMs)) {
        process.kill();
        process.waitForFinished();
        run.crashed = true;
    }
    run.exitCode = process.exitCode();
    run.crashed = run.crashed || process.exitStatus() != QProcess::NormalExit;
    run.output = process.readAllStandardOutput();
    run.errors = process.readAllStandardError();
    return run;
}

/// Drawn specimens and a learned backdrop, made once per test program by the program itself.
class SpecimenFolder
{
public:
    /// False when one of the two verbs failed.
    bool prepare(const QString& folder)
    {
        m_folder = folder;
        const ProgramRun drawn = runProgram({QStringLiteral("demo"), QStringLiteral("specimen"),
                                             QStringLiteral("--output"), path({})});
        const ProgramRun learned =
            runProgram({QStringLiteral("backdrop"), QStringLiteral("learn"),
                        QStringLiteral("--artwork"), path(QStringLiteral("backdrop.png")),
                        QStringLiteral("--meta"), path(QStringLiteral("backdrop.json")),
                        QStringLiteral("--rehearsal"), QStringLiteral("0"), // takes seconds
                        QStringLiteral("--output"), path(QStringLiteral("profile"))});
        m_errors = drawn.errors + learned.errors;
        return drawn.exitCode == 0 && learned.exitCode <= 1 && !learned.crashed;
    }

    [[nodiscard]] QString path(const QString& name) const { return m_folder + u'/' + name; }
    [[nodiscard]] const QByteArray& errors() const { return m_errors; }

    /// The arguments of a faultless `session run`.
    [[nodiscard]] QStringList sessionRun(const QString& store, const QString& form) const
    {
        return {QStringLiteral("--json"),
                QStringLiteral("--data-dir"),
                store,
                QStringLiteral("session"),
                QStringLiteral("run"),
                QStringLiteral("--order"),
                path(QStringLiteral("order.json")),
                QStringLiteral("--backdrop"),
                path(QStringLiteral("profile")),
                QStringLiteral("--id-portrait"),
                path(QStringLiteral("id-portrait-subject.jpg")),
                QStringLiteral("--id-emblem"),
                path(QStringLiteral("id-emblem-subject.jpg")),
                QStringLiteral("--licence"),
                path(QStringLiteral("licence.jpg")),
                QStringLiteral("--photo"),
                path(QStringLiteral("photo-2001.jpg")),
                QStringLiteral("--form-output"),
                form};
    }

private:
    QString m_folder;
    QByteArray m_errors;
};

} // namespace handshake::test
