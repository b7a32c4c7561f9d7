// SPDX-License-Identifier: Apache-2.0
#include "app/vault/session_key.h"

#include "app/core/canonical_fields.h"
#include "app/vault/cell_cipher.h"
#include "app/vault/day_key.h"
#include "app/vault/sodium_p.h"

#include <utility>

namespace handshake {

using namespace Qt::StringLiterals;
using namespace sodium;

namespace {

QByteArray contextOf(const SessionKeyRecord& record)
{
    return CanonicalFields()
        .add("handshake session key 1")
        .add(QStringView(record.session.text()))
        .add(record.id.view())
        .add(record.dayKey.view())
        .bytes();
}

} // namespace

NewSessionKey makeSessionKey(const SessionId& session, const SecretBytes& dayKey)
{
    SecretBytes key = randomKey();
    SessionKeyRecord record{.id = keyIdOf(key),
                            .session = session,
                            .dayKey = keyIdOf(dayKey),
                            .sealed = SealedBytes(QByteArray())};
    record.sealed = SealedBytes(CellCipher(dayKey).seal(key.view(), contextOf(record)));
    return {std::move(record), std::move(key)};
}

Result<SecretBytes> openSessionKey(const SessionKeyRecord& record, const SecretBytes& dayKey)
{
    auto key = CellCipher(dayKey).openSecret(record.sealed.bytes(), contextOf(record));
    if (!key || key->size() != kKeySize || keyIdOf(*key) != record.id)
        return Error{ErrorCode::Corrupt, u"session key: not what was written"_s,
                     record.session.text()};
    return key;
}

SecretBytes derivedKey(const SecretBytes& from, QByteArrayView purpose)
{
    SecretBytes key(kKeySize);
    crypto_generichash(key.data(), static_cast<std::size_t>(key.size()),
                       reinterpret_cast<const unsigned char*>(purpose.data()),
                       static_cast<unsigned long long>(purpose.size()), from.data(),
                       static_cast<std::size_t>(from.size()));
    return key;
}

} // namespace handshake
