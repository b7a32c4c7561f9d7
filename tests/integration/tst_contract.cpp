// SPDX-License-Identifier: Apache-2.0
#include "support/program.h"

#include <QDir>
#include <QFile>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace handshake::test;
using namespace Qt::StringLiterals;

namespace {

ProgramRun runWith(const QStringList& words, const QMap<QString, QString>& variables)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (auto variable = variables.begin(); variable != variables.end(); ++variable)
        environment.insert(variable.key(), *variable);
    for (const QString& display : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s})
        environment.remove(display);
    process.setProcessEnvironment(environment);
    process.start(programPath(), words);
    ProgramRun run;
    run.crashed = !process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit;
    run.exitCode = process.exitCode();
    run.output = process.readAllStandardOutput();
    run.errors = process.readAllStandardError();
    return run;
}

bool isAscii(const QString& text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

QByteArray read(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// What contract.md promises of every verb: exit codes, the error object, languages, settings.
class TestContract : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        write(u"text.txt"_s, "specimen, and nothing that any verb can read");
        write(u"empty.json"_s, "{}");
    }

    void failuresAreSaidAsTheContractWants_data()
    {
        QTest::addColumn<QString>("call"); // words by blanks; @ stands for the test's folder
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* call, int exitCode, const QString& code) {
            QTest::newRow(call) << QString::fromUtf8(call) << exitCode << code;
        };
        for (const char* call : {"nosuch",
                                 "session",
                                 "session nosuch",
                                 "check photo",
                                 "check photo --backdrop",
                                 "check photo --nosuch x",
                                 "read document",
                                 "read document --kind nosuch @/text.txt",
                                 "check filing",
                                 "session run",
                                 "session run --order @/empty.json",
                                 "session attach",
                                 "session attach S1",
                                 "session resume",
                                 "session list more",
                                 "session show",
                                 "session show a b",
                                 "session approve",
                                 "session return S1",
                                 "session return S1 --item nothing",
                                 "session override S1",
                                 "session override S1 --key k --reason r --as nobody",
                                 "dossier build",
                                 "dossier build S1",
                                 "dossier verify",
                                 "dossier open",
                                 "dossier open @/text.txt",
                                 "upload",
                                 "orders fetch",
                                 "orders fetch --date yesterday",
                                 "day close --date x",
                                 "backdrop learn",
                                 "backdrop learn --output @/b",
                                 "demo",
                                 "demo nosuch",
                                 "demo sign",
                                 "demo specimen",
                                 "demo specimen --output @/s --seed x",
                                 "bench vision more",
                                 "bench vision --scenes 0",
                                 "bench vision --seed x",
                                 "bench vision --size 641x480",
                                 "vision calibrate",
                                 "vision calibrate @/pictures",
                                 "--lang fr session list",
                                 "--set nothing session list",
                                 "session list --data-dir"})
            row(call, 64, u"usage"_s);
        row("check filing @/nosuch.json", 65, u"not-found"_s);
        row("check filing @/text.txt", 65, u"unreadable"_s);
        row("check filing @/empty.json", 65, u"unreadable"_s);
        row("session show SHX7FP32AREMZPN23", 65, u"not-found"_s);
        row("session approve SHX7FP32AREMZPN23", 65, u"not-found"_s);
        row("session resume SHX7FP32AREMZPN23", 65, u"not-found"_s);
        row("dossier build SHX7FP32AREMZPN23 --output @/d.zip", 65, u"not-found"_s);
        row("dossier verify @/text.txt", 65, u"unreadable"_s);
        row("dossier open @/text.txt --output @/o", 65, u"unreadable"_s);
        row("backdrop learn --artwork @/text.txt --output @/b", 65, u"unreadable"_s);
        row("demo sign @/text.txt --output @/s.png", 65, u"unreadable"_s);
        row("demo sign @/nosuch.pdf --output @/s.png", 65, u"not-found"_s);
        row("--set delivery/serverUrl=http://127.0.0.1:1 orders fetch --date 2026-11-25", 69,
            u"unavailable"_s);
        row("orders fetch --date 2026-11-25", 78, u"configuration"_s);
        row("upload --all", 78, u"configuration"_s);
        row("--set no/such=1 session list", 78, u"configuration"_s);
        row("--set delivery/serverUrl=ftp://x session list", 78, u"configuration"_s);
    }

    void failuresAreSaidAsTheContractWants()
    {
        QFETCH(QString, call);
        QFETCH(const int, exitCode);
        QFETCH(const QString, code);
        const QStringList words = call.replace(u'@', m_folder.path()).split(u' ');
        const QStringList store{u"--data-dir"_s, m_folder.filePath(u"store"_s)};

        const ProgramRun json = runWith(store + QStringList{u"--json"_s} + words, {});
        QVERIFY2(json.exitCode == exitCode && !json.crashed,
                 (json.output + json.errors).constData());
        const QJsonObject error = json.last().value(u"error"_s).toObject();
        QCOMPARE(error.keys(), (QStringList{u"advice"_s, u"code"_s, u"message"_s, u"where"_s}));
        QCOMPARE(error.value(u"code"_s).toString(), code);
        QVERIFY(!error.value(u"message"_s).toString().isEmpty());
        QVERIFY(!error.value(u"advice"_s).toString().isEmpty());
        QVERIFY(isAscii(error.value(u"advice"_s).toString()));
        QVERIFY(!json.errors.isEmpty());

        if (call.contains(u"--lang"_s))
            return;
        const ProgramRun chinese =
            runWith(store + QStringList{u"--lang"_s, u"zh_CN"_s} + words, {});
        QCOMPARE(chinese.exitCode, exitCode);
        QVERIFY2(chinese.output.isEmpty(), chinese.output.constData());
        QVERIFY2(!isAscii(QString::fromUtf8(chinese.errors)), chinese.errors.constData());
    }

    void settingsComeFromTheStrongestSource()
    {
        const QString store = m_folder.filePath(u"settings"_s);
        QVERIFY(QDir().mkpath(store));
        write(u"settings/settings.ini"_s, "[counter]\nid=USER-1\nprovider=user\n[delivery]\n"
                                          "tokenFile=/user/token\ncaFile=/user/ca\n");
        write(u"policy.ini"_s, "[default]\ncounter/id=POLICY-1\nappearance/theme=dark\n[lock]\n"
                               "delivery/caFile=/policy/ca\n");
        const ProgramRun run = runWith(
            {u"--json"_s, u"--data-dir"_s, store, u"--set"_s, u"counter/provider=line"_s,
             u"--set"_s, u"delivery/caFile=/line/ca"_s, u"config"_s, u"list"_s, u"--origin"_s},
            {{u"HANDSHAKE_DESK_POLICY"_s, m_folder.filePath(u"policy.ini"_s)},
             {u"HANDSHAKE_COUNTER_PROVIDER"_s, u"environment"_s},
             {u"HANDSHAKE_DELIVERY_TOKENFILE"_s, u"/environment/token"_s}});
        QVERIFY2(run.exitCode == 0, run.errors.constData());
        QMap<QString, QString> seen;
        for (const QJsonObject& line : run.lines())
            seen.insert(line.value(u"key"_s).toString(), line.value(u"value"_s).toString() + u' ' +
                                                             line.value(u"origin"_s).toString());
        QCOMPARE(seen.value(u"counter/id"_s), u"USER-1 user"_s);
        QCOMPARE(seen.value(u"counter/provider"_s), u"line command-line"_s);
        QCOMPARE(seen.value(u"delivery/tokenFile"_s), u"/environment/token environment"_s);
        QCOMPARE(seen.value(u"delivery/caFile"_s), u"/policy/ca policy-lock"_s);
        QCOMPARE(seen.value(u"appearance/theme"_s), u"dark policy-default"_s);
        QCOMPARE(seen.value(u"delivery/serverUrl"_s), u" built-in"_s);
    }

    void wrongSettingInTheEnvironmentIsNamed()
    {
        const ProgramRun run = runWith(
            {u"--json"_s, u"--data-dir"_s, m_folder.filePath(u"store"_s), u"config"_s, u"list"_s},
            {{u"HANDSHAKE_DELIVERY_SERVERURL"_s, u"nonsense"_s}});
        QCOMPARE(run.exitCode, 78);
        QVERIFY(run.last().value(u"error"_s)[u"where"].toString().contains(
            u"delivery/serverUrl (environment)"_s));
    }

    void windowWithoutADisplayIsOneSentence()
    {
        const QMap<QString, QString> noDisplay{{u"QT_QPA_PLATFORM"_s, u"xcb"_s}};
        const ProgramRun run = runWith({u"--data-dir"_s, m_folder.filePath(u"store"_s)}, noDisplay);
        QCOMPARE(run.exitCode, 69);
        QVERIFY(!run.crashed);
        QVERIFY(run.output.isEmpty());
        QCOMPARE(run.errors.trimmed().count('\n'), 0);
        QVERIFY(run.errors.contains("display"));
        const ProgramRun json =
            runWith({u"--json"_s, u"--data-dir"_s, m_folder.filePath(u"store"_s)}, noDisplay);
        QCOMPARE(json.exitCode, 69);
        QCOMPARE(json.errorCode(), u"unavailable"_s);
    }

    void helpManualAndCompletionNameEveryVerb()
    {
        const QString help = QString::fromUtf8(runProgram({u"--help"_s}).output);
        const QString chinese =
            QString::fromUtf8(runProgram({u"--lang"_s, u"zh_CN"_s, u"--help"_s}).output);
        const QString source = qEnvironmentVariable("HANDSHAKE_DATA_ROOT") + u"/packaging/linux/"_s;
        const QString manual = QString::fromUtf8(read(source + u"handshake-desk.1"_s));
        const QString completion = QString::fromUtf8(read(source + u"handshake-desk.bash"_s));
        static const QRegularExpression kVerb(u"^  ([a-z]+(?: [a-z]+)?)(?: .*)?\\n      (.*)$"_s,
                                              QRegularExpression::MultilineOption);
        int verbs = 0;
        for (auto match = kVerb.globalMatch(help); match.hasNext(); ++verbs) {
            const QRegularExpressionMatch one = match.next();
            const QString verb = one.captured(1);
            QVERIFY2(!one.captured(2).trimmed().isEmpty(), qPrintable(verb));
            QVERIFY2(chinese.contains(u"  "_s + verb), qPrintable(verb));
            QVERIFY2(!chinese.contains(one.captured(2)), qPrintable(verb));
            QVERIFY2(manual.contains(u".B "_s + verb + u'\n'), qPrintable(verb));
            QVERIFY2(completion.contains(u"['"_s + verb + u"']="_s), qPrintable(verb));
        }
        QVERIFY2(verbs >= 20, qPrintable(help));
    }

private:
    void write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestContract)
#include "tst_contract.moc"
