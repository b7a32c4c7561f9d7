// SPDX-License-Identifier: Apache-2.0
#include "app/reading/paper_checks.h"

#include <QTest>

#include <algorithm>

using namespace handshake;
using namespace Qt::StringLiterals;

namespace {

PaperReading readingOf(const std::map<QString, QString>& fields)
{
    PaperReading reading;
    for (const auto& [key, text] : fields)
        reading.fields[key].text = text;
    return reading;
}

/// -1: the check was not made.
int resultOf(const std::vector<CheckValue>& checks, const QString& id)
{
    const auto found = std::ranges::find(checks, id, &CheckValue::id);
    return found == checks.end() ? -1 : static_cast<int>(found->result);
}

QPolygonF cornersOf(double x, double y, double width, double height)
{
    return QPolygonF(
        QList<QPointF>{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}});
}

constexpr int kPass = static_cast<int>(CheckResult::Pass);
constexpr int kUnknown = static_cast<int>(CheckResult::Unknown);
constexpr int kWarn = static_cast<int>(CheckResult::Warn);
constexpr int kFail = static_cast<int>(CheckResult::Fail);

} // namespace

class TestPaperChecks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void birthAndSexAreHeldAgainstTheNumber()
    {
        // 11010519491231002X: the standard's own example, a woman born on 1949-12-31.
        const auto good = checkFields(readingOf({{u"number"_s, u"11010519491231002X"_s},
                                                 {u"birth"_s, u"1949-12-31"_s},
                                                 {u"sex"_s, u"女"_s}}));
        QCOMPARE(resultOf(good, u"birth-check"_s), kPass);
        QCOMPARE(resultOf(good, u"sex-check"_s), kPass);
        const auto bad = checkFields(readingOf({{u"number"_s, u"11010519491231002X"_s},
                                                {u"birth"_s, u"1949-12-30"_s},
                                                {u"sex"_s, u"男"_s}}));
        QCOMPARE(resultOf(bad, u"birth-check"_s), kFail);
        QCOMPARE(resultOf(bad, u"sex-check"_s), kFail);
    }

    void whatWasNotReadIsNotChecked()
    {
        QVERIFY(checkFields(readingOf({})).empty());
        QCOMPARE(
            resultOf(checkFields(readingOf({{u"birth"_s, u"1949-12-31"_s}})), u"birth-check"_s),
            -1);
        // A number that is not valid proves nothing about the birth date.
        const auto invalid = checkFields(
            readingOf({{u"number"_s, u"110105194912310021"_s}, {u"birth"_s, u"1949-12-31"_s}}));
        QCOMPARE(resultOf(invalid, u"birth-check"_s), -1);
    }

    void aSecondPaperOfItsKindIsTold()
    {
        PaperLayout card;
        card.kind = PaperKind::IdPortrait;
        card.size = QSizeF(85.6, 54);
        PaperLayout other = card;
        other.kind = PaperKind::IdEmblem;
        PaperMatches matches;
        matches.taken.layout = &card;
        matches.taken.sheet.corners = cornersOf(200, 200, 856, 540);
        matches.known = {matches.taken};
        const auto single = [&] {
            return resultOf(checkPicture(matches, QImage(100, 63, QImage::Format_RGB32),
                                         PaperKind::IdPortrait, {}),
                            u"single"_s);
        };
        QCOMPARE(single(), kPass);
        PaperMatch second = matches.taken;
        second.layout = &other;
        matches.known.push_back(second);
        QCOMPARE(single(), kPass);
        second.layout = &card;
        matches.known.push_back(second);
        QCOMPARE(single(), kWarn);
    }

    void whatEndsAtThePicturesBorderIsCutOffUnlessInShape_data()
    {
        QTest::addColumn<double>("width");
        QTest::addColumn<bool>("touches");
        QTest::addColumn<int>("result");
        QTest::newRow("well inside") << 856.0 << false << kPass;
        QTest::newRow("ends with the scan") << 856.0 << true << kWarn;
        QTest::newRow("a quarter missing") << 640.0 << true << kFail;
        QTest::newRow("three hundredths missing") << 830.0 << true << kFail;
    }

    void whatEndsAtThePicturesBorderIsCutOffUnlessInShape()
    {
        QFETCH(const double, width);
        QFETCH(const bool, touches);
        QFETCH(const int, result);
        PaperLayout card;
        card.kind = PaperKind::IdPortrait;
        card.size = QSizeF(85.6, 54);
        PaperMatches matches;
        matches.taken.layout = &card;
        matches.taken.sheet.corners = cornersOf(0, 200, width, 540);
        matches.taken.sheet.touchesBorder = touches;
        QCOMPARE(resultOf(checkPicture(matches, QImage(100, 63, QImage::Format_RGB32),
                                       PaperKind::IdPortrait, {}),
                          u"borders"_s),
                 result);
    }

    void validityRunsForWholeTerms_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<int>("result");
        QTest::newRow("5") << u"2016-08-11"_s << u"2021-08-11"_s << kPass;
        QTest::newRow("10") << u"2016-08-11"_s << u"2026-08-11"_s << kPass;
        QTest::newRow("20") << u"2016-08-11"_s << u"2036-08-11"_s << kPass;
        QTest::newRow("long") << u"2016-08-11"_s << u"long"_s << kPass;
        QTest::newRow("leap day") << u"2016-02-29"_s << u"2026-02-28"_s << kPass;
        QTest::newRow("a day more") << u"2016-08-11"_s << u"2026-08-12"_s << kWarn;
        QTest::newRow("fifteen") << u"2016-08-11"_s << u"2031-08-11"_s << kWarn;
    }

    void validityRunsForWholeTerms()
    {
        QFETCH(const QString, from);
        QFETCH(const QString, to);
        QFETCH(const int, result);
        const auto checks = checkFields(readingOf({{u"validFrom"_s, from}, {u"validTo"_s, to}}));
        QCOMPARE(resultOf(checks, u"validity"_s), result);
    }

    void qrIsHeldAgainstThePrintedCode_data()
    {
        QTest::addColumn<QString>("qr");
        QTest::addColumn<int>("result");
        QTest::newRow("the same") << u"https://a.example.invalid/?c=91350100M000100Y43&x=1"_s
                                  << kPass;
        QTest::newRow("alone") << u"91350100M000100Y43"_s << kPass;
        QTest::newRow("another") << u"https://a.example.invalid/?c=91110105MA0000007L"_s << kFail;
        QTest::newRow("none") << u"https://a.example.invalid/"_s << kUnknown;
        QTest::newRow("check character wrong") << u"91350100M000100Y44"_s << kUnknown;
        QTest::newRow("inside something longer") << u"X91350100M000100Y43X"_s << kUnknown;
    }

    void qrIsHeldAgainstThePrintedCode()
    {
        QFETCH(const QString, qr);
        QFETCH(const int, result);
        const auto checks =
            checkFields(readingOf({{u"creditCode"_s, u"91350100M000100Y43"_s}, {u"qr"_s, qr}}));
        QCOMPARE(resultOf(checks, u"qr"_s), result);
    }

    void aFailedCheckSaysWhatToDo()
    {
        for (const CheckValue& value : checkNoSheet()) {
            QVERIFY(value.result != CheckResult::Pass);
            QVERIFY(!value.advice.isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestPaperChecks)
#include "tst_paper_checks.moc"
