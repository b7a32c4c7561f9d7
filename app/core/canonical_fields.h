// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QStringView>
#include <QtGlobal>

#include <concepts>
#include <vector>

namespace handshake {

/// A list of fields as bytes, one way only: each field behind its length (8 bytes, big-endian), so
/// that no two lists give the same bytes. What is hashed in the audit chain and what binds a sealed
/// cell to its row.
class CanonicalFields final
{
public:
    CanonicalFields& add(QByteArrayView bytes);
    CanonicalFields& add(QStringView text);
    template <std::same_as<qint64> Number>
    CanonicalFields& add(Number number)
    {
        return addNumber(number);
    }

    [[nodiscard]] const QByteArray& bytes() const noexcept { return m_bytes; }

    /// The fields again; Corrupt unless there are exactly `count`.
    static Result<std::vector<QByteArray>> split(QByteArrayView bytes, std::size_t count);
    /// The number in a field of 8 bytes.
    [[nodiscard]] static qint64 number(const QByteArray& field);

private:
    CanonicalFields& addNumber(qint64 number);

    QByteArray m_bytes;
};

} // namespace handshake
