// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QString>
#include <QStringList>

namespace handshake::ui {

class Shell;

/// Walks through the screens as they are and writes each as a PNG into `folder` (made if absent):
/// today, session, its steps, upload, the sheet of keys. Gives the files written; Storage when one
/// could not be. The shell comes back to the screen it was on.
[[nodiscard]] Result<QStringList> takeScreenshots(Shell& shell, const QString& folder);

} // namespace handshake::ui
