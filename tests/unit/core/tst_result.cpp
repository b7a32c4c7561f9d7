// SPDX-License-Identifier: Apache-2.0
#include "app/core/result.h"

#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

class TestResult : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsAValue()
    {
        const Result<int> result = 7;
        QVERIFY(result);
        QCOMPARE(*result, 7);
        QCOMPARE(result.value_or(1), 7);
    }

    void holdsAnError()
    {
        const Result<int> result = Error{ErrorCode::NotFound, u"gone"_s};
        QVERIFY(!result);
        QCOMPARE(result.error().detail, u"gone"_s);
        QCOMPARE(result.value_or(1), 1);
    }

    void chainsStopAtTheFirstError()
    {
        const auto half = [](int n) -> Result<int> {
            if (n % 2 != 0)
                return Error{ErrorCode::InvalidInput, u"odd"_s};
            return n / 2;
        };
        QCOMPARE(*Result<int>(8).and_then(half).and_then(half), 2);
        QVERIFY(!Result<int>(6).and_then(half).and_then(half));
    }

    void placesAreNamedFromTheOutside()
    {
        const Result<void> inner = Error{ErrorCode::InvalidInput, u"empty"_s, u"name"_s};
        QCOMPARE(inner.at(u"subject"_s).error().where, u"subject: name"_s);
    }

    void everyCodeHasItsOwnName()
    {
        QSet<QString> names;
        for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code)
            names.insert(errorCodeName(static_cast<ErrorCode>(code)));
        QCOMPARE(names.size(), static_cast<int>(ErrorCode::Internal) + 1);
    }
};

QTEST_GUILESS_MAIN(TestResult)
#include "tst_result.moc"
