// SPDX-License-Identifier: Apache-2.0
#include "app/filing/xzba_writer.h"

#include "app/filing/gbk_xml.h"
#include "app/filing/ipv4.h"

#include <limits>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

// Lengths and ranges are the schema's; names and order too (V3.0, UploadData/ICP/XZBA).
constexpr GbkXml::Range kId{1, std::numeric_limits<qint64>::max()};
constexpr GbkXml::Range kCode{1, 999};
constexpr GbkXml::Range kBitCode{1, 64};
constexpr GbkXml::Range kRegion{100000, std::numeric_limits<qint64>::max()};
constexpr GbkXml::Range kAddress{1, std::numeric_limits<quint32>::max()};
constexpr GbkXml::Length kName{1, 128};
constexpr GbkXml::Length kPhone{11, 128};
constexpr GbkXml::Length kLongText{1, 1024};

constexpr qsizetype kMaxMessage = 50'000'000;
constexpr qsizetype kMaxFile = 100 * 1024; ///< in Base64
constexpr qsizetype kMaxForm = 150 * 1024;
constexpr int kFormPurpose = 1;
constexpr int kKindQq = 1; ///< the only messenger of ours that V3.0 knows

QString pathOf(const QString& list, std::size_t index)
{
    return list + u'[' + QString::number(index) + u']';
}

/// Writes one filing; every function writes the children of one element.
class XzbaWriter final
{
public:
    XzbaWriter(const Filing& filing, const ApprovalScans& scans)
        : m_filing(filing)
        , m_scans(scans)
    {
    }

    Result<QByteArray> write(const std::vector<FilingAttachment>& attachments, qint64 reportingUnit)
    {
        m_xml.in(
            "UploadData",
            [&] {
                m_xml.in("ICP", [&] {
                    m_xml.in("XZBA", [&] { m_xml.in("Baxx", [&] { writeFiling(attachments); }); });
                    m_xml.number("Qqdwid", reportingUnit, kId, u"reportingUnit"_s);
                });
            },
            " version=\"V.3.0\"");
        return m_xml.finish();
    }

private:
    void writeFiling(const std::vector<FilingAttachment>& attachments)
    {
        m_xml.in("Zt_xx", [&] { writeSubject(); });
        requireSome(m_filing.websites.size(), std::numeric_limits<std::size_t>::max(),
                    u"websites"_s);
        for (std::size_t i = 0; i < m_filing.websites.size(); ++i)
            m_xml.in("Wz_xx",
                     [&] { writeWebsite(m_filing.websites[i], pathOf(u"websites"_s, i)); });
        for (std::size_t i = 0; i < attachments.size(); ++i) {
            m_xml.in("Fj", [&] {
                m_xml.in("Fjxx",
                         [&] { writeAttachment(attachments[i], pathOf(u"attachments"_s, i)); });
            });
        }
    }

    void writeSubject()
    {
        const Subject& subject = m_filing.subject;
        m_xml.number("IspZtid", subject.id.value(), kId, u"subject.id"_s);
        m_xml.text("Dwmc", subject.name, {1, 255}, u"subject.name"_s);
        m_xml.optionalNumber("Dwxz", subject.nature, kCode, u"subject.nature"_s);
        m_xml.optionalText("Tzr", subject.superior, {1, 255}, u"subject.superior"_s);
        m_xml.in("Txdz", [&] {
            const PostalAddress& address = subject.address;
            m_xml.number("Shengid", address.province, kRegion, u"subject.address.province"_s);
            m_xml.number("Shiid", address.city, kRegion, u"subject.address.city"_s);
            m_xml.optionalNumber("Xianid", address.county, kRegion, u"subject.address.county"_s);
            m_xml.optionalText("Xxdz", address.detail, kLongText, u"subject.address.detail"_s);
        });
        m_xml.in("Zj", [&] {
            const Certificate& certificate = subject.certificate;
            m_xml.number("Zjlx", certificate.type, kCode, u"subject.certificate.type"_s);
            m_xml.text("Zjhm", certificate.number, {1, 255}, u"subject.certificate.number"_s);
            m_xml.text("Zjzs", certificate.address, kLongText, u"subject.certificate.address"_s);
        });
        m_xml.in("Fzr", [&] { writePerson(subject.person, u"subject.person"_s); });
        const int byProvider = m_filing.enteredBy == EnteredBy::Provider ? 1 : 0;
        m_xml.number("Bbfs", byProvider, {0, 1}, u"enteredBy"_s);
        m_xml.optionalText("Bz", subject.remark, kLongText, u"subject.remark"_s);
    }

