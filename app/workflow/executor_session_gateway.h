// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/serial_executor.h"
#include "app/workflow/session_gateway.h"

#include <QRectF>
#include <QSizeF>

#include <functional>
#include <memory>

namespace handshake {

class DossierBuilder;
class PdfDecoder;
class PictureDecoder;

/// Where on a card its holder's portrait is printed, in millimetres.
struct PortraitPlace {
    QSizeF card{};
    QRectF portrait{};
};

/// The session engine on its own thread. Whatever it uses is made by the first job that needs it,
/// on that thread.
class ExecutorSessionGateway final : public SessionGateway
{
    Q_OBJECT

public:
    /// All outlive this object and its jobs. The functions are called on the executor's thread
    /// only.
    struct Parts {
        SerialExecutor& executor;
        std::function<Result<SessionService*>()> sessions;
        std::function<Result<DossierBuilder*>()> builder;
        PictureDecoder& decoder;
        const Clock& clock;
        QString formTemplates;         ///< folder, data/forms
        PortraitPlace portraitPlace{}; ///< of the ID card's side with the portrait
        PdfDecoder* pdfs = nullptr;    ///< null: PDFs are refused
    };

    explicit ExecutorSessionGateway(Parts parts, QObject* parent = nullptr);

    QFuture<Result<std::vector<SessionSummary>>> list() override;
    QFuture<Result<SessionView>> begin(const Filing& order, const OperatorId& who) override;
    QFuture<Result<SessionView>> resume(const SessionId& id) override;
    QFuture<Result<SessionView>> recordConsent(const SessionId& id, const Consent& consent,
                                               const OperatorId& who) override;
    QFuture<Result<SessionView>> addPicture(const SessionId& id, EvidenceRole role,
                                            const Owner& owner, const PictureSource& source,
                                            const OperatorId& who) override;
    QFuture<Result<SessionView>> recordChip(const SessionId& id, const Owner& owner,
                                            const IdChipBlock& chip,
                                            const OperatorId& who) override;
    QFuture<Result<SessionView>> overrideCheck(const SessionId& id, const QString& key,
                                               const QString& reason, const OperatorId& who,
                                               Role role) override;
    QFuture<Result<FormResult>> makeForm(const SessionId& id, const Owner& owner,
                                         const OperatorId& who) override;
    QFuture<Result<SessionView>> approve(const SessionId& id, const OperatorId& who) override;
    QFuture<Result<QImage>> picture(const Evidence& evidence, const QSize& box) override;
    QFuture<Result<QImage>> portrait(const Evidence& idPortrait) override;

private:
    [[nodiscard]] QFuture<Result<QImage>>
    withMaster(const Evidence& evidence, std::function<Result<QImage>(const QImage&)> act);
    /// Runs `act(service)` on the thread and adds verdict and matrix to the session it gives.
    template <typename Act>
    QFuture<Result<SessionView>> runForView(Act act);

    Parts m_parts;
    std::shared_ptr<QObject> m_mailbox; ///< lives in this thread; jobs post to it
};

} // namespace handshake
