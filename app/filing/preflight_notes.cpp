// SPDX-License-Identifier: Apache-2.0
#include "app/filing/preflight_notes.h"

#include "app/filing/gbk.h"

#include <algorithm>
#include <utility>

namespace handshake {

using namespace Qt::StringLiterals;

void PreflightNotes::error(const QString& code, const QString& field, const QString& key,
                           const QStringList& arguments)
{
    m_findings.push_back({code, Severity::Error, field, key, arguments});
}

void PreflightNotes::warning(const QString& code, const QString& field, const QString& key,
                             const QStringList& arguments)
{
    m_findings.push_back({code, Severity::Warning, field, key, arguments});
}

void PreflightNotes::info(const QString& code, const QString& field, const QString& key,
                          const QStringList& arguments)
{
    m_findings.push_back({code, Severity::Info, field, key, arguments});
}

void PreflightNotes::add(Finding finding, const QString& field)
{
    finding.field = field;
    m_findings.push_back(std::move(finding));
}

bool PreflightNotes::isMissing(const QString& text, const QString& field)
{
    if (!text.trimmed().isEmpty())
        return false;
    error(u"F:missing"_s, field, u"filing.missing"_s);
    return true;
}

void PreflightNotes::checkCharacters(const QString& text, const QString& field)
{
    const bool hasControl = std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.category() == QChar::Other_Control && c != u'\n' && c != u'\t';
    });
    if (hasControl) {
        error(u"5008"_s, field, u"filing.5008"_s);
        return;
    }
    const qsizetype outside = firstOutsideGbk(text);
    if (outside >= 0)
        error(u"5008"_s, field, u"filing.gbk"_s, {QString::number(outside + 1)});
}

bool PreflightNotes::hasErrorAt(const QString& field) const
{
    return std::any_of(m_findings.begin(), m_findings.end(), [&](const Finding& finding) {
        return finding.severity == Severity::Error && finding.field == field;
    });
}

QString indexed(const QString& list, std::size_t index)
{
    return list + u'[' + QString::number(index) + u']';
}

} // namespace handshake
