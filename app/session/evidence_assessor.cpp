// SPDX-License-Identifier: Apache-2.0
#include "app/session/evidence_assessor.h"

#include "app/reading/paper_reader.h"
#include "app/reading/qr_code.h"
#include "app/session/form_code.h"
#include "app/vision/backdrop_profile.h"
#include "app/vision/photo_checker.h"

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

PaperKind paperKindOf(EvidenceRole role)
{
    switch (role) {
    case EvidenceRole::IdPortrait:
        return PaperKind::IdPortrait;
    case EvidenceRole::IdEmblem:
        return PaperKind::IdEmblem;
    case EvidenceRole::Licence:
        return PaperKind::Licence;
    default:
        return PaperKind::Auto;
    }
}

CheckValue formCodeCheck(const QImage& image, const Session& session, const Owner& owner)
{
    CheckValue check{
        .id = u"form-code"_s, .result = CheckResult::Warn, .advice = u"form.code.unread"_s};
    const Result<QString> text = readQrCode(image);
    const Result<FormCode> code = text ? FormCode::parse(*text) : Result<FormCode>(text.error());
    if (!code)
        return check;
    check.result = CheckResult::Fail;
    if (code->session != session.id)
        check.advice = u"form.code.other-session"_s;
    else if (!owner.website || code->site != *owner.website)
        check.advice = u"form.code.other-site"_s;
    else if (code->dataRevision != session.dataRevision)
        check.advice = u"form.code.stale"_s;
    else
        check = {.id = u"form-code"_s, .result = CheckResult::Pass};
    return check;
}

} // namespace

DetectingAssessor::DetectingAssessor(PhotoChecker& photos, PaperReader& papers,
                                     const BackdropProfile* backdrop)
    : m_photos(photos)
    , m_papers(papers)
    , m_backdrop(backdrop)
{
}

QString DetectingAssessor::backdropId() const
{
    return m_backdrop ? m_backdrop->id() : QString();
}

BurstFinding DetectingAssessor::choose(const std::vector<QImage>& burst)
{
    const Result<BurstChoice> choice = m_photos.choose(burst);
    return choice ? BurstFinding{choice->best, choice->replay} : BurstFinding{};
}

void DetectingAssessor::assess(Evidence& evidence, const QImage& image, const Session& session)
{
    evidence.checks.clear();
    evidence.fields.clear();
    evidence.pixels = image.size();
    Result<void> done;
    switch (evidence.role) {
    case EvidenceRole::Photo:
        done = assessPhoto(evidence, image);
        break;
    case EvidenceRole::IdPortrait:
    case EvidenceRole::IdEmblem:
    case EvidenceRole::Licence:
        done = assessPaper(evidence, image);
        break;
    case EvidenceRole::SignedForm:
        assessForm(evidence, image, session);
        break;
    case EvidenceRole::PrintedForm:
    case EvidenceRole::Approval:
    case EvidenceRole::Letter:
    case EvidenceRole::Other:
        break; // kept as they are; nothing is known about their looks
    }
    if (!done)
        evidence.checks.push_back({.id = u"assessment"_s,
                                   .result = CheckResult::Unknown,
                                   .advice = u"evidence.not-assessable"_s});
    evidence.assessed = true;
}

Result<void> DetectingAssessor::assessPhoto(Evidence& evidence, const QImage& image)
{
    const Result<PhotoReport> report = m_photos.check(image, m_backdrop);
    if (!report)
        return report.error();
    evidence.checks = report->checks;
    evidence.face = report->face;
    evidence.textZones = report->textZones;
    return {};
}

Result<void> DetectingAssessor::assessPaper(Evidence& evidence, const QImage& image)
{
    const Result<PaperReading> reading = m_papers.read(image, paperKindOf(evidence.role));
    if (!reading)
        return reading.error();
    evidence.checks = reading->checks;
    evidence.corners = reading->corners;
    for (const auto& [key, field] : reading->fields)
        evidence.fields[key] = {field.text, field.confidence};
    return {};
}

void DetectingAssessor::assessForm(Evidence& evidence, const QImage& image,
                                   const Session& session) const
{
    evidence.checks.push_back(formCodeCheck(image, session, evidence.owner));
}

} // namespace handshake
