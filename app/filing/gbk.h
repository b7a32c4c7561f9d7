// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QString>
#include <QStringView>

namespace handshake {

/// The authority's character set (code page 936). Names may hold characters it lacks: InvalidInput
/// then, naming the position of the first one (counted in characters from 1), never the character.
[[nodiscard]] Result<QByteArray> toGbk(QStringView text);

/// Unreadable when the bytes are not GBK. Generous where other systems are: the euro sign and the
/// private area are read, though never written.
[[nodiscard]] Result<QString> fromGbk(const QByteArray& bytes);

/// Index (in characters, from 0) of the first character GBK cannot carry; -1 when it carries all.
[[nodiscard]] qsizetype firstOutsideGbk(QStringView text);

} // namespace handshake
