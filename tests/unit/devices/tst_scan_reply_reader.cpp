// SPDX-License-Identifier: Apache-2.0
#include "app/devices/scan_reply_reader.h"

#include <QTest>
#include <QtEndian>

using namespace handshake;
using namespace Qt::StringLiterals;
namespace protocol = handshake::scan_protocol;

namespace {

using Reader = ScanReplyReader;

QByteArray hello()
{
    return protocol::kHello.toByteArray();
}

QByteArray rows(const QByteArray& pixels)
{
    return protocol::frame("ROWS", pixels);
}

QByteArray numbers(std::initializer_list<quint32> list)
{
    QByteArray bytes;
    for (const quint32 number : list) {
        const quint32 little = qToLittleEndian(number);
        bytes.append(reinterpret_cast<const char*>(&little), 4);
    }
    return bytes;
}

QByteArray head(quint32 width, quint32 height, quint32 channels = 3, quint32 dpi = 30'000)
{
    return protocol::frame("PAGE", numbers({width, height, channels, dpi, dpi}));
}

/// The pages of a conversation, in the order they were told; the error if there was one.
struct Story {
    std::vector<QImage> pages{};
    std::optional<Reader::End> end{};
    std::optional<ErrorCode> error{};
};

Story told(const QByteArray& bytes, qsizetype piece)
{
    Story story;
    Reader reader;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        reader.append(QByteArrayView(bytes).sliced(at, std::min(piece, bytes.size() - at)));
        while (true) {
            const auto event = reader.next();
            if (!event) {
                story.error = event.error().code;
                return story;
            }
            if (!*event)
                break;
            if (const auto* page = std::get_if<Reader::Page>(&**event))
                story.pages.push_back(page->image);
            if (const auto* end = std::get_if<Reader::End>(&**event))
                story.end = *end;
        }
    }
    return story;
}

} // namespace

class TestScanReplyReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pageIsPutTogether_data()
    {
        QTest::addColumn<int>("piece");
        QTest::newRow("byte by byte") << 1;
        QTest::newRow("in odd pieces") << 7;
        QTest::newRow("at once") << 1000;
    }

    void pageIsPutTogether()
    {
        QFETCH(const int, piece);
        const QByteArray bytes = hello() + head(2, 2) +
                                 rows(QByteArray::fromHex("ff0000 00ff00 0000ff 102030")) +
                                 protocol::frame("PEND") + protocol::frame("DONE");
        const Story story = told(bytes, piece);
        QVERIFY(!story.error);
        QVERIFY(story.end && !story.end->fault);
        QCOMPARE(story.pages.size(), 1U);
        const QImage& page = story.pages.front();
        QCOMPARE(page.size(), QSize(2, 2));
        QCOMPARE(page.format(), QImage::Format_RGB32);
        QCOMPARE(page.pixel(0, 0), qRgb(255, 0, 0));
        QCOMPARE(page.pixel(1, 0), qRgb(0, 255, 0));
        QCOMPARE(page.pixel(0, 1), qRgb(0, 0, 255));
        QCOMPARE(page.pixel(1, 1), qRgb(16, 32, 48));
        QCOMPARE(page.dotsPerMeterX(), 11'811); // 300 dpi
    }

    void heightIsWhatCame_data()
    {
        QTest::addColumn<int>("announced");
        QTest::newRow("not known") << 0;
        QTest::newRow("fewer") << 5;
        QTest::newRow("more") << 2;
    }

    void heightIsWhatCame()
    {
        QFETCH(const int, announced);
        const Story story = told(hello() + head(1, quint32(announced), 1) + rows("\x01\x02") +
                                     rows("\x03") + protocol::frame("PEND"),
                                 1000);
        QCOMPARE(story.pages.size(), 1U);
        QCOMPARE(story.pages.front().size(), QSize(1, 3));
        QCOMPARE(story.pages.front().pixel(0, 2), qRgb(3, 3, 3));
    }

    void faultInAPageDropsThePageOnly()
    {
        const QByteArray page =
            head(1, 1, 1) + rows("\x01") + protocol::frame("PEND") + head(1, 2, 1) + rows("\x01");
        const Story story = told(hello() + page + protocol::faultReply(ScanFault::Jammed), 1000);
        QVERIFY(!story.error);
        QCOMPARE(story.pages.size(), 1U);
        QVERIFY(story.end && story.end->fault == ScanFault::Jammed);
    }

    void scannersAreRead()
    {
        Reader reader;
        reader.append(hello() + protocol::devicesReply({{u"test:0"_s, u"Noname\n\u202Etester"_s}}));
        QVERIFY(std::holds_alternative<Reader::Ready>(**reader.next()));
        const auto event = reader.next();
        QVERIFY(event && *event);
        const auto* devices = std::get_if<Reader::Devices>(&**event);
        QVERIFY(devices && devices->list.size() == 1);
        QCOMPARE(devices->list.front().id, u"test:0"_s);
        QVERIFY(!devices->list.front().name.contains(u'\u202E')); // text from outside
    }

    void nonsenseIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char* name, const QByteArray& bytes,
                            ErrorCode code = ErrorCode::Protocol) {
            QTest::newRow(name) << bytes << code;
        };
        const QByteArray one = head(1, 1, 1) + rows("\x01");
        row("no hello", "HSW2");
        row("another program", "handshake-desk 0.1.0\n");
        row("not a tag", hello() + QByteArray("page\0\0\0\0", 8));
        row("an unknown tag", hello() + protocol::frame("HALT"));
        row("rows without a page", hello() + rows("\x01"));
        row("end without a page", hello() + protocol::frame("PEND"));
        row("done in a page", hello() + one + protocol::frame("DONE"));
        row("page in a page", hello() + one + head(1, 1));
        row("list in a page", hello() + one + protocol::devicesReply({}));
        row("page without rows", hello() + head(1, 1) + protocol::frame("PEND"));
        row("half a row", hello() + head(2, 2) + rows("\x01\x02\x03"));
        row("no rows", hello() + head(2, 2) + rows({}));
        row("short head", hello() + protocol::frame("PAGE", QByteArray(19, '\1')));
        row("long head", hello() + protocol::frame("PAGE", QByteArray(21, '\1')));
        row("no width", hello() + head(0, 5));
        row("four channels", hello() + head(1, 1, 4));
        row("no resolution", hello() + head(1, 1, 1, 0));
        row("resolution beyond reason", hello() + head(1, 1, 1, 0xFFFFFFFF));
        row("unknown fault", hello() + protocol::frame("FAIL", "on-fire"));
        row("hung, which only we can say", hello() + protocol::faultReply(ScanFault::Hung));
        row("done twice", hello() + protocol::frame("DONE") + protocol::frame("DONE"));
        row("goes on after a fault", hello() + protocol::faultReply(ScanFault::Busy) + head(1, 1));
        row("list that is no JSON", hello() + protocol::frame("DEVS", "[]"));
        row("scanner without an id",
            hello() + protocol::frame("DEVS", R"({"devices":[["","x"]]})"));
        row("frame over the limit", hello() + "ROWS" + numbers({0x7FFFFFFF}), ErrorCode::TooLarge);
        row("width over the limit", hello() + head(12'001, 1), ErrorCode::TooLarge);
        row("pixels over the limit", hello() + head(12'000, 12'000), ErrorCode::TooLarge);
        row("width that turns negative", hello() + head(0x80000000, 1), ErrorCode::TooLarge);
        row("height that turns negative", hello() + head(1, 0xFFFFFFFF), ErrorCode::TooLarge);
    }

    void nonsenseIsRefused()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const ErrorCode, code);
        for (const qsizetype piece : {qsizetype(1), bytes.size()}) {
            const Story story = told(bytes, piece);
            QVERIFY(story.error);
            QCOMPARE(*story.error, code);
            QVERIFY(story.pages.empty());
        }
    }

    void failureStays()
    {
        Reader reader;
        reader.append("nonsense");
        QVERIFY(!reader.next());
        reader.append(hello() + protocol::frame("DONE"));
        QVERIFY(!reader.next());
    }

    void pageWithoutAnEndIsStopped()
    {
        // Rows go on and on where the height was not announced.
        Reader reader;
        reader.append(hello() + head(1, 0, 1));
        const QByteArray more = rows(QByteArray(1000, '\1'));
        std::optional<ErrorCode> error;
        for (int i = 0; i < 20 && !error; ++i) {
            reader.append(more);
            while (true) {
                const auto event = reader.next();
                if (!event)
                    error = event.error().code;
                if (!event || !*event)
                    break;
            }
        }
        QVERIFY(error == ErrorCode::TooLarge);
    }

    void announcedMemoryIsNotTaken()
    {
        // 49 megapixels announced, nothing sent.
        Reader reader;
        reader.append(hello() + head(7000, 7000));
        QVERIFY(reader.next());
        QVERIFY(reader.next());
        QVERIFY(!*reader.next());
        QCOMPARE(reader.waiting(), 0);
    }
};

QTEST_GUILESS_MAIN(TestScanReplyReader)
#include "tst_scan_reply_reader.moc"
