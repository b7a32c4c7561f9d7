// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/core/strong_id.h"
#include "app/vault/fixed_bytes.h"
#include "app/vault/sealer.h"
#include "app/vault/secret_bytes.h"

namespace handshake {

/// The key of one session as it is kept: closed under its day's key. Dropping this row is what
/// erases a session for good (crypto-erase).
struct SessionKeyRecord {
    KeyId id{};
    SessionId session;
    KeyId dayKey{};
    SealedBytes sealed;
};

struct NewSessionKey {
    SessionKeyRecord record;
    SecretBytes key;
};

[[nodiscard]] NewSessionKey makeSessionKey(const SessionId& session, const SecretBytes& dayKey);
/// Corrupt when the row is not what was written, belongs to another session or another day.
[[nodiscard]] Result<SecretBytes> openSessionKey(const SessionKeyRecord& record,
                                                 const SecretBytes& dayKey);

/// A key for one purpose from a session's or a day's key; the same purpose gives the same key.
[[nodiscard]] SecretBytes derivedKey(const SecretBytes& from, QByteArrayView purpose);

} // namespace handshake
