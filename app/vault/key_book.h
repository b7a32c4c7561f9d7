// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/core/role.h"
#include "app/core/strong_id.h"
#include "app/vault/passphrase_stretcher.h"
#include "app/vault/person_key.h"
#include "app/vault/roster.h"
#include "app/vault/wrapped_key.h"

#include <QByteArray>

#include <map>
#include <set>

namespace handshake {

/// The content of the key file: who belongs to the counter, and each person's key under their own
/// passphrase. A value: what changes it gives a new one, which the archive writes as the next
/// generation. Everything that stretches a passphrase blocks for about a second.
class KeyBook final
{
public:
    /// What first-run asks of the administrator.
    struct Founding {
        OperatorId administrator;
        std::set<Role> roles{}; ///< beside Administrator
        PassphraseCost cost{};
    };
    /// The first book. `recovery` was made for it and goes onto paper, nowhere else.
    static Result<KeyBook> found(const Founding& founding, const SecretBytes& passphrase,
                                 const PersonKey& recovery, const PassphraseStretcher& stretcher);

    [[nodiscard]] const Roster& roster() const noexcept { return m_roster; }

    /// NotFound for a stranger, Denied for a removed person or a wrong passphrase, Corrupt when the
    /// roster does not verify with what this person's key is bound to.
    [[nodiscard]] Result<PersonKey> unlock(const OperatorId& id, const SecretBytes& passphrase,
                                           const PassphraseStretcher& stretcher) const;

    /// A new person. `administrator` is an unlocked administrator's key; AlreadyExists for a known
    /// id (also of a removed person), Denied for whoever may not.
    struct Enrolment {
        OperatorId id;
        std::set<Role> roles{};
        PassphraseCost cost{};
    };
    [[nodiscard]] Result<KeyBook> enrol(const Enrolment& person, const SecretBytes& passphrase,
                                        const OperatorId& administratorId,
                                        const PersonKey& administrator,
                                        const PassphraseStretcher& stretcher) const;
    /// Conflict for oneself (so the last administrator stays), NotFound, Denied.
    [[nodiscard]] Result<KeyBook> remove(const OperatorId& id, const OperatorId& administratorId,
                                         const PersonKey& administrator) const;
    /// The same keys under another passphrase.
    [[nodiscard]] Result<KeyBook> changePassphrase(const OperatorId& id, const SecretBytes& now,
                                                   const SecretBytes& next, PassphraseCost cost,
                                                   const PassphraseStretcher& stretcher) const;

    [[nodiscard]] QByteArray toBytes() const; ///< canonical JSON
    /// Corrupt when it is not as it was written.
    [[nodiscard]] static Result<KeyBook> fromBytes(const QByteArray& bytes);

    friend bool operator==(const KeyBook&, const KeyBook&) = default;

private:
    KeyBook() = default;
    [[nodiscard]] Result<void> requireAdministrator(const OperatorId& id,
                                                    const PersonKey& key) const;
    Result<void> wrap(const OperatorId& id, const PersonKey& key, const SecretBytes& passphrase,
                      PassphraseCost cost, const PassphraseStretcher& stretcher);

    Roster m_roster;
    std::map<OperatorId, WrappedKey> m_wrapped;
};

} // namespace handshake
