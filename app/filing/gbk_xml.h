// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace handshake {

/// Writes an XML message of the authority's interface straight into GBK bytes, element by element,
/// holding every value against the interface's limits.
///
/// Own, because QXmlStreamWriter knows only UTF-8 and cannot say which field a character came from.
/// The first failure sticks and names its field; what is written afterwards does not matter.
class GbkXml final
{
public:
    /// Length in characters, as in the schema.
    struct Length {
        qsizetype min;
        qsizetype max;
    };
    struct Range {
        qint64 min;
        qint64 max;
    };

    GbkXml();

    /// <name attributes>, then `content`, then </name>.
    template <typename Content>
    void in(const char* name, Content content, const char* attributes = "")
    {
        openTag(name, attributes);
        content();
        closeTag(name);
    }

    void text(const char* name, const QString& value, Length length, const QString& field);
    /// Left out when empty: the interface refuses empty elements.
    void optionalText(const char* name, const QString& value, Length length, const QString& field);
    void number(const char* name, qint64 value, Range range, const QString& field);
    /// Left out when 0.
    void optionalNumber(const char* name, qint64 value, Range range, const QString& field);
    /// `limit` counts characters of Base64.
    void base64(const char* name, const QByteArray& bytes, qsizetype limit, const QString& field);

    void fail(ErrorCode code, const QString& what, const QString& field);

    /// The message, or the first failure.
    [[nodiscard]] Result<QByteArray> finish();

private:
    void openTag(const char* name, const char* attributes = "");
    void closeTag(const char* name);

    QByteArray m_bytes;
    std::optional<Error> m_failure;
};

} // namespace handshake
