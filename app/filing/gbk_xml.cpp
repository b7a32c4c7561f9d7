// SPDX-License-Identifier: Apache-2.0
#include "app/filing/gbk_xml.h"

#include "app/filing/gbk.h"

#include <algorithm>
#include <utility>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

/// What XML 1.0 cannot hold, and the carriage return, which its readers change.
bool isForbidden(QChar c)
{
    return (c < u' ' && c != u'\t' && c != u'\n') || c == QChar(0xFFFE) || c == QChar(0xFFFF);
}

} // namespace

GbkXml::GbkXml()
    : m_bytes("<?xml version=\"1.0\" encoding=\"GBK\"?>\n")
{
}

void GbkXml::text(const char* name, const QString& value, Length length, const QString& field)
{
    if (value.size() < length.min || value.size() > length.max)
        return fail(ErrorCode::InvalidInput,
                    u"%1: %2 characters, %3 to %4 permitted"_s.arg(QLatin1StringView(name))
                        .arg(value.size())
                        .arg(length.min)
                        .arg(length.max),
                    field);
    if (std::any_of(value.begin(), value.end(), isForbidden))
        return fail(ErrorCode::InvalidInput, u"a control character"_s, field);
    const Result<QByteArray> encoded = toGbk(value.toHtmlEscaped());
    if (!encoded) {
        // Said again without the escapes, which would shift the position.
        return fail(encoded.error().code,
                    u"character %1 is outside GBK"_s.arg(firstOutsideGbk(value) + 1), field);
    }
    openTag(name);
    m_bytes += *encoded;
    closeTag(name);
}

void GbkXml::optionalText(const char* name, const QString& value, Length length,
                          const QString& field)
{
    if (!value.isEmpty())
        text(name, value, length, field);
}

void GbkXml::number(const char* name, qint64 value, Range range, const QString& field)
{
    if (value < range.min || value > range.max)
        return fail(
            ErrorCode::InvalidInput,
            u"%1: %2 to %3 permitted"_s.arg(QLatin1StringView(name)).arg(range.min).arg(range.max),
            field);
    openTag(name);
    m_bytes += QByteArray::number(value);
    closeTag(name);
}

void GbkXml::optionalNumber(const char* name, qint64 value, Range range, const QString& field)
{
    if (value != 0)
        number(name, value, range, field);
}

void GbkXml::base64(const char* name, const QByteArray& bytes, qsizetype limit,
                    const QString& field)
{
    if (bytes.isEmpty())
        return fail(ErrorCode::InvalidInput, u"an empty file"_s, field);
    const QByteArray encoded = bytes.toBase64();
    if (encoded.size() > limit)
        return fail(ErrorCode::TooLarge,
                    u"%1 characters of Base64, %2 permitted"_s.arg(encoded.size()).arg(limit),
                    field);
    openTag(name);
    m_bytes += encoded;
    closeTag(name);
}

void GbkXml::fail(ErrorCode code, const QString& what, const QString& field)
{
    if (!m_failure)
        m_failure = Error{code, u"message: "_s + what, field};
}

Result<QByteArray> GbkXml::finish()
{
    if (m_failure)
        return *m_failure;
    return std::exchange(m_bytes, {});
}

void GbkXml::openTag(const char* name, const char* attributes)
{
    m_bytes.append('<').append(name).append(attributes).append('>');
}

void GbkXml::closeTag(const char* name)
{
    m_bytes.append("</").append(name).append('>');
}

} // namespace handshake
