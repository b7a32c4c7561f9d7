// SPDX-License-Identifier: Apache-2.0
#include "app/reading/paper_reading.h"

#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

class TestPaperReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasANameThatIsReadBack()
    {
        for (const PaperKind kind :
             {PaperKind::Auto, PaperKind::IdPortrait, PaperKind::IdEmblem, PaperKind::Licence,
              PaperKind::Passport, PaperKind::Permit, PaperKind::OrgCode, PaperKind::Institution}) {
            const auto parsed = parsePaperKind(paperKindName(kind));
            QVERIFY(parsed.has_value());
            QCOMPARE(*parsed, kind);
        }
        QCOMPARE(paperKindName(PaperKind::IdPortrait), u"id-portrait"_s);
    }

    void whatIsNoKindIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("empty") << QString();
        QTest::newRow("an answer, not a question") << u"unknown"_s;
        QTest::newRow("case") << u"Licence"_s;
        QTest::newRow("other") << u"driving-licence"_s;
    }

    void whatIsNoKindIsRefused()
    {
        QFETCH(const QString, name);
        const auto parsed = parsePaperKind(name);
        QVERIFY(!parsed.has_value());
        QCOMPARE(parsed.error().code, ErrorCode::InvalidInput);
    }

    void verdictIsTheWorstCheck()
    {
        PaperReading reading;
        QCOMPARE(reading.verdict(), CheckResult::Unknown);
        reading.checks = {{.id = u"sheet"_s, .result = CheckResult::Pass},
                          {.id = u"sharp"_s, .result = CheckResult::Warn}};
        QCOMPARE(reading.verdict(), CheckResult::Warn);
        QVERIFY(reading.check(u"sharp"_s) != nullptr);
        QVERIFY(reading.check(u"glare"_s) == nullptr);
    }
};

QTEST_GUILESS_MAIN(TestPaperReading)
#include "tst_paper_reading.moc"
