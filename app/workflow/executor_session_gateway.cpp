// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/executor_session_gateway.h"

#include "app/devices/picture_file.h"
#include "app/dossier/approval.h"
#include "app/dossier/form_printing.h"
#include "app/imaging/picture_decoder.h"
#include "app/reading/sheet_geometry.h"

#include <QBuffer>
#include <QImageReader>
#include <QPointer>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr double kPortraitDotsPerMm = 10; // 260 × 330 pixels: more than the screen shows

SessionView viewOf(const SessionService& service, const Session& session)
{
    return {session, service.verdictOf(session), service.crossChecksOf(session)};
}

Result<Picture> pictureFrom(const PictureSource& source, EvidenceRole role, PictureDecoder& decoder,
                            PdfDecoder* pdfs, const Clock& clock)
{
    if (const auto* captured = std::get_if<CapturedFrame>(&source))
        return pictureOf(captured->frame, captured->provenance);
    if (const auto* scanned = std::get_if<ScannedPaper>(&source))
        return scanned->picture;
    const QString& path = std::get<PictureFile>(source).path;
    // A person is photographed here and now: only papers may come as pages.
    return pdfs && role != EvidenceRole::Photo ? readPaperFile(path, {decoder, *pdfs, clock})
                                               : readPictureFile(path, decoder, clock);
}

Result<Session> addBurst(SessionService& service, const SessionId& id, const Owner& owner,
                         const CapturedBurst& burst, const OperatorId& who)
{
    std::vector<QImage> images;
    for (const CameraFrame& frame : burst.frames)
        images.push_back(frame.image);
    return service.addBurst(
        id, owner, images,
        [&burst](std::size_t best) { return pictureOf(burst.frames[best], burst.provenance); },
        who);
}

} // namespace

ExecutorSessionGateway::ExecutorSessionGateway(Parts parts, QObject* parent)
    : SessionGateway(parent)
    , m_parts(std::move(parts))
    , m_mailbox(new QObject, [](QObject* mailbox) { mailbox->deleteLater(); })
{
}

template <typename Act>
QFuture<Result<SessionView>> ExecutorSessionGateway::runForView(Act act)
{
    return m_parts.executor.run(
        [sessions = m_parts.sessions, act = std::move(act)]() -> Result<SessionView> {
            const Result<SessionService*> service = sessions();
            if (!service)
                return service.error();
            const Result<Session> session = act(**service);
            if (!session)
                return session.error();
            return viewOf(**service, *session);
        });
}

QFuture<Result<std::vector<SessionSummary>>> ExecutorSessionGateway::list()
{
    return m_parts.executor.run(
        [sessions = m_parts.sessions]() -> Result<std::vector<SessionSummary>> {
            const Result<SessionService*> service = sessions();
            if (!service)
                return service.error();
            return (*service)->list();
        });
}

QFuture<Result<SessionView>> ExecutorSessionGateway::begin(const Filing& order,
                                                           const OperatorId& who)
{
    return runForView(
        [order, who](SessionService& service) { return service.begin(order, who, std::nullopt); });
}

QFuture<Result<SessionView>> ExecutorSessionGateway::resume(const SessionId& id)
{
    return runForView([id](SessionService& service) { return service.resume(id); });
}

QFuture<Result<SessionView>> ExecutorSessionGateway::recordConsent(const SessionId& id,
                                                                   const Consent& consent,
                                                                   const OperatorId& who)
{
    return runForView([id, consent, who](SessionService& service) {
        return service.recordConsent(id, consent, who);
    });
}

QFuture<Result<SessionView>>
ExecutorSessionGateway::addPicture(const SessionId& id, EvidenceRole role, const Owner& owner,
                                   const PictureSource& source, const OperatorId& who)
{
    // The mailbox outlives jobs that outlive this object; the guard is read in its thread only.
    const auto report = [guard = QPointer<ExecutorSessionGateway>(this),
                         mailbox = m_mailbox](const SavedItem& item) {
        QMetaObject::invokeMethod(
            mailbox.get(),
            [guard, item] {
                if (guard)
                    Q_EMIT guard->saved(item);
            },
            Qt::QueuedConnection);
    };
    return runForView([id, role, owner, source, who, report, &decoder = m_parts.decoder,
                       pdfs = m_parts.pdfs,
                       &clock = m_parts.clock](SessionService& service) -> Result<Session> {
        service.onSaved = report;
        auto added = [&]() -> Result<Session> {
            if (const auto* burst = std::get_if<CapturedBurst>(&source))
                return addBurst(service, id, owner, *burst, who);
            const Result<Picture> picture = pictureFrom(source, role, decoder, pdfs, clock);
            if (!picture)
                return picture.error();
            return service.addPicture(id, role, owner, *picture, who);
        }();
        service.onSaved = nullptr;
        return added;
    });
}

