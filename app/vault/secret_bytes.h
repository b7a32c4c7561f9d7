// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QtGlobal>

namespace handshake {

/// Key material: kept out of swap and core dumps, wiped when it goes. Moves, never copies.
///
/// Its memory lies between guard pages (libsodium), so that reading past its end ends the program
/// at once.
class SecretBytes final
{
public:
    SecretBytes() noexcept = default;
    /// `size` zero bytes. No memory for key material ends the program: nothing useful is left to
    /// do.
    explicit SecretBytes(qsizetype size);
    ~SecretBytes();
    SecretBytes(SecretBytes&& other) noexcept;
    SecretBytes& operator=(SecretBytes&& other) noexcept;
    Q_DISABLE_COPY(SecretBytes)

    /// Copies `bytes`; wiping the source stays with the caller.
    static SecretBytes copyOf(QByteArrayView bytes);

    [[nodiscard]] qsizetype size() const noexcept { return m_size; }
    [[nodiscard]] bool isEmpty() const noexcept { return m_size == 0; }
    [[nodiscard]] unsigned char* data() noexcept { return m_data; }
    [[nodiscard]] const unsigned char* data() const noexcept { return m_data; }
    [[nodiscard]] QByteArrayView view() const noexcept;

    /// In constant time for equal lengths.
    [[nodiscard]] bool equals(const SecretBytes& other) const noexcept;
    /// Wipes now; the object is empty afterwards.
    void clear() noexcept;

private:
    unsigned char* m_data = nullptr;
    qsizetype m_size = 0;
};

} // namespace handshake
