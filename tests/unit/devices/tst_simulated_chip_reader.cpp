// SPDX-License-Identifier: Apache-2.0
#include "app/devices/simulated_chip_reader.h"

#include "support/specimen_chip.h"

#include <QTest>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestSimulatedChipReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cardThatLiesThereIsRead()
    {
        SimulatedChipReader reader;
        reader.layOn(chipBlock(citizenChip()));
        const auto answer = reader.read(1s);
        QVERIFY(answer.isFinished());
        QCOMPARE(answer.result()->text, chipBlock(citizenChip()));
    }

    void cardIsWaitedFor()
    {
        SimulatedChipReader reader;
        const auto answer = reader.read(10s);
        QVERIFY(reader.isReading());
        QCOMPARE(reader.read(1s).result().error().code, ErrorCode::Busy);
        reader.layOn(chipBlock(permitChip()));
        QVERIFY(answer.isFinished());
        QCOMPARE(answer.result()->text, chipBlock(permitChip()));
    }

    void nobodyWaitsForEver()
    {
        SimulatedChipReader reader;
        const auto answer = reader.read(10ms);
        QTRY_VERIFY(answer.isFinished());
        QCOMPARE(answer.result().error().detail, u"chip-no-card"_s);
    }

    void troubleComesWhenItIsAskedFor()
    {
        SimulatedChipReader reader;
        reader.layOn(chipBlock(citizenChip()));
        reader.failNext({ErrorCode::Unreadable, u"chip-unreadable"_s});
        QCOMPARE(reader.read(1s).result().error().detail, u"chip-unreadable"_s);
        QVERIFY(reader.read(1s).result());
    }

    void cancelEndsTheWait()
    {
        SimulatedChipReader reader;
        reader.takeAway();
        const auto answer = reader.read(10s);
        reader.cancel();
        QCOMPARE(answer.result().error().code, ErrorCode::Cancelled);
        QVERIFY(!reader.isReading());
    }
};

QTEST_GUILESS_MAIN(TestSimulatedChipReader)
#include "tst_simulated_chip_reader.moc"
