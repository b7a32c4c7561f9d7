// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/vault/secret_bytes.h"

#include <QByteArrayView>

#include <sodium.h>

#include <cstddef>

namespace handshake::sodium {

// Between Qt's byte views and what libsodium takes.

constexpr qsizetype kKeySize = 32; ///< of every symmetric key of this room

[[nodiscard]] inline const unsigned char* raw(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

[[nodiscard]] inline unsigned long long length(QByteArrayView bytes)
{
    return static_cast<unsigned long long>(bytes.size());
}

/// A fresh key, from the system's random numbers.
[[nodiscard]] inline SecretBytes randomKey()
{
    SecretBytes key(kKeySize);
    randombytes_buf(key.data(), static_cast<std::size_t>(key.size()));
    return key;
}

} // namespace handshake::sodium
