// SPDX-License-Identifier: Apache-2.0
#include "app/archive/database.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QUuid>

#include <array>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

// sqlite.org/rescode.html; the low byte is the primary code.
constexpr int kBusy = 5;
constexpr int kLocked = 6;
constexpr int kReadOnly = 8;
constexpr int kIoError = 10;
constexpr int kCorrupt = 11;
constexpr int kFull = 13;
constexpr int kCannotOpen = 14;
constexpr int kConstraint = 19;
constexpr int kNotADatabase = 26;
constexpr int kConstraintPrimaryKey = kConstraint | (6 << 8);
constexpr int kConstraintUnique = kConstraint | (8 << 8);

ErrorCode codeOf(int native)
{
    if (native == kConstraintPrimaryKey || native == kConstraintUnique)
        return ErrorCode::AlreadyExists;
    switch (native & 0xff) {
    case kBusy:
    case kLocked:
        return ErrorCode::Busy;
    case kReadOnly:
    case kIoError:
    case kCannotOpen:
        return ErrorCode::Storage;
    case kFull:
        return ErrorCode::StorageFull;
    case kCorrupt:
    case kNotADatabase:
        return ErrorCode::Corrupt;
    default:
        return ErrorCode::Internal;
    }
}

/// SQLite's own words name tables and columns, never values: fit for the log.
Error failure(const QString& step, const QSqlError& error)
{
    const int native = error.nativeErrorCode().toInt();
    return Error{codeOf(native),
                 u"database: %1 failed: %2 (%3)"_s.arg(step, error.databaseText()).arg(native)};
}

struct Setting {
    const char16_t* set;
    const char16_t* ask;
    const char16_t* expected;
};

// journal_mode answers with what came of it; the others are asked again. mmap_size stays 0 because
// a stray write into a map would go to the file unseen, secure_delete overwrites what is deleted.
constexpr std::array kSettings = {
    Setting{u"PRAGMA journal_mode=WAL", u"PRAGMA journal_mode", u"wal"},
    Setting{u"PRAGMA synchronous=FULL", u"PRAGMA synchronous", u"2"},
    Setting{u"PRAGMA foreign_keys=ON", u"PRAGMA foreign_keys", u"1"},
    Setting{u"PRAGMA mmap_size=0", u"PRAGMA mmap_size", u"0"},
    Setting{u"PRAGMA secure_delete=ON", u"PRAGMA secure_delete", u"1"},
    Setting{u"PRAGMA cell_size_check=ON", u"PRAGMA cell_size_check", u"1"},
    Setting{u"PRAGMA trusted_schema=OFF", u"PRAGMA trusted_schema", u"0"},
    Setting{u"PRAGMA temp_store=MEMORY", u"PRAGMA temp_store", u"2"},
};

} // namespace

Result<std::unique_ptr<Database>> Database::open(const QString& file)
{
    const QString driver = u"QSQLITE"_s;
    if (!QSqlDatabase::isDriverAvailable(driver))
        return Error{ErrorCode::Configuration, u"Qt's SQLite driver is not installed"_s};
    std::unique_ptr<Database> database(
        new Database(u"handshake-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces)));
    database->m_connection = QSqlDatabase::addDatabase(driver, database->m_connectionName);
    database->m_connection.setDatabaseName(file);
    database->m_connection.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!database->m_connection.open())
        return failure(u"opening"_s, database->m_connection.lastError()).at(file);
    const Result<void> configured = database->configure();
    if (!configured)
        return configured.error().at(file);
    return database;
}

Database::Database(QString connectionName)
    : m_connectionName(std::move(connectionName))
{
}

Database::~Database()
{
    m_statements.clear();
    m_connection.close(); // checkpoints the WAL; what was committed does not depend on it
    m_connection = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connectionName);
}

