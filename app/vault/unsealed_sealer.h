// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/vault/sealer.h"

namespace handshake {

/// A sealer that hides nothing: content stays readable on the disk behind a header of 16 bytes
/// ("HDPLAIN1" and the first 8 bytes of a SHA-256 over context and content).
///
/// Damage and misplaced cells are found as with real sealing; whoever alters them on purpose can
/// make the header fit. For stores without operators' keys, and for tests.
class UnsealedSealer final : public Sealer
{
public:
    static constexpr qsizetype kHeaderSize = 16;

    Result<SealedBytes> seal(QByteArrayView plain, QByteArrayView context) override;
    Result<QByteArray> open(const SealedBytes& sealed, QByteArrayView context) override;
};

} // namespace handshake
