// SPDX-License-Identifier: Apache-2.0
#include "app/dossier/dossier_builder.h"

#include "app/core/json.h"
#include "app/dossier/checks_json.h"
#include "app/dossier/evidence_reader.h"
#include "app/dossier/filing_message.h"
#include "app/dossier/manifest.h"
#include "app/dossier/zip_container.h"
#include "app/filing/filing_json.h"
#include "app/filing/xzba_writer.h"
#include "app/imaging/picture_decoder.h"
#include "app/session/steps.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

QString extensionOf(const QString& mediaType)
{
    if (mediaType == u"image/jpeg")
        return u"jpg"_s;
    if (mediaType == u"image/png")
        return u"png"_s;
    if (mediaType == u"application/pdf")
        return u"pdf"_s;
    return {};
}

qint64 siteNumber(const Owner& owner)
{
    return owner.website ? owner.website->value() : 0;
}

/// One dossier in the making: gathers entries and what the manifest says of them.
class Assembly final
{
public:
    Assembly(const Session& session, const RenditionRules& rules, PictureDecoder& decoder,
             EvidenceReader& reader)
        : m_session(session)
        , m_rules(rules)
        , m_decoder(decoder)
        , m_reader(reader)
    {
        // The archive's order is not ours to rely on.
        std::sort(m_session.evidence.begin(), m_session.evidence.end(),
                  [](const Evidence& a, const Evidence& b) {
                      return std::tuple(a.role, siteNumber(a.owner), a.ordinal, a.id) <
                             std::tuple(b.role, siteNumber(b.owner), b.ordinal, b.id);
                  });
    }

    Result<void> addMasters();
    Result<void> addRenditions();
    Result<void> addTexts(qint64 reportingUnit, const std::vector<CrossCheck>& crossChecks);
    Result<BuiltDossier> finish();

private:
    Result<void> addMaster(const Evidence& evidence);
    Result<void> addIdentity(const Owner& owner, int purpose);
    Result<void> addPhoto(const Owner& owner);
    Result<void> addForms(const Owner& owner);
    Result<void> addLicence();
    void addRendition(const QString& role, const Owner& owner, int purpose,
                      const Rendition& rendition);
    void addText(const QString& path, const QString& role, const QString& mediaType,
                 QByteArray bytes);
    void add(ManifestFile file, QByteArray bytes);

    Result<const Evidence*> required(EvidenceRole role, const Owner& owner) const;
    Result<QImage> imageOf(const Evidence& evidence) const;
    Result<PaperView> paperOf(const Evidence& evidence) const;
    Result<QString> masterPath(const Evidence& evidence);
    Result<QByteArray> approvalScan(const Evidence& evidence) const;

    Session m_session;
    const RenditionRules& m_rules;
    PictureDecoder& m_decoder;
    EvidenceReader& m_reader;
    std::vector<ZipEntry> m_entries;
    std::vector<ManifestFile> m_files;
    std::vector<FilingAttachment> m_attachments;
    std::map<QString, int> m_numbers; ///< highest number given, by folder and role
    std::map<ItemId, QByteArray> m_masters;
    std::map<ItemId, Rendition> m_identities; ///< by portrait side: one pair may serve two owners
    std::map<QString, std::vector<CheckValue>> m_checks;
};

void Assembly::add(ManifestFile file, QByteArray bytes)
{
    file.bytes = bytes.size();
    m_entries.push_back({file.path, std::move(bytes)});
    m_files.push_back(std::move(file));
}

void Assembly::addText(const QString& path, const QString& role, const QString& mediaType,
                       QByteArray bytes)
{
    const Sha256 digest = Sha256::of(bytes);
    add({.path = path,
         .role = role,
         .owner = {},
         .mediaType = mediaType,
         .size = {},
         .sha256 = digest},
        std::move(bytes));
}

Result<QString> Assembly::masterPath(const Evidence& evidence)
{
    const QString extension = extensionOf(evidence.mediaType);
    if (extension.isEmpty())
        return Error{ErrorCode::InvalidInput, u"evidence of a media type no dossier holds"_s,
                     evidence.key()};
    if (evidence.role == EvidenceRole::PrintedForm)
        return u"form-%1.%2"_s.arg(siteNumber(evidence.owner)).arg(extension);
    if (evidence.role == EvidenceRole::SignedForm) {
        const QString stem = u"scans/form-%1"_s.arg(siteNumber(evidence.owner));
        return u"%1-%2.%3"_s.arg(stem).arg(++m_numbers[stem]).arg(extension);
    }
    const QString stem = u"masters/"_s + evidenceRoleName(evidence.role);
    return u"%1-%2.%3"_s.arg(stem).arg(++m_numbers[stem]).arg(extension);
}

