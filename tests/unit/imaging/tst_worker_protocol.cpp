// SPDX-License-Identifier: Apache-2.0
#include "app/imaging/worker_protocol.h"

#include "app/imaging/picture_header.h"

#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

class TestWorkerProtocol : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestGoesRound()
    {
        const auto length = worker_protocol::parseRequestHead(worker_protocol::requestHead(12'345));
        QVERIFY(length);
        QCOMPARE(*length, 12'345);
    }

    void oversizedRequestIsRefused()
    {
        const auto length = worker_protocol::parseRequestHead(
            worker_protocol::requestHead(qsizetype(PictureLimits::kMaxBytes) + 1));
        QVERIFY(!length);
        QCOMPARE(length.error().code, ErrorCode::TooLarge);
    }

    void otherRequestIsRefused()
    {
        QVERIFY(!worker_protocol::parseRequestHead("GET / HT"));
        QVERIFY(!worker_protocol::parseRequestHead("HDRQ"));
    }

    void pictureReplyGoesRound()
    {
        const auto head =
            worker_protocol::parseReplyHead(worker_protocol::pictureReplyHead({30, 20}), {30, 20});
        QVERIFY(head);
        QVERIFY(!head->refused);
        QCOMPARE(head->length, 30 * 20 * 4);
    }

    void replyOfAnotherSizeIsRefused()
    {
        const auto head = worker_protocol::parseReplyHead(
            worker_protocol::pictureReplyHead({60'000, 60'000}), {30, 20});
        QVERIFY(!head);
        QCOMPARE(head.error().code, ErrorCode::Protocol);
    }

    void refusalGoesRound()
    {
        const QByteArray reply = worker_protocol::refusal({ErrorCode::TooLarge, u"so large"_s});
        const auto head =
            worker_protocol::parseReplyHead(reply.first(worker_protocol::kReplyHead), {1, 1});
        QVERIFY(head);
        QVERIFY(head->refused == ErrorCode::TooLarge);
        QCOMPARE(head->length, 8);
        QCOMPARE(worker_protocol::detailText(reply.sliced(worker_protocol::kReplyHead)),
                 u"so large"_s);
    }

    void inventedRefusalIsRefused()
    {
        QByteArray reply = worker_protocol::refusal({ErrorCode::TooLarge, {}});
        reply[4] = char(ErrorCode::Denied);
        QVERIFY(!worker_protocol::parseReplyHead(reply, {1, 1}));
        reply[4] = char(ErrorCode::TooLarge);
        reply[10] = 1; // 65536 bytes of detail
        QVERIFY(!worker_protocol::parseReplyHead(reply, {1, 1}));
    }

    void detailIsMadeSafe()
    {
        QCOMPARE(worker_protocol::detailText("a\x1b[31m\nb"), u"a[31mb"_s);
        QVERIFY(worker_protocol::detailText(QByteArray(5000, 'x')).size() <= 200);
    }
};

QTEST_GUILESS_MAIN(TestWorkerProtocol)
#include "tst_worker_protocol.moc"
