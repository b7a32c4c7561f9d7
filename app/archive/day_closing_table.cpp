// SPDX-License-Identifier: Apache-2.0
#include "app/archive/day_closing_table.h"

#include "app/archive/row_values.h"
#include "app/core/canonical_fields.h"
#include "app/vault/sealer.h"

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kObject = "day-closing:"_L1;

QString dayText(const DayClosing& closing)
{
    return closing.day.toString(Qt::ISODate);
}

QByteArray contextOf(const DayClosing& closing)
{
    return CanonicalFields()
        .add("day_closings.sealed")
        .add(dayText(closing))
        .add(row::milliseconds(closing.closedAt))
        .add(closing.operatorId.text())
        .bytes();
}

} // namespace

DayClosingTable::DayClosingTable(Database& database, Sealer& sealer)
    : m_database(database)
    , m_sealer(sealer)
{
}

Result<void> DayClosingTable::insert(const DayClosing& closing)
{
    if (!closing.day.isValid() || !closing.closedAt.isValid())
        return Error{ErrorCode::InvalidInput, u"a closing needs its day and its time"_s};
    const Result<SealedBytes> sealed = m_sealer.seal(closing.reason.toUtf8(), contextOf(closing));
    if (!sealed)
        return sealed.error();
    const Result<qint64> inserted = m_database.change(
        u"INSERT INTO day_closings (day, closed_at, operator, sealed) VALUES (?, ?, ?, ?)"_s,
        {dayText(closing), row::milliseconds(closing.closedAt), closing.operatorId.text(),
         sealed->bytes()});
    return inserted ? Result<void>() : inserted.error().at(dayText(closing));
}

Result<std::vector<qint64>> DayClosingTable::ofDay(const QDate& day)
{
    const auto rows =
        m_database.select(u"SELECT number FROM day_closings WHERE day = ? ORDER BY number"_s,
                          {day.toString(Qt::ISODate)});
    if (!rows)
        return rows.error();
    std::vector<qint64> numbers;
    for (const Database::Row& values : *rows)
        numbers.push_back(values.at(0).toLongLong());
    return numbers;
}

Result<DayClosing> DayClosingTable::find(qint64 number)
{
    const QString object = objectName(number);
    const auto stored = m_database.selectOne(
        u"SELECT day, closed_at, operator, sealed FROM day_closings WHERE number = ?"_s, {number});
    if (!stored)
        return stored.error();
    if (!*stored)
        return Error{ErrorCode::NotFound, u"no such closing of a day"_s, object};
    const Database::Row& values = **stored;
    const auto operatorId = row::id<OperatorId>(values.at(2));
    if (!operatorId)
        return operatorId.error().at(object);
    DayClosing closing{.day = QDate::fromString(values.at(0).toString(), Qt::ISODate),
                       .operatorId = *operatorId,
                       .closedAt = row::time(values.at(1))};
    const auto reason = row::opened(m_sealer, values.at(3), contextOf(closing), object);
    if (!reason)
        return reason.error();
    closing.reason = QString::fromUtf8(*reason);
    return closing;
}

QString DayClosingTable::objectName(qint64 number)
{
    return kObject + QString::number(number);
}

Result<qint64> DayClosingTable::numberOf(const QString& object)
{
    bool isNumber = false;
    const qint64 number = QStringView(object).mid(kObject.size()).toLongLong(&isNumber);
    if (!object.startsWith(kObject) || !isNumber)
        return Error{ErrorCode::NotFound, u"no closing of a day has that name"_s, object};
    return number;
}

} // namespace handshake
