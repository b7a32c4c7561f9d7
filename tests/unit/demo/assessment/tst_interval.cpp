// SPDX-License-Identifier: Apache-2.0
#include "app/demo/assessment/interval.h"

#include <QTest>

#include <cmath>

using namespace handshake::assessment;
using namespace Qt::StringLiterals;

class TestInterval : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void intervalIsWilsons_data()
    {
        QTest::addColumn<int>("hits");
        QTest::addColumn<int>("of");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        // Figures of the method's usual tables.
        QTest::newRow("none of ten") << 0 << 10 << 0.0 << 0.2775;
        QTest::newRow("all of ten") << 10 << 10 << 0.7225 << 1.0;
        QTest::newRow("half of twenty") << 10 << 20 << 0.2993 << 0.7007;
        QTest::newRow("nothing counted") << 0 << 0 << 0.0 << 1.0;
    }

    void intervalIsWilsons()
    {
        QFETCH(const int, hits);
        QFETCH(const int, of);
        QFETCH(const double, low);
        QFETCH(const double, high);
        const Interval interval = wilson(hits, of);
        QVERIFY2(std::abs(interval.low - low) < 1e-3, qPrintable(QString::number(interval.low)));
        QVERIFY2(std::abs(interval.high - high) < 1e-3, qPrintable(QString::number(interval.high)));
    }

    void shareOfNothingIsNoNumber()
    {
        QVERIFY(!shareToJson({}).contains(u"share"_s));
        QCOMPARE(shareToJson({1, 4}).value(u"share"_s).toDouble(), 0.25);
    }

    void quantileIsAMeasuredFigure()
    {
        QCOMPARE(quantile({3, 1, 2}, 0.5), 2.0);
        QCOMPARE(quantile({5, 1, 4, 2, 3}, 0.95), 5.0);
        QCOMPARE(quantile({}, 0.5), 0.0);
    }
};

QTEST_APPLESS_MAIN(TestInterval)
#include "tst_interval.moc"
