// SPDX-License-Identifier: Apache-2.0
#include "app/filing/code_table.h"

#include "app/core/json.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonObject>

#include <optional>
#include <utility>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

/// Names of the tables' files, in the order of CodeTableId.
constexpr std::array<const char*, kCodeTableCount> kNames{
    "certificate-types",   "natures",     "approvals", "services",
    "languages",           "access-ways", "places",    "attachment-formats",
    "attachment-purposes", "provinces"};

constexpr std::array<std::pair<const char*, NumberFormat>, 9> kNumberFormats{{
    {"citizen-number", NumberFormat::CitizenNumber},
    {"permanent-resident-card", NumberFormat::PermanentResidentCard},
    {"passport", NumberFormat::Passport},
    {"hong-kong-macau-permit", NumberFormat::HongKongMacauPermit},
    {"taiwan-permit", NumberFormat::TaiwanPermit},
    {"credit-code", NumberFormat::CreditCode},
    {"credit-code-or-other", NumberFormat::CreditCodeOrOther},
    {"credit-code-or-registration-number", NumberFormat::CreditCodeOrRegistrationNumber},
    {"organisation-code", NumberFormat::OrganisationCode},
}};

std::optional<NumberFormat> numberFormat(const QString& word)
{
    if (word.isEmpty())
        return NumberFormat::Free;
    for (const auto& [name, format] : kNumberFormats) {
        if (word == QLatin1StringView(name))
            return format;
    }
    return std::nullopt;
}

Result<CodeEntry> readEntry(const QJsonObject& row)
{
    CodeEntry entry{.id = row.value(u"id"_s).toInt(),
                    .chinese = row.value(u"zh"_s).toString(),
                    .english = row.value(u"en"_s).toString()};
    const auto format = numberFormat(row.value(u"number"_s).toString());
    if (entry.id < 1 || entry.chinese.isEmpty() || entry.english.isEmpty() || !format)
        return Error{ErrorCode::Configuration,
                     u"code table: an entry needs id, zh, en, and a known number format"_s};
    entry.number = *format;
    for (const QJsonValue nature : row.value(u"natures"_s).toArray())
        entry.natures.push_back(nature.toInt());
    return entry;
}

Result<std::map<int, CodeEntry>> readTable(const QJsonObject& file, QLatin1StringView name)
{
    const bool dated = QDate::fromString(file.value(u"date"_s).toString(), Qt::ISODate).isValid() &&
                       !file.value(u"source"_s).toString().isEmpty();
    if (file.value(u"format"_s) != u"handshake-codes/1"_s || file.value(u"table"_s) != name ||
        !dated)
        return Error{ErrorCode::Configuration,
                     u"code table: format, table, source or date is wrong"_s};
    std::map<int, CodeEntry> table;
    for (const QJsonValue row : file.value(u"entries"_s).toArray()) {
        const Result<CodeEntry> entry = readEntry(row.toObject());
        if (!entry)
            return entry.error();
        if (!table.emplace(entry->id, *entry).second)
            return Error{ErrorCode::Configuration, u"code table: id %1 is twice"_s.arg(entry->id)};
    }
    if (table.empty())
        return Error{ErrorCode::Configuration, u"code table: no entries"_s};
    return table;
}

} // namespace

Result<CodeTables> CodeTables::load(const QString& folder)
{
    CodeTables tables;
    for (std::size_t i = 0; i < kCodeTableCount; ++i) {
        const QLatin1StringView name(kNames.at(i));
        const QString path = folder + u'/' + name + u".json"_s;
        const Result<QJsonObject> file = readJsonFile(path);
        if (!file)
            return Error{ErrorCode::Configuration, file.error().detail, path};
        const auto table = readTable(*file, name);
        if (!table)
            return table.error().at(path);
        tables.m_tables.at(i) = *table;
    }
    return tables;
}

QString CodeTables::name(CodeTableId table, int id, bool english) const
{
    const CodeEntry* found = entry(table, id);
    if (!found)
        return QString::number(id);
    return english ? found->english : found->chinese;
}

bool CodeTables::contains(CodeTableId table, int id) const
{
    return entry(table, id) != nullptr;
}

std::vector<CodeEntry> CodeTables::entries(CodeTableId table) const
{
    std::vector<CodeEntry> all;
    for (const auto& [id, entry] : m_tables.at(static_cast<std::size_t>(table)))
        all.push_back(entry);
    return all;
}

const CodeEntry* CodeTables::entry(CodeTableId table, int id) const
{
    const auto& entries = m_tables.at(static_cast<std::size_t>(table));
    const auto found = entries.find(id);
    return found == entries.end() ? nullptr : &found->second;
}

} // namespace handshake
