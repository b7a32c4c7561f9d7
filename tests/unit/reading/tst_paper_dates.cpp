// SPDX-License-Identifier: Apache-2.0
#include "app/reading/paper_field_reader.h"

#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

class TestPaperDates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printedDatesBecomeIso_data()
    {
        QTest::addColumn<QString>("printed");
        QTest::addColumn<QString>("iso");
        QTest::newRow("two digits") << u"2016年03月08日"_s << u"2016-03-08"_s;
        QTest::newRow("one digit") << u"2016年3月8日"_s << u"2016-03-08"_s;
        QTest::newRow("no such day") << u"2016年02月30日"_s << QString();
        QTest::newRow("no such month") << u"2016年13月01日"_s << QString();
        QTest::newRow("a digit lost") << u"206年03月08日"_s << QString();
        QTest::newRow("something more") << u"2016年03月08日止"_s << QString();
        QTest::newRow("empty") << QString() << QString();
    }

    void printedDatesBecomeIso()
    {
        QFETCH(const QString, printed);
        QFETCH(const QString, iso);
        QCOMPARE(isoDate(printed), iso);
    }

    void printedTermsBecomeIso_data()
    {
        QTest::addColumn<QString>("printed");
        QTest::addColumn<QString>("iso");
        QTest::newRow("long") << u"长期"_s << u"long"_s;
        QTest::newRow("from, long") << u"2016年03月08日至长期"_s << u"2016-03-08/long"_s;
        QTest::newRow("from, to") << u"2016年03月08日至2036年03月07日"_s
                                  << u"2016-03-08/2036-03-07"_s;
        QTest::newRow("with 自") << u"自2016年3月8日至2036年3月7日"_s << u"2016-03-08/2036-03-07"_s;
        QTest::newRow("end is no date") << u"2016年03月08日至2036年03月40日"_s << QString();
        QTest::newRow("no end") << u"2016年03月08日至"_s << QString();
    }

    void printedTermsBecomeIso()
    {
        QFETCH(const QString, printed);
        QFETCH(const QString, iso);
        QCOMPARE(isoTerm(printed), iso);
    }
};

QTEST_GUILESS_MAIN(TestPaperDates)
#include "tst_paper_dates.moc"
