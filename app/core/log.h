// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLoggingCategory>
#include <QString>

#include <concepts>
#include <initializer_list>
#include <type_traits>

namespace handshake {

namespace log {

/// What may stand in a log line: figures, enumerators, and types that vouch for themselves with
/// logText() (identifiers, digests). No QString, no QByteArray, no char*: a name cannot be logged,
/// because it does not compile.
template <typename T>
concept Loggable = std::is_arithmetic_v<T> || std::is_enum_v<T> || requires(const T& value)
{
    {
        value.logText()
        } -> std::convertible_to<QString>;
};

/// One "key=value" of a log line. The key is a literal.
class Field final
{
public:
    template <std::size_t N, Loggable T>
    Field(const char (&key)[N], const T& value)
        : m_text(QString::fromLatin1(key, N - 1) + u'=' + asText(value))
    {
    }

    [[nodiscard]] const QString& text() const noexcept { return m_text; }

private:
    template <Loggable T>
    static QString asText(const T& value)
    {
        if constexpr (std::is_same_v<T, bool>)
            return value ? QStringLiteral("yes") : QStringLiteral("no");
        else if constexpr (std::is_arithmetic_v<T>)
            return QString::number(value);
        else if constexpr (std::is_enum_v<T>)
            return QString::number(static_cast<qlonglong>(value));
        else
            return value.logText();
    }

    QString m_text;
};

void write(QtMsgType type, const QLoggingCategory& category, const QString& line);

template <std::size_t N>
QString line(const char (&event)[N], std::initializer_list<Field> fields)
{
    QString text = QString::fromLatin1(event, N - 1);
    for (const Field& field : fields)
        text += u' ' + field.text();
    return text;
}

/// `info(handshakeArchive(), "blob stored", {{"bytes", size}, {"blob", id}})`
template <std::size_t N>
void info(const QLoggingCategory& category, const char (&event)[N],
          std::initializer_list<Field> fields = {})
{
    write(QtInfoMsg, category, line(event, fields));
}

template <std::size_t N>
void warning(const QLoggingCategory& category, const char (&event)[N],
             std::initializer_list<Field> fields = {})
{
    write(QtWarningMsg, category, line(event, fields));
}

/// What the message handler does to free text of Qt and of libraries: runs of four or more digits,
/// Han characters, and whatever looks like a mail address become "…".
[[nodiscard]] QString redacted(const QString& message);

/// Sends every message of Qt through redacted() to standard error. Call once, first thing in main.
void installFilter();

} // namespace log

} // namespace handshake
