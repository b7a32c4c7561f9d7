// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/devices/camera.h"
#include "app/devices/id_chip_reader.h"
#include "app/session/cross_check.h"
#include "app/session/session_service.h"

#include <QFuture>
#include <QImage>
#include <QObject>
#include <QSize>
#include <QString>

#include <variant>
#include <vector>

namespace handshake {

/// A session and what follows from it: all that the screens show of it.
struct SessionView {
    Session session;
    Verdict verdict{};
    std::vector<CrossCheck> crossChecks{};
};

/// A frame as it stood on the screen; its master is made when it is stored.
struct CapturedFrame {
    CameraFrame frame{};
    Provenance provenance{};
};

/// Frames of one moment: the best is kept, all together show whether somebody is really there.
struct CapturedBurst {
    std::vector<CameraFrame> frames{}; ///< never empty
    Provenance provenance{};
};

/// A file the clerk chose or dropped; read by a worker process, never in the window.
struct PictureFile {
    QString path;
};

/// A page from the scanner, its master made.
struct ScannedPaper {
    Picture picture;
};

using PictureSource = std::variant<CapturedFrame, CapturedBurst, PictureFile, ScannedPaper>;

/// A printed verification form and the session that now holds it.
struct FormResult {
    SessionView view;
    QByteArray pdf;
};

/// The session engine as the screens see it: never blocks, answers later and in the order of the
/// calls. Errors are those of SessionService.
class SessionGateway : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual QFuture<Result<std::vector<SessionSummary>>> list() = 0;
    virtual QFuture<Result<SessionView>> begin(const Filing& order, const OperatorId& who) = 0;
    virtual QFuture<Result<SessionView>> resume(const SessionId& id) = 0;
    virtual QFuture<Result<SessionView>> recordConsent(const SessionId& id, const Consent& consent,
                                                       const OperatorId& who) = 0;
    virtual QFuture<Result<SessionView>> addPicture(const SessionId& id, EvidenceRole role,
                                                    const Owner& owner, const PictureSource& source,
                                                    const OperatorId& who) = 0;
    /// Keeps what the chip of the owner's card says.
    virtual QFuture<Result<SessionView>> recordChip(const SessionId& id, const Owner& owner,
                                                    const IdChipBlock& chip,
                                                    const OperatorId& who) = 0;
    virtual QFuture<Result<SessionView>> overrideCheck(const SessionId& id, const QString& key,
                                                       const QString& reason, const OperatorId& who,
                                                       Role role) = 0;
    /// Makes the verification form of a website and keeps it in the session.
    virtual QFuture<Result<FormResult>> makeForm(const SessionId& id, const Owner& owner,
                                                 const OperatorId& who) = 0;
    /// Freezes the session, builds its dossier and puts it in the queue.
    virtual QFuture<Result<SessionView>> approve(const SessionId& id, const OperatorId& who) = 0;
    /// The captured picture, shrunk to fit `box`.
    virtual QFuture<Result<QImage>> picture(const Evidence& evidence, const QSize& box) = 0;
    /// The portrait printed on a captured ID card, made flat. NotFound when the card was not found
    /// in its picture.
    virtual QFuture<Result<QImage>> portrait(const Evidence& idPortrait) = 0;

Q_SIGNALS:
    /// A picture is stored for good; looking at it comes after.
    void saved(const handshake::SavedItem& item);
};

} // namespace handshake
