// SPDX-License-Identifier: Apache-2.0
#include "app/dossier/form_values.h"

#include "app/filing/code_table.h"
#include "app/session/session_types.h"
#include "app/session/steps.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

/// Rows of the form's list of certificates and the codes (table certificate-types) under each.
struct TickRow {
    const char16_t* name;
    std::initializer_list<int> codes;
};

const TickRow kUnitCertificates[] = {
    {u"unit.organisation", {3, 9, 10, 12, 16, 18, 20}},
    {u"unit.licence", {1}},
    {u"unit.institution", {4}},
    {u"unit.society", {6}},
    {u"unit.military", {5}},
};
const TickRow kPersonCertificates[] = {
    {u"person.identity", {2}},
    {u"person.officer", {8}},
    {u"person.permit", {11, 14, 41, 42}},
    {u"person.passport", {7}},
};
const TickRow kApprovals[] = {
    {u"approval.news", {1}},    {u"approval.publishing", {2}}, {u"approval.education", {3}},
    {u"approval.health", {4}},  {u"approval.medicine", {5}},   {u"approval.board", {6}},
    {u"approval.culture", {9}}, {u"approval.broadcast", {10}},
};

template <std::size_t N>
void tickRows(const TickRow (&rows)[N], const QString& other, const QSet<int>& codes,
              FormValues& values)
{
    QSet<int> rest = codes;
    for (const TickRow& row : rows) {
        bool isTicked = false;
        for (const int code : row.codes)
            isTicked = rest.remove(code) || isTicked;
        values.facts.insert(QStringView(row.name).toString(), isTicked);
    }
    values.facts.insert(other, !rest.isEmpty());
}

/// Says 是 to a field unless something about it is open; then it stays unsettled.
class Settled final
{
public:
    Settled(const FormContext& context, FormValues& values)
        : m_context(context)
        , m_values(values)
    {
    }

    void add(const QString& name, const QStringList& fields)
    {
        const bool isOpen =
            std::any_of(m_context.open.begin(), m_context.open.end(), [&](const OpenItem& item) {
                return std::any_of(fields.begin(), fields.end(),
                                   [&](const QString& field) { return item.key.contains(field); });
            });
        if (!isOpen)
            m_values.facts.insert(name, true);
    }

private:
    const FormContext& m_context;
    FormValues& m_values;
};

QString joinedNames(const CodeTables& codes, CodeTableId table, const QSet<int>& ids)
{
    std::vector<int> sorted(ids.begin(), ids.end());
    std::sort(sorted.begin(), sorted.end());
    QStringList names;
    for (const int id : sorted)
        names.append(codes.name(table, id, false));
    return names.join(u"、");
}

void addAccess(const Website& site, const CodeTables& codes, FormValues& values)
{
    QSet<int> ways;
    QSet<int> places;
    QStringList addresses;
    for (const Access& access : site.accesses) {
        ways.unite(QSet<int>(access.ways.begin(), access.ways.end()));
        places.unite(QSet<int>(access.places.begin(), access.places.end()));
        for (const IpRange& range : access.ips)
            addresses.append(range.from == range.to ? range.from : range.from + u'–' + range.to);
    }
    values.texts.insert(u"access.ways"_s, joinedNames(codes, CodeTableId::AccessWays, ways));
    values.texts.insert(u"access.places"_s, joinedNames(codes, CodeTableId::Places, places));
    values.texts.insert(u"access.addresses"_s, addresses.join(u"、"));
}

void addEvidence(const Session& session, const Website& site, FormValues& values)
{
    const Owner owner{site.id};
    const auto isKept = [&](EvidenceRole role, const Owner& whose) {
        return !stepOf(session.filing, role, whose) || evidenceFor(session, role, whose) != nullptr;
    };
    const bool hasCopies = isKept(EvidenceRole::IdPortrait, owner) &&
                           isKept(EvidenceRole::IdEmblem, owner) &&
                           (!session.filing.isUnit() || isKept(EvidenceRole::Licence, Owner{}));
    if (hasCopies)
        values.facts.insert(u"copiesKept"_s, true);
    if (session.find(EvidenceRole::Photo, owner))
        values.facts.insert(u"photoKept"_s, true);
}

void addSettled(const Session& session, const Website& site, const FormContext& context,
                FormValues& values)
{
    const auto& sites = session.filing.websites;
    const auto index = std::find_if(sites.begin(), sites.end(),
                                    [&](const Website& other) { return other.id == site.id; }) -
                       sites.begin();
    const QString path = u"websites[%1]."_s.arg(index);
    // The person is named once in the matrix, under the first owner that is this same person.
    QStringList persons{path + u"person."_s};
    if (isSamePerson(session.filing.subject.person, site.person))
        persons.append(u"subject.person."_s);
    const auto ofPerson = [&](const QString& field) {
        QStringList fields;
        for (const QString& person : persons)
            fields.append(person + field);
        return fields;
    };
    Settled settled(context, values);
    settled.add(u"numberCorrect"_s,
                ofPerson(u"certificate"_s) +
                    QStringList{u"subject.certificate"_s, u"licence@"_s, u"id-portrait@"_s});
    settled.add(u"mobileCorrect"_s, ofPerson(u"mobile"_s));
    if (!site.person.office.isEmpty())
        settled.add(u"officeCorrect"_s, ofPerson(u"office"_s));
    settled.add(u"emailCorrect"_s, ofPerson(u"email"_s));
    settled.add(u"addressCorrect"_s, {u"subject.address"_s});
    settled.add(u"siteNameCorrect"_s, {path + u"name"_s});
    settled.add(u"domainCorrect"_s, {path + u"domains"_s, path + u"homeUrl"_s});
    settled.add(u"servicesCorrect"_s, {path + u"services"_s, path + u"approvals"_s});
    settled.add(u"accessCorrect"_s, {path + u"accesses"_s});
}

} // namespace

FormValues formValues(const Session& session, const Website& site, const FormContext& context)
{
    const Subject& subject = session.filing.subject;
    FormValues values;
    QStringList domains;
    for (const Domain& domain : site.domains)
        domains.append(domain.name);
    values.texts = {
        {u"subject.name"_s, subject.name},
        {u"site.name"_s, site.name},
        {u"site.domains"_s, domains.join(u"、")},
        {u"site.services"_s, joinedNames(context.codes, CodeTableId::Services,
                                         QSet<int>(site.services.begin(), site.services.end()))},
        {u"person.name"_s, site.person.name},
        {u"provider"_s, session.provider},
        {u"operator"_s, session.capturedBy.text()},
        {u"counter"_s, session.counter ? session.counter->text() : QString()},
        {u"order"_s, session.filing.orderId.text()},
    };
    const bool isUnit = session.filing.isUnit();
    values.facts = {{u"isUnit"_s, isUnit},
                    {u"isIndividual"_s, !isUnit},
                    {u"hasApproval"_s, !site.approvals.empty()},
                    {u"filingKept"_s, true}}; // the dossier holds it, whole
    QSet<int> approvals;
    for (const Approval& approval : site.approvals)
        approvals.insert(approval.type);
    tickRows(kUnitCertificates, u"unit.other"_s,
             isUnit ? QSet<int>{subject.certificate.type} : QSet<int>{}, values);
    tickRows(kPersonCertificates, u"person.other"_s, {site.person.certificate.type}, values);
    tickRows(kApprovals, u"approval.other"_s, approvals, values);
    addAccess(site, context.codes, values);
    addEvidence(session, site, values);
    addSettled(session, site, context, values);
    return values;
}

} // namespace handshake
