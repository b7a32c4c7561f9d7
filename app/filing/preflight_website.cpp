// SPDX-License-Identifier: Apache-2.0
#include "app/filing/preflight_website.h"

#include "app/filing/code_table.h"
#include "app/filing/field_formats.h"
#include "app/filing/ipv4.h"
#include "app/filing/local_knowledge.h"
#include "app/filing/website_name.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

void checkName(const Website& site, const QString& field, const Subject& subject,
               PreflightNotes& notes)
{
    const QString nameField = field + u".name"_s;
    if (notes.isMissing(site.name, nameField))
        return;
    notes.checkCharacters(site.name, nameField);
    for (const QString& name : severalValues(site.name)) {
        for (const NameProblem& problem : websiteNameProblems(name, subject))
            notes.add({.code = u"F:website-name"_s,
                       .severity = problem.severity,
                       .messageKey = problem.messageKey},
                      nameField);
    }
}

void checkDomain(const Domain& domain, const QString& field, const PreflightContext& context,
                 PreflightNotes& notes)
{
    const QString nameField = field + u".name"_s;
    const QString name = domain.name.toLower();
    if (!isDomainName(name)) {
        notes.error(u"1004"_s, nameField, u"filing.1004"_s);
        return;
    }
    notes.checkCharacters(name, nameField);
    if (name.startsWith(u"www."_s))
        notes.error(u"1004"_s, nameField, u"filing.domain.www"_s);
    if (context.local.isFiledDomain(name))
        notes.error(u"1005"_s, nameField, u"filing.1005"_s);
    if (context.local.isBlacklistedDomain(name))
        notes.error(u"1064"_s, nameField, u"filing.1064"_s);
}

bool isWithin(const QString& host, const QString& domain)
{
    return host == domain || host.endsWith(u'.' + domain);
}

void checkHomePage(const Website& site, const QString& field, PreflightNotes& notes)
{
    const QString urlField = field + u".homeUrl"_s;
    if (site.homeUrl.isEmpty())
        return; // optional with the authority
    const QString host = hostOfHomePage(site.homeUrl);
    if (host.isEmpty()) {
        notes.error(u"1022"_s, urlField, u"filing.1022"_s);
        return;
    }
    const bool covered =
        std::any_of(site.domains.begin(), site.domains.end(), [&host](const Domain& domain) {
            return isWithin(host, domain.name.toLower());
        });
    if (!covered)
        notes.error(u"1041"_s, urlField, u"filing.1041"_s);
}

/// A list of codes has at least one, and only ones the table knows; `code` is the authority's for
/// both.
void checkCodes(const std::vector<int>& codes, CodeTableId table, const QString& code,
                const QString& field, const PreflightContext& context, PreflightNotes& notes)
{
    if (codes.empty())
        notes.error(code, field, u"filing.codes-missing"_s);
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (!context.codes.contains(table, codes[i]))
            notes.error(code, indexed(field, i), u"filing.code-unknown"_s,
                        {QString::number(codes[i])});
    }
}

void checkApprovals(const Website& site, const QString& field, const PreflightContext& context,
                    PreflightNotes& notes)
{
    for (std::size_t i = 0; i < site.approvals.size(); ++i) {
        const QString path = indexed(field + u".approvals"_s, i);
        const Approval& approval = site.approvals[i];
        if (!context.codes.contains(CodeTableId::Approvals, approval.type))
            notes.error(u"1033"_s, path + u".type"_s, u"filing.code-unknown"_s,
                        {QString::number(approval.type)});
        if (!notes.isMissing(approval.number, path + u".number"_s))
            notes.checkCharacters(approval.number, path + u".number"_s);
    }
}

struct Block {
    quint32 first;
    quint32 last;
};

/// Addresses nobody can have on the network. Those for documentation are let through: specimens and
/// the demonstration use them.
bool isUnroutable(quint32 from, quint32 to)
{
    constexpr std::array<Block, 7> kBlocks{{
        {0x00000000, 0x00FFFFFF}, // this network
        {0x0A000000, 0x0AFFFFFF}, // private
        {0x7F000000, 0x7FFFFFFF}, // loopback
        {0xA9FE0000, 0xA9FEFFFF}, // link local
        {0xAC100000, 0xAC1FFFFF}, // private
        {0xC0A80000, 0xC0A8FFFF}, // private
        {0xE0000000, 0xFFFFFFFF}, // multicast, reserved
    }};
    return std::any_of(kBlocks.begin(), kBlocks.end(),
                       [&](const Block& block) { return from <= block.last && to >= block.first; });
}

