// SPDX-License-Identifier: Apache-2.0
#include "app/devices/chip_protocol.h"

#include "app/devices/scan_protocol.h"

#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;
namespace protocol = handshake::chip_protocol;

namespace {

QByteArray hello()
{
    return protocol::kHello.toByteArray();
}

} // namespace

class TestChipProtocol : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestIsReadAsWritten()
    {
        const protocol::ChipRequest request{u"/opt/样本/libsdt.so"_s, 1004,
                                            std::chrono::milliseconds(7000)};
        const auto again = protocol::parseRequest(protocol::request(request));
        QVERIFY(again);
        QCOMPARE(again->library, request.library);
        QCOMPARE(again->port, request.port);
        QVERIFY(again->patience == request.patience);
    }

    void wrongRequestsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto json = [](const char* text) { return scan_protocol::frame("CHIP", text); };
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("another") << scan_protocol::frame("SCAN", R"({"library":"/a","port":0})");
        QTest::newRow("no JSON") << json("[]");
        QTest::newRow("no library") << json(R"({"library":"","patience":1,"port":0})");
        QTest::newRow("no port") << json(R"({"library":"/a","patience":1})");
        QTest::newRow("port 17") << json(R"({"library":"/a","patience":1,"port":17})");
        QTest::newRow("port 1017") << json(R"({"library":"/a","patience":1,"port":1017})");
        QTest::newRow("for ever") << json(R"({"library":"/a","patience":999999999,"port":0})");
        QTest::newRow("goes on") << protocol::request({u"/a"_s, 0, {}}) + 'x';
    }

    void wrongRequestsAreRefused()
    {
        QFETCH(const QByteArray, bytes);
        const auto request = protocol::parseRequest(bytes);
        QVERIFY(!request);
        QCOMPARE(request.error().code, ErrorCode::Protocol);
    }

    void answerIsWaitedFor()
    {
        const QByteArray whole = hello() + protocol::textReply(QByteArray(256, 'a'));
        for (qsizetype length = 0; length < whole.size(); ++length)
            QVERIFY(!protocol::parseReply(whole.first(length)));
        const auto text = protocol::parseReply(whole);
        QVERIFY(text && *text);
        QCOMPARE(**text, QByteArray(256, 'a'));
    }

    void failuresAreTold()
    {
        const auto reply = protocol::parseReply(hello() + protocol::refusal(u"chip-no-card"_s));
        QVERIFY(reply && !*reply);
        QCOMPARE(reply->error().code, ErrorCode::NotFound);
        QCOMPARE(reply->error().detail, u"chip-no-card"_s);
    }

    void wrongAnswersAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("another program") << QByteArray("HSW1");
        QTest::newRow("255 bytes") << hello() + protocol::textReply(QByteArray(255, 'a'));
        QTest::newRow("257 bytes") << hello() + protocol::textReply(QByteArray(257, 'a'));
        QTest::newRow("goes on") << hello() + protocol::textReply(QByteArray(256, 'a')) + 'x';
        QTest::newRow("unknown failure") << hello() + protocol::refusal(u"chip-on-fire"_s);
        QTest::newRow("ours to say") << hello() + protocol::refusal(u"chip-hung"_s);
        QTest::newRow("another frame") << hello() + scan_protocol::frame("DONE");
    }

    void wrongAnswersAreRefused()
    {
        QFETCH(const QByteArray, bytes);
        const auto reply = protocol::parseReply(bytes);
        QVERIFY(reply && !*reply);
        QCOMPARE(reply->error().code, ErrorCode::Protocol);
    }
};

QTEST_GUILESS_MAIN(TestChipProtocol)
#include "tst_chip_protocol.moc"
