// SPDX-License-Identifier: Apache-2.0
#include "app/core/json.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace handshake {

using namespace Qt::StringLiterals;

QByteArray canonicalJson(const QJsonObject& object)
{
    // QJsonObject keeps its keys sorted, and Compact writes no spaces.
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<QJsonObject> parseJsonObject(const QByteArray& bytes, qsizetype maxBytes)
{
    if (bytes.size() > maxBytes)
        return Error{ErrorCode::TooLarge,
                     u"JSON: %1 bytes, %2 allowed"_s.arg(bytes.size()).arg(maxBytes)};
    QJsonParseError failure;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &failure);
    if (failure.error != QJsonParseError::NoError)
        return Error{ErrorCode::Unreadable,
                     u"JSON: %1 at byte %2"_s.arg(failure.errorString()).arg(failure.offset)};
    if (!document.isObject())
        return Error{ErrorCode::Unreadable, u"JSON: not an object"_s};
    return document.object();
}

Result<QJsonObject> readJsonFile(const QString& path)
{
    QFile file(path);
    if (!QFileInfo::exists(path))
        return Error{ErrorCode::NotFound, u"JSON file does not exist"_s, path};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Storage, u"JSON file cannot be opened"_s, path};
    constexpr qint64 kMaxBytes = 16 * 1024 * 1024;
    if (file.size() > kMaxBytes)
        return Error{ErrorCode::TooLarge, u"JSON file is over 16 MiB"_s, path};
    return parseJsonObject(file.readAll()).at(path);
}

} // namespace handshake