void checkRange(const IpRange& range, const QString& field, const PreflightContext& context,
                PreflightNotes& notes)
{
    const auto from = parseIpv4(range.from);
    const auto to = parseIpv4(range.to);
    if (!from)
        notes.error(u"1006"_s, field + u".from"_s, u"filing.1006"_s);
    if (!to)
        notes.error(u"1006"_s, field + u".to"_s, u"filing.1006"_s);
    if (!from || !to)
        return;
    if (*from > *to)
        notes.error(u"1006"_s, field + u".to"_s, u"filing.ip-order"_s);
    else if (isUnroutable(*from, *to))
        notes.error(u"1006"_s, field + u".from"_s, u"filing.ip-private"_s);
    else if (context.local.ipOwnership(*from, *to) == IpOwnership::Outside)
        notes.error(u"1063"_s, field + u".from"_s, u"filing.1063"_s);
}

void checkAccess(const Access& access, const QString& field, const PreflightContext& context,
                 PreflightNotes& notes)
{
    checkCodes(access.places, CodeTableId::Places, u"1036"_s, field + u".places"_s, context, notes);
    checkCodes(access.ways, CodeTableId::AccessWays, u"1035"_s, field + u".ways"_s, context, notes);
    if (access.ips.empty())
        notes.error(u"1006"_s, field + u".ips"_s, u"filing.ip-missing"_s);
    for (std::size_t i = 0; i < access.ips.size(); ++i)
        checkRange(access.ips[i], indexed(field + u".ips"_s, i), context, notes);
}

/// A valid range with its place in the filing.
struct PlacedRange {
    quint32 from;
    quint32 to;
    QString field;
};

std::vector<PlacedRange> rangesOf(const Website& site, const QString& field)
{
    std::vector<PlacedRange> ranges;
    for (std::size_t a = 0; a < site.accesses.size(); ++a) {
        const std::vector<IpRange>& ips = site.accesses[a].ips;
        const QString access = indexed(field + u".accesses"_s, a);
        for (std::size_t i = 0; i < ips.size(); ++i) {
            const auto from = parseIpv4(ips[i].from);
            const auto to = parseIpv4(ips[i].to);
            if (from && to && *from <= *to)
                ranges.push_back({*from, *to, indexed(access + u".ips"_s, i)});
        }
    }
    return ranges;
}

} // namespace

void checkWebsite(const Website& site, const QString& field, const Subject& subject,
                  const PreflightContext& context, PreflightNotes& notes)
{
    checkName(site, field, subject, notes);
    checkHomePage(site, field, notes);
    const QString domains = field + u".domains"_s;
    if (site.domains.empty())
        notes.error(u"1004"_s, domains, u"filing.domain.missing"_s);
    if (site.domains.size() > 1)
        notes.warning(u"F:one-domain"_s, domains, u"filing.domain.one"_s);
    for (std::size_t i = 0; i < site.domains.size(); ++i)
        checkDomain(site.domains[i], indexed(domains, i), context, notes);
    checkCodes(site.services, CodeTableId::Services, u"1034"_s, field + u".services"_s, context,
               notes);
    checkCodes(site.languages, CodeTableId::Languages, u"1066"_s, field + u".languages"_s, context,
               notes);
    checkApprovals(site, field, context, notes);
    if (site.accesses.empty())
        notes.error(u"1035"_s, field + u".accesses"_s, u"filing.access-missing"_s);
    for (std::size_t i = 0; i < site.accesses.size(); ++i)
        checkAccess(site.accesses[i], indexed(field + u".accesses"_s, i), context, notes);
    notes.checkCharacters(site.remark, field + u".remark"_s);
    const QString& record = site.provincial.recordNumber;
    if (!record.isEmpty() && !isRecordNumber(record))
        notes.warning(u"F:record-number"_s, field + u".recordNumber"_s, u"filing.record-number"_s);
}

void checkWebsitesAgainstEachOther(const Filing& filing, PreflightNotes& notes)
{
    QSet<QString> domains;
    for (std::size_t s = 0; s < filing.websites.size(); ++s) {
        const Website& site = filing.websites[s];
        const QString list = indexed(u"websites"_s, s) + u".domains"_s;
        for (std::size_t i = 0; i < site.domains.size(); ++i) {
            const QString name = site.domains[i].name.toLower();
            if (domains.contains(name))
                notes.error(u"1039"_s, indexed(list, i) + u".name"_s, u"filing.1039"_s);
            domains.insert(name);
        }
        // Several websites may share an address; one website naming it twice is a slip.
        const std::vector<PlacedRange> ranges = rangesOf(site, indexed(u"websites"_s, s));
        for (std::size_t later = 1; later < ranges.size(); ++later) {
            const bool again = std::any_of(
                ranges.begin(), ranges.begin() + static_cast<std::ptrdiff_t>(later),
                [&](const PlacedRange& earlier) {
                    return earlier.from <= ranges[later].to && ranges[later].from <= earlier.to;
                });
            if (again)
                notes.error(u"1040"_s, ranges[later].field + u".from"_s, u"filing.1040"_s);
        }
    }
}

} // namespace handshake
