// SPDX-License-Identifier: Apache-2.0
#include "app/vault/roster.h"

#include "app/core/canonical_fields.h"

#include <QJsonArray>

#include <algorithm>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

Error corrupt(const QString& what, const QString& where = {})
{
    return {ErrorCode::Corrupt, u"roster: "_s + what, where};
}

QByteArray roleNames(const std::set<Role>& roles)
{
    QByteArray names;
    for (const Role role : roles)
        names += roleName(role).toLatin1() + ' ';
    return names;
}

QString idText(const std::optional<OperatorId>& id)
{
    return id ? id->text() : QString();
}

/// What a voucher says.
QByteArray vouchedText(const Member& member)
{
    return CanonicalFields()
        .add("handshake member 1")
        .add(member.id.text())
        .add(roleNames(member.roles))
        .add(member.keys.sealing.view())
        .add(member.keys.signing.view())
        .add(QStringView(idText(member.issuer)))
        .bytes();
}

QByteArray signedText(const Roster& roster)
{
    CanonicalFields fields;
    fields.add("handshake roster 1")
        .add(roster.generation)
        .add(roster.recovery.sealing.view())
        .add(roster.recovery.signing.view())
        .add(QStringView(idText(roster.signer)));
    for (const Member& member : roster.members)
        fields.add(vouchedText(member))
            .add(member.voucher.view())
            .add(member.isActive ? "active" : "removed");
    return fields.bytes();
}

QJsonObject keysToJson(const PersonPublicKeys& keys)
{
    return {{u"sealing"_s, keys.sealing.base64()}, {u"signing"_s, keys.signing.base64()}};
}

Result<PersonPublicKeys> keysFromJson(const QJsonValue& value)
{
    const QJsonObject object = value.toObject();
    const auto sealing = SealingPublicKey::fromBase64(object.value(u"sealing"_s).toString());
    const auto signing = SigningPublicKey::fromBase64(object.value(u"signing"_s).toString());
    if (!sealing || !signing)
        return corrupt(u"a public key is not one"_s);
    return PersonPublicKeys{*sealing, *signing};
}

/// An empty text stands for none.
Result<std::optional<OperatorId>> optionalId(const QJsonValue& value)
{
    const QString text = value.toString();
    if (text.isEmpty())
        return std::optional<OperatorId>();
    const auto id = OperatorId::parse(text);
    if (!id)
        return corrupt(u"a member's id is not one"_s);
    return std::optional<OperatorId>(*id);
}

QJsonObject memberToJson(const Member& member)
{
    QJsonArray roles;
    for (const Role role : member.roles)
        roles.append(roleName(role));
    return {{u"id"_s, member.id.text()},          {u"roles"_s, roles},
            {u"keys"_s, keysToJson(member.keys)}, {u"active"_s, member.isActive},
            {u"issuer"_s, idText(member.issuer)}, {u"voucher"_s, member.voucher.base64()}};
}

Result<Member> memberFromJson(const QJsonObject& object)
{
    const auto id = OperatorId::parse(object.value(u"id"_s).toString());
    if (!id)
        return corrupt(u"a member's id is not one"_s);
    const auto keys = keysFromJson(object.value(u"keys"_s));
    const auto issuer = optionalId(object.value(u"issuer"_s));
    const auto voucher = Signature::fromBase64(object.value(u"voucher"_s).toString());
    if (!keys || !issuer || !voucher)
        return corrupt(u"a member is not as it was written"_s, id->text());
    Member member{.id = *id, .keys = *keys, .issuer = *issuer, .voucher = *voucher};
    member.isActive = object.value(u"active"_s).toBool();
    for (const QJsonValue value : object.value(u"roles"_s).toArray()) {
        const auto role = parseRole(value.toString());
        if (!role)
            return corrupt(u"an unknown role"_s, id->text());
        member.roles.insert(*role);
    }
    return member;
}

} // namespace

const Member* Roster::find(const OperatorId& id) const
{
    const auto found = std::find_if(members.begin(), members.end(),
                                    [&](const Member& member) { return member.id == id; });
    return found == members.end() ? nullptr : &*found;
}

std::vector<const Member*> Roster::readers() const
{
    std::vector<const Member*> found;
    for (const Member& member : members)
        if (member.isActive && (member.has(Role::Operator) || member.has(Role::Reviewer)))
            found.push_back(&member);
    return found;
}

Result<void> Roster::verify() const
{
    for (auto member = members.begin(); member != members.end(); ++member) {
        // Who vouches is listed before: the chain ends at the recovery key, never in a circle.
        const auto issuer = std::find_if(members.begin(), member, [&](const Member& other) {
            return member->issuer && other.id == *member->issuer && other.has(Role::Administrator);
        });
        if (member->issuer && issuer == member)
            return corrupt(u"vouched for by nobody who may"_s, member->id.text());
        const bool isTwice = std::any_of(
            members.begin(), member, [&](const Member& other) { return other.id == member->id; });
        if (isTwice)
            return corrupt(u"listed twice"_s, member->id.text());
        const SigningPublicKey& key = member->issuer ? issuer->keys.signing : recovery.signing;
        if (!isSignedBy(key, vouchedText(*member), member->voucher))
            return corrupt(u"a voucher does not hold"_s, member->id.text());
    }
    const Member* by = signer ? find(*signer) : nullptr;
    if (signer && (!by || !by->isActive || !by->has(Role::Administrator)))
        return corrupt(u"signed by nobody who may"_s);
    if (!isSignedBy(by ? by->keys.signing : recovery.signing, signedText(*this), signature))
        return corrupt(u"its signature does not hold"_s);
    return {};
}

QJsonObject Roster::toJson() const
{
    QJsonArray list;
    for (const Member& member : members)
        list.append(memberToJson(member));
    return {{u"generation"_s, generation},
            {u"recovery"_s, keysToJson(recovery)},
            {u"members"_s, list},
            {u"signer"_s, idText(signer)},
            {u"signature"_s, signature.base64()}};
}

Result<Roster> Roster::fromJson(const QJsonObject& object)
{
    const auto recovery = keysFromJson(object.value(u"recovery"_s));
    const auto signer = optionalId(object.value(u"signer"_s));
    const auto signature = Signature::fromBase64(object.value(u"signature"_s).toString());
    const qint64 generation = object.value(u"generation"_s).toInteger();
    if (!recovery || !signer || !signature || generation < 1)
        return corrupt(u"not as it was written"_s);
    Roster roster{.generation = generation,
                  .recovery = *recovery,
                  .members = {},
                  .signer = *signer,
                  .signature = *signature};
    for (const QJsonValue value : object.value(u"members"_s).toArray()) {
        auto member = memberFromJson(value.toObject());
        if (!member)
            return member.error();
        roster.members.push_back(*std::move(member));
    }
    return roster;
}

void vouchFor(Member& member, const PersonKey& issuer, const std::optional<OperatorId>& issuerId)
{
    member.issuer = issuerId;
    member.voucher = issuer.sign(vouchedText(member));
}

void signRoster(Roster& roster, const PersonKey& signer, const std::optional<OperatorId>& signerId)
{
    roster.signer = signerId;
    roster.signature = signer.sign(signedText(roster));
}

} // namespace handshake