    void writePerson(const Person& person, const QString& path)
    {
        m_xml.text("Fzr_xm", person.name, kName, path + u".name"_s);
        m_xml.optionalText("Fzr_dhhm", person.office, kPhone, path + u".office"_s);
        m_xml.text("Fzr_sjhm", person.mobile, kPhone, path + u".mobile"_s);
        m_xml.text("Fzr_dzyj", person.email, {6, 128}, path + u".email"_s);
        if (person.messenger && person.messenger->kind == kKindQq)
            m_xml.optionalText("Qq", person.messenger->account, {5, 128},
                               path + u".messenger.account"_s);
        const Certificate& certificate = person.certificate;
        m_xml.optionalNumber("Fzr_zjlx", certificate.type, kCode, path + u".certificate.type"_s);
        m_xml.optionalText("Fzr_zjhm", certificate.number, kName, path + u".certificate.number"_s);
    }

    void writeWebsite(const Website& site, const QString& path)
    {
        m_xml.number("IspWzid", site.id.value(), kId, path + u".id"_s);
        m_xml.text("Wzmc", site.name, {1, 512}, path + u".name"_s);
        if (!site.approvals.empty())
            m_xml.in("Nrlx", [&] { writeApprovals(site.approvals, path + u".approvals"_s); });
        writeCodes("Fwnr", "Fwnr_id", site.services, 64, path + u".services"_s);
        writeCodes("Yylb", "Yylb_id", site.languages, 256, path + u".languages"_s);
        requireSome(site.domains.size(), std::numeric_limits<std::size_t>::max(),
                    path + u".domains"_s);
        for (std::size_t i = 0; i < site.domains.size(); ++i) {
            const Domain& domain = site.domains[i];
            const QString inner = pathOf(path + u".domains"_s, i);
            m_xml.in("Ym_xx", [&] {
                m_xml.number("IspYmid", domain.id.value(), kId, inner + u".id"_s);
                m_xml.text("Ym", domain.name, {4, 128}, inner + u".name"_s);
            });
        }
        requireSome(site.accesses.size(), std::numeric_limits<std::size_t>::max(),
                    path + u".accesses"_s);
        for (std::size_t i = 0; i < site.accesses.size(); ++i)
            m_xml.in("Jr_xx",
                     [&] { writeAccess(site.accesses[i], pathOf(path + u".accesses"_s, i)); });
        m_xml.in("Wz_Fzr", [&] { writePerson(site.person, path + u".person"_s); });
        m_xml.optionalText("Syurl", site.homeUrl, {4, 255}, path + u".homeUrl"_s);
        m_xml.optionalText("Wz_Bz", site.remark, kLongText, path + u".remark"_s);
    }

    void writeApprovals(const std::vector<Approval>& approvals, const QString& path)
    {
        requireSome(approvals.size(), 64, path);
        for (std::size_t i = 0; i < approvals.size(); ++i)
            m_xml.in("Nrlx_xx", [&] { writeApproval(approvals[i], pathOf(path, i)); });
    }

    void writeApproval(const Approval& approval, const QString& path)
    {
        m_xml.number("Nrlx_id", approval.type, kBitCode, path + u".type"_s);
        m_xml.text("Qzsph", approval.number, {1, 512}, path + u".number"_s);
        const QString list = path + u".scans"_s;
        requireSome(approval.scans.size(), 10, list);
        for (std::size_t i = 0; i < approval.scans.size(); ++i) {
            const auto scan = m_scans.constFind(approval.scans[i]);
            const QString field = pathOf(list, i);
            if (scan == m_scans.constEnd())
                m_xml.fail(ErrorCode::NotFound, u"this scan was not handed over"_s, field);
            else if (!scan->startsWith("\xFF\xD8\xFF"))
                m_xml.fail(ErrorCode::InvalidInput, u"a scan has to be a JPEG"_s, field);
            else
                m_xml.base64("Spwj", *scan, kMaxFile, field);
        }
    }

