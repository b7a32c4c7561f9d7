// SPDX-License-Identifier: Apache-2.0
#include "support/pdf_files.h"
#include "support/program.h"

#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace handshake::test;
using namespace Qt::StringLiterals;
namespace pdf_files = handshake::pdf_files;

/// Papers that come as PDFs, through the built program and its helper process.
class TestPaperFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_specimens.prepare(m_folder.filePath(u"in"_s)), m_specimens.errors().constData());
        write(u"card.pdf"_s, pdf_files::pictures({read(u"id-portrait-subject.jpg"_s),
                                                  read(u"id-emblem-subject.jpg"_s)}));
        write(u"locked.pdf"_s, pdf_files::locked());
        write(u"cut.pdf"_s, "%PDF-1.4 SPECIMEN");
    }

    void everyPageIsRead()
    {
        const ProgramRun run =
            runProgram({u"--json"_s, u"read"_s, u"document"_s, at(u"card.pdf"_s)});
        const auto lines = run.lines();
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0].value(u"file"_s).toString(), at(u"card.pdf"_s) + u"#page=1"_s);
        QCOMPARE(lines[0].value(u"kind"_s).toString(), u"id-portrait"_s);
        QCOMPARE(lines[1].value(u"file"_s).toString(), at(u"card.pdf"_s) + u"#page=2"_s);
        QCOMPARE(lines[1].value(u"kind"_s).toString(), u"id-emblem"_s);
        // As it is read from the picture itself.
        const ProgramRun picture = runProgram({u"--json"_s, u"read"_s, u"document"_s,
                                               m_specimens.path(u"id-portrait-subject.jpg"_s)});
        const auto number = [](const QJsonObject& line) {
            return line.value(u"fields"_s)
                .toObject()
                .value(u"number"_s)
                .toObject()
                .value(u"text"_s)
                .toString();
        };
        QVERIFY(!number(picture.last()).isEmpty());
        QCOMPARE(number(lines[0]), number(picture.last()));
    }

    void whatCannotBeReadIsSaid_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("word");
        QTest::newRow("password") << u"locked.pdf"_s << u"unreadable"_s << u"password"_s;
        QTest::newRow("damaged") << u"cut.pdf"_s << u"unreadable"_s << u"damaged"_s;
        QTest::newRow("no such page") << u"card.pdf#page=3"_s << u"not-found"_s << u"exist"_s;
    }

    void whatCannotBeReadIsSaid()
    {
        QFETCH(const QString, file);
        QFETCH(const QString, code);
        QFETCH(const QString, word);
        const ProgramRun run = runProgram({u"--json"_s, u"read"_s, u"document"_s, at(file)});
        QCOMPARE(run.exitCode, 65);
        QCOMPARE(run.errorCode(), code);
        const QString said = QString::fromUtf8(run.output);
        QVERIFY2(said.contains(word), qPrintable(said));
    }

    void pagesServeTheStepsOfASession()
    {
        QStringList call =
            m_specimens.sessionRun(m_folder.filePath(u"store"_s), m_folder.filePath(u"form.pdf"_s));
        call.replaceInStrings(m_specimens.path(u"id-portrait-subject.jpg"_s),
                              at(u"card.pdf"_s) + u"#page=1"_s);
        call.replaceInStrings(m_specimens.path(u"id-emblem-subject.jpg"_s),
                              at(u"card.pdf"_s) + u"#page=2"_s);
        const ProgramRun run = runProgram(call);
        QVERIFY2(run.exitCode == 0, run.output.constData());
        QCOMPARE(run.events(u"saved"_s).size(), 5); // four pictures and the form
        QVERIFY(run.last().value(u"mayGoHome"_s).toBool());
        // A person is photographed, not scanned.
        call.replaceInStrings(m_specimens.path(u"photo-2001.jpg"_s), at(u"card.pdf"_s));
        call.replaceInStrings(m_folder.filePath(u"store"_s), m_folder.filePath(u"other-store"_s));
        const ProgramRun scanned = runProgram(call);
        QCOMPARE(scanned.events(u"refused"_s).size(), 1);
        QCOMPARE(scanned.exitCode, 1);
    }

private:
    QString at(const QString& name) const { return m_folder.filePath(name); }
    void write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(at(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    QByteArray read(const QString& name) const
    {
        QFile file(m_specimens.path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
    SpecimenFolder m_specimens;
};

QTEST_GUILESS_MAIN(TestPaperFiles)
#include "tst_paper_files.moc"
