// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/vault/passphrase_stretcher.h"

namespace handshake {

/// Argon2id (RFC 9106) by libsodium, one lane.
class Argon2idStretcher final : public PassphraseStretcher
{
public:
    /// Needs `cost.memoryBytes` of memory. Denied for a cost under the floor, TooLarge over the
    /// ceiling, InvalidInput for an empty passphrase or a salt of another length, Unavailable when
    /// the memory is not to be had.
    [[nodiscard]] Result<SecretBytes> stretch(const SecretBytes& passphrase, QByteArrayView salt,
                                              PassphraseCost cost) const override;
};

} // namespace handshake
