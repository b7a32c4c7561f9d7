// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/core/sha256.h"
#include "app/core/strong_id.h"
#include "app/vault/sealer.h"

#include <QDateTime>
#include <QString>
#include <QVariant>

#include <vector>

namespace handshake::row {

// Between the values of a row and the types of the records. What does not parse was not written by
// this program: Corrupt.

[[nodiscard]] inline Error corrupt(const QString& object)
{
    return Error{ErrorCode::Corrupt, QStringLiteral("a row is not what was written"), object};
}

template <typename Id>
[[nodiscard]] Result<Id> id(const QVariant& value)
{
    const Result<Id> parsed = Id::parse(value.toString());
    return parsed ? parsed : Result<Id>(corrupt(QString()));
}

/// The identifiers in the first column.
template <typename Id, typename Rows>
[[nodiscard]] Result<std::vector<Id>> ids(const Result<Rows>& rows)
{
    if (!rows)
        return rows.error();
    std::vector<Id> found;
    for (const auto& values : *rows) {
        const Result<Id> parsed = id<Id>(values.at(0));
        if (!parsed)
            return parsed.error();
        found.push_back(*parsed);
    }
    return found;
}

/// The bytes behind a seal, with the object's name on a failure.
[[nodiscard]] inline Result<QByteArray> opened(Sealer& sealer, const QVariant& sealed,
                                               const QByteArray& context, const QString& object)
{
    Result<QByteArray> content = sealer.open(SealedBytes(sealed.toByteArray()), context);
    return content ? content : Result<QByteArray>(content.error().at(object));
}

[[nodiscard]] inline Result<Sha256> digest(const QVariant& value)
{
    const Result<Sha256> parsed = Sha256::fromHex(value.toString());
    return parsed ? parsed : Result<Sha256>(corrupt(QString()));
}

/// SQLite keeps whole milliseconds since 1970 UTC.
[[nodiscard]] inline qint64 milliseconds(const QDateTime& time)
{
    return time.toMSecsSinceEpoch();
}

[[nodiscard]] inline QDateTime time(const QVariant& value)
{
    return QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
}

/// Never null: a column that is NOT NULL takes an empty text.
[[nodiscard]] inline QString text(const QString& value)
{
    return value.isNull() ? QStringLiteral("") : value;
}

} // namespace handshake::row
