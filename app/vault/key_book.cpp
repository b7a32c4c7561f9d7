// SPDX-License-Identifier: Apache-2.0
#include "app/vault/key_book.h"

#include "app/core/canonical_fields.h"
#include "app/core/json.h"

#include <algorithm>
#include <utility>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kFormat = "handshake-keys-1"_L1;

/// Binds a person's key to the person and to the recovery key that all trust starts from.
QByteArray contextOf(const OperatorId& id, const PersonPublicKeys& recovery)
{
    return CanonicalFields()
        .add("handshake person 1")
        .add(id.text())
        .add(recovery.sealing.view())
        .add(recovery.signing.view())
        .bytes();
}

} // namespace

Result<KeyBook> KeyBook::found(const Founding& founding, const SecretBytes& passphrase,
                               const PersonKey& recovery, const PassphraseStretcher& stretcher)
{
    KeyBook book;
    book.m_roster.recovery = recovery.publicKeys();
    const PersonKey key = PersonKey::generate();
    Member member{.id = founding.administrator, .roles = founding.roles, .keys = key.publicKeys()};
    member.roles.insert(Role::Administrator);
    vouchFor(member, recovery, std::nullopt);
    book.m_roster.members.push_back(member);
    signRoster(book.m_roster, key, member.id);
    const Result<void> wrapped = book.wrap(member.id, key, passphrase, founding.cost, stretcher);
    if (!wrapped)
        return wrapped.error();
    return book;
}

Result<PersonKey> KeyBook::unlock(const OperatorId& id, const SecretBytes& passphrase,
                                  const PassphraseStretcher& stretcher) const
{
    const Member* member = m_roster.find(id);
    const auto wrapped = m_wrapped.find(id);
    if (!member || wrapped == m_wrapped.end())
        return Error{ErrorCode::NotFound, u"nobody of this name in the key file"_s, id.text()};
    if (!member->isActive)
        return Error{ErrorCode::Denied, u"this person was removed"_s, id.text()};
    auto seed = unwrapKey(wrapped->second, passphrase, contextOf(id, m_roster.recovery), stretcher);
    if (!seed)
        return seed.error().at(id.text());
    // From here on the recovery key is known to be the one this person was enrolled under.
    const Result<void> verified = m_roster.verify();
    if (!verified)
        return verified.error();
    auto key = PersonKey::fromSeed(*std::move(seed));
    if (key && key->publicKeys() != member->keys)
        return Error{ErrorCode::Corrupt, u"the key file lists another key"_s, id.text()};
    return key;
}

Result<void> KeyBook::requireAdministrator(const OperatorId& id, const PersonKey& key) const
{
    const Member* member = m_roster.find(id);
    if (!member || !member->isActive || !member->has(Role::Administrator) ||
        member->keys != key.publicKeys())
        return Error{ErrorCode::Denied, u"only an administrator may"_s, id.text()};
    return m_roster.verify();
}

Result<void> KeyBook::wrap(const OperatorId& id, const PersonKey& key,
                           const SecretBytes& passphrase, PassphraseCost cost,
                           const PassphraseStretcher& stretcher)
{
    auto wrapped =
        wrapKey(key.seed(), passphrase, cost, contextOf(id, m_roster.recovery), stretcher);
    if (!wrapped)
        return wrapped.error();
    m_wrapped.insert_or_assign(id, *std::move(wrapped));
    return {};
}

Result<KeyBook> KeyBook::enrol(const Enrolment& person, const SecretBytes& passphrase,
                               const OperatorId& administratorId, const PersonKey& administrator,
                               const PassphraseStretcher& stretcher) const
{
    const Result<void> may = requireAdministrator(administratorId, administrator);
    if (!may)
        return may.error();
    if (person.roles.empty())
        return Error{ErrorCode::InvalidInput, u"a person without a role"_s, person.id.text()};
    if (m_roster.find(person.id))
        return Error{ErrorCode::AlreadyExists, u"the key file knows this person"_s,
                     person.id.text()};
    KeyBook next = *this;
    const PersonKey key = PersonKey::generate();
    Member member{.id = person.id, .roles = person.roles, .keys = key.publicKeys()};
    vouchFor(member, administrator, administratorId);
    next.m_roster.members.push_back(member);
    ++next.m_roster.generation;
    signRoster(next.m_roster, administrator, administratorId);
    const Result<void> wrapped = next.wrap(person.id, key, passphrase, person.cost, stretcher);
    if (!wrapped)
        return wrapped.error();
    return next;
}

Result<KeyBook> KeyBook::remove(const OperatorId& id, const OperatorId& administratorId,
                                const PersonKey& administrator) const
{
    const Result<void> may = requireAdministrator(administratorId, administrator);
    if (!may)
        return may.error();
    KeyBook next = *this;
    const auto leaving = std::find_if(next.m_roster.members.begin(), next.m_roster.members.end(),
                                      [&](const Member& member) { return member.id == id; });
    if (leaving == next.m_roster.members.end() || !leaving->isActive)
        return Error{ErrorCode::NotFound, u"nobody of this name in the key file"_s, id.text()};
    if (id == administratorId)
        return Error{ErrorCode::Conflict, u"another administrator has to do this"_s, id.text()};
    leaving->isActive = false;
    ++next.m_roster.generation;
    next.m_wrapped.erase(id);
    signRoster(next.m_roster, administrator, administratorId);
    return next;
}

Result<KeyBook> KeyBook::changePassphrase(const OperatorId& id, const SecretBytes& now,
                                          const SecretBytes& next, PassphraseCost cost,
                                          const PassphraseStretcher& stretcher) const
{
    const auto key = unlock(id, now, stretcher);
    if (!key)
        return key.error();
    KeyBook changed = *this;
    const Result<void> wrapped = changed.wrap(id, *key, next, cost, stretcher);
    if (!wrapped)
        return wrapped.error();
    return changed;
}

QByteArray KeyBook::toBytes() const
{
    QJsonObject wrapped;
    for (const auto& [id, key] : m_wrapped)
        wrapped.insert(id.text(), key.toJson());
    return canonicalJson(
        {{u"format"_s, kFormat}, {u"roster"_s, m_roster.toJson()}, {u"wrapped"_s, wrapped}});
}

Result<KeyBook> KeyBook::fromBytes(const QByteArray& bytes)
{
    const auto object = parseJsonObject(bytes);
    if (!object || object->value(u"format"_s).toString() != kFormat)
        return Error{ErrorCode::Corrupt, u"not a key file of a known kind"_s};
    auto roster = Roster::fromJson(object->value(u"roster"_s).toObject());
    if (!roster)
        return roster.error();
    KeyBook book;
    book.m_roster = *std::move(roster);
    const QJsonObject wrapped = object->value(u"wrapped"_s).toObject();
    for (auto entry = wrapped.begin(); entry != wrapped.end(); ++entry) {
        const auto id = OperatorId::parse(entry.key());
        auto key = WrappedKey::fromJson(entry.value().toObject());
        if (!id || !key)
            return id ? key.error().at(entry.key()) : id.error();
        book.m_wrapped.emplace(*id, *std::move(key));
    }
    return book;
}

} // namespace handshake
