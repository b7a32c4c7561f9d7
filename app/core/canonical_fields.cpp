// SPDX-License-Identifier: Apache-2.0
#include "app/core/canonical_fields.h"

#include <QtEndian>

#include <array>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLengthSize = sizeof(quint64);

} // namespace

CanonicalFields& CanonicalFields::add(QByteArrayView bytes)
{
    std::array<char, kLengthSize> length{};
    qToBigEndian(static_cast<quint64>(bytes.size()), length.data());
    m_bytes.append(length.data(), kLengthSize);
    m_bytes.append(bytes);
    return *this;
}

CanonicalFields& CanonicalFields::add(QStringView text)
{
    return add(QByteArrayView(text.toUtf8()));
}

CanonicalFields& CanonicalFields::addNumber(qint64 number)
{
    std::array<char, sizeof(qint64)> bytes{};
    qToBigEndian(number, bytes.data());
    return add(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
}

Result<std::vector<QByteArray>> CanonicalFields::split(QByteArrayView bytes, std::size_t count)
{
    const Error broken{ErrorCode::Corrupt, u"fields: not a list of the expected length"_s};
    std::vector<QByteArray> fields;
    while (!bytes.isEmpty()) {
        if (bytes.size() < kLengthSize || fields.size() == count)
            return broken;
        const auto length = qFromBigEndian<quint64>(bytes.data());
        bytes = bytes.sliced(kLengthSize);
        if (length > static_cast<quint64>(bytes.size()))
            return broken;
        fields.push_back(bytes.first(static_cast<qsizetype>(length)).toByteArray());
        bytes = bytes.sliced(static_cast<qsizetype>(length));
    }
    if (fields.size() != count)
        return broken;
    return fields;
}

qint64 CanonicalFields::number(const QByteArray& field)
{
    Q_ASSERT(field.size() == static_cast<qsizetype>(sizeof(qint64)));
    return qFromBigEndian<qint64>(field.constData());
}

} // namespace handshake
