// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QSqlDatabase>
#include <QString>
#include <QVariant>
#include <QVariantList>

#include <map>
#include <memory>
#include <optional>
#include <vector>

class QSqlQuery;

namespace handshake {

/// The one connection to the store's SQLite file. Bound to its thread.
///
/// Statements are prepared once and kept; values are always bound. A read that fails is an error,
/// never an empty answer (rule 11).
class Database final
{
public:
    using Row = QVariantList; ///< the columns in the order of the SELECT

    /// Opens or makes `file` and reads back that WAL, full sync, foreign keys and the rest are in
    /// force (rules 3, 9); Configuration when one is not.
    static Result<std::unique_ptr<Database>> open(const QString& file);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    /// The number of rows changed.
    Result<qint64> change(const QString& sql, const QVariantList& values = {});
    [[nodiscard]] Result<std::vector<Row>> select(const QString& sql,
                                                  const QVariantList& values = {});
    [[nodiscard]] Result<std::optional<Row>> selectOne(const QString& sql,
                                                       const QVariantList& values = {});

    /// One statement that is not worth keeping: a pragma, a migration.
    Result<void> execute(const QString& sql);
    /// The single value a pragma answers with.
    [[nodiscard]] Result<QVariant> pragma(const QString& sql);

    /// Runs `act` (returning Result<void>) as one transaction: committed when it returns without an
    /// error, rolled back otherwise. Not nested.
    template <typename Act>
    Result<void> inTransaction(Act act)
    {
        const Result<void> begun = beginTransaction();
        if (!begun)
            return begun.error();
        const Result<void> done = act();
        return endTransaction(done);
    }

private:
    explicit Database(QString connectionName);

    Result<void> configure();
    Result<void> beginTransaction();
    Result<void> endTransaction(const Result<void>& outcome);
    /// Prepared, bound and run; owned by the cache.
    Result<QSqlQuery*> run(const QString& sql, const QVariantList& values);

    QString m_connectionName;
    QSqlDatabase m_connection;
    std::map<QString, std::unique_ptr<QSqlQuery>> m_statements;
};

} // namespace handshake
