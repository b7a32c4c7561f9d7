// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <utility>

namespace handshake {

/// What left a Sealer: the only form in which content goes to the disk. Never mixed up with plain
/// bytes, because it is another type.
class SealedBytes final
{
public:
    /// Bytes that came back from where sealed bytes were put.
    explicit SealedBytes(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
    }

    [[nodiscard]] const QByteArray& bytes() const noexcept { return m_bytes; }

    friend bool operator==(const SealedBytes&, const SealedBytes&) = default;

private:
    QByteArray m_bytes;
};

/// Closes content before it is stored, and opens it again.
///
/// `context` says which place the content belongs to (table, row, column, revision, and what stands
/// beside it in clear). It is not stored: opening with another context than that of sealing fails,
/// so that neither a moved cell nor an altered neighbour passes.
class Sealer
{
public:
    Sealer() = default;
    virtual ~Sealer() = default;
    Q_DISABLE_COPY_MOVE(Sealer)

    virtual Result<SealedBytes> seal(QByteArrayView plain, QByteArrayView context) = 0;
    /// Corrupt when `sealed` is not what was sealed for this context.
    virtual Result<QByteArray> open(const SealedBytes& sealed, QByteArrayView context) = 0;
};

} // namespace handshake
