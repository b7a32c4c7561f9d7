// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QMap>
#include <QString>

namespace handshake {

/// What is put into a form: texts by name, and facts that are so, are not so, or are not settled
/// (absent from the map).
struct FormValues {
    QMap<QString, QString> texts;
    QMap<QString, bool> facts;
};

/// A verification form as data: data/forms/<province or "default">/form.json names it, form.html is
/// its body in the HTML that QTextDocument knows, with
///   {{name}}              a text, escaped
///   {{tick name}}         a box, ticked when the fact is so
///   {{yesno name}}        是 and 否 with a box each; none ticked while not settled
///   {{#name}}…{{/name}}   only when the fact is so; {{^name}} only when it is not
class FormTemplate final
{
public:
    /// The province's own template, else the default. Configuration when neither can be read.
    static Result<FormTemplate> load(const QString& folder, int province);

    [[nodiscard]] const QString& id() const noexcept { return m_id; }
    [[nodiscard]] const QString& title() const noexcept { return m_title; }
    [[nodiscard]] const QString& fontFamily() const noexcept { return m_fontFamily; }

    /// HTML; boxes are images named "box:on" and "box:off". Configuration when the template asks
    /// for a value that there is not.
    [[nodiscard]] Result<QString> fill(const FormValues& values) const;

private:
    QString m_id;
    QString m_title;
    QString m_fontFamily;
    QString m_body;
};

} // namespace handshake
