// SPDX-License-Identifier: Apache-2.0
#include "app/core/canonical_fields.h"

#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

class TestCanonicalFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBytesAreFixed() // the audit chain of every store depends on them
    {
        const QByteArray bytes =
            CanonicalFields().add("ab").add(u"\u6837"_s).add(qint64{258}).bytes();
        QCOMPARE(bytes.toHex(), QByteArray("00000000000000026162"
                                           "0000000000000003e6a0b7"
                                           "00000000000000080000000000000102"));
    }

    void noTwoListsGiveTheSameBytes()
    {
        QVERIFY(CanonicalFields().add("ab").add("c").bytes() !=
                CanonicalFields().add("a").add("bc").bytes());
        QVERIFY(CanonicalFields().add("").bytes() != CanonicalFields().bytes());
    }

    void theFieldsComeBack()
    {
        const QByteArray bytes = CanonicalFields().add("ab").add("").add(qint64{-7}).bytes();
        const auto fields = CanonicalFields::split(bytes, 3);
        QVERIFY(fields);
        QCOMPARE(fields->at(0), QByteArray("ab"));
        QVERIFY(fields->at(1).isEmpty());
        QCOMPARE(CanonicalFields::number(fields->at(2)), qint64{-7});
    }

    void brokenListsAreRefused_data()
    {
        const QByteArray right = CanonicalFields().add("ab").add("c").bytes();
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("too few") << CanonicalFields().add("ab").bytes();
        QTest::newRow("too many") << right + CanonicalFields().add("d").bytes();
        QTest::newRow("cut") << right.chopped(1);
        QTest::newRow("cut length") << right.first(12);
        QTest::newRow("huge length") << QByteArray(8, '\xff') + "x";
    }
    void brokenListsAreRefused()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(CanonicalFields::split(bytes, 2).error().code, ErrorCode::Corrupt);
    }
};

QTEST_GUILESS_MAIN(TestCanonicalFields)
#include "tst_canonical_fields.moc"