Result<void> Assembly::addMaster(const Evidence& evidence)
{
    const Result<QByteArray> bytes = m_reader.master(evidence);
    if (!bytes)
        return bytes.error().at(evidence.key());
    if (Sha256::of(*bytes) != evidence.masterDigest)
        return Error{ErrorCode::Corrupt, u"a master is not what was captured"_s, evidence.key()};
    const Result<QString> path = masterPath(evidence);
    if (!path)
        return path.error();
    const bool isForm = evidence.role == EvidenceRole::PrintedForm;
    add({.path = *path,
         .role = isForm ? u"form"_s : evidenceRoleName(evidence.role),
         .owner = evidence.owner.text(),
         .mediaType = evidence.mediaType,
         .size = evidence.pixels.isEmpty() ? QSize() : evidence.pixels,
         .sha256 = evidence.masterDigest},
        *bytes);
    m_masters.emplace(evidence.id, *bytes);
    return {};
}

Result<void> Assembly::addMasters()
{
    for (const Evidence& evidence : m_session.evidence) {
        Result<void> added = addMaster(evidence);
        if (!added)
            return added;
    }
    return {};
}

Result<const Evidence*> Assembly::required(EvidenceRole role, const Owner& owner) const
{
    const Evidence* evidence = evidenceFor(m_session, role, owner);
    if (!evidence)
        return Error{ErrorCode::NotFound, u"the dossier needs evidence that is not there"_s,
                     evidenceRoleName(role) + u'@' + owner.text()};
    return evidence;
}

Result<QImage> Assembly::imageOf(const Evidence& evidence) const
{
    const Result<Picture> picture =
        m_decoder.decode(m_masters.at(evidence.id), evidence.provenance);
    if (!picture)
        return picture.error().at(evidence.key());
    return picture->image;
}

Result<PaperView> Assembly::paperOf(const Evidence& evidence) const
{
    const Result<QImage> image = imageOf(evidence);
    if (!image)
        return image.error();
    return PaperView{*image, evidence.corners};
}

void Assembly::addRendition(const QString& role, const Owner& owner, int purpose,
                            const Rendition& rendition)
{
    const QString stem = u"renditions/"_s + role;
    const QString path = u"%1-%2.jpg"_s.arg(stem).arg(++m_numbers[stem]);
    m_checks[path] = rendition.checks;
    add({.path = path,
         .role = role,
         .purpose = purpose,
         .owner = owner.text(),
         .mediaType = u"image/jpeg"_s,
         .size = rendition.size,
         .sha256 = Sha256::of(rendition.jpeg)},
        rendition.jpeg);
    const bool isSite = owner.website.has_value();
    m_attachments.push_back(
        {.format = 1,
         .purpose = purpose,
         .owner = isSite ? FilingAttachment::Owner::Website : FilingAttachment::Owner::Subject,
         .ownerId = isSite ? owner.website->value() : m_session.filing.subject.id.value(),
         .bytes = rendition.jpeg,
         .remark = {}});
}

Result<void> Assembly::addIdentity(const Owner& owner, int purpose)
{
    const Result<const Evidence*> portrait = required(EvidenceRole::IdPortrait, owner);
    if (!portrait)
        return portrait.error();
    const ItemId id = (*portrait)->id;
    if (!m_identities.contains(id)) {
        const Result<PaperView> upper = paperOf(**portrait);
        if (!upper)
            return upper.error();
        std::optional<PaperView> lower;
        if (stepOf(m_session.filing, EvidenceRole::IdEmblem, owner)) {
            const Result<const Evidence*> emblem = required(EvidenceRole::IdEmblem, owner);
            if (!emblem)
                return emblem.error();
            const Result<PaperView> side = paperOf(**emblem);
            if (!side)
                return side.error();
            lower = *side;
        }
        const Result<Rendition> joined = renderIdentity(*upper, lower, m_rules.identity);
        if (!joined)
            return joined.error().at((*portrait)->key());
        m_identities.emplace(id, *joined);
    }
    addRendition(u"id-joined"_s, owner, purpose, m_identities.at(id));
    return {};
}

Result<void> Assembly::addLicence()
{
    const Result<const Evidence*> licence = required(EvidenceRole::Licence, Owner{});
    if (!licence)
        return licence.error();
    const Result<PaperView> paper = paperOf(**licence);
    if (!paper)
        return paper.error();
    const Result<Rendition> rendition = renderPaper(*paper, m_rules.licence);
    if (!rendition)
        return rendition.error().at((*licence)->key());
    addRendition(u"licence"_s, Owner{}, m_rules.licence.subjectPurpose, *rendition);
    return {};
}

