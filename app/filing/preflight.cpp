// SPDX-License-Identifier: Apache-2.0
#include "app/filing/preflight.h"

#include "app/core/text.h"
#include "app/filing/citizen_number.h"
#include "app/filing/code_table.h"
#include "app/filing/field_formats.h"
#include "app/filing/local_knowledge.h"
#include "app/filing/preflight_notes.h"
#include "app/filing/preflight_person.h"
#include "app/filing/preflight_website.h"
#include "app/filing/province_rules.h"
#include "app/filing/typed_number.h"
#include "app/filing/xzba_writer.h"

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr int kProvincePart = 10'000; ///< of a region code
constexpr int kCityPart = 100;

void checkRegions(const Filing& filing, const PreflightContext& context, PreflightNotes& notes)
{
    const auto regionError = [&notes](const QString& field, const QString& key, int region) {
        notes.error(u"1019"_s, field, key, {QString::number(region)});
    };
    const PostalAddress& address = filing.subject.address;
    const QString field = u"subject.address"_s;
    if (!context.codes.contains(CodeTableId::Provinces, address.province))
        regionError(field + u".province"_s, u"filing.1019"_s, address.province);
    else if (address.province != filing.province)
        notes.error(u"1045"_s, field + u".province"_s, u"filing.1045"_s);
    const int province = address.province / kProvincePart;
    if (address.city / kProvincePart != province || address.city == address.province)
        regionError(field + u".city"_s, u"filing.1019"_s, address.city);
    if (address.county == 0)
        return;
    if (address.county / kProvincePart != province)
        regionError(field + u".county"_s, u"filing.1019"_s, address.county);
    else if (address.county / kCityPart != address.city / kCityPart)
        notes.warning(u"1019"_s, field + u".county"_s, u"filing.county-of-city"_s);
}

void checkAddress(const Filing& filing, const PreflightContext& context, PreflightNotes& notes)
{
    checkRegions(filing, context, notes);
    const QString field = u"subject.address.detail"_s;
    const QString& detail = filing.subject.address.detail;
    notes.checkCharacters(detail, field);
    if (detail.trimmed().isEmpty())
        notes.error(u"F:address-detail"_s, field, u"filing.missing"_s);
    else if (!hasDoorNumber(detail))
        notes.warning(u"F:address-detail"_s, field, u"filing.address-detail"_s);
}

/// An individual answers for himself: subject and person are one.
void checkIndividual(const Subject& subject, PreflightNotes& notes)
{
    const Certificate& own = subject.certificate;
    const Certificate& persons = subject.person.certificate;
    if (foldForComparison(subject.name) != foldForComparison(subject.person.name))
        notes.error(u"F:individual"_s, u"subject.person.name"_s, u"filing.individual"_s);
    if (own.type != persons.type || foldTypedNumber(own.number) != foldTypedNumber(persons.number))
        notes.error(u"F:individual"_s, u"subject.person.certificate.number"_s,
                    u"filing.individual"_s);
}

void checkSubject(const Filing& filing, const PreflightContext& context, PreflightNotes& notes)
{
    const Subject& subject = filing.subject;
    if (!notes.isMissing(subject.name, u"subject.name"_s))
        notes.checkCharacters(subject.name, u"subject.name"_s);
    if (!context.codes.contains(CodeTableId::Natures, subject.nature))
        notes.error(u"1014"_s, u"subject.nature"_s, u"filing.1014"_s,
                    {QString::number(subject.nature)});
    notes.checkCharacters(subject.superior, u"subject.superior"_s);
    checkAddress(filing, context, notes);

    const ProvinceRule* rule = context.provinces.rule(filing.province);
    const int margin =
        rule && filing.isUnit() ? rule->licenceMarginMonths : ProvinceRule{}.licenceMarginMonths;
    checkCertificate(subject.certificate, u"subject.certificate"_s, subject.nature, margin, context,
                     notes);
    static_cast<void>(
        notes.isMissing(subject.certificate.address, u"subject.certificate.address"_s));
    checkPerson(subject.person, u"subject.person"_s, filing.isUnit(), false, context, notes);
    notes.checkCharacters(subject.remark, u"subject.remark"_s);
    if (!filing.isUnit())
        checkIndividual(subject, notes);
    if (context.local.isBlacklistedSubject(subject.certificate))
        notes.error(u"1065"_s, u"subject.certificate.number"_s, u"filing.1065"_s);
    for (const OrderId& other : context.local.openOrders(subject.certificate)) {
        if (other != filing.orderId)
            notes.error(u"1003"_s, u"subject.certificate.number"_s, u"filing.open-order"_s,
                        {other.text()});
    }
    const QString& record = subject.provincial.recordNumber;
    if (!record.isEmpty() && !isRecordNumber(record))
        notes.warning(u"F:record-number"_s, u"subject.recordNumber"_s, u"filing.record-number"_s);
}

