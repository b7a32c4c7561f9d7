// SPDX-License-Identifier: Apache-2.0
#include "app/core/json.h"
#include "app/filing/filing_json.h"
#include "support/source_file.h"
#include "support/specimen_filing.h"

#include <QJsonArray>
#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

namespace {

QJsonObject unitOrder()
{
    return *parseJsonObject(test::sourceBytes(u"tests/data/filing/valid-unit.json"_s));
}

/// `object` with the member at `path` ("websites/0/id") replaced, or removed when undefined.
QJsonValue with(const QJsonValue& object, QStringList path, const QJsonValue& value)
{
    if (path.isEmpty())
        return value;
    const QString key = path.takeFirst();
    if (object.isArray()) {
        QJsonArray array = object.toArray();
        array.replace(key.toInt(), with(array.at(key.toInt()), path, value));
        return array;
    }
    QJsonObject changed = object.toObject();
    const QJsonValue inner = with(changed.value(key), path, value);
    if (inner.isUndefined())
        changed.remove(key);
    else
        changed.insert(key, inner);
    return changed;
}

} // namespace

class TestFilingJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackEveryMember_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("unit") << u"valid-unit.json"_s;
        QTest::newRow("individual") << u"valid-individual.json"_s;
        QTest::newRow("two websites") << u"two-websites.json"_s;
        QTest::newRow("unknown members at every level") << u"unknown-members.json"_s;
    }

    void givesBackEveryMember()
    {
        QFETCH(const QString, file);
        const QByteArray bytes = test::sourceBytes(u"tests/data/filing/"_s + file);
        const auto filing = parseFiling(bytes);
        QVERIFY2(filing, qPrintable(filing ? QString() : filing.error().where));
        const QJsonObject again = filingToJson(*filing);
        QCOMPARE(again, *parseJsonObject(bytes));
        QVERIFY(*filingFromJson(again) == *filing);
    }

    void specimensAreTheDemoOrders()
    {
        const auto unit = parseFiling(test::sourceBytes(u"data/demo/order-unit.json"_s));
        const auto individual =
            parseFiling(test::sourceBytes(u"data/demo/order-individual.json"_s));
        QVERIFY(unit && individual);
        QCOMPARE(canonicalJson(filingToJson(*unit)),
                 canonicalJson(filingToJson(test::specimenFiling())));
        QVERIFY(*individual == test::specimenIndividual());
        QVERIFY(unit->isUnit());
        QVERIFY(!individual->isUnit());
    }

    void readsEveryMember()
    {
        const auto filing =
            parseFiling(test::sourceBytes(u"tests/data/filing/unknown-members.json"_s));
        QVERIFY(filing);
        QCOMPARE(filing->province, 330000);
        QCOMPARE(filing->subject.provincial.id.value_or(0), 330100000000123);
        QCOMPARE(filing->subject.person.messenger->account, u"10001"_s);
        QCOMPARE(filing->subject.person.certificate.validTo.date->month(), 8);
        QVERIFY(filing->subject.certificate.validTo.isLong);
        QCOMPARE(filing->websites.at(1).approvals.at(0).scans.size(), 2U);
        QCOMPARE(filing->websites.at(1).accesses.at(1).ips.at(0).from, u"192.0.2.50"_s);
        QCOMPARE(filing->website(*WebsiteId::make(2003))->person.name, u"李样本"_s);
        QVERIFY(!filing->website(*WebsiteId::make(77)));
        QCOMPARE(*filing->websites.at(0).domains.at(0).provincial.id,
                 std::numeric_limits<qint64>::max());
    }

    void aProvinceMayComeAsANumber()
    {
        const auto filing = filingFromJson(with(unitOrder(), {u"province"_s}, 330000).toObject());
        QVERIFY(filing);
        QCOMPARE(filing->province, 330000);
        QCOMPARE(filingToJson(*filing).value(u"province"_s), QJsonValue(u"330000"_s));
    }

    void everyKindHasItsCode_data()
    {
        QTest::addColumn<QString>("code");
        for (const char* code : {"XZBA", "XZWZ", "XZJR", "BGBA", "ZXBA"})
            QTest::newRow(code) << QString::fromLatin1(code);
    }

    void everyKindHasItsCode()
    {
        QFETCH(const QString, code);
        const auto filing = filingFromJson(with(unitOrder(), {u"kind"_s}, code).toObject());
        QVERIFY(filing);
        QCOMPARE(filingKindCode(filing->kind), code);
    }

    void anErrorNamesItsField_data()
    {
        QTest::addColumn<QString>("path"); // with slashes, for with()
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("where");
        const QJsonValue missing(QJsonValue::Undefined);
        const auto row = [](const char* name, const char* path, const QJsonValue& value,
                            const char* where) {
            QTest::newRow(name) << QString::fromLatin1(path) << value << QString::fromLatin1(where);
        };
        row("format", "format", u"handshake-filing/2"_s, "format");
        row("no format", "format", missing, "format");
        row("kind", "kind", u"XYZ"_s, "kind");
        row("order id", "orderId", u"../etc"_s, "orderId");
        row("order id as number", "orderId", 5, "orderId");
        row("province too short", "province", u"3300"_s, "province");
        row("province with a blank", "province", u" 33000"_s, "province");
        row("province as list", "province", QJsonArray{}, "province");
        row("entered by", "enteredBy", u"somebody"_s, "enteredBy");
        row("no subject", "subject", missing, "subject");
        row("subject as text", "subject", u"x"_s, "subject");
        row("no name", "subject/name", missing, "subject.name");
        row("null name", "subject/name", QJsonValue::Null, "subject.name");
        row("id as text", "subject/id", u"1"_s, "subject.id");
        row("zero id", "subject/id", 0, "subject.id");
        row("half id", "subject/id", 1.5, "subject.id");
        row("huge id", "subject/id", 1e30, "subject.id");
        row("negative id", "websites/0/id", -1, "websites[0].id");
        row("negative code", "subject/nature", -4, "subject.nature");
        row("code over 32 bits", "subject/nature", 4294967300.0, "subject.nature");
        row("city as text", "subject/address/city", u"330100"_s, "subject.address.city");
        row("no certificate number", "subject/certificate/number", missing,
            "subject.certificate.number");
        row("no such day", "subject/certificate/validTo", u"2026-02-30"_s,
            "subject.certificate.validTo");
        row("date with time", "subject/certificate/validTo", u"2026-02-20T00:00:00"_s,
            "subject.certificate.validTo");
        row("date with a blank", "subject/certificate/validTo", u"2026- 2-20"_s,
            "subject.certificate.validTo");
        row("date in words", "subject/certificate/validTo", u"长期"_s,
            "subject.certificate.validTo");
        row("mobile as number", "subject/person/mobile", 13900000001LL, "subject.person.mobile");
        row("mobile zero", "subject/person/mobile", 0, "subject.person.mobile");
        row("messenger as text", "subject/person/messenger", u"x"_s, "subject.person.messenger");
        row("websites as object", "websites", QJsonObject{}, "websites");
        row("no websites", "websites", QJsonArray{}, "websites");
        row("website as number", "websites/0", 1, "websites[0]");
        row("domain name as number", "websites/0/domains/0/name", 7, "websites[0].domains[0].name");
        row("no domains", "websites/0/domains", missing, "websites[0].domains");
        row("service as text", "websites/0/services/0", u"8"_s, "websites[0].services[0]");
        row("services as number", "websites/0/services", 8, "websites[0].services");
        row("no ways", "websites/0/accesses/0/ways", missing, "websites[0].accesses[0].ways");
        row("address as number", "websites/0/accesses/0/ips/0/from", 3221225985.0,
            "websites[0].accesses[0].ips[0].from");
        row("scan as number", "websites/0/approvals",
            QJsonArray{
                QJsonObject{{u"type"_s, 5}, {u"number"_s, u"x"_s}, {u"scans"_s, QJsonArray{1}}}},
            "websites[0].approvals[0].scans[0]");
        row("provincial id as text", "websites/0/provincialId", u"1"_s, "websites[0].provincialId");
        row("zero provincial id", "websites/0/domains/0/provincialId", 0,
            "websites[0].domains[0].provincialId");
        row("no person", "websites/0/person", missing, "websites[0].person");
    }

    void anErrorNamesItsField()
    {
        QFETCH(const QString, path);
        QFETCH(const QJsonValue, value);
        QFETCH(const QString, where);
        const auto filing = filingFromJson(with(unitOrder(), path.split(u'/'), value).toObject());
        QVERIFY(!filing);
        QCOMPARE(filing.error().where, where);
        QCOMPARE(filing.error().code, ErrorCode::Unreadable);
    }

    void theSameIdTwiceIsRefused_data()
    {
        QTest::addColumn<QString>("list");
        QTest::addColumn<QString>("where");
        QTest::newRow("website") << u"websites"_s << u"websites[1].id"_s;
        QTest::newRow("domain") << u"websites/0/domains"_s << u"websites[0].domains[1].id"_s;
        QTest::newRow("access") << u"websites/0/accesses"_s << u"websites[0].accesses[1].id"_s;
        QTest::newRow("address") << u"websites/0/accesses/0/ips"_s
                                 << u"websites[0].accesses[0].ips[1].id"_s;
    }

    void theSameIdTwiceIsRefused()
    {
        QFETCH(const QString, list);
        QFETCH(const QString, where);
        QJsonValue old = unitOrder();
        for (const QString& key : list.split(u'/'))
            old = old.isArray() ? old.toArray().at(key.toInt()) : old.toObject().value(key);
        const QJsonArray twice{old.toArray().at(0), old.toArray().at(0)};
        const auto filing = filingFromJson(with(unitOrder(), list.split(u'/'), twice).toObject());
        QVERIFY(!filing);
        QCOMPARE(filing.error().where, where);
    }

    void brokenFilesAreRefused_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("where");
        QTest::newRow("format") << u"broken-format.json"_s << u"format"_s;
        QTest::newRow("name") << u"broken-missing-subject-name.json"_s << u"subject.name"_s;
        QTest::newRow("id") << u"broken-negative-id.json"_s << u"websites[0].id"_s;
        QTest::newRow("id twice") << u"broken-duplicate-id.json"_s << u"websites[1].id"_s;
        QTest::newRow("type") << u"broken-wrong-type.json"_s << u"websites[0].domains[0].name"_s;
        QTest::newRow("date") << u"broken-date.json"_s << u"subject.certificate.validTo"_s;
        QTest::newRow("no JSON") << u"broken-not-json.json"_s << QString();
    }

    void brokenFilesAreRefused()
    {
        QFETCH(const QString, file);
        QFETCH(const QString, where);
        const auto filing = parseFiling(test::sourceBytes(u"tests/data/filing/"_s + file));
        QVERIFY(!filing);
        QCOMPARE(filing.error().code, ErrorCode::Unreadable);
        QCOMPARE(filing.error().where, where);
    }

    void errorsHoldNoPersonalData()
    {
        const auto filing = filingFromJson(
            with(unitOrder(), {u"subject"_s, u"certificate"_s, u"validTo"_s}, u"张样本"_s)
                .toObject());
        QVERIFY(!filing);
        QVERIFY(!filing.error().detail.contains(u"张样本"_s));
    }

    void samePersonIsSeenThroughTyping()
    {
        Person typed = test::specimenPerson();
        typed.name = u"张 样本"_s;
        typed.certificate.number = u"３３0100 19880808 0014"_s;
        QVERIFY(isSamePerson(typed, test::specimenPerson()));
        typed.certificate.type = 7;
        QVERIFY(!isSamePerson(typed, test::specimenPerson()));
        QVERIFY(!isSamePerson(test::specimenPerson(), test::specimenSecondPerson()));
        QVERIFY(!isSamePerson(Person{}, Person{}));
    }

    void idsArePositive()
    {
        QVERIFY(WebsiteId::make(1));
        QVERIFY(!WebsiteId::make(0));
        QVERIFY(!WebsiteId::make(-5));
        QVERIFY(*WebsiteId::make(1) < *WebsiteId::make(2));
        QCOMPARE(WebsiteId::make(42)->logText(), u"42"_s);
    }
};

QTEST_GUILESS_MAIN(TestFilingJson)
#include "tst_filing_json.moc"
