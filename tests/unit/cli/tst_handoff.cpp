// SPDX-License-Identifier: Apache-2.0
#include "app/cli/handoff.h"
#include "app/cli/output.h"

#include <QLocalSocket>
#include <QPromise>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace handshake;
using namespace Qt::StringLiterals;

namespace {

/// A verb the server was asked to run; the test says how it goes on.
struct RunningVerb {
    GlobalOptions options;
    HandoffServer::Say say;
    QPromise<Result<int>> promise;

    void end(const Result<int>& code)
    {
        promise.addResult(code);
        promise.finish();
    }
};

QString socketOf(const QString& folder)
{
    QFile file(handoffFile(folder));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
}

} // namespace

/// The owner's side against callers that are slow, hostile or gone, and against its own end.
class TestHandoff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_verbs.clear();
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<HandoffServer>(
            [this](const GlobalOptions& options, const HandoffServer::Say& say) {
                m_verbs.push_back(std::make_unique<RunningVerb>());
                RunningVerb& verb = *m_verbs.back();
                verb.options = options;
                verb.say = say;
                verb.promise.start();
                return verb.promise.future();
            });
        QVERIFY(m_server->listen(m_folder->path()));
    }

    void cleanup() { m_server.reset(); }

    void linesAndExitCodeArrive()
    {
        QLocalSocket caller;
        call(caller, u"list"_s);
        QTRY_COMPARE(m_verbs.size(), std::size_t(1));
        QCOMPARE(m_verbs[0]->options.words, (QStringList{u"session"_s, u"list"_s}));
        std::thread([say = m_verbs[0]->say] { say({false, u"a line"_s}); }).join();
        m_verbs[0]->say({true, u"a word"_s});
        m_verbs[0]->end(1);
        QTRY_COMPARE(caller.state(), QLocalSocket::UnconnectedState);
        QCOMPARE(caller.readAll(),
                 QByteArray("{\"out\":\"a line\"}\n{\"err\":\"a word\"}\n{\"exit\":1}\n"));
    }

    void oneVerbAtATimeInTheOrderOfTheirCalls()
    {
        QLocalSocket first;
        QLocalSocket second;
        call(first, u"list"_s);
        QTRY_COMPARE(m_verbs.size(), std::size_t(1));
        call(second, u"show"_s);
        QTest::qWait(50);
        QCOMPARE(m_verbs.size(), std::size_t(1));
        m_verbs[0]->end(0);
        QTRY_COMPARE(m_verbs.size(), std::size_t(2));
        QCOMPARE(m_verbs[1]->options.words.last(), u"show"_s);
        m_verbs[1]->end(0);
        QTRY_VERIFY(m_server->isIdle());
    }

    void callerThatIsGoneIsSkipped()
    {
        QLocalSocket first;
        call(first, u"list"_s);
        QTRY_COMPARE(m_verbs.size(), std::size_t(1));
        {
            QLocalSocket impatient;
            call(impatient, u"show"_s);
            QTest::qWait(50); // its call has been taken
        }
        QTest::qWait(50);
        m_verbs[0]->say({false, u"nobody may listen any more"_s});
        m_verbs[0]->end(0);
        QTRY_VERIFY(m_server->isIdle());
        QCOMPARE(m_verbs.size(), std::size_t(1));
    }

    void verbOutlivesTheServer()
    {
        QLocalSocket caller;
        call(caller, u"list"_s);
        QTRY_COMPARE(m_verbs.size(), std::size_t(1));
        m_server.reset();
        m_verbs[0]->say({false, u"late"_s});
        m_verbs[0]->end(0);
        QTRY_COMPARE(caller.state(), QLocalSocket::UnconnectedState);
        QVERIFY(caller.readAll().isEmpty());
    }

    void endWaitsForTheVerbUnderWay()
    {
        QLocalSocket caller;
        call(caller, u"list"_s);
        QTRY_COMPARE(m_verbs.size(), std::size_t(1));
        const QSignalSpy idle(m_server.get(), &HandoffServer::becameIdle);
        m_server->stopTaking();
        QLocalSocket late;
        late.connectToServer(socketOf(m_folder->path()));
        QVERIFY(!late.waitForConnected(200));
        QVERIFY(!m_server->isIdle());
        m_verbs[0]->end(0);
        QTRY_COMPARE(idle.size(), 1);
        QTRY_COMPARE(caller.state(), QLocalSocket::UnconnectedState);
        QCOMPARE(caller.readAll(), QByteArray("{\"exit\":0}\n"));
    }

    void hostileFramesAreCutOff_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no end") << QByteArray(2 * kMaxHandoffRequest, 'x');
        QTest::newRow("too long a line")
            << QByteArray("{\"words\":[\"" + QByteArray(2 * kMaxHandoffRequest, 'x') + "\"]}\n");
        QTest::newRow("no json") << QByteArray("\0\xff\xfe\n", 4);
        QTest::newRow("no call") << QByteArray("{\"words\":[]}\n");
    }

    void hostileFramesAreCutOff()
    {
        QFETCH(const QByteArray, bytes);
        QLocalSocket hostile;
        hostile.connectToServer(socketOf(m_folder->path()));
        QVERIFY(hostile.waitForConnected());
        hostile.write(bytes);
        QTRY_COMPARE(hostile.state(), QLocalSocket::UnconnectedState);
        QVERIFY(m_verbs.empty());
        QLocalSocket honest;
        call(honest, u"list"_s);
        QTRY_COMPARE(m_verbs.size(), std::size_t(1));
        m_verbs[0]->end(0);
    }

    void socketOfADeadOwnerIsReplaced()
    {
        QFile left(handoffFile(m_folder->path()));
        m_server.reset();
        QVERIFY(left.open(QIODevice::WriteOnly));
        left.write("/nowhere/at-all\n");
        left.close();
        Output output([](const QString&) {}, [](const QString&) {}, true);
        GlobalOptions options;
        options.words = {u"session"_s, u"list"_s};
        const auto code = handOver(options, m_folder->path(), output);
        QVERIFY(!code && code.error().code == ErrorCode::Busy);
    }

private:
    void call(QLocalSocket& socket, const QString& verb)
    {
        GlobalOptions options;
        options.words = {u"session"_s, verb};
        const auto request = handoffRequest(options);
        QVERIFY(request);
        socket.connectToServer(socketOf(m_folder->path()));
        QVERIFY(socket.waitForConnected());
        socket.write(*request);
        QVERIFY(socket.waitForBytesWritten());
    }

    std::vector<std::unique_ptr<RunningVerb>> m_verbs;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HandoffServer> m_server;
};

QTEST_GUILESS_MAIN(TestHandoff)
#include "tst_handoff.moc"