void checkDomainCount(const Filing& filing, const ProvinceRule& rule, PreflightNotes& notes)
{
    std::size_t count = 0;
    for (const Website& site : filing.websites)
        count += site.domains.size();
    const auto most = filing.isUnit() ? rule.maxDomainsUnit : rule.maxDomainsIndividual;
    if (most && count > static_cast<std::size_t>(*most))
        notes.warning(u"F:domain-count"_s, u"websites"_s, u"filing.domain-count"_s,
                      {QString::number(count), QString::number(*most)});
}

void checkLocalId(const Filing& filing, const ProvinceRule& rule, PreflightNotes& notes)
{
    const QString& typed = filing.subject.person.certificate.number;
    const auto number = CitizenNumber::parse(typed);
    const QString field = u"subject.person.certificate.number"_s;
    if (!number || number->region() / kProvincePart == filing.province / kProvincePart)
        return;
    if (rule.localId == LocalIdRule::LocalIdRequired)
        notes.warning(u"F:local-id"_s, field, u"filing.local-id"_s);
    else if (rule.localId == LocalIdRule::ResidencePermitSuffices)
        notes.info(u"F:local-id"_s, field, u"filing.residence-permit"_s);
}

/// Province rules are hearsay until the bureau confirms them: nothing of them is an error.
void checkProvinceRules(const Filing& filing, const PreflightContext& context,
                        PreflightNotes& notes)
{
    const ProvinceRule* rule = context.provinces.rule(filing.province);
    if (!rule)
        return;
    checkDomainCount(filing, *rule, notes);
    if (!filing.isUnit()) {
        checkLocalId(filing, *rule, notes);
        return;
    }
    const QString field = u"subject.person"_s;
    if (rule->representative == RepresentativeRule::Required)
        notes.info(u"F:representative"_s, field, u"filing.representative.required"_s);
    else if (rule->representative == RepresentativeRule::WithAuthorisation)
        notes.info(u"F:representative"_s, field, u"filing.representative.authorisation"_s);
    for (std::size_t i = 0; i < filing.websites.size(); ++i) {
        const bool other = !isSamePerson(filing.websites[i].person, filing.subject.person);
        if (other && rule->siteManagerNeedsAuthorisation)
            notes.info(u"F:site-manager"_s, indexed(u"websites"_s, i) + u".person"_s,
                       u"filing.site-manager.authorisation"_s);
    }
}

/// Whatever limit of the interface the rules above do not know: the message is written for trial.
/// The scans are not there yet, so a stand-in takes their place.
void checkMessage(const Filing& filing, PreflightNotes& notes)
{
    if (filing.kind != FilingKind::FirstFiling)
        return;
    Filing trial = filing;
    for (Website& site : trial.websites) {
        for (Approval& approval : site.approvals)
            approval.scans = {u"trial"_s};
    }
    const ApprovalScans scans{{u"trial"_s, QByteArray("\xFF\xD8\xFF")}};
    const auto message = writeXzba(trial, {}, 1, scans);
    if (!message && !notes.hasErrorAt(message.error().where))
        notes.error(u"5001"_s, message.error().where, u"filing.5001"_s);
}

} // namespace

std::vector<Finding> preflight(const Filing& filing, const PreflightContext& context)
{
    PreflightNotes notes;
    if (!context.codes.contains(CodeTableId::Provinces, filing.province))
        notes.error(u"1019"_s, u"province"_s, u"filing.1019"_s, {QString::number(filing.province)});
    checkSubject(filing, context, notes);
    for (std::size_t i = 0; i < filing.websites.size(); ++i) {
        const QString field = indexed(u"websites"_s, i);
        checkWebsite(filing.websites[i], field, filing.subject, context, notes);
        checkPerson(filing.websites[i].person, field + u".person"_s, filing.isUnit(), true, context,
                    notes);
    }
    checkPersonsAgainstEachOther(filing, notes);
    checkWebsitesAgainstEachOther(filing, notes);
    checkProvinceRules(filing, context, notes);
    checkMessage(filing, notes);
    return notes.all();
}

} // namespace handshake
