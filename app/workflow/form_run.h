// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/workflow/form_printer.h"
#include "app/workflow/session_gateway.h"

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace handshake {

/// One printing of a session's verification forms: a form per website is made, kept in the session
/// and put on paper (or in a file), one after the other. A failure ends the run; forms made before
/// it are kept all the same, so that printing again gives the same data.
class FormRun final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this object.
    FormRun(SessionGateway& sessions, FormPrinter& printer, QObject* parent = nullptr);

    /// `file` empty: the printer. With several websites the file's name gets the website's number.
    void start(const Session& session, const OperatorId& who, const QString& file = {});
    /// Nothing more is made; the answer that is under way is dropped.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_session.has_value(); }

Q_SIGNALS:
    /// A form is made and kept; the paper comes next.
    void formMade(const handshake::SessionView& view, const handshake::Owner& owner,
                  const QByteArray& pdf);
    /// All are out; `words` say where.
    void finished(const QString& words);
    void failed(const handshake::Error& error);

private:
    void makeNext();
    void finishForm(const Result<FormResult>& answer);
    [[nodiscard]] Result<void> putOnPaper(const FormResult& form, const Owner& owner);
    void fail(const Error& error);

    SessionGateway& m_sessions;
    FormPrinter& m_printer;
    std::optional<SessionId> m_session;
    std::optional<OperatorId> m_who;
    QString m_file;
    std::vector<Owner> m_left;
    bool m_several = false;
    QString m_words;
    quint64 m_ticket = 0;
};

} // namespace handshake
