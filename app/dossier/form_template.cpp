// SPDX-License-Identifier: Apache-2.0
#include "app/dossier/form_template.h"

#include "app/core/json.h"

#include <QDate>
#include <QFile>
#include <QFileInfo>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <optional>
#include <vector>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMaxBody = 256 * 1024;

Error unusable(const QString& detail, const QString& place)
{
    return Error{ErrorCode::Configuration, u"form template: "_s + detail, place};
}

QString box(bool isTicked)
{
    return isTicked ? u"<img src=\"box:on\">"_s : u"<img src=\"box:off\">"_s;
}

QString yesNo(const QMap<QString, bool>& facts, const QString& name)
{
    const auto fact = facts.constFind(name);
    const bool isYes = fact != facts.constEnd() && *fact;
    const bool isNo = fact != facts.constEnd() && !*fact;
    return box(isYes) + u"&nbsp;是&nbsp;&nbsp;&nbsp;"_s + box(isNo) + u"&nbsp;否"_s;
}

/// Which parts of the template are shown at the moment: nested sections, outermost first.
class Sections final
{
public:
    void enter(const QString& name, bool isShown) { m_open.push_back({name, isShown}); }
    bool leave(const QString& name)
    {
        if (m_open.empty() || m_open.back().name != name)
            return false;
        m_open.pop_back();
        return true;
    }
    [[nodiscard]] bool isShown() const
    {
        return std::all_of(m_open.begin(), m_open.end(),
                           [](const Section& section) { return section.isShown; });
    }
    [[nodiscard]] bool areClosed() const { return m_open.empty(); }

private:
    struct Section {
        QString name;
        bool isShown;
    };
    std::vector<Section> m_open;
};

/// What stands for a placeholder; an empty optional when there is no such value.
std::optional<QString> replacementOf(const QString& verb, const QString& name,
                                     const FormValues& values)
{
    if (verb == u"tick")
        return box(values.facts.value(name, false));
    if (verb == u"yesno")
        return yesNo(values.facts, name);
    const auto text = values.texts.constFind(name);
    if (!verb.isEmpty() || text == values.texts.constEnd())
        return std::nullopt;
    return text->toHtmlEscaped();
}

} // namespace

Result<FormTemplate> FormTemplate::load(const QString& folder, int province)
{
    QString place = u"%1/%2"_s.arg(folder).arg(province);
    if (!QFileInfo::exists(place + u"/form.json"_s))
        place = folder + u"/default"_s;
    const Result<QJsonObject> meta = readJsonFile(place + u"/form.json"_s);
    if (!meta)
        return unusable(meta.error().detail, place);
    FormTemplate form;
    form.m_id = meta->value(u"id"_s).toString();
    form.m_title = meta->value(u"title"_s).toString();
    form.m_fontFamily = meta->value(u"font"_s).toString();
    const bool isDated =
        QDate::fromString(meta->value(u"date"_s).toString(), Qt::ISODate).isValid() &&
        !meta->value(u"source"_s).toString().isEmpty();
    if (meta->value(u"format"_s) != u"handshake-form/1"_s || form.m_id.isEmpty() ||
        form.m_title.isEmpty() || form.m_fontFamily.isEmpty() || !isDated)
        return unusable(u"form.json lacks format, id, title, font, date or source"_s, place);
    QFile body(place + u"/form.html"_s);
    if (!body.open(QIODevice::ReadOnly) || body.size() > kMaxBody)
        return unusable(u"form.html cannot be read"_s, place);
    form.m_body = QString::fromUtf8(body.readAll());
    if (form.m_body.isEmpty())
        return unusable(u"form.html is empty"_s, place);
    return form;
}

Result<QString> FormTemplate::fill(const FormValues& values) const
{
    static const QRegularExpression placeholder(
        u"\\{\\{([#^/])?(?:(tick|yesno) )?([A-Za-z][A-Za-z0-9.]*)\\}\\}"_s);
    QString html;
    Sections sections;
    qsizetype done = 0;
    auto matches = placeholder.globalMatch(m_body);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const QString name = match.captured(3);
        if (sections.isShown())
            html += QStringView(m_body).mid(done, match.capturedStart() - done);
        done = match.capturedEnd();
        const QString mark = match.captured(1);
        if (mark == u"#" || mark == u"^") {
            sections.enter(name, values.facts.value(name, false) == (mark == u"#"));
        } else if (mark == u"/") {
            if (!sections.leave(name))
                return unusable(u"a section ends that was not begun"_s, m_id + u": "_s + name);
        } else if (sections.isShown()) {
            const std::optional<QString> text = replacementOf(match.captured(2), name, values);
            if (!text)
                return unusable(u"asks for a value that there is not"_s, m_id + u": "_s + name);
            html += *text;
        }
    }
    if (!sections.areClosed())
        return unusable(u"a section has no end"_s, m_id);
    html += QStringView(m_body).mid(done);
    if (html.contains(u"{{"))
        return unusable(u"a placeholder is not well formed"_s, m_id);
    return html;
}

} // namespace handshake
