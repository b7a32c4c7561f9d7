// SPDX-License-Identifier: Apache-2.0
#include "app/core/clock.h"
#include "app/core/json.h"
#include "app/filing/filing_json.h"
#include "app/vault/unsealed_sealer.h"
#include "support/counter_program.h"
#include "support/intake_server.h"

#include <QDir>
#include <QTest>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;

/// The day's orders, fetched by the real program from the real sample server.
class TestOrders : public QObject
{
    Q_OBJECT

private:
    IntakeServer m_server{{u"--faults"_s, u"--sample-orders"_s}};
    CounterProgram m_counter;
    const QString m_day = u"2026-11-25"_s;

    ProgramRun fetch(const QString& date) const
    {
        return m_counter.delivery({u"orders"_s, u"fetch"_s, u"--date"_s, date});
    }

    std::vector<OrderRecord> stored(const QString& date) const
    {
        UnsealedSealer sealer;
        const SystemClock clock;
        const auto archive = m_counter.openStore(sealer, clock);
        return archive ? (*archive)->orders(date).value() : std::vector<OrderRecord>();
    }

    bool offer(const QString& date, const QByteArray& json)
    {
        const QString folder = m_server.folder() + u"/orders"_s;
        QFile file(folder + u'/' + date + u".json"_s);
        return QDir().mkpath(folder) && file.open(QIODevice::WriteOnly) &&
               file.write(json) == json.size();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_server.start(), qPrintable(m_server.problem));
        QVERIFY(m_counter.pin(m_server));
    }

    void theOrdersOfADayAreKept()
    {
        const ProgramRun run = fetch(m_day);
        QVERIFY2(run.exitCode == 0, (run.output + run.errors).constData());
        QCOMPARE(run.lines().size(), 1);
        const QString id = run.last().value(u"order"_s).toString();
        QVERIFY(!id.isEmpty());
        QCOMPARE(run.last().value(u"date"_s).toString(), m_day);
        const auto orders = stored(m_day);
        QCOMPARE(orders.size(), std::size_t(1));
        QCOMPARE(orders.front().id.text(), id);
        QVERIFY(parseFiling(orders.front().content));
    }

    void withoutTheServerTheyAreStillThere()
    {
        m_server.kill();
        const ProgramRun run = fetch(m_day);
        QCOMPARE(run.exitCode, 69);
        QCOMPARE(run.errorCode(), u"unavailable"_s);
        QCOMPARE(stored(m_day).size(), std::size_t(1));
        QVERIFY2(m_server.start(), qPrintable(m_server.problem));
    }

    void aLaterFetchBringsTheChangedOrder()
    {
        const auto before = stored(m_day);
        QJsonObject order = *parseJsonObject(before.front().content);
        order.insert(u"remark"_s, u"changed SPECIMEN"_s);
        QVERIFY(offer(m_day, "[" + canonicalJson(order) + "]"));
        QCOMPARE(fetch(m_day).exitCode, 0);
        const auto after = stored(m_day);
        QCOMPARE(after.size(), std::size_t(1));
        QVERIFY(after.front().content.contains("changed SPECIMEN"));
    }

    void aBadOrderIsNamedAndTheOthersTaken()
    {
        const QByteArray good = stored(m_day).front().content;
        QVERIFY(offer(u"2026-11-26"_s, "[" + good + R"(,{"orderId":"../x"},{"orderId":"D-9"}])"));
        const ProgramRun run = fetch(u"2026-11-26"_s);
        QCOMPARE(run.exitCode, 1);
        QCOMPARE(stored(u"2026-11-26"_s).size(), std::size_t(1));
        int errors = 0;
        for (const QJsonObject& line : run.lines())
            errors += line.contains(u"error"_s) ? 1 : 0;
        QCOMPARE(errors, 2);
    }

    void aSignInPageBringsNothingAndTakesNothingAway()
    {
        const std::size_t before = stored(u"2026-11-26"_s).size();
        m_server.faults({{u"html"_s, 1}});
        QCOMPARE(fetch(u"2026-11-26"_s).exitCode, 69);
        QCOMPARE(stored(u"2026-11-26"_s).size(), before);
        QCOMPARE(fetch(u"2026-02-30"_s).exitCode, 64);
    }
};

QTEST_GUILESS_MAIN(TestOrders)
#include "tst_orders.moc"
