// SPDX-License-Identifier: Apache-2.0
#include "app/archive/archive.h"
#include "app/core/clock.h"
#include "app/vault/unsealed_sealer.h"
#include "support/counter_program.h"
#include "support/intake_server.h"

#include <QTest>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;

/// What became of a dossier comes back to the counter: the real program, the real sample server.
class TestResults : public QObject
{
    Q_OBJECT

private:
    IntakeServer m_server;
    CounterProgram m_counter;
    QString m_session;
    QString m_dossier;

    QJsonObject show(const QString& session) const
    {
        return m_counter.verb({u"session"_s, u"show"_s, session}).last();
    }

    bool issue(const QStringList& more, const QString& dossier)
    {
        return m_server.command(u"issue-result.mjs"_s,
                                QStringList{u"--dossier"_s, dossier} + more) == 0;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_server.start(), qPrintable(m_server.problem));
        QVERIFY2(m_counter.prepare(), m_counter.problem().constData());
        QVERIFY(m_counter.pin(m_server));
        m_session = m_counter.approvedSession();
        QVERIFY2(!m_session.isEmpty(), m_counter.problem().constData());
        const ProgramRun sent = m_counter.delivery({u"upload"_s, u"--all"_s});
        QVERIFY2(sent.exitCode == 0, (sent.output + sent.errors).constData());
        m_dossier = sent.events(u"receipted"_s).front().value(u"dossier"_s).toString();
    }

    void nothingNewIsNoError()
    {
        const ProgramRun run = m_counter.delivery({u"results"_s, u"fetch"_s});
        QVERIFY2(run.exitCode == 0, (run.output + run.errors).constData());
        QCOMPARE(run.last().value(u"event"_s).toString(), u"results"_s);
        QCOMPARE(run.last().value(u"new"_s).toInt(-1), 0);
    }

    void anAcceptedDossierIsFollowedOnce()
    {
        QVERIFY(issue({u"--status"_s, u"accepted"_s}, m_dossier));
        const ProgramRun run = m_counter.delivery({u"results"_s, u"fetch"_s});
        QVERIFY2(run.exitCode == 0, (run.output + run.errors).constData());
        const QJsonObject said = run.events(u"result"_s).value(0);
        QCOMPARE(said.value(u"session"_s).toString(), m_session);
        QCOMPARE(said.value(u"dossier"_s).toString(), m_dossier);
        QCOMPARE(said.value(u"state"_s).toString(), u"accepted"_s);
        QCOMPARE(show(m_session).value(u"state"_s).toString(), u"accepted"_s);
        const ProgramRun again = m_counter.delivery({u"results"_s, u"fetch"_s});
        QVERIFY(again.events(u"result"_s).isEmpty()); // the cursor went on
    }

    void whatIsForgedIsRefusedAndComesAgain()
    {
        QVERIFY(issue({u"--status"_s, u"passed"_s, u"--number"_s, u"subject=SPECIMEN-ICP-1"_s},
                      m_dossier));
        m_server.faults({{u"wrong-result"_s, 1}});
        const ProgramRun refused = m_counter.delivery({u"results"_s, u"fetch"_s});
        QCOMPARE(refused.exitCode, 1);
        const QJsonObject error =
            refused.events(u"refused"_s).value(0).value(u"error"_s).toObject();
        QCOMPARE(error.value(u"code"_s).toString(), u"corrupt"_s);
        QVERIFY(error.value(u"advice"_s).toString().contains(u"not signed"));
        QCOMPARE(show(m_session).value(u"state"_s).toString(), u"accepted"_s);
        const ProgramRun healed = m_counter.delivery({u"results"_s, u"fetch"_s});
        QVERIFY2(healed.exitCode == 0, (healed.output + healed.errors).constData());
        const QJsonObject session = show(m_session);
        QCOMPARE(session.value(u"state"_s).toString(), u"passed"_s);
        const QJsonObject last = session.value(u"results"_s).toArray().last().toObject();
        QCOMPARE(last.value(u"numbers"_s).toObject().value(u"subject"_s).toString(),
                 u"SPECIMEN-ICP-1"_s);
    }

    void anotherKeyIsBelievedInNothing()
    {
        QVERIFY(issue({u"--status"_s, u"accepted"_s}, m_dossier));
        const QByteArray own = m_server.receiptKey;
        m_server.receiptKey = QByteArray(43, 'A');
        QVERIFY(m_counter.pin(m_server));
        const ProgramRun refused = m_counter.delivery({u"results"_s, u"fetch"_s});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY(refused.events(u"result"_s).isEmpty());
        QVERIFY(!refused.events(u"refused"_s).isEmpty());
        m_server.receiptKey = own;
        QVERIFY(m_counter.pin(m_server));
        QCOMPARE(m_counter.delivery({u"results"_s, u"fetch"_s}).exitCode, 0);
        QCOMPARE(show(m_session).value(u"state"_s).toString(), u"accepted"_s);
    }

    void anUnknownDossierIsReportedAndKeptAside()
    {
        const QString foreign = Sha256::of("of another counter").hex();
        QVERIFY(!issue({u"--status"_s, u"passed"_s}, foreign)); // not filed
        QVERIFY(issue({u"--status"_s, u"passed"_s, u"--unfiled"_s}, foreign));
        const ProgramRun run = m_counter.delivery({u"results"_s, u"fetch"_s});
        QCOMPARE(run.exitCode, 1);
        const QJsonObject said = run.events(u"unknown"_s).value(0);
        QCOMPARE(said.value(u"dossier"_s).toString(), foreign);
        QVERIFY(!said.value(u"advice"_s).toString().isEmpty());
        QCOMPARE(m_counter.delivery({u"results"_s, u"fetch"_s}).exitCode, 0); // said once
        UnsealedSealer sealer;
        const SystemClock clock;
        const auto archive = m_counter.openStore(sealer, clock);
        QVERIFY(archive);
        QCOMPARE((*archive)->resultsOf(*DossierId::parse(foreign))->size(), std::size_t(1));
        QVERIFY((*archive)->verify()->isSound());
    }

    void aReturnReopensTheSessionWithItsItems()
    {
        const QString item = uR"({"target":"photo@site:2001","code":"P-01",)"
                             uR"("reason":"背景不符 样本","advice":"take it again"})"_s;
        QVERIFY(issue({u"--status"_s, u"returned"_s, u"--to"_s, u"counter"_s, u"--item"_s, item},
                      m_dossier));
        const ProgramRun run = m_counter.delivery({u"results"_s, u"fetch"_s});
        QVERIFY2(run.exitCode == 0, (run.output + run.errors).constData());
        const QJsonObject session = show(m_session);
        QCOMPARE(session.value(u"state"_s).toString(), u"returned"_s);
        const QJsonObject kept = session.value(u"returnItems"_s).toArray().at(0).toObject();
        QCOMPARE(kept.value(u"target"_s).toString(), u"photo@site:2001"_s);
        QCOMPARE(kept.value(u"code"_s).toString(), u"P-01"_s);
        QCOMPARE(kept.value(u"reason"_s).toString(), u"背景不符 样本"_s);
        QCOMPARE(kept.value(u"advice"_s).toString(), u"take it again"_s);
        const QByteArray words = m_counter.words({u"session"_s, u"show"_s, m_session}).output;
        QVERIFY(words.contains("take it again"));
        QVERIFY(words.contains("SPECIMEN-ICP-1"));
    }

    void theCorrectionSucceedsTheReturnedDossier()
    {
        QVERIFY2(m_counter.retakePhotoAndApprove(m_session), m_counter.problem().constData());
        const ProgramRun sent = m_counter.delivery({u"upload"_s, u"--all"_s});
        QVERIFY2(sent.exitCode == 0, (sent.output + sent.errors).constData());
        const QString second = sent.events(u"receipted"_s).value(0).value(u"dossier"_s).toString();
        QVERIFY(!second.isEmpty() && second != m_dossier);
        // A late word on the first one is kept, but the session is the second one's now.
        QVERIFY(issue({u"--status"_s, u"rejected"_s}, m_dossier));
        const ProgramRun late = m_counter.delivery({u"results"_s, u"fetch"_s});
        QVERIFY(!late.events(u"result"_s).value(0).contains(u"state"_s));
        QCOMPARE(show(m_session).value(u"state"_s).toString(), u"sent"_s);
        QVERIFY(issue({u"--status"_s, u"passed"_s}, second));
        QCOMPARE(m_counter.delivery({u"results"_s, u"fetch"_s}).exitCode, 0);
        QCOMPARE(show(m_session).value(u"state"_s).toString(), u"passed"_s);
    }

    void whatIsNotTheServerSaysSo()
    {
        m_server.faults({{u"html"_s, 1}});
        const ProgramRun run = m_counter.delivery({u"results"_s, u"fetch"_s});
        QCOMPARE(run.exitCode, 69);
        QCOMPARE(run.errorCode(), u"protocol"_s);
        const ProgramRun unset = m_counter.verb({u"results"_s, u"fetch"_s});
        QCOMPARE(unset.exitCode, 78);
    }
};

QTEST_GUILESS_MAIN(TestResults)
#include "tst_results.moc"
