// SPDX-License-Identifier: Apache-2.0
#include "app/filing/filing_json.h"

#include "app/core/json.h"
#include "app/filing/field_reader.h"

#include <array>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kKinds{FilingKind::FirstFiling, FilingKind::NewWebsite, FilingKind::NewAccess,
                            FilingKind::Change, FilingKind::Cancellation};

/// The ids met so far: each kind of object counts for itself.
struct UsedIds {
    std::set<qint64> subjects, websites, domains, accesses, ips;
};

Certificate readCertificate(FieldReader& in)
{
    Certificate certificate;
    certificate.type = in.requiredCode(u"type"_s);
    certificate.number = in.requiredText(u"number"_s);
    certificate.address = in.optionalText(u"address"_s);
    certificate.validTo = in.validTo(u"validTo"_s);
    certificate.extra = in.rest();
    return certificate;
}

Messenger readMessenger(FieldReader& in)
{
    Messenger messenger;
    messenger.kind = in.requiredCode(u"kind"_s);
    messenger.account = in.requiredText(u"account"_s);
    messenger.extra = in.rest();
    return messenger;
}

Person readPerson(FieldReader& in)
{
    Person person;
    person.name = in.requiredText(u"name"_s);
    person.certificate = in.object(u"certificate"_s, readCertificate);
    person.mobile = in.optionalText(u"mobile"_s);
    person.office = in.optionalText(u"office"_s);
    person.emergency = in.optionalText(u"emergency"_s);
    person.email = in.optionalText(u"email"_s);
    person.messenger = in.optionalObject(u"messenger"_s, readMessenger);
    person.extra = in.rest();
    return person;
}

PostalAddress readAddress(FieldReader& in)
{
    PostalAddress address;
    address.province = in.optionalCode(u"province"_s);
    address.city = in.optionalCode(u"city"_s);
    address.county = in.optionalCode(u"county"_s);
    address.detail = in.optionalText(u"detail"_s);
    address.extra = in.rest();
    return address;
}

Subject readSubject(FieldReader& in, UsedIds& used)
{
    Subject subject{.id = in.id<SubjectId>(u"id"_s, used.subjects)};
    subject.name = in.requiredText(u"name"_s);
    subject.nature = in.requiredCode(u"nature"_s);
    subject.superior = in.optionalText(u"superior"_s);
    subject.address = in.object(u"address"_s, readAddress);
    subject.certificate = in.object(u"certificate"_s, readCertificate);
    subject.person = in.object(u"person"_s, readPerson);
    subject.remark = in.optionalText(u"remark"_s);
    subject.provincial = in.provincial();
    subject.extra = in.rest();
    return subject;
}

Domain readDomain(FieldReader& in, UsedIds& used)
{
    Domain domain{.id = in.id<DomainId>(u"id"_s, used.domains)};
    domain.name = in.requiredText(u"name"_s);
    domain.provincial = in.provincial();
    domain.extra = in.rest();
    return domain;
}

Approval readApproval(FieldReader& in)
{
    Approval approval;
    approval.type = in.requiredCode(u"type"_s);
    approval.number = in.requiredText(u"number"_s);
    approval.scans = in.optionalTexts(u"scans"_s);
    approval.extra = in.rest();
    return approval;
}

IpRange readIpRange(FieldReader& in, UsedIds& used)
{
    IpRange range{.id = in.id<IpRangeId>(u"id"_s, used.ips)};
    range.from = in.requiredText(u"from"_s);
    range.to = in.requiredText(u"to"_s);
    range.provincial = in.provincial();
    range.extra = in.rest();
    return range;
}

Access readAccess(FieldReader& in, UsedIds& used)
{
    using Need = FieldReader::Need;
    Access access{.id = in.id<AccessId>(u"id"_s, used.accesses)};
    access.places = in.codes(u"places"_s);
    access.ways = in.codes(u"ways"_s);
    access.ips = in.objects(u"ips"_s, Need::Required,
                            [&used](FieldReader& range) { return readIpRange(range, used); });
    access.provincial = in.provincial();
    access.extra = in.rest();
    return access;
}

Website readWebsite(FieldReader& in, UsedIds& used)
{
    using Need = FieldReader::Need;
    Website site{.id = in.id<WebsiteId>(u"id"_s, used.websites)};
    site.name = in.requiredText(u"name"_s);
    site.homeUrl = in.optionalText(u"homeUrl"_s);
    site.domains = in.objects(u"domains"_s, Need::Required,
                              [&used](FieldReader& domain) { return readDomain(domain, used); });
    site.services = in.codes(u"services"_s);
    site.languages = in.codes(u"languages"_s);
    site.approvals = in.objects(u"approvals"_s, Need::Optional, readApproval);
    site.accesses = in.objects(u"accesses"_s, Need::Required,
                               [&used](FieldReader& access) { return readAccess(access, used); });
    site.person = in.object(u"person"_s, readPerson);
    site.remark = in.optionalText(u"remark"_s);
    site.provincial = in.provincial();
    site.extra = in.rest();
    return site;
}

FilingKind readKind(FieldReader& in)
{
    const QString code = in.requiredText(u"kind"_s);
    for (const FilingKind kind : kKinds) {
        if (filingKindCode(kind) == code)
            return kind;
    }
    in.fail(u"kind"_s, u"XZBA, XZWZ, XZJR, BGBA or ZXBA is expected"_s);
    return FilingKind::FirstFiling;
}

EnteredBy readEnteredBy(FieldReader& in)
{
    const QString word = in.requiredText(u"enteredBy"_s);
    if (word == u"operator"_s)
        return EnteredBy::Operator;
    if (word != u"provider"_s)
        in.fail(u"enteredBy"_s, u"\"operator\" or \"provider\" is expected"_s);
    return EnteredBy::Provider;
}

} // namespace

Result<Filing> parseFiling(const QByteArray& bytes)
{
    return parseJsonObject(bytes).and_then(filingFromJson);
}

Result<Filing> filingFromJson(const QJsonObject& object)
{
    std::optional<Error> failure;
    FieldReader in(object, {}, failure);
    if (in.requiredText(u"format"_s) != kFilingFormat)
        in.fail(u"format"_s, u"\"handshake-filing/1\" is expected"_s);
    const FilingKind kind = readKind(in);
    const auto orderId = OrderId::parse(in.requiredText(u"orderId"_s));
    if (!orderId)
        in.fail(u"orderId"_s, u"1 to 64 letters, digits, dots, hyphens are expected"_s);
    const int province = in.regionText(u"province"_s);
    const EnteredBy enteredBy = readEnteredBy(in);
    UsedIds used;
    const Subject subject =
        in.object(u"subject"_s, [&used](FieldReader& inner) { return readSubject(inner, used); });
    std::vector<Website> websites =
        in.objects(u"websites"_s, FieldReader::Need::Required,
                   [&used](FieldReader& inner) { return readWebsite(inner, used); });
    if (websites.empty() && kind != FilingKind::Cancellation)
        in.fail(u"websites"_s, u"at least one website is expected"_s);
    if (failure)
        return *failure;
    return Filing{.kind = kind,
                  .orderId = *orderId,
                  .province = province,
                  .enteredBy = enteredBy,
                  .subject = subject,
                  .websites = std::move(websites),
                  .extra = in.rest()};
}

} // namespace handshake
