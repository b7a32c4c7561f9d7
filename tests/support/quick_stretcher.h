// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/canonical_fields.h"
#include "app/core/sha256.h"
#include "app/vault/passphrase_stretcher.h"

namespace handshake::test {

/// One hash instead of Argon2id's second: for tests that make many keys. Counts its calls.
class QuickStretcher final : public PassphraseStretcher
{
public:
    [[nodiscard]] Result<SecretBytes> stretch(const SecretBytes& passphrase, QByteArrayView salt,
                                              PassphraseCost cost) const override
    {
        ++calls;
        return SecretBytes::copyOf(Sha256::of(CanonicalFields()
                                                  .add(passphrase.view())
                                                  .add(salt)
                                                  .add(static_cast<qint64>(cost.memoryBytes))
                                                  .add(static_cast<qint64>(cost.passes))
                                                  .bytes())
                                       .bytes());
    }

    mutable int calls = 0;
};

} // namespace handshake::test