Result<void> Assembly::addPhoto(const Owner& owner)
{
    const Result<const Evidence*> photo = required(EvidenceRole::Photo, owner);
    if (!photo)
        return photo.error();
    const Evidence& evidence = **photo;
    const Result<QImage> image = imageOf(evidence);
    if (!image)
        return image.error();
    PhotoFacts facts{evidence.face, evidence.textZones, {}};
    if (evidence.provenance.takenAt)
        facts.takenAt = evidence.provenance.takenAt->wall;
    const Result<Rendition> rendition = renderPhoto(*image, facts, m_rules.photo);
    if (!rendition)
        return rendition.error().at(evidence.key());
    addRendition(u"photo"_s, owner, m_rules.photo.websitePurpose, *rendition);
    return {};
}

Result<void> Assembly::addForms(const Owner& owner)
{
    const Result<const Evidence*> first = required(EvidenceRole::SignedForm, owner);
    if (!first)
        return first.error();
    for (const Evidence& evidence : m_session.evidence) {
        if (evidence.role != EvidenceRole::SignedForm || !(evidence.owner == owner))
            continue;
        const Result<QImage> image = imageOf(evidence);
        if (!image)
            return image.error();
        const Result<Rendition> rendition = renderForm(*image, m_rules.form);
        if (!rendition)
            return rendition.error().at(evidence.key());
        addRendition(u"form"_s, owner, m_rules.form.websitePurpose, *rendition);
    }
    return {};
}

Result<void> Assembly::addRenditions()
{
    Result<void> done = addIdentity(Owner{}, m_rules.identity.subjectPurpose);
    if (done && m_session.filing.isUnit())
        done = addLicence();
    for (const Website& site : m_session.filing.websites) {
        const Owner owner{site.id};
        if (done)
            done = addIdentity(owner, m_rules.identity.websitePurpose);
        if (done)
            done = addPhoto(owner);
        if (done)
            done = addForms(owner);
    }
    return done;
}

Result<QByteArray> Assembly::approvalScan(const Evidence& evidence) const
{
    const Result<PaperView> paper = paperOf(evidence);
    if (!paper)
        return paper.error();
    const Result<Rendition> rendition = renderPaper(*paper, m_rules.licence);
    if (!rendition)
        return rendition.error().at(evidence.key());
    return rendition->jpeg;
}

Result<void> Assembly::addTexts(qint64 reportingUnit, const std::vector<CrossCheck>& crossChecks)
{
    const Result<FilingMessage> message = filingMessage(
        m_session, [this](const Evidence& evidence) { return approvalScan(evidence); });
    if (!message)
        return message.error();
    const Result<QByteArray> xml =
        writeXzba(message->filing, m_attachments, reportingUnit, message->scans);
    if (!xml)
        return xml.error();
    addText(u"filing.xml"_s, u"filing"_s, u"application/xml"_s, *xml);
    addText(u"filing.json"_s, u"filing"_s, u"application/json"_s,
            canonicalJson(filingToJson(m_session.filing)));
    addText(u"checks.json"_s, u"checks"_s, u"application/json"_s,
            canonicalJson(checksToDossierJson(m_session, crossChecks, m_checks)));
    return {};
}

Result<BuiltDossier> Assembly::finish()
{
    const Result<QByteArray> manifest = writeManifest(m_session, m_files);
    if (!manifest)
        return manifest.error();
    m_entries.push_back({QStringView(kManifestPath).toString(), *manifest});
    const Result<QByteArray> zip = writeZip(m_entries);
    if (!zip)
        return zip.error();
    BuiltDossier built{dossierIdOf(*manifest), Sha256::of(*zip), *zip, *manifest, {}};
    for (const auto& [path, checks] : m_checks) {
        for (CheckValue check : checks) {
            if (check.result == CheckResult::Pass)
                continue;
            check.id = path + u'/' + check.id;
            built.findings.push_back(check);
        }
    }
    return built;
}

} // namespace

DossierBuilder::DossierBuilder(Config config, PictureDecoder& decoder, EvidenceReader& reader)
    : m_config(std::move(config))
    , m_decoder(decoder)
    , m_reader(reader)
{
}

Result<BuiltDossier> DossierBuilder::build(const Session& session,
                                           const std::vector<CrossCheck>& crossChecks)
{
    if (!session.approval)
        return Error{ErrorCode::Conflict, u"a dossier is made of an approved session"_s,
                     session.id.text()};
    const Result<RenditionRules> rules = RenditionRules::load(m_config.renditionRulesFile);
    if (!rules)
        return rules.error();
    Assembly assembly(session, *rules, m_decoder, m_reader);
    Result<void> done = assembly.addMasters();
    if (done)
        done = assembly.addRenditions();
    if (done)
        done = assembly.addTexts(m_config.reportingUnit, crossChecks);
    if (!done)
        return done.error();
    return assembly.finish();
}

} // namespace handshake
