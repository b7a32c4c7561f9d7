// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/core/strong_id.h"
#include "app/filing/filing.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <cstdint>
#include <optional>
#include <set>
#include <type_traits>
#include <utility>
#include <vector>

namespace handshake {

/// Takes the known members out of one JSON object; what is left is its `extra`.
///
/// The first failure of a whole document sticks in `failure`, with the path of its field, and later
/// reads give defaults: a caller reads everything, then looks once. An optional member that says
/// nothing (null, "", code 0, []) counts as absent and stays in rest(), so that it is written back.
class FieldReader final
{
public:
    enum class Need : std::uint8_t { Required, Optional };

    /// `failure` outlives this reader and is shared by all readers of a document.
    FieldReader(QJsonObject object, QString path, std::optional<Error>& failure)
        : m_rest(std::move(object))
        , m_path(std::move(path))
        , m_failure(failure)
    {
    }

    [[nodiscard]] QString requiredText(const QString& key);
    [[nodiscard]] QString optionalText(const QString& key);
    /// A code of a table: not negative, 32 bits.
    [[nodiscard]] int requiredCode(const QString& key);
    [[nodiscard]] int optionalCode(const QString& key);
    /// Six digits, written as text; a number is accepted too and kept as text.
    [[nodiscard]] int regionText(const QString& key);
    [[nodiscard]] std::vector<int> codes(const QString& key);
    [[nodiscard]] std::vector<QString> optionalTexts(const QString& key);
    [[nodiscard]] ValidTo validTo(const QString& key);
    [[nodiscard]] Provincial provincial();

    /// An id, positive and not in `used`, to which it is added.
    template <typename Id>
    [[nodiscard]] Id id(const QString& key, std::set<qint64>& used)
    {
        const qint64 value = positiveId(key, used);
        return *Id::make(value);
    }

    template <typename Read>
    [[nodiscard]] auto object(const QString& key, Read read)
    {
        FieldReader inner(requiredObject(key), pathOf(key), m_failure);
        return read(inner);
    }

    /// std::nullopt when absent.
    template <typename Read>
    [[nodiscard]] auto optionalObject(const QString& key, Read read)
        -> std::optional<std::invoke_result_t<Read, FieldReader&>>
    {
        if (isSilent(key, {}))
            return std::nullopt;
        return object(key, read);
    }

    template <typename Read>
    [[nodiscard]] auto objects(const QString& key, Need need, Read read)
    {
        return list(key, need, [&](const QJsonValue& value, const QString& path) {
            if (!value.isObject())
                fail(path, QStringLiteral("an object is expected"));
            FieldReader inner(value.toObject(), path, m_failure);
            return read(inner);
        });
    }

    void fail(const QString& path, const QString& what);
    [[nodiscard]] QString pathOf(const QString& key) const;
    /// What nobody took.
    [[nodiscard]] const QJsonObject& rest() const noexcept { return m_rest; }

private:
    /// Absent, null, or `empty`, which is of the type the member has to have.
    [[nodiscard]] bool isSilent(const QString& key, const QJsonValue& empty) const;
    [[nodiscard]] QJsonValue take(const QString& key);
    [[nodiscard]] std::optional<qint64> integer(const QJsonValue& value, const QString& path);
    [[nodiscard]] int code(const QJsonValue& value, const QString& path);
    [[nodiscard]] qint64 positiveId(const QString& key, std::set<qint64>& used);
    [[nodiscard]] QJsonObject requiredObject(const QString& key);
    [[nodiscard]] QJsonArray requiredArray(const QString& key);

    /// Calls `read(value, path)` for each member of a list, until something fails.
    template <typename Read>
    [[nodiscard]] auto list(const QString& key, Need need, Read read)
    {
        std::vector<std::invoke_result_t<Read, QJsonValue, const QString&>> all;
        if (need == Need::Optional && isSilent(key, QJsonArray()))
            return all;
        const QJsonArray array = requiredArray(key);
        for (qsizetype i = 0; i < array.size() && !m_failure; ++i)
            all.push_back(read(array.at(i), pathOf(key) + QStringLiteral("[%1]").arg(i)));
        return all;
    }

    QJsonObject m_rest;
    QString m_path;
    std::optional<Error>& m_failure;
};

} // namespace handshake
