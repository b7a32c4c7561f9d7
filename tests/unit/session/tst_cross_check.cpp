// SPDX-License-Identifier: Apache-2.0
#include "app/session/cross_check.h"
#include "support/specimen_session.h"

#include <QTest>

#include <algorithm>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;

namespace {

QDate today()
{
    return {2026, 11, 23};
}

/// What a faultless chip says of the subject's person.
ChipWitness specimenChip(const Session& session)
{
    const Person& person = session.filing.subject.person;
    return {Owner{},
            {{u"name"_s, person.name},
             {u"number"_s, person.certificate.number},
             {u"validTo"_s, person.certificate.validTo.date->toString(Qt::ISODate)}},
            u"simulated"_s,
            QDateTime(today(), QTime(1, 0), Qt::UTC),
            *OperatorId::parse(u"op1")};
}

const CrossCheck* lineOf(const std::vector<CrossCheck>& lines, const QString& id)
{
    const auto found = std::find_if(lines.begin(), lines.end(),
                                    [&](const CrossCheck& line) { return line.id == id; });
    return found == lines.end() ? nullptr : &*found;
}

} // namespace

class TestCrossCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void faultlessPapersAgree()
    {
        const auto lines = crossChecks(completeSession(), today());
        QVERIFY(lines.size() >= 5);
        for (const CrossCheck& line : lines)
            QVERIFY2(line.result == CheckResult::Pass, qPrintable(line.id));
    }

    void chipIsAThirdWitness_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("id");
        QTest::newRow("another name")
            << u"name"_s << u"张样木"_s << u"cross/subject.person.name/chip"_s;
        QTest::newRow("another number") << u"number"_s << u"440524188001010014"_s
                                        << u"cross/subject.person.certificate.number/chip"_s;
        QTest::newRow("another validity") << u"validTo"_s << u"2026-08-11"_s
                                          << u"cross/subject.person.certificate.validTo/chip"_s;
    }

    void chipIsAThirdWitness()
    {
        QFETCH(const QString, key);
        QFETCH(const QString, text);
        QFETCH(const QString, id);
        Session session = completeSession();
        session.chips = {specimenChip(session)};
        const auto agreeing = crossChecks(session, today());
        for (const CrossCheck& line : agreeing)
            QVERIFY2(line.result == CheckResult::Pass, qPrintable(line.id));
        QVERIFY(lineOf(agreeing, id));
        QCOMPARE(lineOf(agreeing, id)->foundFrom, u"id-chip@subject"_s);
        session.chips.front().fields[key] = text;
        const auto lines = crossChecks(session, today());
        const CrossCheck* line = lineOf(lines, id);
        QVERIFY(line);
        QCOMPARE(line->result, CheckResult::Fail);
        QCOMPARE(line->advice, u"cross.chip-differs"_s);
        QCOMPARE(line->found, text);
        // The print is as it was: the chip accuses, it does not excuse.
        QCOMPARE(
            std::count_if(lines.begin(), lines.end(),
                          [](const CrossCheck& one) { return one.result != CheckResult::Pass; }),
            1);
    }

    void chipSettlesWhatThePrintLeavesInDoubt_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("text"); // empty: not read
        QTest::addColumn<double>("confidence");
        QTest::addColumn<QString>("id");
        QTest::addColumn<CheckResult>("without");
        QTest::addColumn<CheckResult>("with");
        const QString name = u"cross/subject.person.name"_s;
        QTest::newRow("name not read") << u"id-portrait"_s << u"name"_s << QString() << 0.0 << name
                                       << CheckResult::Unknown << CheckResult::Pass;
        QTest::newRow("name in doubt") << u"id-portrait"_s << u"name"_s << u"张样木"_s << 0.6
                                       << name << CheckResult::Warn << CheckResult::Pass;
        QTest::newRow("another name, surely")
            << u"id-portrait"_s << u"name"_s << u"张样木"_s << 0.97 << name << CheckResult::Fail
            << CheckResult::Fail;
        QTest::newRow("number not read") << u"id-portrait"_s << u"number"_s << QString() << 0.0
                                         << u"cross/subject.person.certificate.number"_s
                                         << CheckResult::Unknown << CheckResult::Pass;
        QTest::newRow("another number")
            << u"id-portrait"_s << u"number"_s << u"440524188001010014"_s << 0.5
            << u"cross/subject.person.certificate.number"_s << CheckResult::Fail
            << CheckResult::Fail;
        QTest::newRow("validity not read") << u"id-emblem"_s << u"validTo"_s << QString() << 0.0
                                           << u"cross/subject.person.certificate.validTo"_s
                                           << CheckResult::Unknown << CheckResult::Pass;
    }

    void chipSettlesWhatThePrintLeavesInDoubt()
    {
        QFETCH(const QString, role);
        QFETCH(const QString, key);
        QFETCH(const QString, text);
        QFETCH(const double, confidence);
        QFETCH(const QString, id);
        QFETCH(const CheckResult, without);
        QFETCH(const CheckResult, with);
        Session session = completeSession();
        for (Evidence& item : session.evidence) {
            if (evidenceRoleName(item.role) != role)
                continue;
            item.fields.erase(key);
            if (!text.isEmpty())
                item.fields[key] = {text, confidence};
        }
        const auto before = crossChecks(session, today());
        QVERIFY(lineOf(before, id));
        QCOMPARE(lineOf(before, id)->result, without);
        session.chips = {specimenChip(session)};
        const auto after = crossChecks(session, today());
        QVERIFY(lineOf(after, id));
        QCOMPARE(lineOf(after, id)->result, with);
        if (with == CheckResult::Pass)
            QCOMPARE(lineOf(after, id)->foundFrom, u"id-chip@subject"_s);
        // A chip of somebody else settles nothing.
        session.chips.front().fields[key] = u"2000-01-01"_s;
        QCOMPARE(lineOf(crossChecks(session, today()), id)->result, without);
    }

    void oneFieldChanged_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("confidence");
        QTest::addColumn<QString>("id");
        QTest::addColumn<CheckResult>("expected");

        QTest::newRow("another name, read surely")
            << u"licence"_s << u"name"_s << u"杭州样木网络科技有限公司"_s << 0.97
            << u"cross/subject.name"_s << CheckResult::Fail;
        QTest::newRow("another name, read with doubt")
            << u"licence"_s << u"name"_s << u"杭州样木网络科技有限公司"_s << 0.6
            << u"cross/subject.name"_s << CheckResult::Warn;
        QTest::newRow("another credit code")
            << u"licence"_s << u"creditCode"_s << u"11440300000000019K"_s << 0.5
            << u"cross/subject.certificate.number"_s << CheckResult::Fail;
        QTest::newRow("another number on the card")
            << u"id-portrait"_s << u"number"_s << u"440524188001010014"_s << 0.9
            << u"cross/subject.person.certificate.number"_s << CheckResult::Fail;
        QTest::newRow("card expired")
            << u"id-emblem"_s << u"validTo"_s << u"2026-11-22"_s << 0.9
            << u"cross/subject.person.certificate.validTo/date"_s << CheckResult::Fail;
        QTest::newRow("card expires next month")
            << u"id-emblem"_s << u"validTo"_s << u"2026-12-30"_s << 0.9
            << u"cross/subject.person.certificate.validTo/date"_s << CheckResult::Warn;
        QTest::newRow("card holds for ever")
            << u"id-emblem"_s << u"validTo"_s << u"long"_s << 0.9
            << u"cross/subject.person.certificate.validTo/date"_s << CheckResult::Pass;
        QTest::newRow("QR of another company")
            << u"licence"_s << u"qr"_s << u"http://gsxt.example/?c=91350100M000100Y43"_s << 1.0
            << u"cross/subject.certificate.number/qr"_s << CheckResult::Fail;
    }

    void oneFieldChanged()
    {
        QFETCH(const QString, role);
        QFETCH(const QString, field);
        QFETCH(const QString, text);
        QFETCH(const double, confidence);
        QFETCH(const QString, id);
        QFETCH(const CheckResult, expected);
        Session session = completeSession();
        for (Evidence& item : session.evidence) {
            if (evidenceRoleName(item.role) == role)
                item.fields[field] = {text, confidence};
        }
        const auto lines = crossChecks(session, today());
        const auto line =
            std::find_if(lines.begin(), lines.end(),
                         [&](const CrossCheck& candidate) { return candidate.id == id; });
        QVERIFY(line != lines.end());
        QVERIFY(line->result == expected);
        QCOMPARE(line->advice.isEmpty(), expected == CheckResult::Pass);
    }

    void bracketsOfEitherWidthAreTheSame()
    {
        Filing filing = specimenFiling();
        filing.subject.name = u"样本（杭州）科技有限公司"_s;
        Session session = completeSession(filing);
        for (Evidence& item : session.evidence) {
            if (item.role == EvidenceRole::Licence)
                item.fields[u"name"_s] = {u"样本(杭州)科技有限公司"_s, 0.99};
        }
        const auto lines = crossChecks(session, today());
        QVERIFY(lines.front().id == u"cross/subject.name" &&
                lines.front().result == CheckResult::Pass);
    }

    void unreadFieldIsUnknownNeverAPass()
    {
        Session session = completeSession();
        for (Evidence& item : session.evidence)
            item.fields.clear();
        const auto lines = crossChecks(session, today());
        QVERIFY(!lines.empty());
        for (const CrossCheck& line : lines)
            QVERIFY2(line.result == CheckResult::Unknown, qPrintable(line.id));
    }

    void cardWhoseValidityIsNotReadDoesNotPass_data()
    {
        QTest::addColumn<bool>("isFiled");
        QTest::newRow("validity filed") << true;
        QTest::newRow("not filed") << false;
    }

    void cardWhoseValidityIsNotReadDoesNotPass()
    {
        QFETCH(const bool, isFiled);
        Filing filing = specimenFiling();
        if (!isFiled) {
            filing.subject.person.certificate.validTo = {};
            filing.websites[0].person.certificate.validTo = {};
        }
        Session session = completeSession(filing);
        for (Evidence& item : session.evidence) {
            if (item.role == EvidenceRole::IdEmblem)
                item.fields.clear();
        }
        const auto lines = crossChecks(session, today());
        QCOMPARE(std::count_if(lines.begin(), lines.end(),
                               [](const CrossCheck& line) {
                                   return line.id.contains(u"person.certificate.validTo") &&
                                          line.result == CheckResult::Unknown &&
                                          line.advice == u"cross.unread";
                               }),
                 1);
    }

    void validityFiledOtherwiseForTheSamePersonIsCompared()
    {
        Filing filing = specimenFiling();
        filing.websites[0].person.certificate.validTo = {.date = QDate(2030, 1, 1)};
        const auto lines = crossChecks(completeSession(filing), today());
        const auto line = std::find_if(lines.begin(), lines.end(), [](const CrossCheck& one) {
            return one.id == u"cross/websites[0].person.certificate.validTo";
        });
        QVERIFY(line != lines.end());
        QVERIFY(line->result == CheckResult::Fail);
    }

    void unreadAddressOfALicenceIsSaid()
    {
        Session session = completeSession();
        for (Evidence& item : session.evidence)
            item.fields.erase(u"address"_s);
        const auto lines = crossChecks(session, today());
        const auto line = std::find_if(lines.begin(), lines.end(), [](const CrossCheck& one) {
            return one.id == u"cross/subject.certificate.address";
        });
        QVERIFY(line != lines.end());
        QVERIFY(line->result == CheckResult::Unknown);
    }

    void representativeRuleOfTheProvinceDecides()
    {
        Session session = completeSession();
        for (Evidence& item : session.evidence) {
            if (item.role == EvidenceRole::Licence)
                item.fields[u"representative"_s] = {u"李样本"_s, 0.99};
        }
        const auto resultWith = [&](bool required) {
            for (const CrossCheck& line : crossChecks(session, today(), {90, required})) {
                if (line.id.contains(u"/representative"))
                    return line.result;
            }
            return CheckResult::Pass;
        };
        QVERIFY(resultWith(true) == CheckResult::Fail);
        QVERIFY(resultWith(false) == CheckResult::Warn);
    }
};

QTEST_GUILESS_MAIN(TestCrossCheck)
#include "tst_cross_check.moc"
