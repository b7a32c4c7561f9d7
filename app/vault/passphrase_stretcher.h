// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/vault/passphrase_cost.h"
#include "app/vault/secret_bytes.h"

#include <QByteArrayView>
#include <QtGlobal>

namespace handshake {

/// Makes a key of a passphrase. The program has one way only (Argon2idStretcher); tests that make
/// hundreds of keys have a quick one of their own.
class PassphraseStretcher
{
public:
    PassphraseStretcher() = default;
    virtual ~PassphraseStretcher() = default;
    Q_DISABLE_COPY_MOVE(PassphraseStretcher)

    /// 32 bytes. Blocks for as long as `cost` asks.
    [[nodiscard]] virtual Result<SecretBytes>
    stretch(const SecretBytes& passphrase, QByteArrayView salt, PassphraseCost cost) const = 0;
};

} // namespace handshake
