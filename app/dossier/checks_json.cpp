// SPDX-License-Identifier: Apache-2.0
#include "app/dossier/checks_json.h"

#include "app/core/role.h"
#include "app/session/session_json.h"

#include <QJsonArray>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

QString timeText(const QDateTime& time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QJsonObject fieldsToJson(const std::map<QString, EvidenceField>& fields)
{
    QJsonObject object;
    for (const auto& [name, field] : fields)
        object.insert(name,
                      QJsonObject{{u"text"_s, field.text}, {u"confidence"_s, field.confidence}});
    return object;
}

QJsonObject evidenceToJson(const Evidence& evidence)
{
    QJsonObject object{{u"key"_s, evidence.key()},
                       {u"ordinal"_s, evidence.ordinal},
                       {u"item"_s, evidence.id.text()},
                       {u"sha256"_s, evidence.masterDigest.hex()},
                       {u"device"_s, evidence.provenance.device},
                       {u"verdict"_s, checkResultName(evidence.verdict())},
                       {u"checks"_s, checksToJson(evidence.checks)}};
    if (evidence.capturedBy)
        object.insert(u"operator"_s, evidence.capturedBy->text());
    if (evidence.provenance.takenAt)
        object.insert(u"takenAt"_s, timeText(evidence.provenance.takenAt->wall));
    if (!evidence.fields.empty())
        object.insert(u"fields"_s, fieldsToJson(evidence.fields));
    return object;
}

QJsonObject crossCheckToJson(const CrossCheck& check)
{
    return {{u"id"_s, check.id},
            {u"field"_s, check.field},
            {u"expected"_s, check.expected},
            {u"found"_s, check.found},
            {u"foundFrom"_s, check.foundFrom},
            {u"result"_s, checkResultName(check.result)},
            {u"advice"_s, check.advice}};
}

QJsonObject overrideToJson(const Override& item)
{
    return {{u"key"_s, item.key},
            {u"who"_s, item.who.text()},
            {u"role"_s, roleName(item.role)},
            {u"reason"_s, item.reason},
            {u"when"_s, timeText(item.when)},
            {u"result"_s, checkResultName(item.result)}};
}

} // namespace

QJsonObject checksToDossierJson(const Session& session, const std::vector<CrossCheck>& crossChecks,
                                const std::map<QString, std::vector<CheckValue>>& renditions)
{
    QJsonArray evidence;
    for (const Evidence& item : session.evidence)
        evidence.append(evidenceToJson(item));
    QJsonArray matrix;
    for (const CrossCheck& check : crossChecks)
        matrix.append(crossCheckToJson(check));
    QJsonArray overrides;
    for (const Override& item : session.overrides)
        overrides.append(overrideToJson(item));
    QJsonObject made;
    for (const auto& [path, checks] : renditions)
        made.insert(path, checksToJson(checks));
    return {{u"format"_s, u"handshake-checks/1"_s},
            {u"backdrop"_s, session.backdropId},
            {u"evidence"_s, evidence},
            {u"crossChecks"_s, matrix},
            {u"overrides"_s, overrides},
            {u"renditions"_s, made}};
}

} // namespace handshake
