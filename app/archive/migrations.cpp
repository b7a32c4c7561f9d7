// SPDX-License-Identifier: Apache-2.0
#include "app/archive/migrations.h"

#include "app/archive/database.h"
#include "app/archive/durable_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <vector>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kApplicationId = 0x4844534B; // "HDSK", set by the first migration

struct Migration {
    int version = 0;
    QString file;
    QStringList statements;
};

Error wrongFile(const QString& what, const QString& file)
{
    return Error{ErrorCode::Configuration, u"migrations: "_s + what, file};
}

Result<Migration> readMigration(int version, const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return wrongFile(u"a file cannot be read"_s, path);
    const QString text = QString::fromUtf8(file.readAll()).remove(u'\r');
    static const QRegularExpression kEmptyLine(u"\\n[ \\t]*\\n"_s);
    static const QRegularExpression kComment(u"^[ \\t]*--[^\\n]*\\n?"_s,
                                             QRegularExpression::MultilineOption);
    Migration migration{version, path, {}};
    for (QString statement : text.split(kEmptyLine, Qt::SkipEmptyParts)) {
        statement = statement.remove(kComment).trimmed();
        if (!statement.isEmpty())
            migration.statements.append(statement);
    }
    if (migration.statements.isEmpty())
        return wrongFile(u"a file without statements"_s, path);
    return migration;
}

Result<std::vector<Migration>> readMigrations(const QString& folder)
{
    static const QRegularExpression kName(u"^(\\d{3})_[a-z0-9_]+\\.sql$"_s);
    std::vector<Migration> migrations;
    const QDir directory(folder);
    for (const QString& name : directory.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        const QRegularExpressionMatch match = kName.match(name);
        const int expected = static_cast<int>(migrations.size()) + 1;
        if (!match.hasMatch() || match.captured(1).toInt() != expected)
            return wrongFile(u"file names are not 001_, 002_, ... in order"_s,
                             directory.filePath(name));
        const Result<Migration> migration = readMigration(expected, directory.filePath(name));
        if (!migration)
            return migration.error();
        migrations.push_back(*migration);
    }
    if (migrations.empty())
        return wrongFile(u"there are none"_s, folder);
    return migrations;
}

Result<void> copyBefore(Database& database, int version, const MigrationPlan& plan)
{
    const Result<void> made = durable::makeFolder(plan.copies);
    if (!made)
        return made.error();
    const QString stamp = plan.now.toUTC().toString(u"yyyyMMdd'T'HHmmsszzz"_s);
    const QString target = u"%1/version-%2-%3.db"_s.arg(plan.copies).arg(version).arg(stamp);
    const Result<qint64> copied = database.change(u"VACUUM INTO ?"_s, {target});
    if (!copied)
        return copied.error();
    const Result<void> synced = durable::syncFile(target);
    return synced ? durable::syncFolder(plan.copies) : synced;
}

Result<void> dropOldCopies(const MigrationPlan& plan)
{
    const QDateTime limit = plan.now.addDays(-plan.keepCopyDays);
    QDir directory(plan.copies);
    for (const QFileInfo& copy : directory.entryInfoList({u"version-*.db"_s}, QDir::Files)) {
        if (copy.lastModified() < limit && !directory.remove(copy.fileName()))
            return Error{ErrorCode::Storage, u"an old copy cannot be removed"_s, copy.filePath()};
    }
    return {};
}

Result<void> apply(Database& database, const Migration& migration)
{
    return database.inTransaction([&]() -> Result<void> {
        for (const QString& statement : migration.statements) {
            const Result<void> done = database.execute(statement);
            if (!done)
                return done.error().at(migration.file);
        }
        // Part of the transaction: the number never runs ahead of the tables, or behind.
        return database.execute(u"PRAGMA user_version=%1"_s.arg(migration.version));
    });
}

/// The version of an existing store, 0 for a new file.
Result<int> versionOf(Database& database, int newest)
{
    const Result<QVariant> version = database.pragma(u"PRAGMA user_version"_s);
    if (!version)
        return version.error();
    const Result<QVariant> application = database.pragma(u"PRAGMA application_id"_s);
    if (!application)
        return application.error();
    const Result<QVariant> tables = database.pragma(u"SELECT count(*) FROM sqlite_schema"_s);
    if (!tables)
        return tables.error();
    const bool isNew = tables->toLongLong() == 0 && version->toInt() == 0;
    if (!isNew && application->toLongLong() != kApplicationId)
        return Error{ErrorCode::Unreadable, u"the database is not a store of this program"_s};
    if (version->toInt() > newest)
        return Error{ErrorCode::Configuration,
                     u"the store was written by a newer program (version %1, this one knows %2)"_s
                         .arg(version->toInt())
                         .arg(newest)};
    return version->toInt();
}

} // namespace

Result<int> migrate(Database& database, const MigrationPlan& plan)
{
    const Result<std::vector<Migration>> migrations = readMigrations(plan.folder);
    if (!migrations)
        return migrations.error();
    const int newest = migrations->back().version;
    const Result<int> version = versionOf(database, newest);
    if (!version)
        return version.error();
    const Result<void> dropped = dropOldCopies(plan);
    if (!dropped)
        return dropped.error();
    if (*version > 0 && *version < newest) {
        const Result<void> copied = copyBefore(database, *version, plan);
        if (!copied)
            return copied.error();
    }
    for (const Migration& migration : *migrations) {
        if (migration.version <= *version)
            continue;
        const Result<void> applied = apply(database, migration);
        if (!applied)
            return applied.error();
    }
    return newest;
}

} // namespace handshake
