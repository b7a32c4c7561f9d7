// SPDX-License-Identifier: Apache-2.0
#include "support/program.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace handshake::test;
using namespace Qt::StringLiterals;

/// What the command line answers to what it cannot use: an exit code, and words that say what,
/// where and what to do.
class TestBadInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_specimens.prepare(m_folder.filePath(u"in"_s)), m_specimens.errors().constData());
        write(u"empty.jpg"_s, {});
        write(u"text.jpg"_s, "this is no picture\n");
        write(u"cut.jpg"_s, read(m_specimens.path(u"photo-2001.jpg"_s)).first(3000));
        // The start of a picture of 400 megapixels: told by its header, never unpacked.
        write(u"huge.png"_s,
              QByteArray::fromHex("89504e470d0a1a0a0000000d4948445200004e2000004e200802000000"
                                  "6c12d16e"));
        write(u"cut.json"_s, read(m_specimens.path(u"order.json"_s)).first(200));
        write(u"list.json"_s, "[]");
        write(u"form.json"_s, R"({"format":"handshake-filing/9"})");
        QByteArray noName = read(m_specimens.path(u"order.json"_s));
        noName.replace("\"domains\"", "\"dominos\"");
        write(u"field.json"_s, noName);
    }

    void callsAreAnswered_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("code");

        QTest::newRow("no such verb") << QStringList{u"fly"_s} << 64 << u"usage"_s;
        QTest::newRow("unknown option")
            << QStringList{u"check"_s, u"filing"_s, u"--x"_s} << 64 << u"usage"_s;
        QTest::newRow("missing value")
            << QStringList{u"check"_s, u"filing"_s, u"--lang"_s} << 64 << u"usage"_s;
        QTest::newRow("unknown language")
            << QStringList{u"--lang"_s, u"fr"_s, u"session"_s, u"list"_s} << 64 << u"usage"_s;
        QTest::newRow("no file") << QStringList{u"check"_s, u"filing"_s} << 64 << u"usage"_s;
        QTest::newRow("absent filing")
            << QStringList{u"check"_s, u"filing"_s, u"/nowhere.json"_s} << 65 << u"not-found"_s;
        QTest::newRow("cut filing")
            << QStringList{u"check"_s, u"filing"_s, at(u"cut.json"_s)} << 65 << u"unreadable"_s;
        QTest::newRow("list for a filing")
            << QStringList{u"check"_s, u"filing"_s, at(u"list.json"_s)} << 65 << u"unreadable"_s;
        QTest::newRow("absent backdrop") << QStringList{u"check"_s, u"photo"_s, u"--backdrop"_s,
                                                        u"/nowhere"_s, at(u"text.jpg"_s)}
                                         << 65 << QString();
        QTest::newRow("unknown session")
            << QStringList{u"session"_s, u"show"_s, u"S222"_s} << 65 << u"not-found"_s;
        QTest::newRow("hostile session id")
            << QStringList{u"session"_s, u"show"_s, u"../../etc"_s} << 65 << u"invalid-input"_s;
        QTest::newRow("not a dossier")
            << QStringList{u"dossier"_s, u"verify"_s, at(u"text.jpg"_s)} << 65 << u"unreadable"_s;
        QTest::newRow("no server set")
            << QStringList{u"upload"_s, u"--all"_s} << 78 << u"configuration"_s;
        QTest::newRow("setting of another kind")
            << QStringList{u"--set"_s, u"policy/reviewerIsNotCapturer=perhaps"_s, u"config"_s,
                           u"list"_s}
            << 78 << u"configuration"_s;
    }

    void callsAreAnswered()
    {
        QFETCH(const QStringList, words);
        QFETCH(const int, exitCode);
        QFETCH(const QString, code);
        const ProgramRun run =
            runProgram(QStringList{u"--json"_s, u"--data-dir"_s, at(u"store"_s)} + words);
        QVERIFY(!run.crashed);
        QVERIFY2(run.exitCode == exitCode, (run.output + run.errors).constData());
        const QJsonObject error = run.last().value(u"error"_s).toObject();
        QVERIFY(!error.isEmpty());
        if (!code.isEmpty())
            QCOMPARE(error.value(u"code"_s).toString(), code);
        QVERIFY(!error.value(u"message"_s).toString().isEmpty());
        QVERIFY(!error.value(u"advice"_s).toString().isEmpty());
    }

    void picturesThatCannotBeReadAreSaidAndTheOthersGoOn()
    {
        const ProgramRun run = runProgram(
            {u"--json"_s, u"check"_s, u"photo"_s, u"--backdrop"_s, m_specimens.path(u"profile"_s),
             at(u"empty.jpg"_s), at(u"text.jpg"_s), at(u"cut.jpg"_s), u"/nowhere.jpg"_s,
             at(u"huge.png"_s), m_folder.path(), m_specimens.path(u"photo-2001.jpg"_s)});
        const auto lines = run.lines();
        QCOMPARE(lines.size(), 7);
        for (int i = 0; i < 6; ++i)
            QVERIFY2(lines[i].contains(u"error"_s), run.output.constData());
        QCOMPARE(lines[4][u"error"_s][u"code"_s].toString(), u"too-large"_s);
        QVERIFY(lines[6].contains(u"verdict"_s));
    }

    void wrongFieldNamesItsPath()
    {
        const ProgramRun run =
            runProgram({u"--json"_s, u"check"_s, u"filing"_s, at(u"field.json"_s)});
        QCOMPARE(run.exitCode, 65);
        const QString where = run.last().value(u"error"_s).toObject().value(u"where"_s).toString();
        QVERIFY2(where.contains(u"websites[0]"), qPrintable(where));
    }

    void unusableOrderBeginsNoSession_data()
    {
        QTest::addColumn<QString>("order");
        for (const QString& name : {u"cut.json"_s, u"list.json"_s, u"form.json"_s, u"field.json"_s,
                                    u"empty.jpg"_s, u"text.jpg"_s})
            QTest::newRow(qPrintable(name)) << name;
    }

    void unusableOrderBeginsNoSession()
    {
        QFETCH(const QString, order);
        const QString store = at(u"store-of-no-session"_s);
        const ProgramRun run =
            runProgram({u"--json"_s, u"--data-dir"_s, store, u"session"_s, u"run"_s, u"--order"_s,
                        at(order), u"--backdrop"_s, m_specimens.path(u"profile"_s),
                        u"--form-output"_s, at(u"no-form.pdf"_s)});
        QCOMPARE(run.exitCode, 65);
        QCOMPARE(run.errorCode(), u"unreadable"_s);
        const ProgramRun list =
            runProgram({u"--json"_s, u"--data-dir"_s, store, u"session"_s, u"list"_s});
        QCOMPARE(list.exitCode, 0);
        QVERIFY2(list.output.trimmed().isEmpty(), list.output.constData());
    }

    void wrongFieldOfAnOrderBlocks()
    {
        QByteArray order = read(m_specimens.path(u"order.json"_s));
        QVERIFY(order.contains("\"330100198808080014\""));
        order.replace("\"330100198808080014\"", "\"330100198808080015\""); // its check digit
        write(u"wrong.json"_s, order);
        const ProgramRun run =
            runProgram({u"--json"_s, u"--data-dir"_s, at(u"store"_s), u"session"_s, u"run"_s,
                        u"--order"_s, at(u"wrong.json"_s), u"--backdrop"_s,
                        m_specimens.path(u"profile"_s), u"--form-output"_s, at(u"no-form.pdf"_s)});
        QCOMPARE(run.exitCode, 1);
        QVERIFY(!run.last().value(u"mayGoHome"_s).toBool());
        bool isNamed = false;
        for (const QJsonValue item : run.last().value(u"open"_s).toArray())
            isNamed =
                isNamed ||
                (item[u"blocks"_s].toBool() && item[u"key"_s].toString().startsWith(u"filing/") &&
                 item[u"key"_s].toString().endsWith(u"@subject.person.certificate.number"));
        QVERIFY2(isNamed, run.output.constData());
    }

    void mixedUpPicturesAreNamedAndNothingIsLost()
    {
        // A card where the licence should be, sides swapped, a text file for the photo.
        const ProgramRun run = runProgram(
            {u"--json"_s, u"--data-dir"_s, at(u"store"_s), u"session"_s, u"run"_s, u"--order"_s,
             m_specimens.path(u"order.json"_s), u"--backdrop"_s, m_specimens.path(u"profile"_s),
             u"--id-portrait"_s, m_specimens.path(u"id-emblem-subject.jpg"_s), u"--id-emblem"_s,
             m_specimens.path(u"id-portrait-subject.jpg"_s), u"--licence"_s,
             m_specimens.path(u"id-portrait-subject.jpg"_s), u"--photo"_s, at(u"text.jpg"_s),
             u"--form-output"_s, at(u"no-form.pdf"_s)});
        QCOMPARE(run.exitCode, 1);
        QCOMPARE(run.events(u"saved"_s).size(), 3);
        QCOMPARE(run.events(u"refused"_s).size(), 1);
        const QJsonObject verdict = run.last();
        QVERIFY(!verdict.value(u"mayGoHome"_s).toBool());
        QStringList blocking;
        for (const QJsonValue item : verdict.value(u"open"_s).toArray()) {
            if (item[u"blocks"_s].toBool())
                blocking << item[u"key"_s].toString();
        }
        QVERIFY2(blocking.contains(u"id-portrait@subject/kind"_s), qPrintable(blocking.join(u' ')));
        QVERIFY2(blocking.contains(u"id-emblem@subject/kind"_s), qPrintable(blocking.join(u' ')));
        QVERIFY2(blocking.contains(u"licence@subject/kind"_s), qPrintable(blocking.join(u' ')));
        QVERIFY2(blocking.contains(u"photo@site:2001"_s), qPrintable(blocking.join(u' ')));
        QVERIFY(!QFile::exists(at(u"no-form.pdf"_s)));
    }

private:
    QString at(const QString& name) const { return m_folder.filePath(name); }

    void write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(at(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    static QByteArray read(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
    SpecimenFolder m_specimens;
};

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_bad_input.moc"
