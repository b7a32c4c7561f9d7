// SPDX-License-Identifier: Apache-2.0
#include "app/filing/field_reader.h"

#include <algorithm>
#include <limits>

namespace handshake {

using namespace Qt::StringLiterals;

QString FieldReader::requiredText(const QString& key)
{
    const QJsonValue value = take(key);
    if (!value.isUndefined() && !value.isString())
        fail(pathOf(key), u"text is expected"_s);
    return value.toString();
}

QString FieldReader::optionalText(const QString& key)
{
    return isSilent(key, QString()) ? QString() : requiredText(key);
}

int FieldReader::requiredCode(const QString& key)
{
    return code(take(key), pathOf(key));
}

int FieldReader::optionalCode(const QString& key)
{
    return isSilent(key, 0) ? 0 : requiredCode(key);
}

int FieldReader::regionText(const QString& key)
{
    const QJsonValue value = take(key);
    if (value.isUndefined())
        return 0;
    constexpr int kSmallest = 100000;
    constexpr int kGreatest = 999999;
    constexpr qsizetype kDigits = 6;
    const QString text = value.isString() ? value.toString() : QString::number(value.toInteger(0));
    const bool digits =
        text.size() == kDigits &&
        std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const int region = digits ? text.toInt() : 0;
    if (region < kSmallest || region > kGreatest)
        fail(pathOf(key), u"a region code of six digits is expected"_s);
    return region;
}

std::vector<int> FieldReader::codes(const QString& key)
{
    return list(key, Need::Required,
                [this](const QJsonValue& value, const QString& path) { return code(value, path); });
}

std::vector<QString> FieldReader::optionalTexts(const QString& key)
{
    return list(key, Need::Optional, [this](const QJsonValue& value, const QString& path) {
        if (!value.isString())
            fail(path, u"text is expected"_s);
        return value.toString();
    });
}

ValidTo FieldReader::validTo(const QString& key)
{
    const QString text = optionalText(key);
    if (text.isEmpty())
        return {};
    if (text == u"long"_s)
        return {.date = {}, .isLong = true};
    const QDate date = QDate::fromString(text, u"yyyy-MM-dd"_s);
    // The comparison refuses what Qt is generous about: blanks, signs, digits of other scripts.
    if (!date.isValid() || date.toString(Qt::ISODate) != text)
        fail(pathOf(key), u"a date YYYY-MM-DD or \"long\" is expected"_s);
    return {.date = date, .isLong = false};
}

Provincial FieldReader::provincial()
{
    Provincial provincial;
    const QString key = u"provincialId"_s;
    if (!isSilent(key, {})) {
        std::set<qint64> unused;
        provincial.id = positiveId(key, unused);
    }
    provincial.recordNumber = optionalText(u"recordNumber"_s);
    return provincial;
}

void FieldReader::fail(const QString& path, const QString& what)
{
    if (!m_failure)
        m_failure = Error{ErrorCode::Unreadable, u"filing: "_s + what, path};
}

QString FieldReader::pathOf(const QString& key) const
{
    return m_path.isEmpty() ? key : m_path + u'.' + key;
}

bool FieldReader::isSilent(const QString& key, const QJsonValue& empty) const
{
    const QJsonValue value = m_rest.value(key);
    return value.isUndefined() || value.isNull() || value == empty;
}

QJsonValue FieldReader::take(const QString& key)
{
    QJsonValue value = m_rest.value(key);
    if (value.isUndefined())
        fail(pathOf(key), u"it is missing"_s);
    m_rest.remove(key);
    return value;
}

std::optional<qint64> FieldReader::integer(const QJsonValue& value, const QString& path)
{
    if (value.isUndefined())
        return std::nullopt; // said already: it is missing
    // toInteger() gives its argument for anything that is not a whole 64-bit number.
    const qint64 number = value.toInteger(0);
    if (number != value.toInteger(1)) {
        fail(path, u"a whole number is expected"_s);
        return std::nullopt;
    }
    return number;
}

int FieldReader::code(const QJsonValue& value, const QString& path)
{
    const std::optional<qint64> number = integer(value, path);
    if (!number)
        return 0;
    if (*number < 0 || *number > std::numeric_limits<int>::max()) {
        fail(path, u"a code is expected: not negative, at most 2147483647"_s);
        return 0;
    }
    return static_cast<int>(*number);
}

qint64 FieldReader::positiveId(const QString& key, std::set<qint64>& used)
{
    const std::optional<qint64> number = integer(take(key), pathOf(key));
    if (!number)
        return 1;
    if (*number < 1) {
        fail(pathOf(key), u"a positive id is expected"_s);
        return 1;
    }
    if (!used.insert(*number).second)
        fail(pathOf(key), u"this id is used twice"_s);
    return *number;
}

QJsonObject FieldReader::requiredObject(const QString& key)
{
    const QJsonValue value = take(key);
    if (!value.isUndefined() && !value.isObject())
        fail(pathOf(key), u"an object is expected"_s);
    return value.toObject();
}

QJsonArray FieldReader::requiredArray(const QString& key)
{
    const QJsonValue value = take(key);
    if (!value.isUndefined() && !value.isArray())
        fail(pathOf(key), u"a list is expected"_s);
    return value.toArray();
}

} // namespace handshake
