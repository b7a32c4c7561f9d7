// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace handshake {

/// Canonical form: keys sorted, no spaces, UTF-8. The same content gives the same bytes.
[[nodiscard]] QByteArray canonicalJson(const QJsonObject& object);

/// Reads one JSON object; Unreadable with the offset when it is not one, TooLarge over `maxBytes`.
[[nodiscard]] Result<QJsonObject> parseJsonObject(const QByteArray& bytes,
                                                  qsizetype maxBytes = 16 * 1024 * 1024);

/// Reads a file holding one JSON object; NotFound, Storage, Unreadable name the file as the place.
[[nodiscard]] Result<QJsonObject> readJsonFile(const QString& path);

} // namespace handshake
