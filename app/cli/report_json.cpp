// SPDX-License-Identifier: Apache-2.0
#include "app/cli/report_json.h"

#include "app/filing/filing_json.h"
#include "app/session/session_json.h"
#include "app/workflow/error_text.h"

#include <QFile>
#include <QFileInfo>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

QJsonArray boxToJson(const QRect& box)
{
    return {box.x(), box.y(), box.width(), box.height()};
}

} // namespace

Result<Filing> readFilingFile(const QString& path)
{
    constexpr qint64 kMaxBytes = 16 * 1024 * 1024;
    QFile file(path);
    if (!QFileInfo::exists(path))
        return Error{ErrorCode::NotFound, u"the file does not exist"_s, path};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Storage, u"the file cannot be opened"_s, path};
    if (file.size() > kMaxBytes)
        return Error{ErrorCode::TooLarge, u"a filing is at most 16 MiB"_s, path};
    return parseFiling(file.readAll()).at(path);
}

QString verdictName(CheckResult result)
{
    return checkResultName(result == CheckResult::Unknown ? CheckResult::Warn : result);
}

QJsonArray checksWithWords(const std::vector<CheckValue>& checks)
{
    QJsonArray array;
    for (const QJsonValue value : checksToJson(checks)) {
        QJsonObject object = value.toObject();
        const QString key = object.value(u"advice"_s).toString();
        if (!key.isEmpty())
            object.insert(u"advice"_s, ErrorText::advice(key, {}));
        array.append(object);
    }
    return array;
}

QString checksAsWords(const QString& title, CheckResult verdict,
                      const std::vector<CheckValue>& checks)
{
    QString words = title + u": "_s + verdictName(verdict);
    for (const CheckValue& check : checks) {
        if (check.result == CheckResult::Pass)
            continue;
        words += u"\n  "_s + checkResultName(check.result) + u"  "_s + check.id;
        if (!check.advice.isEmpty())
            words += u": "_s + ErrorText::advice(check.advice, {});
    }
    return words;
}

QJsonObject readingToJson(const QString& file, const PaperReading& reading)
{
    QJsonArray corners;
    for (const QPointF& corner : reading.corners)
        corners.append(QJsonArray{corner.x(), corner.y()});
    QJsonObject fields;
    for (const auto& [key, field] : reading.fields) {
        QJsonArray doubtful;
        for (const int index : field.doubtful)
            doubtful.append(index);
        fields.insert(key, QJsonObject{{u"text"_s, field.text},
                                       {u"confidence"_s, field.confidence},
                                       {u"box"_s, boxToJson(field.box)},
                                       {u"doubtful"_s, doubtful}});
    }
    return {{u"file"_s, file},
            {u"kind"_s, paperKindName(reading.kind)},
            {u"corners"_s, corners},
            {u"fields"_s, fields},
            {u"checks"_s, checksWithWords(reading.checks)},
            {u"ms"_s, reading.ms}};
}

QString readingAsWords(const QString& file, const PaperReading& reading)
{
    QString words = file + u": "_s + paperKindName(reading.kind);
    for (const auto& [key, field] : reading.fields)
        words += u"\n  %1: %2 (%3)"_s.arg(key, field.text).arg(field.confidence, 0, 'f', 2);
    return words + u'\n' + checksAsWords(u"  checks"_s, reading.verdict(), reading.checks);
}

QJsonObject findingToJson(const Finding& finding)
{
    return {{u"code"_s, finding.code},
            {u"severity"_s, severityName(finding.severity)},
            {u"field"_s, finding.field},
            {u"message"_s, ErrorText::advice(finding.messageKey, finding.arguments)},
            {u"advice"_s, ErrorText::nextStep(finding.messageKey)}};
}

QString findingAsWords(const Finding& finding)
{
    return u"%1 %2 %3: %4"_s.arg(severityName(finding.severity), finding.code, finding.field,
                                 ErrorText::advice(finding.messageKey, finding.arguments));
}

QJsonObject verdictToJson(const Session& session, const Verdict& verdict)
{
    QJsonArray open;
    for (const OpenItem& item : verdict.open) {
        QJsonObject object{{u"key"_s, item.key},
                           {u"result"_s, checkResultName(item.result)},
                           {u"blocks"_s, item.blocks},
                           {u"advice"_s, ErrorText::advice(item.advice, item.adviceArguments)}};
        if (item.overridableBy)
            object.insert(u"overridableBy"_s, roleName(*item.overridableBy));
        open.append(object);
    }
    return {{u"event"_s, u"verdict"_s},
            {u"session"_s, session.id.text()},
            {u"state"_s, sessionStateName(session.state)},
            {u"mayGoHome"_s, verdict.mayGoHome},
            {u"open"_s, open}};
}

QString verdictAsWords(const Session& session, const Verdict& verdict)
{
    QString words = u"%1 %2: %3"_s.arg(
        session.id.text(), sessionStateName(session.state),
        ErrorText::advice(verdict.mayGoHome ? u"verdict.go"_s : u"verdict.stay"_s, {}));
    for (const OpenItem& item : verdict.open)
        words += u"\n  %1 %2: %3"_s.arg(item.blocks ? u"✗"_s : u"!"_s, item.key,
                                        ErrorText::advice(item.advice, item.adviceArguments));
    return words;
}

} // namespace handshake
