// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/clock.h"
#include "app/workflow/consent_notice.h"
#include "app/workflow/form_printer.h"
#include "app/workflow/live_camera.h"
#include "app/workflow/prompts.h"
#include "app/workflow/session_gateway.h"
#include "app/workflow/step_item.h"

#include <QImage>
#include <QObject>

#include <map>
#include <optional>
#include <vector>

namespace handshake {

/// A sentence above the page, about a step that is not on the screen.
struct StepNotice {
    QString text;
    int step = -1; ///< index into the steps; -1: about no step
    bool bad = true;
};

/// Everything the session page shows: the page renders this and decides nothing.
struct SessionPageState {
    bool loading = false;
    std::optional<SessionView> view{};
    std::optional<ConsentNotice> consent{}; ///< set while the applicant has not agreed yet
    std::vector<StepItem> steps{};
    int current = -1;
    bool live = false; ///< the current step shows the camera, else its picture
    QImage picture{};  ///< of the current step, when not live
    bool busy = false; ///< a picture of the current step is being stored or checked
    bool printing = false;
    bool approving = false;
    QString printed{}; ///< what happened to the form last, in words
    std::optional<StepNotice> notice{};
    std::optional<Error> error{};
    bool canCapture = false;
    bool canPrint = false;
    bool canApprove = false;

    [[nodiscard]] const StepItem* currentStep() const;
    /// Of the current step; null without.
    [[nodiscard]] const Evidence* evidence() const;
};

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
    };
    struct Config {
        OperatorId operatorId;
        Role role = Role::Operator;
        QString provider{};
        bool mayApproveOwn = true; ///< policy: the reviewer may be the capturer
        bool autoCapture = true;   ///< papers are taken by themselves once they lie still
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
    void capture();
    void retake();
    void importPicture();
    void addFile(const QString& path);
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
    void formMade(const handshake::Session& session, const handshake::Owner& owner,
                  const QByteArray& pdf);
    /// A session was stored anew: lists are out of date.
    void sessionChanged();
    void approved(const handshake::SessionId& id);

private:
    void startLoading(const QFuture<Result<SessionView>>& answer);
    void finishLoading(quint64 ticket, const Result<SessionView>& answer);
    void submit(const PictureSource& source);
    void finishPicture(quint64 generation, const QString& stepKey, quint64 ticket,
                       const Result<SessionView>& answer);
    void onSaved(const SavedItem& item);
    void onCameraState(const LiveCameraState& state);
    void apply(const SessionView& view);
    void enter(int step, bool preferLive);
    void showEvidence();
    void fetchThumbnails();
    void makeNextForm();
    void finishForm(const Result<FormResult>& answer);
    void putOnPaper(const FormResult& form);
    [[nodiscard]] int firstOpenStep(int from) const;
    [[nodiscard]] int indexOf(const QString& key) const;
    [[nodiscard]] bool waitsFor(const StepItem& step) const;
    void fail(const Error& error);
    void publish();

    Parts m_parts;
    Config m_config;
    SessionPageState m_state;
    quint64 m_generation = 0; ///< rises with every session opened; late answers are dropped
    std::map<QString, quint64> m_inFlight;  ///< step key → ticket of its newest picture
    std::map<QString, QImage> m_thumbnails; ///< item id → picture
    quint64 m_lastTicket = 0;
    std::vector<Owner> m_formsToMake;
    QString m_formTarget; ///< file to write the forms to; empty: the printer
};

} // namespace handshake
