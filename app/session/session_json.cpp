// SPDX-License-Identifier: Apache-2.0
#include "app/session/session_json.h"

#include "app/core/json.h"
#include "app/filing/filing_json.h"

#include <algorithm>
#include <array>
#include <limits>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kFormat = u"handshake-session/1";

constexpr std::array kResults{CheckResult::Pass, CheckResult::Unknown, CheckResult::Warn,
                              CheckResult::Fail};

Error corrupt(const QString& what)
{
    return Error{ErrorCode::Corrupt, u"stored session: "_s + what};
}

QString timeText(const QDateTime& time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QDateTime timeOf(const QJsonValue& value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

QJsonArray rectToJson(const QRect& rect)
{
    return {rect.x(), rect.y(), rect.width(), rect.height()};
}

QRect rectFromJson(const QJsonArray& array)
{
    return array.size() == 4
               ? QRect(array[0].toInt(), array[1].toInt(), array[2].toInt(), array[3].toInt())
               : QRect();
}

std::optional<CheckResult> checkResultFrom(const QString& name)
{
    const auto known = std::find_if(kResults.begin(), kResults.end(), [&](CheckResult result) {
        return checkResultName(result) == name;
    });
    return known == kResults.end() ? std::nullopt : std::optional(*known);
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

Result<Override> overrideFromJson(const QJsonObject& object)
{
    const auto who = OperatorId::parse(object.value(u"who"_s).toString());
    const auto role = parseRole(object.value(u"role"_s).toString());
    // Not kept by the first builds: then it covers the least there is.
    const auto result = checkResultFrom(object.value(u"result"_s).toString(u"unknown"_s));
    if (!who || !role || !result)
        return corrupt(u"override"_s);
    return Override{
        object.value(u"key"_s).toString(), *who,   *role, object.value(u"reason"_s).toString(),
        timeOf(object.value(u"when"_s)),   *result};
}

QJsonObject chipToJson(const ChipWitness& chip)
{
    QJsonObject fields;
    for (const auto& [key, text] : chip.fields)
        fields.insert(key, text);
    return {{u"owner"_s, chip.owner.text()},
            {u"fields"_s, fields},
            {u"reader"_s, chip.reader},
            {u"time"_s, timeText(chip.time)},
            {u"who"_s, chip.who.text()}};
}

Result<ChipWitness> chipFromJson(const QJsonObject& object)
{
    const auto owner = Owner::parse(object.value(u"owner"_s).toString());
    const auto who = OperatorId::parse(object.value(u"who"_s).toString());
    if (!owner || !who)
        return corrupt(u"chip"_s);
    ChipWitness chip{
        *owner, {}, object.value(u"reader"_s).toString(), timeOf(object.value(u"time"_s)), *who};
    const QJsonObject fields = object.value(u"fields"_s).toObject();
    for (auto field = fields.begin(); field != fields.end(); ++field)
        chip.fields[field.key()] = field.value().toString();
    return chip;
}

/// Absent in what the first builds kept.
Result<std::vector<ChipWitness>> chipsFromJson(const QJsonArray& array)
{
    std::vector<ChipWitness> chips;
    for (const QJsonValue value : array) {
        auto chip = chipFromJson(value.toObject());
        if (!chip)
            return chip.error();
        chips.push_back(*std::move(chip));
    }
    return chips;
}

QJsonObject approvalToJson(const ApprovalFacts& facts)
{
    return {{u"reviewer"_s, facts.reviewer.text()},
            {u"revision"_s, facts.revision},
            {u"time"_s, timeText(facts.time)},
            {u"monotonicNs"_s, facts.monotonicNs},
            {u"auditSequence"_s, facts.checkpoint.sequence},
            {u"auditHash"_s, facts.checkpoint.head.hex()}};
}

Result<ApprovalFacts> approvalFromJson(const QJsonObject& object)
{
    const auto reviewer = OperatorId::parse(object.value(u"reviewer"_s).toString());
    const auto head = Sha256::fromHex(object.value(u"auditHash"_s).toString());
    if (!reviewer || !head)
        return corrupt(u"approval"_s);
    return ApprovalFacts{*reviewer, object.value(u"revision"_s).toInteger(),
                         timeOf(object.value(u"time"_s)),
                         object.value(u"monotonicNs"_s).toInteger(),
                         AuditCheckpoint{object.value(u"auditSequence"_s).toInteger(), *head}};
}

QJsonObject provenanceToJson(const Provenance& provenance)
{
    QJsonObject object{{u"kind"_s, static_cast<int>(provenance.kind)},
                       {u"device"_s, provenance.device}};
    if (provenance.takenAt) {
        object.insert(u"wall"_s, timeText(provenance.takenAt->wall));
        object.insert(u"monotonicNs"_s, qint64(provenance.takenAt->monotonic.count()));
    }
    return object;
}

Result<Provenance> provenanceFromJson(const QJsonObject& object)
{
    const int kind = object.value(u"kind"_s).toInt(-1);
    if (kind < 0 || kind > std::numeric_limits<std::uint8_t>::max())
        return corrupt(u"provenance"_s);
    Provenance provenance;
    provenance.kind = static_cast<DeviceKind>(kind);
    provenance.device = object.value(u"device"_s).toString();
    if (object.contains(u"wall"_s))
        provenance.takenAt =
            Instant{timeOf(object.value(u"wall"_s)),
                    std::chrono::nanoseconds(object.value(u"monotonicNs"_s).toInteger())};
    return provenance;
}

/// Absent is nothing; present but no identifier was not written by this program.
template <typename Id>
Result<std::optional<Id>> optionalId(const QJsonObject& object, const QString& key)
{
    if (!object.contains(key))
        return std::optional<Id>();
    const Result<Id> id = Id::parse(object.value(key).toString());
    return id ? Result<std::optional<Id>>(*id) : corrupt(key);
}

Result<void> readOptionalIds(const QJsonObject& object, Session& session)
{
    const auto predecessor = optionalId<DossierId>(object, u"predecessor"_s);
    const auto dossier = optionalId<DossierId>(object, u"dossier"_s);
    const auto counter = optionalId<CounterId>(object, u"counter"_s);
    if (!predecessor || !dossier || !counter)
        return corrupt(u"predecessor, dossier or counter"_s);
    session.predecessor = *predecessor;
    session.dossier = *dossier;
    session.counter = *counter;
    if (object.contains(u"consent"_s)) {
        const QJsonObject consent = object.value(u"consent"_s).toObject();
        session.consent =
            Consent{consent.value(u"textHash"_s).toString(),
                    consent.value(u"language"_s).toString(), timeOf(consent.value(u"time"_s))};
    }
    return {};
}

} // namespace

QString checkResultName(CheckResult result)
{
    switch (result) {
    case CheckResult::Pass:
        return u"pass"_s;
    case CheckResult::Warn:
        return u"warn"_s;
    case CheckResult::Fail:
        return u"fail"_s;
    case CheckResult::Unknown:
        break;
    }
    return u"unknown"_s;
}

QJsonArray checksToJson(const std::vector<CheckValue>& checks)
{
    QJsonArray array;
    for (const CheckValue& check : checks) {
        QJsonObject object{{u"id"_s, check.id}, {u"result"_s, checkResultName(check.result)}};
        if (check.value)
            object.insert(u"value"_s, *check.value);
        if (check.limit)
            object.insert(u"limit"_s, *check.limit);
        if (!check.advice.isEmpty())
            object.insert(u"advice"_s, check.advice);
        array.append(object);
    }
    return array;
}

Result<std::vector<CheckValue>> checksFromJson(const QJsonArray& array)
{
    std::vector<CheckValue> checks;
    for (const QJsonValue value : array) {
        const QJsonObject object = value.toObject();
        CheckValue check;
        check.id = object.value(u"id"_s).toString();
        check.advice = object.value(u"advice"_s).toString();
        if (object.contains(u"value"_s))
            check.value = object.value(u"value"_s).toDouble();
        if (object.contains(u"limit"_s))
            check.limit = object.value(u"limit"_s).toDouble();
        const auto result = checkResultFrom(object.value(u"result"_s).toString());
        if (!result)
            return corrupt(u"check result"_s);
        check.result = *result;
        checks.push_back(check);
    }
    return checks;
}

QJsonObject returnItemToJson(const ReturnItem& item)
{
    QJsonObject object{
        {u"target"_s, item.target}, {u"code"_s, item.code}, {u"reason"_s, item.reason}};
    if (!item.advice.isEmpty())
        object.insert(u"advice"_s, item.advice);
    return object;
}

QJsonObject sessionToJson(const Session& session)
{
    QJsonObject object{{u"format"_s, QStringView(kFormat).toString()},
                       {u"filing"_s, filingToJson(session.filing)},
                       {u"capturedBy"_s, session.capturedBy.text()},
                       {u"provider"_s, session.provider},
                       {u"backdrop"_s, session.backdropId},
                       {u"dataRevision"_s, session.dataRevision},
                       {u"formDataRevision"_s, session.formDataRevision}};
    if (session.counter)
        object.insert(u"counter"_s, session.counter->text());
    if (session.predecessor)
        object.insert(u"predecessor"_s, session.predecessor->text());
    if (session.dossier)
        object.insert(u"dossier"_s, session.dossier->text());
    if (session.consent)
        object.insert(u"consent"_s, QJsonObject{{u"textHash"_s, session.consent->textHash},
                                                {u"language"_s, session.consent->language},
                                                {u"time"_s, timeText(session.consent->time)}});
    if (session.approval)
        object.insert(u"approval"_s, approvalToJson(*session.approval));
    if (!session.chips.empty()) {
        QJsonArray chips;
        for (const ChipWitness& chip : session.chips)
            chips.append(chipToJson(chip));
        object.insert(u"chips"_s, chips);
    }
    QJsonArray overrides;
    for (const Override& item : session.overrides)
        overrides.append(overrideToJson(item));
    object.insert(u"overrides"_s, overrides);
    QJsonArray returns;
    for (const ReturnItem& item : session.returnItems)
        returns.append(returnItemToJson(item));
    object.insert(u"returnItems"_s, returns);
    return object;
}

Result<Session> sessionFromRecord(const SessionRecord& record)
{
    const Result<QJsonObject> object = parseJsonObject(record.content);
    if (!object || object->value(u"format"_s).toString() != QStringView(kFormat))
        return corrupt(u"not a session"_s);
    const Result<Filing> filing = parseFiling(canonicalJson(object->value(u"filing"_s).toObject()));
    if (!filing)
        return corrupt(u"filing: "_s + filing.error().detail);
    const auto operatorId = OperatorId::parse(object->value(u"capturedBy"_s).toString());
    const auto state = parseSessionState(record.state);
    if (!operatorId || !state)
        return corrupt(u"operator or state"_s);
    Session session{.id = record.id, .filing = *filing, .capturedBy = *operatorId};
    session.revision = record.revision;
    session.state = *state;
    session.createdAt = record.createdAt;
    session.provider = object->value(u"provider"_s).toString();
    session.backdropId = object->value(u"backdrop"_s).toString();
    session.dataRevision = object->value(u"dataRevision"_s).toInteger();
    session.formDataRevision = object->value(u"formDataRevision"_s).toInteger();
    if (const auto read = readOptionalIds(*object, session); !read)
        return read.error();
    if (object->contains(u"approval"_s)) {
        const auto approval = approvalFromJson(object->value(u"approval"_s).toObject());
        if (!approval)
            return approval.error();
        session.approval = *approval;
    }
    auto chips = chipsFromJson(object->value(u"chips"_s).toArray());
    if (!chips)
        return chips.error();
    session.chips = *std::move(chips);
    for (const QJsonValue value : object->value(u"overrides"_s).toArray()) {
        const auto item = overrideFromJson(value.toObject());
        if (!item)
            return item.error();
        session.overrides.push_back(*item);
    }
    for (const QJsonValue value : object->value(u"returnItems"_s).toArray()) {
        const QJsonObject item = value.toObject();
        session.returnItems.push_back(
            {item.value(u"target"_s).toString(), item.value(u"code"_s).toString(),
             item.value(u"reason"_s).toString(), item.value(u"advice"_s).toString()});
    }
    return session;
}

QJsonObject evidenceDetailsToJson(const Evidence& evidence)
{
    QJsonObject fields;
    for (const auto& [key, field] : evidence.fields)
        fields.insert(key,
                      QJsonObject{{u"text"_s, field.text}, {u"confidence"_s, field.confidence}});
    QJsonArray corners;
    for (const QPointF& corner : evidence.corners)
        corners.append(QJsonArray{corner.x(), corner.y()});
    QJsonArray zones;
    for (const QRect& zone : evidence.textZones)
        zones.append(rectToJson(zone));
    QJsonObject object{{u"assessed"_s, evidence.assessed},
                       {u"pixels"_s, QJsonArray{evidence.pixels.width(), evidence.pixels.height()}},
                       {u"provenance"_s, provenanceToJson(evidence.provenance)},
                       {u"checks"_s, checksToJson(evidence.checks)},
                       {u"fields"_s, fields},
                       {u"corners"_s, corners},
                       {u"textZones"_s, zones}};
    if (evidence.capturedBy)
        object.insert(u"capturedBy"_s, evidence.capturedBy->text());
    if (!evidence.face.isEmpty())
        object.insert(u"face"_s, rectToJson(evidence.face));
    return object;
}

Result<Evidence> evidenceFromRecord(const EvidenceRecord& record)
{
    const auto role = parseEvidenceRole(record.role);
    const auto owner = Owner::parse(record.owner);
    const Result<QJsonObject> object = parseJsonObject(record.details);
    if (!role || !owner || !object)
        return corrupt(u"evidence"_s);
    Evidence evidence{.id = record.id,
                      .role = *role,
                      .owner = *owner,
                      .ordinal = record.ordinal,
                      .blob = record.blob,
                      .masterDigest = record.masterDigest,
                      .mediaType = record.mediaType,
                      .bytes = record.bytes};
    const QJsonArray pixels = object->value(u"pixels"_s).toArray();
    evidence.pixels = {pixels.at(0).toInt(), pixels.at(1).toInt()};
    const auto provenance = provenanceFromJson(object->value(u"provenance"_s).toObject());
    if (!provenance)
        return provenance.error();
    evidence.provenance = *provenance;
    if (object->contains(u"capturedBy"_s)) {
        const auto who = OperatorId::parse(object->value(u"capturedBy"_s).toString());
        if (!who)
            return corrupt(u"who captured it"_s);
        evidence.capturedBy = *who;
    }
    evidence.assessed = object->value(u"assessed"_s).toBool();
    const auto checks = checksFromJson(object->value(u"checks"_s).toArray());
    if (!checks)
        return checks.error();
    evidence.checks = *checks;
    const QJsonObject fields = object->value(u"fields"_s).toObject();
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        const QJsonObject content = field.value().toObject();
        evidence.fields[field.key()] = {content.value(u"text"_s).toString(),
                                        content.value(u"confidence"_s).toDouble()};
    }
    for (const QJsonValue corner : object->value(u"corners"_s).toArray())
        evidence.corners << QPointF(corner.toArray().at(0).toDouble(),
                                    corner.toArray().at(1).toDouble());
    evidence.face = rectFromJson(object->value(u"face"_s).toArray());
    for (const QJsonValue zone : object->value(u"textZones"_s).toArray())
        evidence.textZones.push_back(rectFromJson(zone.toArray()));
    return evidence;
}

} // namespace handshake
