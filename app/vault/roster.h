// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/core/role.h"
#include "app/core/strong_id.h"
#include "app/vault/person_key.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>
#include <set>
#include <vector>

namespace handshake {

/// One person of the counter, as everybody may know them.
struct Member {
    OperatorId id;
    std::set<Role> roles{};
    PersonPublicKeys keys{};
    bool isActive = true; ///< a removed one stays listed: what they signed keeps its name
    /// Who vouched for the keys: an administrator; none: the recovery key, which vouches for the
    /// first administrator.
    std::optional<OperatorId> issuer{};
    Signature voucher{}; ///< of the issuer, over id, roles and keys

    [[nodiscard]] bool has(Role role) const { return roles.contains(role); }
    friend bool operator==(const Member&, const Member&) = default;
};

/// Who belongs to the counter, in one generation. Every change makes a new one, signed by an
/// administrator (or, for the first, by the recovery key).
///
/// Trust starts at the recovery key, which each person's wrapped key is bound to: from there every
/// member is vouched for over administrators, and the whole is signed by one who is active in it.
struct Roster {
    qint64 generation = 1;
    PersonPublicKeys recovery{};
    std::vector<Member> members{};
    std::optional<OperatorId> signer{}; ///< none: the recovery key
    Signature signature{};

    [[nodiscard]] const Member* find(const OperatorId& id) const;
    /// Those whom a day key is sealed to: active operators and reviewers.
    [[nodiscard]] std::vector<const Member*> readers() const;

    /// Corrupt naming the member whose voucher, or nobody when the whole signature, does not hold.
    [[nodiscard]] Result<void> verify() const;

    [[nodiscard]] QJsonObject toJson() const;
    /// Corrupt when it is not as it was written. Does not verify().
    [[nodiscard]] static Result<Roster> fromJson(const QJsonObject& object);

    friend bool operator==(const Roster&, const Roster&) = default;
};

/// Fills in issuer and voucher.
void vouchFor(Member& member, const PersonKey& issuer, const std::optional<OperatorId>& issuerId);
/// Fills in signer and signature.
void signRoster(Roster& roster, const PersonKey& signer, const std::optional<OperatorId>& signerId);

} // namespace handshake