    void writeAccess(const Access& access, const QString& path)
    {
        m_xml.number("IspJrid", access.id.value(), kId, path + u".id"_s);
        writeCodes("Wzfb", "Fbdd", access.places, 64, path + u".places"_s);
        writeCodes("Wzjrfs", "Jrfs", access.ways, 64, path + u".ways"_s);
        requireSome(access.ips.size(), std::numeric_limits<std::size_t>::max(), path + u".ips"_s);
        for (std::size_t i = 0; i < access.ips.size(); ++i) {
            const QString inner = pathOf(path + u".ips"_s, i);
            m_xml.in("Ip_xx", [&] { writeRange(access.ips[i], inner); });
        }
    }

    void writeRange(const IpRange& range, const QString& path)
    {
        // What is no address becomes 0, which the range refuses.
        const qint64 from = parseIpv4(range.from).value_or(0);
        const qint64 to = parseIpv4(range.to).value_or(0);
        m_xml.number("IspIpid", range.id.value(), kId, path + u".id"_s);
        m_xml.number("Qsip", from, kAddress, path + u".from"_s);
        m_xml.number("Zzip", to, {from, kAddress.max}, path + u".to"_s);
    }

    void writeAttachment(const FilingAttachment& attachment, const QString& path)
    {
        const bool ofSubject = attachment.owner == FilingAttachment::Owner::Subject;
        const auto site = WebsiteId::make(attachment.ownerId);
        const bool exists = ofSubject ? attachment.ownerId == m_filing.subject.id.value()
                                      : site && m_filing.website(*site) != nullptr;
        if (!exists)
            m_xml.fail(ErrorCode::NotFound, u"its owner is not in this filing"_s,
                       path + u".ownerId"_s);
        m_xml.number("Fjwjgs", attachment.format, kId, path + u".format"_s);
        m_xml.number("Fjyt", attachment.purpose, kId, path + u".purpose"_s);
        m_xml.base64("Fjnr", attachment.bytes,
                     attachment.purpose == kFormPurpose ? kMaxForm : kMaxFile, path + u".bytes"_s);
        m_xml.in("Fjssdx", [&] {
            m_xml.number("Ssdxlx", ofSubject ? 1 : 2, {1, 10}, path + u".owner"_s);
            m_xml.number("Ssdxbs", attachment.ownerId, kId, path + u".ownerId"_s);
        });
        m_xml.optionalText("Bz", attachment.remark, {1, 256}, path + u".remark"_s);
    }

    void writeCodes(const char* list, const char* name, const std::vector<int>& codes,
                    std::size_t most, const QString& path)
    {
        requireSome(codes.size(), most, path);
        m_xml.in(list, [&] {
            for (std::size_t i = 0; i < codes.size(); ++i)
                m_xml.number(name, codes[i], kBitCode, pathOf(path, i));
        });
    }

    void requireSome(std::size_t count, std::size_t most, const QString& field)
    {
        if (count == 0)
            m_xml.fail(ErrorCode::InvalidInput, u"at least one is needed"_s, field);
        else if (count > most)
            m_xml.fail(ErrorCode::InvalidInput, u"%1 of them, %2 permitted"_s.arg(count).arg(most),
                       field);
    }

    const Filing& m_filing;
    const ApprovalScans& m_scans;
    GbkXml m_xml;
};

} // namespace

Result<QByteArray> writeXzba(const Filing& filing, const std::vector<FilingAttachment>& attachments,
                             qint64 reportingUnit, const ApprovalScans& scans)
{
    if (filing.kind != FilingKind::FirstFiling)
        return Error{ErrorCode::InvalidInput, u"message: only a first filing is an XZBA"_s,
                     u"kind"_s};
    Result<QByteArray> message = XzbaWriter(filing, scans).write(attachments, reportingUnit);
    if (message && message->size() > kMaxMessage)
        return Error{ErrorCode::TooLarge,
                     u"message: %1 bytes, %2 permitted"_s.arg(message->size()).arg(kMaxMessage)};
    return message;
}

} // namespace handshake
