// SPDX-License-Identifier: Apache-2.0
#include "app/devices/helper_chip_reader.h"

#include "support/specimen_chip.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString kHelper = QStringLiteral(HANDSHAKE_SCAN_HELPER);

QString library(const QString& name)
{
    return QStringLiteral(HANDSHAKE_SDT_FOLDER "/sdt_") + name + u".so"_s;
}

HelperChipReader::Config configOf(const QString& file)
{
    HelperChipReader::Config config;
    config.program = kHelper;
    config.library = file;
    return config;
}

Result<IdChipBlock> readWith(HelperChipReader& reader, std::chrono::milliseconds patience = 5s)
{
    const auto answer = reader.read(patience);
    if (!QTest::qWaitFor([&answer] { return answer.isFinished(); }, 20'000))
        return Error{ErrorCode::Internal, u"no answer"_s};
    return answer.result();
}

} // namespace

class TestHelperChipReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chipIsReadThroughTheVendorsLibrary()
    {
        HelperChipReader reader(configOf(library(u"good"_s)));
        const auto block = readWith(reader);
        QVERIFY2(block, block ? "" : qPrintable(block.error().detail));
        QCOMPARE(block->text, chipBlock(citizenChip()));
        QCOMPARE(block->reader, u"sdt_good.so"_s);
        QVERIFY(!reader.isReading());
    }

    void namedPortIsUsed()
    {
        HelperChipReader::Config config = configOf(library(u"good"_s));
        config.port = 1003;
        HelperChipReader there(config);
        QVERIFY(readWith(there));
        config.port = 1001; // nothing hangs there
        HelperChipReader elsewhere(config);
        const auto block = readWith(elsewhere);
        QVERIFY(!block);
        QCOMPARE(block.error().detail, u"chip-no-reader"_s);
    }

    void libraryThatWritesMoreThanItShouldDoesNoHarm()
    {
        HelperChipReader reader(configOf(library(u"overrun"_s)));
        const auto block = readWith(reader);
        QVERIFY(block);
        QCOMPARE(block->text, chipBlock(citizenChip()));
    }

    void everyFaultIsTold_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char* name, const QString& file, ErrorCode code,
                            const QString& detail) {
            QTest::newRow(name) << file << code << detail;
        };
        row("no library named", {}, ErrorCode::Configuration, u"chip-library-unset"_s);
        row("not there", u"/nonexistent/sdt.so"_s, ErrorCode::Configuration,
            u"chip-library-missing"_s);
        row("without its folder", u"sdt_good.so"_s, ErrorCode::Configuration,
            u"chip-library-missing"_s);
        row("a folder", u"/tmp"_s, ErrorCode::Configuration, u"chip-library-missing"_s);
        row("not a library", kHelper, ErrorCode::Configuration, u"chip-library-wrong"_s);
        row("another library", u"/lib/x86_64-linux-gnu/libm.so.6"_s, ErrorCode::Configuration,
            QFile::exists(u"/lib/x86_64-linux-gnu/libm.so.6"_s) ? u"chip-library-wrong"_s
                                                                : u"chip-library-missing"_s);
        row("a function is missing", library(u"incomplete"_s), ErrorCode::Configuration,
            u"chip-library-wrong"_s);
        row("no reader", library(u"no_reader"_s), ErrorCode::Unavailable, u"chip-no-reader"_s);
        row("no card", library(u"no_card"_s), ErrorCode::NotFound, u"chip-no-card"_s);
        row("card cannot be read", library(u"unreadable"_s), ErrorCode::Unreadable,
            u"chip-unreadable"_s);
        row("block too short", library(u"short"_s), ErrorCode::Unreadable, u"chip-unreadable"_s);
        row("library crashes", library(u"crash"_s), ErrorCode::DeviceLost, u"chip-died"_s);
    }

    void everyFaultIsTold()
    {
        QFETCH(const QString, file);
        QFETCH(const ErrorCode, code);
        QFETCH(const QString, detail);
        HelperChipReader reader(configOf(file));
        const auto block = readWith(reader, detail == u"chip-no-card" ? 100ms : 10'000ms);
        QVERIFY(!block);
        QCOMPARE(block.error().detail, detail);
        QCOMPARE(block.error().code, code);
        QVERIFY(!reader.isReading());
    }

    void hangingLibraryIsGivenUpInTime()
    {
        HelperChipReader::Config config = configOf(library(u"hang"_s));
        config.grace = 500ms;
        HelperChipReader reader(config);
        QElapsedTimer time;
        time.start();
        const auto block = readWith(reader, 100ms);
        QVERIFY(!block);
        QCOMPARE(block.error().code, ErrorCode::Timeout);
        QCOMPARE(block.error().detail, u"chip-hung"_s);
        QVERIFY(time.elapsed() < 5000);
    }

    void cancelEndsTheWait()
    {
        HelperChipReader reader(configOf(library(u"no_card"_s)));
        const auto answer = reader.read(60s);
        QVERIFY(reader.isReading());
        const auto second = reader.read(60s); // one at a time
        QVERIFY(second.isFinished());
        QCOMPARE(second.result().error().code, ErrorCode::Busy);
        reader.cancel();
        QVERIFY(answer.isFinished());
        QCOMPARE(answer.result().error().code, ErrorCode::Cancelled);
    }

    void readerMayGoWhileItReads()
    {
        QFuture<Result<IdChipBlock>> answer;
        {
            HelperChipReader reader(configOf(library(u"no_card"_s)));
            answer = reader.read(60s);
        }
        QVERIFY(answer.isFinished());
        QCOMPARE(answer.result().error().code, ErrorCode::Cancelled);
    }

    void missingHelperIsTold()
    {
        HelperChipReader::Config config = configOf(library(u"good"_s));
        config.program = u"/nonexistent/handshake-desk"_s;
        HelperChipReader reader(config);
        const auto block = readWith(reader);
        QVERIFY(!block);
        QCOMPARE(block.error().code, ErrorCode::Unavailable);
    }
};

QTEST_GUILESS_MAIN(TestHelperChipReader)
#include "tst_helper_chip_reader.moc"