QFuture<Result<SessionView>> ExecutorSessionGateway::recordChip(const SessionId& id,
                                                                const Owner& owner,
                                                                const IdChipBlock& chip,
                                                                const OperatorId& who)
{
    return runForView([id, owner, chip, who](SessionService& service) {
        return service.recordChip(id, owner, chip.text, chip.reader, who);
    });
}

QFuture<Result<SessionView>> ExecutorSessionGateway::overrideCheck(const SessionId& id,
                                                                   const QString& key,
                                                                   const QString& reason,
                                                                   const OperatorId& who, Role role)
{
    return runForView([id, key, reason, who, role](SessionService& service) {
        return service.overrideCheck(id, key, reason, who, role);
    });
}

QFuture<Result<FormResult>>
ExecutorSessionGateway::makeForm(const SessionId& id, const Owner& owner, const OperatorId& who)
{
    return m_parts.executor.run([sessions = m_parts.sessions, templates = m_parts.formTemplates, id,
                                 owner, who]() -> Result<FormResult> {
        if (!owner.website)
            return Error{ErrorCode::InvalidInput, u"a form belongs to a website"_s};
        const Result<SessionService*> service = sessions();
        if (!service)
            return service.error();
        const Result<Session> session = (*service)->load(id);
        if (!session)
            return session.error();
        const Result<PrintedForm> printed =
            printVerificationForm(**service, *session, *owner.website, templates, who);
        if (!printed)
            return printed.error();
        return FormResult{viewOf(**service, printed->session), printed->pdf};
    });
}

QFuture<Result<SessionView>> ExecutorSessionGateway::approve(const SessionId& id,
                                                             const OperatorId& who)
{
    return runForView(
        [id, who, builder = m_parts.builder](SessionService& service) -> Result<Session> {
            const Result<DossierBuilder*> dossiers = builder();
            if (!dossiers)
                return dossiers.error();
            return approveSession(service, **dossiers, id, who);
        });
}

QFuture<Result<QImage>>
ExecutorSessionGateway::withMaster(const Evidence& evidence,
                                   std::function<Result<QImage>(const QImage&)> act)
{
    return m_parts.executor.run([sessions = m_parts.sessions, &decoder = m_parts.decoder, evidence,
                                 act = std::move(act)]() -> Result<QImage> {
        const Result<SessionService*> service = sessions();
        if (!service)
            return service.error();
        const Result<QByteArray> master = (*service)->master(evidence);
        if (!master)
            return master.error();
        const Result<Picture> picture = decoder.decode(*master, evidence.provenance);
        if (!picture)
            return picture.error();
        return act(picture->image);
    });
}

QFuture<Result<QImage>> ExecutorSessionGateway::picture(const Evidence& evidence, const QSize& box)
{
    return withMaster(evidence, [box](const QImage& image) -> Result<QImage> {
        return image.scaled(box.boundedTo(image.size()), Qt::KeepAspectRatio,
                            Qt::SmoothTransformation);
    });
}

QFuture<Result<QImage>> ExecutorSessionGateway::portrait(const Evidence& idPortrait)
{
    return withMaster(
        idPortrait,
        [corners = idPortrait.corners,
         place = m_parts.portraitPlace](const QImage& image) -> Result<QImage> {
            const QTransform toPicture = paperToPicture(corners, place.card);
            const QImage portrait = corners.size() != 4 ? QImage()
                                                        : flatPart(image, toPicture, place.portrait,
                                                                   kPortraitDotsPerMm);
            if (portrait.isNull())
                return Error{ErrorCode::NotFound, u"the card was not found in its picture"_s};
            return portrait;
        });
}

} // namespace handshake
