// SPDX-License-Identifier: Apache-2.0
#include "app/filing/code_table.h"
#include "app/filing/filing_json.h"
#include "app/filing/preflight.h"
#include "app/filing/province_rules.h"
#include "support/fake_local_knowledge.h"
#include "support/source_file.h"
#include "support/specimen_filing.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <optional>

using namespace handshake;
using namespace Qt::StringLiterals;

namespace {

using Change = std::function<void(Filing&)>;

QString listed(const std::vector<Finding>& findings)
{
    QStringList lines;
    for (const Finding& finding : findings)
        lines += severityName(finding.severity) + u' ' + finding.code + u' ' + finding.field +
                 u' ' + finding.messageKey;
    return lines.join(u'\n');
}

} // namespace

class TestPreflight : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto codes = CodeTables::load(test::sourceFile(u"data/codes"_s));
        const auto provinces =
            ProvinceRules::load(test::sourceFile(u"data/rules/provinces.json"_s));
        QVERIFY(codes && provinces);
        m_codes = *codes;
        m_provinces = *provinces;
    }

    void init()
    {
        m_local.open.clear();
        m_local.filedDomains.clear();
        m_local.blackDomains.clear();
        m_local.blackSubject = false;
        m_local.ownership = IpOwnership::Unknown;
    }

    void nothingIsWrongWithTheSpecimens()
    {
        for (const Filing& filing :
             {test::specimenFiling(), test::specimenIndividual(), test::specimenTwoWebsites()}) {
            for (const Finding& finding : run(filing))
                QVERIFY2(finding.severity == Severity::Info, qPrintable(listed({finding})));
        }
    }

    void nothingIsWrongWithTheValidFiles_data()
    {
        QTest::addColumn<QString>("file");
        for (const char* file : {"valid-unit", "valid-individual", "two-websites"})
            QTest::newRow(file) << QString::fromLatin1(file);
    }

    void nothingIsWrongWithTheValidFiles()
    {
        QFETCH(const QString, file);
        const auto filing =
            parseFiling(test::sourceBytes(u"tests/data/filing/"_s + file + u".json"_s));
        QVERIFY(filing);
        for (const Finding& finding : run(*filing))
            QVERIFY2(finding.severity != Severity::Error, qPrintable(listed({finding})));
    }

    void everyRuleHasItsCode_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("expected"); // "severity code field"
        int row = 0;
        const auto add = [&row](const char* expected, const Change& change) {
            QTest::addRow("%d %s", ++row, expected) << change << QString::fromLatin1(expected);
        };
        add("error 1019 province", [](Filing& f) { f.province = 999999; });
        add("error F:missing subject.name", [](Filing& f) { f.subject.name = u" "_s; });
        add("error 5008 subject.name", [](Filing& f) { f.subject.name += QChar(7); });
        add("error 5008 subject.name", [](Filing& f) { f.subject.name += u"𠮷"_s; });
        add("error 1014 subject.nature", [](Filing& f) { f.subject.nature = 99; });
        add("error 1019 subject.address.province",
            [](Filing& f) { f.subject.address.province = 330100; });
        add("error 1045 subject.address.province", [](Filing& f) { f.province = 110000; });
        add("error 1019 subject.address.city", [](Filing& f) { f.subject.address.city = 110100; });
        add("error 1019 subject.address.city", [](Filing& f) { f.subject.address.city = 0; });
        add("error 1019 subject.address.county",
            [](Filing& f) { f.subject.address.county = 110108; });
        add("warning 1019 subject.address.county",
            [](Filing& f) { f.subject.address.county = 330208; });
        add("error F:address-detail subject.address.detail",
            [](Filing& f) { f.subject.address.detail.clear(); });
        add("warning F:address-detail subject.address.detail",
            [](Filing& f) { f.subject.address.detail = u"浙江省杭州市滨江区样本路"_s; });
        add("error 1008 subject.certificate.type",
            [](Filing& f) { f.subject.certificate.type = 26; });
        add("error 1008 subject.certificate.type",
            [](Filing& f) { f.subject.certificate.type = 2; });
        add("warning 1008 subject.certificate.type",
            [](Filing& f) { f.subject.certificate.type = 13; });
        add("error F:missing subject.certificate.number",
            [](Filing& f) { f.subject.certificate.number.clear(); });
        add("error 1008 subject.certificate.number",
            [](Filing& f) { f.subject.certificate.number = u"91330100MA0000YB3C"_s; });
        add("warning 1008 subject.certificate.number",
            [](Filing& f) { f.subject.certificate.number = u"91330100MA0000yb3b"_s; });
        add("warning 1008 subject.certificate.number",
            [](Filing& f) { f.subject.certificate.number = u"110108000000016"_s; });
        add("error F:missing subject.certificate.address",
            [](Filing& f) { f.subject.certificate.address.clear(); });
        add("error 1008 subject.certificate.validTo",
            [](Filing& f) { f.subject.certificate.validTo = {.date = QDate(2026, 11, 22)}; });
        add("error 1008 subject.certificate.validTo",
            [](Filing& f) { f.subject.certificate.validTo = {.date = QDate(2027, 2, 22)}; });
        add("error 1044 subject.person.name", [](Filing& f) { f.subject.person.name.clear(); });
        add("error 1008 subject.person.certificate.type",
            [](Filing& f) { f.subject.person.certificate.type = 1; });
        add("error 1015 subject.person.certificate.number",
            [](Filing& f) { f.subject.person.certificate.number = u"330100198808080015"_s; });
        add("warning 1015 subject.person.certificate.number",
            [](Filing& f) { f.subject.person.certificate.number = u"330100 19880808 0014"_s; });
        add("error F:age subject.person.certificate.number",
            [](Filing& f) { f.subject.person.certificate.number = u"33010020100101001X"_s; });
        add("error 1008 subject.person.certificate.number", [](Filing& f) {
            f.subject.person.certificate = {.type = 14, .number = u"X12345678"_s};
        });
        add("error 1008 subject.person.certificate.validTo",
            [](Filing& f) { f.subject.person.certificate.validTo = {.date = QDate(2026, 12, 1)}; });
        add("error 1011 subject.person.mobile", [](Filing& f) { f.subject.person.mobile.clear(); });
        add("error 1011 subject.person.mobile",
            [](Filing& f) { f.subject.person.mobile = u"12900000001"_s; });
        add("error 1010 subject.person.office", [](Filing& f) { f.subject.person.office.clear(); });
        add("error 1010 subject.person.office",
            [](Filing& f) { f.subject.person.office = u"057100000001"_s; });
        add("error 1031 websites[0].person.office",
            [](Filing& f) { f.websites[0].person.office.clear(); });
        add("error 1007 subject.person.emergency",
            [](Filing& f) { f.subject.person.emergency = f.subject.person.mobile; });
        add("error 1007 subject.person.emergency",
            [](Filing& f) { f.subject.person.emergency = u"110"_s; });
        add("error 1009 subject.person.email",
            [](Filing& f) { f.subject.person.email = u"zhang@specimen"_s; });
        add("error 1013 subject.person.messenger.account", [](Filing& f) {
            f.subject.person.messenger = Messenger{.kind = 1, .account = u"name"_s};
        });
        add("error F:website-name websites[0].name",
            [](Filing& f) { f.websites[0].name = u"样本"_s; });
        add("error 1022 websites[0].homeUrl",
            [](Filing& f) { f.websites[0].homeUrl = u"ftp://specimen-handshake.cn"_s; });
        add("error 1041 websites[0].homeUrl",
            [](Filing& f) { f.websites[0].homeUrl = u"www.other-specimen.cn"_s; });
        add("error 1041 websites[0].homeUrl",
            [](Filing& f) { f.websites[0].homeUrl = u"notspecimen-handshake.cn"_s; });
        add("error 1004 websites[0].domains", [](Filing& f) { f.websites[0].domains.clear(); });
        add("error 1004 websites[0].domains[0].name",
            [](Filing& f) { f.websites[0].domains[0].name = u"specimen"_s; });
        add("error 1004 websites[0].domains[0].name",
            [](Filing& f) { f.websites[0].domains[0].name = u"www.specimen-handshake.cn"_s; });
        add("warning F:one-domain websites[0].domains", [](Filing& f) {
            f.websites[0].domains.push_back({.id = *DomainId::make(9), .name = u"second.cn"_s});
        });
        add("error 1034 websites[0].services", [](Filing& f) { f.websites[0].services.clear(); });
        add("error 1034 websites[0].services[1]", [](Filing& f) {
            f.websites[0].services = {8, 63};
        });
        add("error 1066 websites[0].languages[0]",
            [](Filing& f) { f.websites[0].languages = {40}; });
        add("error 1033 websites[0].approvals[0].type",
            [](Filing& f) { f.websites[0].approvals = {Approval{.type = 50, .number = u"1"_s}}; });
        add("error F:missing websites[0].approvals[0].number",
            [](Filing& f) { f.websites[0].approvals = {Approval{.type = 5}}; });
        add("error 1035 websites[0].accesses", [](Filing& f) { f.websites[0].accesses.clear(); });
        add("error 1035 websites[0].accesses[0].ways[0]",
            [](Filing& f) { f.websites[0].accesses[0].ways = {9}; });
        add("error 1036 websites[0].accesses[0].places[0]",
            [](Filing& f) { f.websites[0].accesses[0].places = {13}; });
        add("error 1006 websites[0].accesses[0].ips",
            [](Filing& f) { f.websites[0].accesses[0].ips.clear(); });
        add("error 1006 websites[0].accesses[0].ips[0].from",
            [](Filing& f) { f.websites[0].accesses[0].ips[0].from = u"192.0.2"_s; });
        add("error 1006 websites[0].accesses[0].ips[0].to",
            [](Filing& f) { f.websites[0].accesses[0].ips[0].to = u"192.0.2.1"_s; });
        add("error 1006 websites[0].accesses[0].ips[0].from", [](Filing& f) {
            f.websites[0].accesses[0].ips[0] = {
                .id = *IpRangeId::make(1), .from = u"9.255.255.255"_s, .to = u"10.0.0.1"_s};
        });
        add("error 1040 websites[0].accesses[0].ips[1].from", [](Filing& f) {
            f.websites[0].accesses[0].ips.push_back(
                {.id = *IpRangeId::make(9), .from = u"192.0.2.1"_s, .to = u"192.0.2.99"_s});
        });
        add("error F:missing websites[0].person.name",
            [](Filing& f) { f.websites[0].person.name.clear(); });
        add("warning F:record-number subject.recordNumber",
            [](Filing& f) { f.subject.provincial.recordNumber = u"浙ICP备1号"_s; });
        add("error 5001 subject.superior",
            [](Filing& f) { f.subject.superior = QString(256, u'样'); });
        add("info F:representative subject.person", [](Filing& /*f*/) {});
    }

    void everyRuleHasItsCode()
    {
        QFETCH(const Change, change);
        QFETCH(const QString, expected);
        Filing filing = test::specimenFiling();
        change(filing);
        const auto findings = run(filing);
        const bool found = std::any_of(findings.begin(), findings.end(), [&](const Finding& f) {
            return expected == severityName(f.severity) + u' ' + f.code + u' ' + f.field;
        });
        QVERIFY2(found, qPrintable(listed(findings)));
    }

    void aValidRuleIsNotTouchedByAnotherOne()
    {
        Filing filing = test::specimenFiling();
        filing.websites[0].homeUrl = u"www.other-specimen.cn"_s;
        int errors = 0;
        for (const Finding& finding : run(filing))
            errors += finding.severity == Severity::Error ? 1 : 0;
        QCOMPARE(errors, 1);
    }

    void differentPersonsNeedDifferentContacts()
    {
        Filing filing = test::specimenTwoWebsites();
        filing.websites[1].person.mobile = filing.subject.person.mobile;
        filing.websites[1].person.email = filing.subject.person.email.toUpper();
        const auto findings = run(filing);
        QVERIFY2(has(findings, "1007", "websites[1].person.mobile"), qPrintable(listed(findings)));
        QVERIFY(has(findings, "1007", "websites[1].person.email"));
        QVERIFY(!has(findings, "1007", "websites[0].person.mobile"));
    }

    void oneNumberHasOneName()
    {
        Filing filing = test::specimenTwoWebsites();
        filing.websites[1].person.certificate.number = filing.subject.person.certificate.number;
        QVERIFY(has(run(filing), "F:two-names", "websites[1].person.name"));
    }

    void theSameDomainTwiceIsSeen()
    {
        Filing filing = test::specimenTwoWebsites();
        filing.websites[1].domains[0].name = u"Specimen-Handshake.cn"_s;
        QVERIFY(has(run(filing), "1039", "websites[1].domains[0].name"));
    }

    void anIndividualAnswersForHimself()
    {
        Filing filing = test::specimenIndividual();
        filing.subject.person = test::specimenPerson();
        const auto findings = run(filing);
        QVERIFY(has(findings, "F:individual", "subject.person.name"));
        QVERIFY(has(findings, "F:individual", "subject.person.certificate.number"));
    }

    void anIndividualNeedsNoOfficeNumber()
    {
        const auto findings = run(test::specimenIndividual());
        QVERIFY(!has(findings, "1010", "subject.person.office"));
        QVERIFY(!has(findings, "1031", "websites[0].person.office"));
    }

    void provinceRulesAreHints()
    {
        Filing filing = test::specimenIndividual();
        filing.province = filing.subject.address.province = 440000;
        filing.subject.address.city = 440100;
        filing.subject.address.county = 440103;
        auto findings = run(filing);
        QVERIFY2(has(findings, "F:local-id", "subject.person.certificate.number"),
                 qPrintable(listed(findings)));

        filing = test::specimenTwoWebsites();
        filing.province = filing.subject.address.province = 430000;
        filing.subject.address.city = 430100;
        filing.subject.address.county = 430103;
        findings = run(filing);
        QVERIFY(has(findings, "F:domain-count", "websites"));
        QVERIFY(has(findings, "F:site-manager", "websites[1].person"));
        QVERIFY(!has(findings, "F:site-manager", "websites[0].person"));
        for (const Finding& finding : findings)
            QVERIFY2(finding.severity != Severity::Error, qPrintable(listed({finding})));
    }

    void shanghaiWantsALongerLicence()
    {
        Filing filing = test::specimenFiling();
        filing.subject.certificate.validTo = {.date = QDate(2027, 6, 1)};
        QVERIFY(!has(run(filing), "1008", "subject.certificate.validTo"));
        filing.province = filing.subject.address.province = 310000;
        filing.subject.address.city = 310100;
        filing.subject.address.county = 310101;
        QVERIFY(has(run(filing), "1008", "subject.certificate.validTo"));
    }

    void theLastGoodDayOfAMargin()
    {
        Filing filing = test::specimenFiling();
        filing.subject.person.certificate.validTo = {.date = QDate(2027, 2, 23)};
        QVERIFY(!has(run(filing), "1008", "subject.person.certificate.validTo"));
    }

    void whatTheCounterKnowsIsUsed()
    {
        m_local.open = {*OrderId::parse(u"D-1"), *OrderId::parse(u"D-2026-000001")};
        m_local.filedDomains = {u"specimen-handshake.cn"_s};
        m_local.blackDomains = m_local.filedDomains;
        m_local.blackSubject = true;
        m_local.ownership = IpOwnership::Outside;
        const auto findings = run(test::specimenFiling());
        for (const char* code : {"1003", "1005", "1063", "1064", "1065"}) {
            const auto count =
                std::count_if(findings.begin(), findings.end(), [code](const Finding& finding) {
                    return finding.code == QLatin1StringView(code);
                });
            QCOMPARE(count, 1); // the order itself is not another open one
        }
    }

    void aCounterWithoutListsKnowsNothing()
    {
        const NoLocalKnowledge none;
        QVERIFY(none.openOrders({}).empty());
        QVERIFY(!none.isFiledDomain(u"x.cn"_s));
        QVERIFY(!none.isBlacklistedDomain(u"x.cn"_s));
        QVERIFY(!none.isBlacklistedSubject({}));
        QCOMPARE(none.ipOwnership(1, 2), IpOwnership::Unknown);
    }

    void aFileFullOfMistakesShowsThemAll()
    {
        const auto filing =
            parseFiling(test::sourceBytes(u"tests/data/filing/broken-many-findings.json"_s));
        QVERIFY(filing);
        const auto findings = run(*filing);
        for (const char* code : {"1014", "1008", "1011", "1041", "1004", "1006"}) {
            const bool found =
                std::any_of(findings.begin(), findings.end(),
                            [code](const Finding& f) { return f.code == QLatin1StringView(code); });
            QVERIFY2(found, code);
        }
    }

private:
    std::vector<Finding> run(const Filing& filing) const
    {
        return preflight(filing, {QDate(2026, 11, 23), *m_codes, *m_provinces, m_local});
    }

    static bool has(const std::vector<Finding>& findings, const char* code, const char* field)
    {
        return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
            return finding.code == QLatin1StringView(code) &&
                   finding.field == QLatin1StringView(field);
        });
    }

    std::optional<CodeTables> m_codes;
    std::optional<ProvinceRules> m_provinces;
    test::FakeLocalKnowledge m_local;
};

QTEST_GUILESS_MAIN(TestPreflight)
#include "tst_preflight.moc"
