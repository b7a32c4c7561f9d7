// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/session_presenter.h"

#include "app/core/async.h"
#include "app/workflow/display_words.h"
#include "app/workflow/error_text.h"

#include <QFileInfo>

#include <algorithm>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

bool isBad(const StepItem& step)
{
    return step.mark == StepItem::Mark::Bad;
}

bool isOpen(const StepItem& step)
{
    return step.mark == StepItem::Mark::Open || step.mark == StepItem::Mark::Bad;
}

} // namespace

SessionPresenter::SessionPresenter(Parts parts, Config config, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
    , m_config(std::move(config))
    , m_intake(m_parts.sessions)
    , m_pictures(m_parts.sessions)
    , m_forms(m_parts.sessions, m_parts.printer)
    , m_decisions(m_parts.sessions, m_parts.prompts, {m_config.operatorId, m_config.role})
    , m_scan(parts.scanner, m_config.scan)
    , m_chip(m_parts.sessions, parts.chips)
{
    connectParts();
}

void SessionPresenter::connectParts()
{
    connect(&m_parts.camera, &LiveCamera::stateChanged, this, [this] {
        if (m_state.view)
            publish();
    });
    connect(&m_parts.camera, &LiveCamera::paperIsSteady, this, [this] {
        if (m_config.autoCapture)
            capture();
    });
    connect(&m_parts.camera, &LiveCamera::burstTaken, this, &SessionPresenter::takeBurst);
    connect(&m_scan, &ScanRun::changed, this, &SessionPresenter::publish);
    connect(&m_scan, &ScanRun::scanned, this, [this](const Picture& paper) {
        if (m_state.takesPapers())
            submit(ScannedPaper{paper});
    });
    connect(&m_scan, &ScanRun::failed, this, [this](const QString& advice) {
        m_state.notice = StepNotice{ErrorText::advice(advice, {}), -1};
        publish();
    });
    connect(&m_chip, &ChipRun::changed, this, &SessionPresenter::publish);
    connect(&m_chip, &ChipRun::failed, this, &SessionPresenter::fail);
    connect(&m_chip, &ChipRun::recorded, this, [this](const SessionView& view) {
        apply(view);
        sayIfChipDiffers();
        publish();
        Q_EMIT sessionChanged();
    });
    connect(&m_intake, &PictureIntake::stored, this, &SessionPresenter::onStored);
    connect(&m_intake, &PictureIntake::answered, this, &SessionPresenter::finishPicture);
    connect(&m_pictures, &EvidencePictures::arrived, this, &SessionPresenter::publish);
    connect(&m_forms, &FormRun::formMade, this, &SessionPresenter::keepForm);
    connect(&m_forms, &FormRun::finished, this, [this](const QString& words) {
        m_state.printed = words;
        publish();
        next();
    });
    connect(&m_forms, &FormRun::failed, this, [this](const Error& error) {
        m_state.printed.clear();
        fail(error);
    });
    connect(&m_decisions, &SessionDecisions::changed, this, [this](const SessionView& view) {
        apply(view);
        publish();
        Q_EMIT sessionChanged();
    });
    connect(&m_decisions, &SessionDecisions::failed, this, &SessionPresenter::fail);
    connect(&m_decisions, &SessionDecisions::approvalFailed, this,
            &SessionPresenter::approvalFailed);
    connect(&m_decisions, &SessionDecisions::approved, this, [this](const SessionId& session) {
        Q_EMIT sessionChanged();
        Q_EMIT approved(session);
    });
}

void SessionPresenter::begin(const Filing& order)
{
    startLoading(m_parts.sessions.begin(order, m_config.operatorId));
}

void SessionPresenter::resume(const SessionId& id)
{
    startLoading(m_parts.sessions.resume(id));
}

void SessionPresenter::startLoading(const QFuture<Result<SessionView>>& answer)
{
    close();
    m_state.loading = true;
    publish();
    await(answer, &SessionPresenter::finishLoading);
}

void SessionPresenter::await(const QFuture<Result<SessionView>>& answer, Handler handler)
{
    async::onFinished(
        answer, this,
        [this, handler, generation = m_generation](const Result<SessionView>& result) {
            if (generation == m_generation)
                (this->*handler)(result);
        });
}

void SessionPresenter::finishLoading(const Result<SessionView>& answer)
{
    m_state.loading = false;
    if (!answer) {
        fail(answer.error());
        return;
    }
    apply(*answer);
    if (!answer->session.consent && !answer->session.isFrozen())
        m_state.consent = ConsentNotice::current(m_config.provider);
    const int open = firstOpenStep(0);
    enter(open >= 0 ? open : static_cast<int>(m_state.steps.size()) - 1, open >= 0);
    Q_EMIT sessionChanged();
}

void SessionPresenter::close()
{
    ++m_generation;
    cancelWaiting();
    m_files.clear();
    m_intake.forgetAll();
    m_pictures.forgetAll();
    m_forms.cancel();
    m_decisions.leave();
    m_state = {};
    m_parts.camera.hide();
    publish();
}

void SessionPresenter::primary()
{
    const StepItem* step = m_state.currentStep();
    if (!m_state.view || !step || m_state.busy)
        return;
    if (m_state.consent)
        giveConsent();
    else if (step->kind == StepItem::Kind::CheckAndPrint)
        print();
    else if (m_state.live)
        capture();
    else if (isBad(*step))
        retake();
    else
        next();
}

void SessionPresenter::giveConsent()
{
    if (!m_state.consent || !m_state.view || m_state.busy)
        return;
    m_state.busy = true;
    publish();
    const Consent consent = m_state.consent->agreedAt(m_parts.clock.now().wall);
    await(m_parts.sessions.recordConsent(m_state.view->session.id, consent, m_config.operatorId),
          &SessionPresenter::finishConsent);
}

void SessionPresenter::finishConsent(const Result<SessionView>& answer)
{
    m_state.busy = false;
    if (!answer) {
        fail(answer.error());
        return;
    }
    m_state.consent.reset(); // the camera opens only now
    apply(*answer);
    enter(m_state.current, true);
}

void SessionPresenter::capture()
{
    const auto& frame = m_parts.camera.latest();
    if (!m_state.canCapture || !frame)
        return;
    if (m_state.currentStep()->step.role == EvidenceRole::Photo) {
        m_parts.camera.arm();
        return;
    }
    submit(CapturedFrame{
        *frame, {m_parts.camera.deviceKind(), m_parts.camera.state().name, m_parts.clock.now()}});
}

void SessionPresenter::takeBurst(const std::vector<CameraFrame>& frames)
{
    if (m_state.canCapture)
        submit(CapturedBurst{
            frames,
            {m_parts.camera.deviceKind(), m_parts.camera.state().name, m_parts.clock.now()}});
}

void SessionPresenter::cancelCapture()
{
    m_parts.camera.disarm();
}

void SessionPresenter::importPicture()
{
    if (!m_state.takesPictures())
        return;
    m_parts.prompts.choosePictureFile(
        this,
        [this, generation = m_generation, key = m_state.currentStep()->key()](const QString& path) {
            // The file was chosen for the step that was asked for, not for one shown since.
            const StepItem* step = m_state.currentStep();
            if (generation == m_generation && step && step->key() == key)
                addFile(path);
        });
}

void SessionPresenter::addFile(const QString& path)
{
    if (m_state.takesPictures())
        submit(PictureFile{path});
}

void SessionPresenter::takeScannedFile(const QString& path)
{
    if (m_state.takesPapers()) {
        addFile(path);
        return;
    }
    if (!m_state.view)
        return; // it lies in its folder; nobody's paper is taken without a session
    //: A file that a scanner saved, while the screen waits for no paper
    m_state.notice = StepNotice{tr("A scanned file came: %1. Open the step it belongs to and press "
                                   "Ctrl+I.")
                                    .arg(QFileInfo(path).fileName()),
                                -1, StepNotice::Tone::Look};
    publish();
}

void SessionPresenter::scan()
{
    if (!m_state.canScan)
        return;
    m_state.notice.reset();
    m_state.error.reset();
    m_scan.start();
}

void SessionPresenter::readChip()
{
    if (!m_state.canReadChip)
        return;
    m_state.notice.reset();
    m_state.error.reset();
    m_chip.start(m_state.view->session.id, m_state.currentStep()->step.owner, m_config.operatorId);
}

void SessionPresenter::sayIfChipDiffers()
{
    const auto& lines = m_state.view->crossChecks;
    const bool differs = std::any_of(lines.begin(), lines.end(), [](const CrossCheck& line) {
        return line.id.endsWith(u"/chip") && line.result == CheckResult::Fail;
    });
    m_state.notice = differs ? StepNotice{ErrorText::advice(u"cross.chip-differs"_s, {}),
                                          m_state.indexOf(u"check"_s)}
                             : StepNotice{tr("The chip was read and agrees with the order."), -1,
                                          StepNotice::Tone::Good};
}

void SessionPresenter::cancelWaiting()
{
    m_scan.cancel();
    m_chip.cancel();
}

void SessionPresenter::submit(const PictureSource& source)
{
    const StepItem item = *m_state.currentStep();
    m_state.steps[static_cast<std::size_t>(m_state.current)].mark = StepItem::Mark::Saving;
    m_state.notice.reset();
    m_state.error.reset();
    if (const auto* captured = std::get_if<CapturedFrame>(&source))
        m_state.picture = captured->frame.image;
    if (const auto* scanned = std::get_if<ScannedPaper>(&source))
        m_state.picture = scanned->picture.image;
    m_files.erase(item.key());
    if (const auto* file = std::get_if<PictureFile>(&source))
        m_files[item.key()] = file->path;
    if (const auto* burst = std::get_if<CapturedBurst>(&source))
        m_state.picture = burst->frames.front().image;
    m_state.live = false;
    m_intake.submit(m_state.view->session.id, item.step, item.key(), source, m_config.operatorId);
    publish();
}

void SessionPresenter::onStored(const QString& stepKey)
{
    const int index = m_state.indexOf(stepKey);
    if (index < 0)
        return;
    StepItem& step = m_state.steps[static_cast<std::size_t>(index)];
    step.mark = StepItem::Mark::Checking;
    if (const auto file = m_files.extract(stepKey))
        Q_EMIT fileStored(file.mapped());
    // A paper that lies in the store is out of the way; only the person is waited for.
    if (index == m_state.current && step.step.role != EvidenceRole::Photo)
        next();
    else
        publish();
}

void SessionPresenter::finishPicture(const QString& stepKey, const Result<SessionView>& answer)
{
    const int index = m_state.indexOf(stepKey);
    const bool onScreen = index == m_state.current;
    if (!answer) {
        if (m_state.view)
            apply(*m_state.view); // the mark falls back to what is stored
        fail(answer.error());
        if (onScreen)
            enter(index, true);
        return;
    }
    apply(*answer);
    Q_EMIT sessionChanged();
    const bool bad = isBad(m_state.steps[static_cast<std::size_t>(index)]);
    if (bad && !onScreen)
        sayWhatIsWrong(index);
    else if (onScreen && !bad)
        next();
    else
        publish();
}

void SessionPresenter::sayWhatIsWrong(int step)
{
    const Step& which = m_state.steps[static_cast<std::size_t>(step)].step;
    const Evidence* evidence = m_state.view->session.find(which.role, which.owner);
    const auto open = evidence ? openItemsOf(*m_state.view, *evidence) : std::vector<OpenItem>{};
    const QString why = open.empty()
                            ? QString()
                            : ErrorText::advice(open.front().advice, open.front().adviceArguments);
    //: What is wrong with a paper taken before: "ID, portrait side: A border is cut off."
    m_state.notice = StepNotice{tr("%1: %2").arg(words::role(which.role), why), step};
    publish();
}

void SessionPresenter::retake()
{
    if (m_state.takesPictures())
        enter(m_state.current, true);
}

void SessionPresenter::goTo(int step)
{
    if (m_state.view && step >= 0 && step < static_cast<int>(m_state.steps.size()))
        enter(step, false);
}

void SessionPresenter::next()
{
    if (!m_state.view)
        return;
    const int open = firstOpenStep(m_state.current + 1);
    const int last = static_cast<int>(m_state.steps.size()) - 1;
    enter(open >= 0 ? open : std::min(m_state.current + 1, last), false);
}

void SessionPresenter::previous()
{
    goTo(m_state.current - 1);
}

void SessionPresenter::goToNotice()
{
    if (!m_state.notice)
        return;
    const int step = m_state.notice->step;
    m_state.notice.reset();
    goTo(step);
}

void SessionPresenter::dismissNotice()
{
    m_state.notice.reset();
    m_state.error.reset();
    publish();
}

void SessionPresenter::enter(int step, bool preferLive)
{
    if (step != m_state.current)
        cancelWaiting(); // what comes now was meant for the step before
    if (m_state.notice && m_state.notice->tone == StepNotice::Tone::Good)
        m_state.notice.reset(); // good news is read once
    if (step != m_state.current)
        m_state.picture = {}; // the frame just taken stays until its picture is fetched
    m_state.current = step;
    const StepItem* item = m_state.currentStep();
    const Evidence* evidence = m_state.evidence();
    const bool captures = item && item->kind == StepItem::Kind::Capture;
    const bool pending = item && m_intake.holds(item->key());
    m_state.live = captures && !m_state.isFrozen() && !m_state.consent && !pending &&
                   (preferLive || !evidence);
    if (captures)
        Q_EMIT stepShown(m_state.view->session, item->step.role, item->step.owner);
    if (m_state.live) {
        Q_EMIT stepEntered(m_state.view->session, item->step.role, item->step.owner);
        m_parts.camera.show(item->step.role);
    } else {
        m_parts.camera.hide();
    }
    publish();
}

void SessionPresenter::takeResponsibility(const QString& key)
{
    if (m_state.view)
        m_decisions.takeResponsibility(*m_state.view, key);
}

void SessionPresenter::approve()
{
    if (!m_state.canApprove)
        return;
    m_decisions.approve(m_state.view->session.id);
    publish();
}

void SessionPresenter::print()
{
    const int check = m_state.indexOf(u"check"_s);
    if (!m_state.view || m_state.consent || check < 0)
        return;
    if (m_state.current != check)
        goTo(check); // what is printed is looked at first
    if (!m_state.canPrint)
        return;
    m_state.error.reset();
    m_forms.start(m_state.view->session, m_config.operatorId);
    publish();
}

void SessionPresenter::saveForm()
{
    if (!m_state.canPrint)
        return;
    const QString name = u"form-"_s + m_state.view->session.id.text() + u".pdf"_s;
    m_parts.prompts.chooseFormTarget(
        name, this, [this, generation = m_generation](const QString& path) {
            if (generation != m_generation || !m_state.canPrint)
                return;
            m_state.error.reset();
            m_forms.start(m_state.view->session, m_config.operatorId, path);
            publish();
        });
}

void SessionPresenter::keepForm(const SessionView& view, const Owner& owner, const QByteArray& pdf)
{
    apply(view);
    Q_EMIT formMade(view.session, owner, pdf);
    Q_EMIT sessionChanged();
}

void SessionPresenter::apply(const SessionView& view)
{
    // Answers come in the order of the calls; an older revision can only be a late one.
    if (m_state.view && m_state.view->session.id == view.session.id &&
        m_state.view->session.revision > view.session.revision)
        return;
    m_state.view = view;
    m_state.steps = stepItems(view);
    for (StepItem& item : m_state.steps) {
        if (m_intake.holds(item.key()))
            item.mark = StepItem::Mark::Checking;
    }
}

int SessionPresenter::firstOpenStep(int from) const
{
    for (int i = from; i < static_cast<int>(m_state.steps.size()); ++i) {
        const StepItem& step = m_state.steps[static_cast<std::size_t>(i)];
        if (isOpen(step) && !m_intake.holds(step.key()))
            return i;
    }
    return -1;
}

void SessionPresenter::fail(const Error& error)
{
    if (error.code != ErrorCode::Cancelled)
        m_state.error = error;
    publish();
}

void SessionPresenter::publish()
{
    const StepItem* step = m_state.currentStep();
    m_state.follow({.printing = m_forms.isRunning(),
                    .approving = m_decisions.isApproving(),
                    .stepPending = step && m_intake.holds(step->key()),
                    .anyPending = !m_intake.isEmpty(),
                    .mayApprove = m_config.mayApproveOwn,
                    .hasFrame = m_parts.camera.latest().has_value(),
                    .hasScanner = m_scan.isPossible(),
                    .scanning = m_scan.isRunning(),
                    .scanned = m_scan.part(),
                    .chipReaderFree = m_chip.isPossible(),
                    .readingChip = m_chip.isRunning()});
    m_pictures.fill(m_state);
    Q_EMIT stateChanged(m_state);
}

} // namespace handshake
