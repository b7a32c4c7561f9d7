// SPDX-License-Identifier: Apache-2.0
#include "app/filing/filing_json.h"

#include "app/filing/field_writer.h"

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

QJsonObject writeCertificate(const Certificate& certificate)
{
    FieldWriter out(certificate.extra);
    out.set(u"type"_s, certificate.type)
        .set(u"number"_s, certificate.number)
        .setText(u"address"_s, certificate.address);
    if (certificate.validTo.isLong)
        out.set(u"validTo"_s, u"long"_s);
    else if (certificate.validTo.date)
        out.set(u"validTo"_s, certificate.validTo.date->toString(Qt::ISODate));
    return out.object();
}

QJsonObject writePerson(const Person& person)
{
    FieldWriter out(person.extra);
    out.set(u"name"_s, person.name)
        .set(u"certificate"_s, writeCertificate(person.certificate))
        .setText(u"mobile"_s, person.mobile)
        .setText(u"office"_s, person.office)
        .setText(u"emergency"_s, person.emergency)
        .setText(u"email"_s, person.email);
    if (person.messenger)
        out.set(u"messenger"_s, FieldWriter(person.messenger->extra)
                                    .set(u"kind"_s, person.messenger->kind)
                                    .set(u"account"_s, person.messenger->account)
                                    .object());
    return out.object();
}

QJsonObject writeSubject(const Subject& subject)
{
    const QJsonObject address = FieldWriter(subject.address.extra)
                                    .setCode(u"province"_s, subject.address.province)
                                    .setCode(u"city"_s, subject.address.city)
                                    .setCode(u"county"_s, subject.address.county)
                                    .setText(u"detail"_s, subject.address.detail)
                                    .object();
    return FieldWriter(subject.extra)
        .set(u"id"_s, subject.id.value())
        .set(u"name"_s, subject.name)
        .set(u"nature"_s, subject.nature)
        .setText(u"superior"_s, subject.superior)
        .set(u"address"_s, address)
        .set(u"certificate"_s, writeCertificate(subject.certificate))
        .set(u"person"_s, writePerson(subject.person))
        .setText(u"remark"_s, subject.remark)
        .setProvincial(subject.provincial)
        .object();
}

QJsonObject writeDomain(const Domain& domain)
{
    return FieldWriter(domain.extra)
        .set(u"id"_s, domain.id.value())
        .set(u"name"_s, domain.name)
        .setProvincial(domain.provincial)
        .object();
}

QJsonObject writeApproval(const Approval& approval)
{
    FieldWriter out(approval.extra);
    out.set(u"type"_s, approval.type).set(u"number"_s, approval.number);
    if (!approval.scans.empty())
        out.setList(u"scans"_s, approval.scans, [](const QString& scan) { return scan; });
    return out.object();
}

QJsonObject writeIpRange(const IpRange& range)
{
    return FieldWriter(range.extra)
        .set(u"id"_s, range.id.value())
        .set(u"from"_s, range.from)
        .set(u"to"_s, range.to)
        .setProvincial(range.provincial)
        .object();
}

QJsonObject writeAccess(const Access& access)
{
    return FieldWriter(access.extra)
        .set(u"id"_s, access.id.value())
        .setCodes(u"places"_s, access.places)
        .setCodes(u"ways"_s, access.ways)
        .setList(u"ips"_s, access.ips, writeIpRange)
        .setProvincial(access.provincial)
        .object();
}

QJsonObject writeWebsite(const Website& site)
{
    FieldWriter out(site.extra);
    out.set(u"id"_s, site.id.value())
        .set(u"name"_s, site.name)
        .setText(u"homeUrl"_s, site.homeUrl)
        .setList(u"domains"_s, site.domains, writeDomain)
        .setCodes(u"services"_s, site.services)
        .setCodes(u"languages"_s, site.languages)
        .setList(u"accesses"_s, site.accesses, writeAccess)
        .set(u"person"_s, writePerson(site.person))
        .setText(u"remark"_s, site.remark)
        .setProvincial(site.provincial);
    if (!site.approvals.empty())
        out.setList(u"approvals"_s, site.approvals, writeApproval);
    return out.object();
}

} // namespace

QString filingKindCode(FilingKind kind)
{
    switch (kind) {
    case FilingKind::FirstFiling:
        return u"XZBA"_s;
    case FilingKind::NewWebsite:
        return u"XZWZ"_s;
    case FilingKind::NewAccess:
        return u"XZJR"_s;
    case FilingKind::Change:
        return u"BGBA"_s;
    case FilingKind::Cancellation:
        return u"ZXBA"_s;
    }
    return {};
}

QJsonObject filingToJson(const Filing& filing)
{
    const bool byOperator = filing.enteredBy == EnteredBy::Operator;
    return FieldWriter(filing.extra)
        .set(u"format"_s, kFilingFormat.toString())
        .set(u"kind"_s, filingKindCode(filing.kind))
        .set(u"orderId"_s, filing.orderId.text())
        .set(u"province"_s, QString::number(filing.province))
        .set(u"enteredBy"_s, byOperator ? u"operator"_s : u"provider"_s)
        .set(u"subject"_s, writeSubject(filing.subject))
        .setList(u"websites"_s, filing.websites, writeWebsite)
        .object();
}

} // namespace handshake
