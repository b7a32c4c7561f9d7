// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/session/session_types.h"
#include "app/session/steps.h"
#include "support/specimen_filing.h"

#include <map>

namespace handshake::test {

/// A session over the specimen order; nothing captured.
inline Session specimenSession(const Filing& filing = specimenFiling())
{
    Session session{.id = *SessionId::parse(u"S234567"),
                    .filing = filing,
                    .capturedBy = *OperatorId::parse(u"op1")};
    session.revision = 1;
    session.dataRevision = 1;
    session.provider = QStringLiteral("样本接入服务有限公司");
    session.createdAt = QDateTime(QDate(2026, 11, 23), QTime(1, 0), Qt::UTC);
    return session;
}

/// Evidence as if it had been captured and found faultless.
inline Evidence specimenEvidence(EvidenceRole role, const Owner& owner,
                                 std::map<QString, EvidenceField> fields = {})
{
    const QString key = evidenceRoleName(role) + u'-' + owner.text().replace(u':', u'-');
    const Sha256 digest = Sha256::of(key.toUtf8());
    Evidence item{.id = *ItemId::parse(key),
                  .role = role,
                  .owner = owner,
                  .blob = *BlobId::parse(digest.hex()),
                  .masterDigest = digest,
                  .mediaType = QStringLiteral("image/jpeg")};
    item.assessed = true;
    item.pixels = {1600, 1200};
    item.fields = std::move(fields);
    return item;
}

/// What a faultless reading of the papers gives for this filing.
inline std::map<QString, EvidenceField> readingOf(const Filing& filing, EvidenceRole role,
                                                  const Owner& owner)
{
    const Person* person = personOf(filing, owner);
    switch (role) {
    case EvidenceRole::IdPortrait:
        return {{QStringLiteral("name"), {person->name, 0.98}},
                {QStringLiteral("number"), {person->certificate.number, 0.99}}};
    case EvidenceRole::IdEmblem: {
        const ValidTo& until = person->certificate.validTo;
        const QString text =
            until.date ? until.date->toString(Qt::ISODate) : QStringLiteral("long");
        return {{QStringLiteral("validTo"), {text, 0.97}}};
    }
    case EvidenceRole::Licence:
        return {{QStringLiteral("name"), {filing.subject.name, 0.97}},
                {QStringLiteral("creditCode"), {filing.subject.certificate.number, 0.99}},
                {QStringLiteral("address"), {filing.subject.certificate.address, 0.93}},
                {QStringLiteral("representative"), {filing.subject.person.name, 0.95}}};
    default:
        return {};
    }
}

/// Everything captured and faultless, the signed form too if asked for.
inline Session completeSession(const Filing& filing = specimenFiling(), bool withForm = true)
{
    Session session = specimenSession(filing);
    for (const Step& step : stepsFor(filing)) {
        if (step.role == EvidenceRole::SignedForm && !withForm)
            continue;
        for (int n = 1; n <= step.count; ++n) {
            Evidence item =
                specimenEvidence(step.role, step.owner, readingOf(filing, step.role, step.owner));
            if (n > 1)
                item.id = *ItemId::parse(item.id.text() + QStringLiteral("-%1").arg(n));
            item.ordinal = n;
            session.evidence.push_back(item);
        }
    }
    return session;
}

} // namespace handshake::test
