// SPDX-License-Identifier: Apache-2.0
#include "app/filing/code_table.h"
#include "app/filing/province_rules.h"
#include "support/source_file.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace handshake;
using namespace Qt::StringLiterals;

namespace {

QString provinceFile()
{
    return test::sourceFile(u"data/rules/provinces.json"_s);
}

} // namespace

class TestCodeTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void theShippedTablesAreRead()
    {
        const auto tables = CodeTables::load(test::sourceFile(u"data/codes"_s));
        QVERIFY2(tables, qPrintable(tables ? QString() : tables.error().where));
        QCOMPARE(tables->name(CodeTableId::CertificateTypes, 2, false), u"居民身份证"_s);
        QCOMPARE(tables->name(CodeTableId::CertificateTypes, 2, true), u"Resident identity card"_s);
        QCOMPARE(tables->name(CodeTableId::Natures, 5, false), u"个人"_s);
        QCOMPARE(tables->name(CodeTableId::Services, 8, false), u"单位门户网站"_s);
        QCOMPARE(tables->name(CodeTableId::Places, 34, true), u"Zhejiang"_s);
        QCOMPARE(tables->name(CodeTableId::AttachmentPurposes, 1, false),
                 u"网站备案信息真实性核验单"_s);
        QCOMPARE(tables->name(CodeTableId::Provinces, 330000, false), u"浙江"_s);
        QCOMPARE(tables->entries(CodeTableId::Provinces).size(), 31U);
        QCOMPARE(tables->entries(CodeTableId::Languages).size(), 17U);
        QCOMPARE(tables->entry(CodeTableId::CertificateTypes, 2)->number,
                 NumberFormat::CitizenNumber);
    }

    void anUnknownCodeIsShownAsItIs()
    {
        const auto tables = CodeTables::load(test::sourceFile(u"data/codes"_s));
        QVERIFY(tables);
        QVERIFY(!tables->contains(CodeTableId::Services, 999));
        QCOMPARE(tables->name(CodeTableId::Services, 999, false), u"999"_s);
        QVERIFY(!tables->entry(CodeTableId::Services, 999));
    }

    void aBrokenTableIsNamed_data()
    {
        QTest::addColumn<QByteArray>("content");
        const QByteArray head = R"({"format":"handshake-codes/1","table":"natures",)"
                                R"("source":"s","date":"2026-01-01","entries":[)";
        const QByteArray good = R"({"id":1,"zh":"a","en":"b"})";
        const QByteArray whole = head + good + "]}";
        QTest::newRow("no JSON") << QByteArray("{");
        QTest::newRow("no entries") << head + "]}";
        QTest::newRow("id twice") << head + good + "," + good + "]}";
        QTest::newRow("no English") << head + R"({"id":1,"zh":"a"}]})";
        QTest::newRow("no id") << head + R"({"zh":"a","en":"b"}]})";
        QTest::newRow("number format") << head + R"({"id":1,"zh":"a","en":"b","number":"x"}]})";
        QTest::newRow("no date") << QByteArray(whole).replace("2026-01-01", "");
        QTest::newRow("no source") << QByteArray(whole).replace(R"("source":"s",)", "");
        QTest::newRow("other table") << QByteArray(whole).replace("natures", "services");
        QTest::newRow("other format") << QByteArray(whole).replace("codes/1", "codes/2");
    }

    void aBrokenTableIsNamed()
    {
        QFETCH(const QByteArray, content);
        const QString path = m_folder->filePath(u"natures.json"_s);
        QVERIFY(copyTable(u"certificate-types.json"_s)); // comes before it
        QVERIFY(write(path, content));
        const auto tables = CodeTables::load(m_folder->path());
        QVERIFY(!tables);
        QCOMPARE(tables.error().code, ErrorCode::Configuration);
        QCOMPARE(tables.error().where, path);
    }

    void aMissingTableIsNamed()
    {
        for (const char* name :
             {"certificate-types", "natures", "approvals", "services", "languages", "access-ways"})
            QVERIFY(copyTable(QLatin1StringView(name) + u".json"_s));
        const auto tables = CodeTables::load(m_folder->path());
        QVERIFY(!tables);
        QVERIFY(tables.error().where.endsWith(u"places.json"_s));
    }

    void theShippedProvinceRulesAreRead()
    {
        const auto rules = ProvinceRules::load(provinceFile());
        QVERIFY(rules);
        QVERIFY(rules->date().isValid());
        const ProvinceRule* zhejiang = rules->rule(330000);
        QVERIFY(zhejiang);
        QCOMPARE(zhejiang->representative, RepresentativeRule::Required);
        QCOMPARE(zhejiang->localId, LocalIdRule::ResidencePermitSuffices);
        QVERIFY(!zhejiang->maxDomainsUnit);
        QCOMPARE(rules->rule(440000)->maxDomainsUnit.value_or(0), 4);
        QCOMPARE(rules->rule(440000)->maxDomainsIndividual.value_or(0), 2);
        QCOMPARE(rules->rule(110000)->representative, RepresentativeRule::Free);
        QVERIFY(rules->rule(310000)->siteManagerNeedsAuthorisation);
        QCOMPARE(rules->rule(310000)->licenceMarginMonths, 12);
        QVERIFY(!rules->rule(999999));
    }

    void brokenProvinceRulesAreNamed_data()
    {
        QTest::addColumn<QByteArray>("row");
        const QByteArray good = R"({"province":330000,"representative":"free",)"
                                R"("siteManagerNeedsAuthorisation":false,"localId":"unknown"})";
        QTest::newRow("twice") << good + "," + good;
        QTest::newRow("representative") << QByteArray(good).replace("free", "maybe");
        QTest::newRow("local id") << QByteArray(good).replace("unknown", "maybe");
        QTest::newRow("switch") << QByteArray(good).replace("false", "0");
        QTest::newRow("province") << QByteArray(good).replace("330000", "\"x\"");
        QTest::newRow("domains") << QByteArray(good).replace("}", R"(,"maxDomainsUnit":0})");
        QTest::newRow("margin") << QByteArray(good).replace("}", R"(,"licenceMarginMonths":"3"})");
    }

    void brokenProvinceRulesAreNamed()
    {
        QFETCH(const QByteArray, row);
        const QString path = m_folder->filePath(u"rules.json"_s);
        QVERIFY(write(path, R"({"format":"handshake-province-rules/1","source":"s",)"
                            R"("date":"2026-01-01","provinces":[)" +
                                row + "]}"));
        const auto rules = ProvinceRules::load(path);
        QVERIFY(!rules);
        QCOMPARE(rules.error().code, ErrorCode::Configuration);
        QCOMPARE(rules.error().where, path);
        QVERIFY(!ProvinceRules::load(m_folder->filePath(u"absent.json"_s)));
    }

private:
    bool copyTable(const QString& name) const
    {
        return QFile::copy(test::sourceFile(u"data/codes/"_s + name), m_folder->filePath(name));
    }

    static bool write(const QString& path, const QByteArray& content)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestCodeTable)
#include "tst_code_table.moc"
