// SPDX-License-Identifier: Apache-2.0
#include "app/delivery/retry_policy.h"

#include <QTest>

using namespace handshake;
using namespace std::chrono_literals;

class TestRetryPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCeilingDoublesToFiveMinutes_data()
    {
        QTest::addColumn<int>("failures");
        QTest::addColumn<qint64>("seconds");
        const qint64 expected[] = {1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300};
        for (int i = 0; i < 11; ++i)
            QTest::addRow("%d", i + 1) << i + 1 << expected[i];
        QTest::newRow("far beyond") << 1'000'000 << qint64(300);
    }

    void theCeilingDoublesToFiveMinutes()
    {
        QFETCH(const int, failures);
        QFETCH(const qint64, seconds);
        RetryPolicy policy;
        policy.random = [] { return 1.0; };
        QCOMPARE(policy.delayAfter(failures).count(), seconds * 1000);
        policy.random = [] { return 0.5; };
        QCOMPARE(policy.delayAfter(failures).count(), seconds * 500);
        policy.random = [] { return 0.0; };
        QCOMPARE(policy.delayAfter(failures).count(), 0);
    }

    void withoutInjectionTheWaitIsRandom()
    {
        const RetryPolicy policy;
        QSet<qint64> seen;
        for (int i = 0; i < 20; ++i) {
            const auto wait = policy.delayAfter(10);
            QVERIFY(wait >= 0ms && wait < 5min);
            seen.insert(wait.count());
        }
        QVERIFY(seen.size() > 10);
    }

    void theServersWishIsALowerLimitUpToAnHour()
    {
        RetryPolicy policy;
        policy.random = [] { return 0.5; };
        QVERIFY(policy.delayAfter(1, 20s) == 20s);
        QVERIFY(policy.delayAfter(10, 20s) == 150s);
        QVERIFY(policy.delayAfter(1, 24h) == 1h);
    }

    void retryAfterIsRead_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("seconds"); // -1: unreadable
        QTest::newRow("seconds") << QByteArray("120") << qint64(120);
        QTest::newRow("zero") << QByteArray("0") << qint64(0);
        QTest::newRow("date") << QByteArray("Tue, 11 Aug 2026 02:00:30 GMT") << qint64(30);
        QTest::newRow("past date") << QByteArray("Tue, 11 Aug 2026 01:00:00 GMT") << qint64(0);
        QTest::newRow("negative") << QByteArray("-1") << qint64(-1);
        QTest::newRow("absent") << QByteArray() << qint64(-1);
        QTest::newRow("nonsense") << QByteArray("soon") << qint64(-1);
        QTest::newRow("huge") << QByteArray("99999999999999") << qint64(366 * 24 * 3600);
        QTest::newRow("without end") << QByteArray(5000, '9') << qint64(-1);
    }

    void retryAfterIsRead()
    {
        QFETCH(const QByteArray, value);
        QFETCH(const qint64, seconds);
        const QDateTime now(QDate(2026, 8, 11), QTime(2, 0), Qt::UTC);
        const auto wait = parseRetryAfter(value, now);
        QCOMPARE(wait ? wait->count() : -1000, seconds * 1000);
    }
};

QTEST_GUILESS_MAIN(TestRetryPolicy)
#include "tst_retry_policy.moc"
