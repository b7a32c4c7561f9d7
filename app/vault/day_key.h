// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/core/strong_id.h"
#include "app/vault/fixed_bytes.h"
#include "app/vault/person_key.h"
#include "app/vault/roster.h"
#include "app/vault/sealer.h"

#include <QByteArray>
#include <QDate>

#include <map>

namespace handshake {

/// Which key something was closed with: a digest of the key, which says nothing about it.
[[nodiscard]] KeyId keyIdOf(const SecretBytes& key);

/// The key of one business day as it is kept: closed for every active operator and reviewer and for
/// the recovery key, signed by whoever made it. The key itself is 32 bytes.
struct DayKeyRecord {
    KeyId id{};
    QDate day; ///< of Beijing time
    OperatorId maker;
    std::map<OperatorId, SealedBytes> boxes{};
    SealedBytes recoveryBox{QByteArray()};
    Signature signature{}; ///< of the maker, over id and day

    /// Corrupt when it is not as it was written.
    [[nodiscard]] static Result<DayKeyRecord> fromBytes(const QByteArray& bytes);
    [[nodiscard]] QByteArray toBytes() const; ///< canonical JSON
};

struct NewDayKey {
    DayKeyRecord record;
    SecretBytes key;
};

/// A fresh key for a day. Denied unless the maker is one of the roster's readers.
[[nodiscard]] Result<NewDayKey> makeDayKey(const QDate& day, const Roster& roster,
                                           const OperatorId& makerId, const PersonKey& maker);

/// The key, for one of its readers. NotFound when it was not closed for this person, Corrupt when
/// the maker's signature does not hold or another key came out: one that a thief knows must never
/// be sealed with.
[[nodiscard]] Result<SecretBytes> openDayKey(const DayKeyRecord& record, const Roster& roster,
                                             const OperatorId& personId, const PersonKey& person);
/// The same for the recovery key.
[[nodiscard]] Result<SecretBytes> recoverDayKey(const DayKeyRecord& record, const Roster& roster,
                                                const PersonKey& recovery);

/// The record with boxes for the roster's readers of now, the key being known: what rotation
/// writes after a person came or left.
[[nodiscard]] Result<DayKeyRecord> resealedDayKey(DayKeyRecord record, const SecretBytes& key,
                                                  const Roster& roster);

} // namespace handshake
