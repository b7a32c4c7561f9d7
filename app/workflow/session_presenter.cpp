// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/session_presenter.h"

#include "app/core/async.h"
#include "app/workflow/display_words.h"
#include "app/workflow/error_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize kLargeBox{1280, 960};
constexpr QSize kThumbnailBox{320, 240};

bool isBad(const StepItem& step)
{
    return step.mark == StepItem::Mark::Bad;
}

bool isOpen(const StepItem& step)
{
    return step.mark == StepItem::Mark::Open || step.mark == StepItem::Mark::Bad;
}

} // namespace

const StepItem* SessionPageState::currentStep() const
{
    if (current < 0 || current >= static_cast<int>(steps.size()))
        return nullptr;
    return &steps[static_cast<std::size_t>(current)];
}

const Evidence* SessionPageState::evidence() const
{
    const StepItem* item = currentStep();
    if (!view || !item || item->kind != StepItem::Kind::Capture)
        return nullptr;
    return view->session.find(item->step.role, item->step.owner);
}

SessionPresenter::SessionPresenter(Parts parts, Config config, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
    , m_config(std::move(config))
{
    connect(&m_parts.sessions, &SessionGateway::saved, this, &SessionPresenter::onSaved);
    connect(&m_parts.camera, &LiveCamera::stateChanged, this, &SessionPresenter::onCameraState);
    connect(&m_parts.camera, &LiveCamera::paperIsSteady, this, [this] {
        if (m_config.autoCapture)
            capture();
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
    async::onFinished(answer, this,
                      [this, ticket = m_generation](const Result<SessionView>& loaded) {
                          finishLoading(ticket, loaded);
                      });
}

void SessionPresenter::finishLoading(quint64 ticket, const Result<SessionView>& answer)
{
    if (ticket != m_generation)
        return;
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
    m_inFlight.clear();
    m_thumbnails.clear();
    m_formsToMake.clear();
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
    async::onFinished(
        m_parts.sessions.recordConsent(m_state.view->session.id, consent, m_config.operatorId),
        this, [this, generation = m_generation](const Result<SessionView>& answer) {
            if (generation != m_generation)
                return;
            m_state.busy = false;
            if (!answer) {
                fail(answer.error());
                return;
            }
            m_state.consent.reset(); // the camera opens only now
            apply(*answer);
            enter(m_state.current, true);
        });
}

void SessionPresenter::capture()
{
    const auto& frame = m_parts.camera.latest();
    if (!m_state.canCapture || !frame)
        return;
    submit(CapturedFrame{
        *frame, {m_parts.camera.deviceKind(), m_parts.camera.state().name, m_parts.clock.now()}});
}

void SessionPresenter::importPicture()
{
    const StepItem* step = m_state.currentStep();
    if (m_state.consent || m_state.busy || !step || step->kind != StepItem::Kind::Capture)
        return;
    m_parts.prompts.choosePictureFile(this, [this](const QString& path) { addFile(path); });
}

void SessionPresenter::addFile(const QString& path)
{
    const StepItem* step = m_state.currentStep();
    if (m_state.view && !m_state.consent && !m_state.busy && step &&
        step->kind == StepItem::Kind::Capture && !m_state.view->session.isFrozen())
        submit(PictureFile{path});
}

void SessionPresenter::submit(const PictureSource& source)
{
    const StepItem item = *m_state.currentStep();
    const QString key = item.key();
    const quint64 ticket = ++m_lastTicket;
    m_inFlight[key] = ticket;
    m_state.steps[static_cast<std::size_t>(m_state.current)].mark = StepItem::Mark::Saving;
    m_state.notice.reset();
    m_state.error.reset();
    if (const auto* captured = std::get_if<CapturedFrame>(&source))
        m_state.picture = captured->frame.image;
    m_state.live = false;
    publish();
    async::onFinished(
        m_parts.sessions.addPicture(m_state.view->session.id, item.step.role, item.step.owner,
                                    source, m_config.operatorId),
        this, [this, generation = m_generation, key, ticket](const Result<SessionView>& answer) {
            finishPicture(generation, key, ticket, answer);
        });
}

void SessionPresenter::onSaved(const SavedItem& item)
{
    if (!m_state.view || item.session != m_state.view->session.id)
        return;
    const QString key = evidenceRoleName(item.role) + u'@' + item.owner.text();
    const int index = indexOf(key);
    if (index < 0 || !m_inFlight.contains(key))
        return;
    m_state.steps[static_cast<std::size_t>(index)].mark = StepItem::Mark::Checking;
    // A paper that lies in the store is out of the way; only the person is waited for.
    if (index == m_state.current && item.role != EvidenceRole::Photo)
        next();
    else
        publish();
}

void SessionPresenter::finishPicture(quint64 generation, const QString& stepKey, quint64 ticket,
                                     const Result<SessionView>& answer)
{
    const auto pending = m_inFlight.find(stepKey);
    if (generation != m_generation || pending == m_inFlight.end() || pending->second != ticket)
        return;
    m_inFlight.erase(pending);
    const int index = indexOf(stepKey);
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
    const StepItem& step = m_state.steps[static_cast<std::size_t>(index)];
    if (isBad(step) && !onScreen) {
        const Evidence* evidence = m_state.view->session.find(step.step.role, step.step.owner);
        const auto open =
            evidence ? openItemsOf(*m_state.view, *evidence) : std::vector<OpenItem>{};
        const QString why =
            open.empty() ? QString()
                         : ErrorText::advice(open.front().advice, open.front().adviceArguments);
        m_state.notice = StepNotice{words::role(step.step.role) + u": "_s + why, index, true};
        publish();
    } else if (onScreen && !isBad(step)) {
        next();
    } else if (onScreen) {
        showEvidence();
    } else {
        publish();
    }
}

void SessionPresenter::retake()
{
    const StepItem* step = m_state.currentStep();
    if (m_state.view && !m_state.busy && step && step->kind == StepItem::Kind::Capture &&
        !m_state.consent && !m_state.view->session.isFrozen())
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
    m_state.current = step;
    m_state.picture = {};
    const StepItem* item = m_state.currentStep();
    const Evidence* evidence = m_state.evidence();
    const bool captures = item && item->kind == StepItem::Kind::Capture;
    const bool frozen = !m_state.view || m_state.view->session.isFrozen();
    const bool pending = item && m_inFlight.contains(item->key());
    m_state.live = captures && !frozen && !m_state.consent && !pending && (preferLive || !evidence);
    if (m_state.live) {
        Q_EMIT stepEntered(m_state.view->session, item->step.role, item->step.owner);
        m_parts.camera.show(item->step.role);
    } else {
        m_parts.camera.hide();
        showEvidence();
    }
    publish();
}

void SessionPresenter::showEvidence()
{
    const Evidence* evidence = m_state.evidence();
    if (!evidence || m_state.live) {
        publish();
        return;
    }
    // The small picture is there at once; the large one takes its place.
    if (m_state.picture.isNull())
        m_state.picture = m_state.currentStep()->thumbnail;
    publish();
    async::onFinished(m_parts.sessions.picture(*evidence, kLargeBox), this,
                      [this, id = evidence->id](const Result<QImage>& picture) {
                          const Evidence* shown = m_state.evidence();
                          if (!picture || m_state.live || !shown || shown->id != id)
                              return;
                          m_state.picture = *picture;
                          publish();
                      });
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
        if (m_inFlight.contains(item.key()))
            item.mark = StepItem::Mark::Checking;
    }
    fetchThumbnails();
}

void SessionPresenter::fetchThumbnails()
{
    for (StepItem& item : m_state.steps) {
        const Evidence* evidence = item.kind == StepItem::Kind::Capture
                                       ? m_state.view->session.find(item.step.role, item.step.owner)
                                       : nullptr;
        if (!evidence)
            continue;
        const QString id = evidence->id.text();
        const auto known = m_thumbnails.find(id);
        if (known != m_thumbnails.end()) {
            item.thumbnail = known->second;
            continue;
        }
        m_thumbnails[id] = {};
        async::onFinished(
            m_parts.sessions.picture(*evidence, kThumbnailBox), this,
            [this, id, generation = m_generation, key = item.key()](const Result<QImage>& picture) {
                const int index = indexOf(key);
                if (!picture || generation != m_generation || index < 0)
                    return;
                m_thumbnails[id] = *picture;
                m_state.steps[static_cast<std::size_t>(index)].thumbnail = *picture;
                publish();
            });
    }
}

int SessionPresenter::firstOpenStep(int from) const
{
    for (int i = from; i < static_cast<int>(m_state.steps.size()); ++i) {
        const StepItem& step = m_state.steps[static_cast<std::size_t>(i)];
        if (isOpen(step) && !m_inFlight.contains(step.key()))
            return i;
    }
    return -1;
}

int SessionPresenter::indexOf(const QString& key) const
{
    const auto found = std::find_if(m_state.steps.begin(), m_state.steps.end(),
                                    [&](const StepItem& item) { return item.key() == key; });
    return found == m_state.steps.end() ? -1 : static_cast<int>(found - m_state.steps.begin());
}

void SessionPresenter::onCameraState(const LiveCameraState&)
{
    if (m_state.view)
        publish();
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
    const bool frozen = !m_state.view || m_state.view->session.isFrozen();
    const bool pending = step && m_inFlight.contains(step->key());
    if (step && step->kind == StepItem::Kind::Capture && !m_state.consent)
        m_state.busy = pending;
    else if (!m_state.consent)
        m_state.busy = m_state.printing || m_state.approving;
    m_state.canCapture = m_state.live && !frozen && !pending && m_parts.camera.latest().has_value();
    m_state.canPrint = m_state.view && !frozen && !m_state.consent && !m_state.printing &&
                       m_state.view->verdict.mayGoHome && m_inFlight.empty();
    m_state.canApprove = m_state.view && !m_state.approving && m_config.mayApproveOwn &&
                         m_inFlight.empty() &&
                         m_state.view->session.state == SessionState::AwaitingReview;
    Q_EMIT stateChanged(m_state);
}

} // namespace handshake
