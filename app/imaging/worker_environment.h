// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcessEnvironment>
#include <QStringList>

namespace handshake {

/// The environment of a helper process: what it has to know to find its libraries, and `more` of
/// the program's own; nothing else is handed on.
[[nodiscard]] QProcessEnvironment workerEnvironment(const QStringList& more = {});

} // namespace handshake
