// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/filing/filing.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <utility>
#include <vector>

namespace handshake {

/// Writes the known members of one JSON object into its `extra`: what FieldReader took apart. An
/// optional member that says nothing ("", code 0) is not written.
class FieldWriter final
{
public:
    explicit FieldWriter(QJsonObject rest)
        : m_object(std::move(rest))
    {
    }

    FieldWriter& set(const QString& key, const QJsonValue& value)
    {
        m_object.insert(key, value);
        return *this;
    }
    FieldWriter& setText(const QString& key, const QString& text)
    {
        return text.isEmpty() ? *this : set(key, text);
    }
    FieldWriter& setCode(const QString& key, int code)
    {
        return code == 0 ? *this : set(key, code);
    }
    FieldWriter& setProvincial(const Provincial& provincial)
    {
        if (provincial.id)
            set(QStringLiteral("provincialId"), *provincial.id);
        return setText(QStringLiteral("recordNumber"), provincial.recordNumber);
    }
    /// A list; `write` makes a JSON value of each member.
    template <typename T, typename Write>
    FieldWriter& setList(const QString& key, const std::vector<T>& all, Write write)
    {
        QJsonArray array;
        for (const T& one : all)
            array.append(write(one));
        return set(key, array);
    }
    FieldWriter& setCodes(const QString& key, const std::vector<int>& codes)
    {
        return setList(key, codes, [](int code) { return code; });
    }

    [[nodiscard]] const QJsonObject& object() const noexcept { return m_object; }

private:
    QJsonObject m_object;
};

} // namespace handshake
