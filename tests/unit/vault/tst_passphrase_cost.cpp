// SPDX-License-Identifier: Apache-2.0
#include "app/vault/passphrase_cost.h"

#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestPassphraseCost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTryIsBroughtToAboutASecond_data()
    {
        QTest::addColumn<int>("msPerPass");
        QTest::addColumn<quint32>("passes");
        QTest::newRow("slow machine stays at the floor") << 900 << PassphraseCost::kLeastPasses;
        QTest::newRow("usual machine") << 100 << quint32{8};
        QTest::newRow("fast machine") << 20 << quint32{42};
        QTest::newRow("never above the ceiling") << 0 << PassphraseCost::kMostPasses;
    }
    void aTryIsBroughtToAboutASecond()
    {
        QFETCH(const int, msPerPass);
        QFETCH(const quint32, passes);
        const auto cost =
            calibratedCost([&](PassphraseCost tried) -> Result<std::chrono::milliseconds> {
                return std::chrono::milliseconds(msPerPass * static_cast<int>(tried.passes));
            });
        QVERIFY(cost);
        QCOMPARE(cost->passes, passes);
        QCOMPARE(cost->memoryBytes, PassphraseCost::kLeastMemory);
        QVERIFY(!cost->isBelowFloor());
        QVERIFY(!cost->isAboveCeiling());
    }

    void aFailedTryIsPassedOn()
    {
        const auto cost = calibratedCost([](PassphraseCost) -> Result<std::chrono::milliseconds> {
            return Error{ErrorCode::Unavailable, u"no memory"_s};
        });
        QCOMPARE(cost.error().code, ErrorCode::Unavailable);
    }
};

QTEST_GUILESS_MAIN(TestPassphraseCost)
#include "tst_passphrase_cost.moc"
