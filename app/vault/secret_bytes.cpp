// SPDX-License-Identifier: Apache-2.0
#include "app/vault/secret_bytes.h"

#include <sodium.h>

#include <algorithm>
#include <utility>

namespace handshake {

SecretBytes::SecretBytes(qsizetype size)
    : m_size(std::max<qsizetype>(size, 0))
{
    if (m_size == 0)
        return;
    if (sodium_init() < 0)
        qFatal("libsodium cannot be initialised");
    const auto bytes = static_cast<std::size_t>(m_size);
    m_data = static_cast<unsigned char*>(sodium_malloc(bytes));
    if (!m_data)
        qFatal("no memory for key material");
    sodium_memzero(m_data, bytes);
}

SecretBytes::~SecretBytes()
{
    clear();
}

SecretBytes::SecretBytes(SecretBytes&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0))
{
}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept
{
    if (this != &other) {
        clear();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

SecretBytes SecretBytes::copyOf(QByteArrayView bytes)
{
    SecretBytes secret(bytes.size());
    std::copy(bytes.begin(), bytes.end(), secret.m_data);
    return secret;
}

QByteArrayView SecretBytes::view() const noexcept
{
    return {m_data, m_size};
}

bool SecretBytes::equals(const SecretBytes& other) const noexcept
{
    if (m_size != other.m_size)
        return false;
    return m_size == 0 ||
           sodium_memcmp(m_data, other.m_data, static_cast<std::size_t>(m_size)) == 0;
}

void SecretBytes::clear() noexcept
{
    sodium_free(m_data); // wipes, and accepts null
    m_data = nullptr;
    m_size = 0;
}

} // namespace handshake
