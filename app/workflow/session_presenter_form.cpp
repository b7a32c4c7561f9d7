// SPDX-License-Identifier: Apache-2.0
// The second half of SessionPresenter: taking responsibility, the form on paper, the approval.
#include "app/workflow/session_presenter.h"

#include "app/core/async.h"
#include "app/workflow/display_words.h"

#include <algorithm>

namespace handshake {

using namespace Qt::StringLiterals;

void SessionPresenter::takeResponsibility(const QString& key)
{
    if (!m_state.view)
        return;
    const auto& open = m_state.view->verdict.open;
    const auto found = std::find_if(open.begin(), open.end(),
                                    [&](const OpenItem& item) { return item.key == key; });
    if (found == open.end() || !found->overridableBy)
        return;
    m_parts.prompts.askReason(words::openItem(key), this, [this, key](const QString& reason) {
        if (!m_state.view)
            return;
        async::onFinished(m_parts.sessions.overrideCheck(m_state.view->session.id, key, reason,
                                                         m_config.operatorId, m_config.role),
                          this,
                          [this, generation = m_generation](const Result<SessionView>& answer) {
                              if (generation != m_generation)
                                  return;
                              if (answer)
                                  apply(*answer);
                              else
                                  fail(answer.error());
                              publish();
                              Q_EMIT sessionChanged();
                          });
    });
}

void SessionPresenter::print()
{
    const int check = indexOf(u"check"_s);
    if (!m_state.view || m_state.consent || check < 0)
        return;
    if (m_state.current != check)
        goTo(check); // what is printed is looked at first
    if (!m_state.canPrint)
        return;
    m_formTarget.clear();
    m_formsToMake.clear();
    for (const Website& site : m_state.view->session.filing.websites)
        m_formsToMake.push_back(Owner{site.id});
    makeNextForm();
}

void SessionPresenter::saveForm()
{
    if (!m_state.canPrint)
        return;
    const QString name = u"form-"_s + m_state.view->session.id.text() + u".pdf"_s;
    m_parts.prompts.chooseFormTarget(name, this, [this](const QString& path) {
        if (!m_state.canPrint)
            return;
        m_formTarget = path;
        m_formsToMake.clear();
        for (const Website& site : m_state.view->session.filing.websites)
            m_formsToMake.push_back(Owner{site.id});
        makeNextForm();
    });
}

void SessionPresenter::makeNextForm()
{
    if (m_formsToMake.empty()) {
        m_state.printing = false;
        publish();
        next();
        return;
    }
    m_state.printing = true;
    m_state.error.reset();
    publish();
    async::onFinished(m_parts.sessions.makeForm(m_state.view->session.id, m_formsToMake.front(),
                                                m_config.operatorId),
                      this, [this, generation = m_generation](const Result<FormResult>& answer) {
                          if (generation == m_generation)
                              finishForm(answer);
                      });
}

void SessionPresenter::finishForm(const Result<FormResult>& answer)
{
    if (!answer) {
        m_formsToMake.clear();
        m_state.printing = false;
        fail(answer.error());
        return;
    }
    apply(answer->view);
    Q_EMIT formMade(answer->view.session, m_formsToMake.front(), answer->pdf);
    Q_EMIT sessionChanged();
    putOnPaper(*answer);
}

void SessionPresenter::putOnPaper(const FormResult& form)
{
    const Owner owner = m_formsToMake.front();
    m_formsToMake.erase(m_formsToMake.begin());
    Result<void> done;
    if (m_formTarget.isEmpty()) {
        done = m_parts.printer.print(form.pdf, form.view.session.id.text());
        m_state.printed = tr("Printed on %1.").arg(m_parts.printer.printerName());
    } else {
        QString path = m_formTarget;
        const bool several = form.view.session.filing.websites.size() > 1;
        if (several && owner.website) {
            const qsizetype dot = path.lastIndexOf(u'.');
            path.insert(dot < 0 ? path.size() : dot, u"-%1"_s.arg(owner.website->value()));
        }
        done = m_parts.printer.saveAs(form.pdf, path);
        m_state.printed = tr("Saved as %1.").arg(path);
    }
    if (!done) {
        // The form is kept in the session all the same: printing again gives the same data.
        m_formsToMake.clear();
        m_state.printing = false;
        m_state.printed.clear();
        fail(done.error());
        return;
    }
    makeNextForm();
}

void SessionPresenter::approve()
{
    if (!m_state.canApprove)
        return;
    m_state.approving = true;
    publish();
    async::onFinished(m_parts.sessions.approve(m_state.view->session.id, m_config.operatorId), this,
                      [this, generation = m_generation](const Result<SessionView>& answer) {
                          if (generation != m_generation)
                              return;
                          m_state.approving = false;
                          if (!answer) {
                              fail(answer.error());
                              return;
                          }
                          apply(*answer);
                          publish();
                          Q_EMIT sessionChanged();
                          Q_EMIT approved(answer->session.id);
                      });
}

} // namespace handshake
