// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/vault/secret_bytes.h"

#include <QStringView>

namespace handshake {

/// The recovery key (恢复密钥) as people copy it from paper: 14 groups of four letters and digits
/// in Crockford's base 32, the last characters a check over the rest.
///
/// The text is secret: it is kept as bytes that wipe themselves, and shown or printed once.
class RecoveryCode final
{
public:
    static constexpr int kGroups = 14;
    static constexpr int kGroupLength = 4;

    /// `seed` has PersonKey::kSeedSize bytes. ASCII, groups parted by "-".
    [[nodiscard]] static SecretBytes write(const SecretBytes& seed);

    /// Takes either case, spaces and hyphens anywhere, O for 0, I and L for 1. InvalidInput says
    /// whether something is missing, a sign does not belong there (and in which group), or the
    /// check fails.
    [[nodiscard]] static Result<SecretBytes> read(const SecretBytes& text);
};

} // namespace handshake
