// SPDX-License-Identifier: Apache-2.0
#include "app/archive/result_table.h"

#include "app/archive/row_values.h"
#include "app/core/canonical_fields.h"
#include "app/core/json.h"
#include "app/vault/sealer.h"

#include <QJsonArray>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kCursorContext = "result_cursor.sealed";

QByteArray contextOf(const ResultRecord& result)
{
    return CanonicalFields()
        .add("results.sealed")
        .add(result.identity.bytes())
        .add(result.dossier.text())
        .add(result.status)
        .add(row::milliseconds(result.receivedAt))
        .bytes();
}

/// What the columns beside it do not say.
QByteArray contentOf(const ResultRecord& result)
{
    QJsonArray items;
    for (const ResultItem& item : result.items)
        items.append(QJsonObject{{u"target"_s, item.target},
                                 {u"code"_s, item.code},
                                 {u"reason"_s, item.reason},
                                 {u"advice"_s, item.advice}});
    QJsonObject numbers;
    for (const auto& [name, number] : result.numbers)
        numbers.insert(name, number);
    return canonicalJson({{u"to"_s, result.to},
                          {u"items"_s, items},
                          {u"numbers"_s, numbers},
                          {u"jws"_s, QString::fromLatin1(result.jws)}});
}

Result<void> readContent(const QByteArray& content, ResultRecord& result)
{
    const auto object = parseJsonObject(content);
    if (!object)
        return row::corrupt(result.identity.hex());
    result.to = object->value(u"to"_s).toString();
    result.jws = object->value(u"jws"_s).toString().toLatin1();
    for (const QJsonValue value : object->value(u"items"_s).toArray()) {
        const QJsonObject item = value.toObject();
        result.items.push_back(
            {item.value(u"target"_s).toString(), item.value(u"code"_s).toString(),
             item.value(u"reason"_s).toString(), item.value(u"advice"_s).toString()});
    }
    const QJsonObject numbers = object->value(u"numbers"_s).toObject();
    for (auto number = numbers.begin(); number != numbers.end(); ++number)
        result.numbers.emplace(number.key(), number.value().toString());
    return {};
}

} // namespace

ResultTable::ResultTable(Database& database, Sealer& sealer)
    : m_database(database)
    , m_sealer(sealer)
{
}

Result<void> ResultTable::insert(const ResultRecord& result)
{
    const QString id = result.identity.hex();
    if (result.jws.isEmpty() || !result.receivedAt.isValid())
        return Error{ErrorCode::InvalidInput, u"a result needs its bytes and its time"_s, id};
    const Result<SealedBytes> sealed = m_sealer.seal(contentOf(result), contextOf(result));
    if (!sealed)
        return sealed.error();
    const Result<qint64> inserted = m_database.change(
        u"INSERT INTO results (id, dossier, status, received_at, sealed) VALUES (?, ?, ?, ?, ?)"_s,
        {id, result.dossier.text(), row::text(result.status), row::milliseconds(result.receivedAt),
         sealed->bytes()});
    return inserted ? Result<void>() : inserted.error().at(id);
}

Result<std::optional<ResultRecord>> ResultTable::find(const Sha256& identity)
{
    const auto stored = m_database.selectOne(
        u"SELECT dossier, status, received_at, sealed FROM results WHERE id = ?"_s,
        {identity.hex()});
    if (!stored)
        return stored.error();
    if (!*stored)
        return std::optional<ResultRecord>();
    const Database::Row& values = **stored;
    const auto dossier = row::id<DossierId>(values.at(0));
    if (!dossier)
        return row::corrupt(identity.hex());
    ResultRecord record{
        .identity = identity, .dossier = *dossier, .status = values.at(1).toString()};
    record.receivedAt = row::time(values.at(2));
    const auto content = row::opened(m_sealer, values.at(3), contextOf(record), identity.hex());
    if (!content)
        return content.error();
    if (const auto read = readContent(*content, record); !read)
        return read.error();
    return std::optional<ResultRecord>(std::move(record));
}

Result<std::vector<Sha256>> ResultTable::ofDossier(const DossierId& dossier)
{
    const auto rows = m_database.select(
        u"SELECT id FROM results WHERE dossier = ? ORDER BY number"_s, {dossier.text()});
    if (!rows)
        return rows.error();
    std::vector<Sha256> identities;
    for (const Database::Row& values : *rows) {
        const auto identity = row::digest(values.at(0));
        if (!identity)
            return row::corrupt(dossier.text());
        identities.push_back(*identity);
    }
    return identities;
}

Result<void> ResultTable::saveCursor(const ResultCursor& cursor)
{
    const QByteArray content = CanonicalFields().add(cursor.server).add(cursor.text).bytes();
    const Result<SealedBytes> sealed = m_sealer.seal(content, kCursorContext);
    if (!sealed)
        return sealed.error();
    const Result<qint64> saved =
        m_database.change(u"INSERT INTO result_cursor (id, sealed) VALUES (1, ?)"
                          " ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed"_s,
                          {sealed->bytes()});
    return saved ? Result<void>() : saved.error();
}

Result<std::optional<ResultCursor>> ResultTable::cursor()
{
    const auto stored = m_database.selectOne(u"SELECT sealed FROM result_cursor WHERE id = 1"_s);
    if (!stored)
        return stored.error();
    if (!*stored)
        return std::optional<ResultCursor>();
    const auto content =
        row::opened(m_sealer, (*stored)->at(0), kCursorContext, u"result cursor"_s);
    if (!content)
        return content.error();
    const auto fields = CanonicalFields::split(*content, 2);
    if (!fields)
        return row::corrupt(u"result cursor"_s);
    return std::optional(
        ResultCursor{QString::fromUtf8(fields->at(0)), QString::fromUtf8(fields->at(1))});
}

} // namespace handshake
