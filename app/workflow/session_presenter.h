// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/clock.h"
#include "app/workflow/chip_run.h"
#include "app/workflow/evidence_pictures.h"
#include "app/workflow/form_run.h"
#include "app/workflow/live_camera.h"
#include "app/workflow/picture_intake.h"
#include "app/workflow/prompts.h"
#include "app/workflow/scan_run.h"
#include "app/workflow/session_decisions.h"
#include "app/workflow/session_gateway.h"
#include "app/workflow/session_page_state.h"

#include <QObject>

#include <map>

namespace handshake {

/// One verification session on the screen: steps, camera, verdict, form, approval. Papers are
/// stored and read while the clerk goes on; the photo is waited for, because the person stands
/// there.
class SessionPresenter final : public QObject
{
    Q_OBJECT

public:
    /// All outlive this object.
    struct Parts {
        SessionGateway& sessions;
        LiveCamera& camera;
        FormPrinter& printer;
        Prompts& prompts;
        const Clock& clock;
        Scanner* scanner = nullptr;    ///< null: there is none
        IdChipReader* chips = nullptr; ///< null: there is none
    };
    struct Config {
        OperatorId operatorId;
        Role role = Role::Operator;
        QString provider{};
        bool mayApproveOwn = true; ///< policy: the reviewer may be the capturer
        bool autoCapture = true;   ///< papers are taken by themselves once they lie still
        ScanRequest scan{};        ///< what is asked of the scanner
    };

    SessionPresenter(Parts parts, Config config, QObject* parent = nullptr);

    [[nodiscard]] const SessionPageState& state() const { return m_state; }
    [[nodiscard]] LiveCamera& camera() { return m_parts.camera; }

    void begin(const Filing& order);
    void resume(const SessionId& id);
    /// Leaves the screen; everything is stored already.
    void close();

    /// The one big button: agree, take, take again, go on, print.
    void primary();
    void giveConsent();
    /// A paper at once. A person: arms the camera, which takes a burst when all has been green for
    /// a second; again: at once, whatever the lamps say.
    void capture();
    /// Takes back capture() while it waits.
    void cancelCapture();
    void retake();
    void importPicture();
    void addFile(const QString& path);
    /// A file that a scanner saved by itself: taken by the step on the screen when that waits for a
    /// paper, else said.
    void takeScannedFile(const QString& path);
    void scan();
    void readChip();
    /// Ends a scan or a chip reading that is under way.
    void cancelWaiting();
    void goTo(int step);
    void next();
    void previous();
    void print();
    void saveForm();
    void takeResponsibility(const QString& key);
    void approve();
    void goToNotice();
    void dismissNotice();

Q_SIGNALS:
    void stateChanged(const handshake::SessionPageState& state);
    /// The page now waits for this piece of evidence: the demo puts it before the camera.
    void stepEntered(const handshake::Session& session, handshake::EvidenceRole role,
                     const handshake::Owner& owner);
    /// The step of this piece of evidence is on the screen, whether it waits for it or shows it:
    /// the demo lays the card on the chip reader.
    void stepShown(const handshake::Session& session, handshake::EvidenceRole role,
                   const handshake::Owner& owner);
    /// The picture that this file held lies in the store.
    void fileStored(const QString& path);
    void formMade(const handshake::Session& session, const handshake::Owner& owner,
                  const QByteArray& pdf);
    /// A session was stored anew: lists are out of date.
    void sessionChanged();
    /// Also when its screen was left meanwhile.
    void approved(const handshake::SessionId& id);
    /// The approval of a session whose screen was left meanwhile did not succeed.
    void approvalFailed(const handshake::Error& error);

private:
    using Handler = void (SessionPresenter::*)(const Result<SessionView>&);

    void connectParts();
    void startLoading(const QFuture<Result<SessionView>>& answer);
    void finishLoading(const Result<SessionView>& answer);
    void sayIfChipDiffers();
    void finishConsent(const Result<SessionView>& answer);
    void takeBurst(const std::vector<CameraFrame>& frames);
    void submit(const PictureSource& source);
    void onStored(const QString& stepKey);
    void finishPicture(const QString& stepKey, const Result<SessionView>& answer);
    void keepForm(const SessionView& view, const Owner& owner, const QByteArray& pdf);
    /// Calls `handler` unless another session was opened meanwhile.
    void await(const QFuture<Result<SessionView>>& answer, Handler handler);
    void apply(const SessionView& view);
    void enter(int step, bool preferLive);
    void sayWhatIsWrong(int step);
    [[nodiscard]] int firstOpenStep(int from) const;
    void fail(const Error& error);
    void publish();

    Parts m_parts;
    Config m_config;
    PictureIntake m_intake;
    EvidencePictures m_pictures;
    FormRun m_forms;
    SessionDecisions m_decisions;
    ScanRun m_scan;
    ChipRun m_chip;
    std::map<QString, QString> m_files; ///< step key → file on its way
    SessionPageState m_state;
    quint64 m_generation = 0; ///< rises with every session opened; late answers are dropped
};

} // namespace handshake