Result<void> Database::configure()
{
    for (const Setting& setting : kSettings) {
        const Result<void> set = execute(QString::fromUtf16(setting.set));
        if (!set)
            return set.error();
        const Result<QVariant> answer = pragma(QString::fromUtf16(setting.ask));
        if (!answer)
            return answer.error();
        if (answer->toString() != QStringView(setting.expected))
            return Error{ErrorCode::Configuration, u"database: a setting is not in force: "_s +
                                                       QString::fromUtf16(setting.set)};
    }
    return {};
}

Result<QSqlQuery*> Database::run(const QString& sql, const QVariantList& values)
{
    std::unique_ptr<QSqlQuery>& query = m_statements[sql];
    if (!query) {
        auto fresh = std::make_unique<QSqlQuery>(m_connection);
        fresh->setForwardOnly(true);
        if (!fresh->prepare(sql)) {
            const Error error = failure(u"preparing"_s, fresh->lastError());
            m_statements.erase(sql);
            return error;
        }
        query = std::move(fresh);
    }
    for (qsizetype i = 0; i < values.size(); ++i)
        query->bindValue(static_cast<int>(i), values.at(i));
    if (!query->exec()) {
        const Error error = failure(u"statement"_s, query->lastError());
        query->finish();
        return error;
    }
    return query.get();
}

Result<qint64> Database::change(const QString& sql, const QVariantList& values)
{
    const Result<QSqlQuery*> query = run(sql, values);
    if (!query)
        return query.error();
    const qint64 count = (*query)->numRowsAffected();
    (*query)->finish();
    return count;
}

Result<std::vector<Database::Row>> Database::select(const QString& sql, const QVariantList& values)
{
    const Result<QSqlQuery*> answer = run(sql, values);
    if (!answer)
        return answer.error();
    QSqlQuery& query = **answer;
    const int columns = query.record().count();
    std::vector<Row> rows;
    while (query.next()) {
        Row row;
        row.reserve(columns);
        for (int column = 0; column < columns; ++column)
            row.append(query.value(column));
        rows.push_back(std::move(row));
    }
    // next() answers false at the end and when reading failed alike.
    const QSqlError error = query.lastError();
    query.finish();
    if (error.isValid())
        return failure(u"reading"_s, error);
    return rows;
}

Result<std::optional<Database::Row>> Database::selectOne(const QString& sql,
                                                         const QVariantList& values)
{
    Result<std::vector<Row>> rows = select(sql, values);
    if (!rows)
        return rows.error();
    if (rows->empty())
        return std::optional<Row>();
    if (rows->size() > 1)
        return Error{ErrorCode::Internal, u"database: more than one row for one key"_s};
    return std::optional<Row>(std::move(rows->front()));
}

Result<void> Database::execute(const QString& sql)
{
    QSqlQuery query(m_connection);
    if (!query.exec(sql))
        return failure(u"statement"_s, query.lastError());
    return {};
}

Result<QVariant> Database::pragma(const QString& sql)
{
    QSqlQuery query(m_connection);
    if (!query.exec(sql))
        return failure(u"pragma"_s, query.lastError());
    if (!query.next()) {
        if (query.lastError().isValid())
            return failure(u"pragma"_s, query.lastError());
        return Error{ErrorCode::Internal, u"database: a pragma gave no answer"_s};
    }
    return query.value(0);
}

Result<void> Database::beginTransaction()
{
    // Takes the right to write at once: nothing read inside can be out of date at the commit.
    const Result<qint64> begun = change(u"BEGIN IMMEDIATE"_s);
    return begun ? Result<void>() : begun.error();
}

Result<void> Database::endTransaction(const Result<void>& outcome)
{
    Result<void> result = outcome;
    if (result) {
        const Result<qint64> committed = change(u"COMMIT"_s);
        if (committed)
            return {};
        result = committed.error();
    }
    // SQLite may have rolled back by itself (a full disk); then this one fails, and must not hide
    // what went wrong. A transaction left open would make the next BEGIN fail loudly.
    const Result<qint64> rolledBack = change(u"ROLLBACK"_s);
    static_cast<void>(rolledBack);
    return result;
}

} // namespace handshake
