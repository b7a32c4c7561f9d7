// SPDX-License-Identifier: Apache-2.0
#include "app/devices/scan_protocol.h"

#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;
namespace protocol = handshake::scan_protocol;

namespace {

Result<protocol::Request> read(const QByteArray& bytes)
{
    const auto head = protocol::parseFrameHead(
        QByteArrayView(bytes).first(std::min(bytes.size(), protocol::kFrameHead)),
        protocol::kMaxRequest);
    if (!head)
        return head.error();
    return protocol::parseRequest(*head, bytes.sliced(protocol::kFrameHead));
}

QByteArray scan(const QByteArray& change, const QByteArray& to)
{
    QByteArray json = R"({"colour":"colour","dpi":300,"height":0,"maxPages":1,"options":[],)"
                      R"("scanner":"test:0","source":"flatbed","width":0})";
    return protocol::frame("SCAN", json.replace(change, to));
}

} // namespace

class TestScanProtocol : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestsAreReadAsWritten()
    {
        ScanRequest request;
        request.scanner = u"epson2:usb:001:004"_s;
        request.dpi = 600;
        request.colour = ScanColour::Grey;
        request.source = ScanSource::Feeder;
        request.area = {210, 297};
        request.maxPages = 7;
        request.options = {{u"brightness"_s, u"10"_s}, {u"brightness"_s, u"20"_s}};
        const auto parsed = read(protocol::scanRequest(request));
        QVERIFY(parsed);
        const auto* again = std::get_if<ScanRequest>(&*parsed);
        QVERIFY(again);
        QCOMPARE(again->scanner, request.scanner);
        QCOMPARE(again->dpi, request.dpi);
        QCOMPARE(again->colour, request.colour);
        QCOMPARE(again->source, request.source);
        QCOMPARE(again->area, request.area);
        QCOMPARE(again->maxPages, request.maxPages);
        QVERIFY(again->options == request.options);
        for (const bool withNetwork : {false, true}) {
            const auto list = read(protocol::listRequest(withNetwork));
            QVERIFY(list && std::holds_alternative<protocol::ListRequest>(*list));
            QCOMPARE(std::get<protocol::ListRequest>(*list).withNetwork, withNetwork);
        }
    }

    void requestWithoutAnAreaIsForAllThereIs()
    {
        ScanRequest request;
        request.scanner = u"test:0"_s;
        const auto parsed = read(protocol::scanRequest(request));
        QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().detail));
        QVERIFY(std::get<ScanRequest>(*parsed).area.isEmpty());
    }

    void nonsenseIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no tag") << QByteArray("scan\0\0\0\0", 8);
        QTest::newRow("cut off") << QByteArray("SCAN\0", 5);
        QTest::newRow("empty") << protocol::frame("SCAN");
        QTest::newRow("a reply") << protocol::frame("DONE", "{}");
        QTest::newRow("no values") << protocol::frame("SCAN", "{}");
        QTest::newRow("no resolution") << scan("300", "0");
        QTest::newRow("resolution beyond reason") << scan("300", "48000");
        QTest::newRow("no pages") << scan("\"maxPages\":1", "\"maxPages\":0");
        QTest::newRow("unknown source") << scan("flatbed", "drawer");
        QTest::newRow("unknown colour") << scan("\"colour\":\"colour\"", "\"colour\":\"sepia\"");
        QTest::newRow("negative width") << scan("\"width\":0", "\"width\":-1");
        QTest::newRow("width in kilometres") << scan("\"width\":0", "\"width\":1e9");
        QTest::newRow("option of one") << scan("[]", "[[\"a\"]]");
        QTest::newRow("option of a number") << scan("[]", "[[\"a\",1]]");
        QTest::newRow("long name") << scan("test:0", QByteArray(2000, 'a'));
    }

    void nonsenseIsRefused()
    {
        QFETCH(const QByteArray, bytes);
        QVERIFY(read(scan("x", "x"))); // what is changed is good as it is
        const auto request = read(bytes);
        QVERIFY(!request);
        QCOMPARE(request.error().code, ErrorCode::Protocol);
    }

    void everyFaultHasANameOfItsOwn()
    {
        QStringList names;
        for (int i = 0; i <= int(ScanFault::Failed); ++i)
            names << scanFaultName(ScanFault(i));
        QCOMPARE(names.removeDuplicates(), 0);
    }
};

QTEST_GUILESS_MAIN(TestScanProtocol)
#include "tst_scan_protocol.moc"
