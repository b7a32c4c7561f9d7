// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/form_run.h"

#include "app/core/async.h"

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

/// "form.pdf" → "form-2.pdf"
QString numbered(QString path, WebsiteId website)
{
    const qsizetype dot = path.lastIndexOf(u'.');
    const qsizetype folder = path.lastIndexOf(u'/');
    path.insert(dot > folder ? dot : path.size(), u"-%1"_s.arg(website.value()));
    return path;
}

} // namespace

FormRun::FormRun(SessionGateway& sessions, FormPrinter& printer, QObject* parent)
    : QObject(parent)
    , m_sessions(sessions)
    , m_printer(printer)
{
}

void FormRun::start(const Session& session, const OperatorId& who, const QString& file)
{
    cancel();
    m_session = session.id;
    m_who = who;
    m_file = file;
    for (const Website& site : session.filing.websites)
        m_left.push_back(Owner{site.id});
    m_several = m_left.size() > 1;
    makeNext();
}

void FormRun::cancel()
{
    ++m_ticket;
    m_session.reset();
    m_left.clear();
    m_words.clear();
}

void FormRun::makeNext()
{
    if (m_left.empty()) {
        const QString words = m_words;
        cancel();
        Q_EMIT finished(words);
        return;
    }
    async::onFinished(m_sessions.makeForm(*m_session, m_left.front(), *m_who), this,
                      [this, ticket = m_ticket](const Result<FormResult>& answer) {
                          if (ticket == m_ticket)
                              finishForm(answer);
                      });
}

void FormRun::finishForm(const Result<FormResult>& answer)
{
    if (!answer) {
        fail(answer.error());
        return;
    }
    const Owner owner = m_left.front();
    m_left.erase(m_left.begin());
    const quint64 ticket = m_ticket;
    Q_EMIT formMade(answer->view, owner, answer->pdf);
    if (ticket != m_ticket)
        return; // who listened has cancelled the run
    if (const Result<void> done = putOnPaper(*answer, owner); !done)
        fail(done.error());
    else
        makeNext();
}

Result<void> FormRun::putOnPaper(const FormResult& form, const Owner& owner)
{
    if (m_file.isEmpty()) {
        m_words = tr("Printed on %1.").arg(m_printer.printerName());
        return m_printer.print(form.pdf, form.view.session.id.text());
    }
    const QString path = m_several && owner.website ? numbered(m_file, *owner.website) : m_file;
    m_words = tr("Saved as %1.").arg(path);
    return m_printer.saveAs(form.pdf, path);
}

void FormRun::fail(const Error& error)
{
    cancel();
    Q_EMIT failed(error);
}

} // namespace handshake
