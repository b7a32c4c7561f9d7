// SPDX-License-Identifier: Apache-2.0
#include "app/demo/paper_evaluation/invented_business.h"

#include "app/filing/social_credit_code.h"

#include <QTest>

using namespace handshake;
using namespace handshake::papereval;

class TestInventedBusiness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checkCharactersAreTheStandardsOwn()
    {
        QCOMPARE(creditCodeCheck(QStringLiteral("91350100M000100Y4")), QChar(u'3'));
        QCOMPARE(organisationCheck(QStringLiteral("D2143569")), QChar(u'X'));
        QCOMPARE(organisationCheck(QStringLiteral("E0000000")), QChar(u'2'));
    }

    void everyCodeIsValidAndStandsInTheQrCode()
    {
        for (int i = 0; i < 300; ++i) {
            const auto seed = static_cast<std::uint64_t>(i);
            const InventedBusiness one = inventBusiness(i, i % 2 == 0, Random(3).fork(seed));
            QVERIFY(SocialCreditCode::parse(one.creditCode).has_value());
            QCOMPARE(organisationCheck(one.creditCode.mid(8, 8)), one.creditCode[16]);
            QVERIFY(one.qr.contains(one.creditCode));
            QVERIFY(one.qr.contains(QStringLiteral(".example/"))); // a host that cannot exist
        }
    }

    void tradersHaveNoCapitalAndTheirOwnLabels()
    {
        const InventedBusiness trader = inventBusiness(3, false, Random(1));
        QVERIFY(trader.creditCode.startsWith(QStringLiteral("92")));
        QVERIFY(trader.capital.isEmpty());
        QCOMPARE(trader.headLabel, QStringLiteral("经营者"));
        const InventedBusiness company = inventBusiness(4, false, Random(1));
        QVERIFY(company.creditCode.startsWith(QStringLiteral("91")));
        QVERIFY(!company.capital.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestInventedBusiness)
#include "tst_invented_business.moc"
