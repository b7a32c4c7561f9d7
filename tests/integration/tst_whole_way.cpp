// SPDX-License-Identifier: Apache-2.0
#include "support/program.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace handshake::test;
using namespace Qt::StringLiterals;

/// From pictures to a verified dossier, with the real program and the real detectors.
class TestWholeWay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        QVERIFY2(m_specimens.prepare(m_folder.filePath(u"in"_s)), m_specimens.errors().constData());
        m_store = m_folder.filePath(u"store"_s);
    }

    void faultlessSessionMayGoHome()
    {
        const QString form = m_folder.filePath(u"form.pdf"_s);
        const ProgramRun run = runProgram(m_specimens.sessionRun(m_store, form));
        QVERIFY2(run.exitCode == 0, (run.output + run.errors).constData());
        const QJsonObject verdict = run.last();
        QCOMPARE(verdict.value(u"event"_s).toString(), u"verdict"_s);
        QCOMPARE(verdict.value(u"state"_s).toString(), u"awaiting-form"_s);
        QVERIFY(verdict.value(u"mayGoHome"_s).toBool());
        QCOMPARE(run.events(u"saved"_s).size(), 5); // two sides, licence, photo, printed form
        m_session = verdict.value(u"session"_s).toString();
        QFile pdf(form);
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        QVERIFY(pdf.read(5) == "%PDF-");
    }

    void signedFormCompletesIt()
    {
        const QString scan = m_folder.filePath(u"scan.png"_s);
        QCOMPARE(runProgram(
                     {u"demo"_s, u"sign"_s, m_folder.filePath(u"form.pdf"_s), u"--output"_s, scan})
                     .exitCode,
                 0);
        const ProgramRun run = verb({u"session"_s, u"attach"_s, m_session, u"--form-scan"_s, scan});
        QVERIFY2(run.exitCode == 0, (run.output + run.errors).constData());
        QCOMPARE(run.last().value(u"state"_s).toString(), u"awaiting-review"_s);
    }

    void approvalBuildsADossierThatIsTheSameTwice()
    {
        const ProgramRun approved = verb({u"session"_s, u"approve"_s, m_session});
        QVERIFY2(approved.exitCode == 0, (approved.output + approved.errors).constData());
        QCOMPARE(approved.last().value(u"state"_s).toString(), u"approved"_s);
        const QByteArray first = build(u"a.zip"_s);
        const QByteArray second = build(u"b.zip"_s);
        QVERIFY(!first.isEmpty());
        QVERIFY(first == second);
    }

    void changedByteIsFound()
    {
        const QString path = m_folder.filePath(u"a.zip"_s);
        QCOMPARE(verb({u"dossier"_s, u"verify"_s, path}).exitCode, 0);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        const qsizetype middle = bytes.size() / 2;
        bytes[middle] = static_cast<char>(bytes[middle] ^ 1);
        QVERIFY(file.seek(0));
        file.write(bytes);
        file.close();
        QCOMPARE(verb({u"dossier"_s, u"verify"_s, path}).exitCode, 1);
        QCOMPARE(verb({u"dossier"_s, u"verify"_s, m_specimens.path(u"photo-2001.jpg"_s)}).exitCode,
                 65);
    }

    void dossierHoldsWhatTheContractSays()
    {
        const QString folder = m_folder.filePath(u"opened"_s);
        QCOMPARE(
            verb({u"dossier"_s, u"open"_s, m_folder.filePath(u"b.zip"_s), u"--output"_s, folder})
                .exitCode,
            0);
        for (const QString& name :
             {u"manifest.json"_s, u"filing.json"_s, u"filing.xml"_s, u"checks.json"_s,
              u"masters/photo-1.jpg"_s, u"renditions/photo-1.jpg"_s, u"form-2001.pdf"_s})
            QVERIFY2(QFile::exists(folder + u'/' + name), qPrintable(name));
        QFile xml(folder + u"/filing.xml"_s);
        QVERIFY(xml.open(QIODevice::ReadOnly));
        QVERIFY(xml.readLine().contains("GBK"));
        QFile rendition(folder + u"/renditions/photo-1.jpg"_s);
        QVERIFY(rendition.open(QIODevice::ReadOnly));
        QVERIFY(rendition.readAll().toBase64().size() <= 100 * 1024);
        QFile master(folder + u"/masters/photo-1.jpg"_s);
        QFile original(m_specimens.path(u"photo-2001.jpg"_s));
        QVERIFY(master.open(QIODevice::ReadOnly) && original.open(QIODevice::ReadOnly));
        QVERIFY(master.readAll() == original.readAll());
    }

    void frozenSessionTakesNoMorePictures()
    {
        const ProgramRun run = verb({u"session"_s, u"attach"_s, m_session, u"--form-scan"_s,
                                     m_folder.filePath(u"scan.png"_s)});
        QVERIFY(run.exitCode != 0);
        QVERIFY(!run.events(u"refused"_s).isEmpty());
    }

private:
    ProgramRun verb(const QStringList& words) const
    {
        return runProgram(QStringList{u"--json"_s, u"--data-dir"_s, m_store} + words);
    }

    QByteArray build(const QString& name) const
    {
        const QString path = m_folder.filePath(name);
        if (verb({u"dossier"_s, u"build"_s, m_session, u"--output"_s, path}).exitCode != 0)
            return {};
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
    SpecimenFolder m_specimens;
    QString m_store;
    QString m_session;
};

QTEST_GUILESS_MAIN(TestWholeWay)
#include "tst_whole_way.moc"
