// SPDX-License-Identifier: Apache-2.0
#include "app/delivery/results_client.h"
#include "support/fixed_clock.h"
#include "support/one_answer_server.h"
#include "support/specimen_receipt.h"

#include <QJsonArray>
#include <QTest>

#include <optional>

using namespace handshake;
using namespace handshake::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestResultsClient : public QObject
{
    Q_OBJECT

private:
    FixedClock m_clock;
    SpecimenSigner m_signer;
    std::optional<FetchedResults> m_page;
    std::optional<Error> m_failed;
    QByteArray m_request;

    void fetch(const QByteArray& status, const QByteArray& body, const QString& cursor = {})
    {
        m_page.reset();
        m_failed.reset();
        OneAnswerServer server(status, body);
        const auto link = *ProviderLink::open({.serverUrl = server.url(), .timeout = 2s}, m_clock);
        ResultsClient client(*link, *ReceiptKey::fromBytes(base64Url(m_signer.publicKey())));
        connect(&client, &ResultsClient::fetched, this,
                [this](const FetchedResults& page) { m_page = page; });
        connect(&client, &ResultsClient::failed, this,
                [this](const Error& error) { m_failed = error; });
        client.fetch(cursor);
        QTRY_VERIFY(m_page || m_failed);
        m_request = server.request();
    }

    QByteArray result(const char* salt) const
    {
        QJsonObject header = SpecimenSigner::header();
        header.insert(u"typ"_s, u"handshake-result"_s);
        return m_signer.jws(
            header, {{u"dossier_id"_s, Sha256::of(salt).hex()}, {u"status"_s, u"accepted"_s}});
    }

    static QByteArray page(const QList<QByteArray>& results, const QString& cursor)
    {
        QJsonArray list;
        for (const QByteArray& jws : results)
            list.append(QString::fromLatin1(jws));
        return canonicalJson({{u"results"_s, list}, {u"cursor"_s, cursor}});
    }

private Q_SLOTS:
    void aPageIsReadInItsOrder()
    {
        fetch("200 OK", page({result("1"), result("2")}, u"c-2"_s));
        QVERIFY(m_page);
        QVERIFY(m_request.startsWith("GET /v1/results HTTP"));
        QCOMPARE(m_page->results.size(), std::size_t(2));
        QCOMPARE(m_page->results.at(1).dossier.text(), Sha256::of("2").hex());
        QCOMPARE(m_page->cursor, u"c-2"_s);
        QVERIFY(!m_page->isLast);
    }

    void theCursorGoesWithTheQuestionAsItIs()
    {
        fetch("200 OK", page({}, u"a+b/c=&d"_s), u"a+b/c=&d"_s);
        QVERIFY(m_page && m_page->isLast);
        QVERIFY2(m_request.startsWith("GET /v1/results?cursor=a%2Bb%2Fc%3D%26d HTTP"),
                 m_request.constData());
    }

    void whatIsForgedIsNamedAndTheOthersTaken()
    {
        const SpecimenSigner other;
        QJsonObject header = SpecimenSigner::header();
        header.insert(u"typ"_s, u"handshake-result"_s);
        const QByteArray forged = other.jws(
            header, {{u"dossier_id"_s, Sha256::of("3").hex()}, {u"status"_s, u"passed"_s}});
        fetch("200 OK", page({result("1"), forged, "nonsense", result("2")}, u"c"_s));
        QVERIFY(m_page);
        QCOMPARE(m_page->results.size(), std::size_t(2));
        QCOMPARE(m_page->refused.size(), std::size_t(2));
        QVERIFY(m_page->refused.at(0).code == ErrorCode::Corrupt);
        QCOMPARE(m_page->refused.at(0).where, u"results[1]"_s);
        QVERIFY(m_page->refused.at(1).code == ErrorCode::Protocol);
    }

    void whatIsNoPageFails_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("code");
        const auto row = [](const char* name, const QByteArray& status, const QByteArray& body,
                            ErrorCode code) {
            QTest::newRow(name) << status << body << static_cast<int>(code);
        };
        const ErrorCode protocol = ErrorCode::Protocol;
        row("sign-in page", "200 OK", "<html></html>", protocol);
        row("no cursor", "200 OK", R"({"results":[]})", protocol);
        row("cursor no text", "200 OK", R"({"results":[],"cursor":5})", protocol);
        row("cursor with a line break", "200 OK", R"({"results":[],"cursor":"a\r\nb"})", protocol);
        row("endless cursor", "200 OK", page({}, QString(257, u'c')), protocol);
        row("too many", "200 OK", page(QList<QByteArray>(21, "x"), u"c"_s), protocol);
        row("a page that leads to itself", "200 OK", page({"x"}, u"same"_s), protocol);
        row("over the limit", "200 OK", QByteArray(20 * (64 * 1024 + 16) + 1025, ' '), protocol);
        row("redirect", "302 Found", "", protocol);
        row("not admitted", "401 Unauthorized", "", ErrorCode::Denied);
        row("out of order", "503 Busy", "", ErrorCode::Unavailable);
    }

    void whatIsNoPageFails()
    {
        QFETCH(const QByteArray, status);
        QFETCH(const QByteArray, body);
        QFETCH(const int, code);
        fetch(status, body, u"same"_s);
        QVERIFY(m_failed);
        QCOMPARE(static_cast<int>(m_failed->code), code);
    }
};

QTEST_GUILESS_MAIN(TestResultsClient)
#include "tst_results_client.moc"
