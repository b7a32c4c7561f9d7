// SPDX-License-Identifier: Apache-2.0
#include "app/cli/handoff_protocol.h"
#include "app/cli/verb.h"

#include <QDir>
#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

/// What travels from a verb's process to the owner of the store, and back.
class TestHandoffProtocol : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyFilesAreMadeAbsolute_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QStringList>("travelling"); // @ stands for the working folder
        QTest::newRow("order and photos")
            << QStringList{u"session"_s, u"run"_s,          u"--order"_s, u"o.json"_s,
                           u"--photo"_s, u"site:2=p.jpg"_s, u"q=1.jpg"_s}
            << QStringList{u"session"_s,  u"run"_s,     u"--order"_s,
                           u"@/o.json"_s, u"--photo"_s, u"site:2=@/p.jpg"_s,
                           u"@/q=1.jpg"_s};
        QTest::newRow("role and owner")
            << QStringList{u"session"_s, u"resume"_s, u"S1"_s, u"--paper=letter=site:1=l.jpg"_s}
            << QStringList{u"session"_s, u"resume"_s, u"S1"_s, u"--paper=letter=site:1=@/l.jpg"_s};
        QTest::newRow("reasons are no files")
            << QStringList{u"session"_s, u"return"_s, u"S1"_s, u"--item"_s,
                           u"photo@site:1=too dark/blurred, see p. 2"_s}
            << QStringList{u"session"_s, u"return"_s, u"S1"_s, u"--item"_s,
                           u"photo@site:1=too dark/blurred, see p. 2"_s};
        QTest::newRow("free text")
            << QStringList{u"session"_s, u"override"_s, u"S1"_s, u"--reason"_s, u"seen at v1.2/b"_s}
            << QStringList{u"session"_s, u"override"_s, u"S1"_s, u"--reason"_s,
                           u"seen at v1.2/b"_s};
        QTest::newRow("file outside of options")
            << QStringList{u"dossier"_s, u"open"_s, u"d.zip"_s, u"--output"_s, u"out"_s}
            << QStringList{u"dossier"_s, u"open"_s, u"@/d.zip"_s, u"--output"_s, u"@/out"_s};
        QTest::newRow("absolute stays") << QStringList{u"dossier"_s, u"verify"_s, u"/a/d.zip"_s}
                                        << QStringList{u"dossier"_s, u"verify"_s, u"/a/d.zip"_s};
    }

    void onlyFilesAreMadeAbsolute()
    {
        QFETCH(const QStringList, words);
        QFETCH(QStringList, travelling);
        travelling.replaceInStrings(u"@/"_s, QDir::currentPath() + u'/');
        GlobalOptions options;
        options.words = words;
        const auto request = handoffRequest(options);
        QVERIFY(request);
        const auto received = parseHandoffRequest(*request);
        QVERIFY(received);
        QCOMPARE(received->words, travelling);
    }

    void everyOptionThatNamesAFileIsMarked()
    {
        // Else a relayed call would look for it in the owner's folder.
        static const QStringList kFiles{u"--order"_s,       u"--backdrop"_s,  u"--output"_s,
                                        u"--form-output"_s, u"--form-scan"_s, u"--photo"_s,
                                        u"--artwork"_s,     u"--empty"_s,     u"--older"_s,
                                        u"--other"_s,       u"--meta"_s,      u"--licence"_s};
        for (const Verb& verb : allVerbs()) {
            for (const OptionSpec& option : verb.options) {
                if (kFiles.contains(option.name))
                    QVERIFY2(option.means == OptionSpec::Means::File,
                             qPrintable(verb.words.join(u' ') + u' ' + option.name));
            }
        }
    }

    void noPassphraseTravels()
    {
        GlobalOptions options;
        options.words = {u"session"_s, u"list"_s};
        options.operatorId = u"zhang"_s;
        options.passphraseFile = u"/run/secrets/specimen-passphrase"_s;
        options.dataFolder = u"/srv/store"_s;
        const auto request = handoffRequest(options);
        QVERIFY(request);
        QVERIFY2(!request->contains("passphrase") && !request->contains("secrets"),
                 request->constData());
        const auto received = parseHandoffRequest(*request);
        QVERIFY(received);
        QCOMPARE(received->operatorId, u"zhang"_s);
        QVERIFY(received->dataFolder.isEmpty());
    }

    void settingsOfTheCallAreRefused()
    {
        GlobalOptions options;
        options.words = {u"session"_s, u"list"_s};
        options.settings.insert(u"counter/id"_s, u"C-9"_s);
        const auto request = handoffRequest(options);
        QVERIFY(!request);
        QVERIFY(request.error().code == ErrorCode::Busy);
        QCOMPARE(request.error().where, u"counter/id"_s);
    }

    void nonsenseIsNoCall_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no json") << QByteArray("GET / HTTP/1.1\r\n");
        QTest::newRow("array") << QByteArray("[1,2]\n");
        QTest::newRow("no words") << QByteArray("{\"json\":true}\n");
        QTest::newRow("words are numbers") << QByteArray("{\"words\":[1,2]}\n");
        QTest::newRow("language is a path")
            << QByteArray("{\"language\":\"../../x\",\"words\":[\"session\",\"list\"]}\n");
        QTest::newRow("too long") << QByteArray("{\"words\":[\"" +
                                                QByteArray(kMaxHandoffRequest, 'x') + "\"]}\n");
        QTest::newRow("deep") << QByteArray("{\"words\":" + QByteArray(5000, '[') +
                                            QByteArray(5000, ']') + "}\n");
    }

    void nonsenseIsNoCall()
    {
        QFETCH(const QByteArray, line);
        QVERIFY(!parseHandoffRequest(line));
    }

    void answersComeBackAsTheyWere()
    {
        const auto line =
            parseHandoffAnswer(handoffAnswer({.line = RelayedLine{true, u"样本\n二"_s}}));
        QVERIFY(line && line->line && line->line->isError && !line->exitCode);
        QCOMPARE(line->line->text, u"样本\n二"_s);
        const auto end = parseHandoffAnswer(handoffAnswer({.exitCode = 65}));
        QVERIFY(end && end->exitCode);
        QCOMPARE(*end->exitCode, 65);
        const auto refused = parseHandoffAnswer(
            handoffAnswer({.refused = Error{ErrorCode::Busy, u"no"_s, u"--operator"_s}}));
        QVERIFY(refused && refused->refused);
        QCOMPARE(refused->refused->where, u"--operator"_s);
        for (const QByteArray& nonsense : {QByteArray("{}\n"), QByteArray("{\"exit\":1.5}\n"),
                                           QByteArray("{\"exit\":-3}\n"), QByteArray("hello\n")})
            QVERIFY2(!parseHandoffAnswer(nonsense), nonsense.constData());
    }
};

QTEST_GUILESS_MAIN(TestHandoffProtocol)
#include "tst_handoff_protocol.moc"
