// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QImage>

namespace handshake {

/// A printed verification form as it comes back from the scanner: the page at 200 dpi on paper not
/// quite white, laid on a little askew, both signatures in blue ink, round red seals that say 样本.
/// The same PDF and page give the same picture on the same machine. Unreadable when `pdf` is no
/// PDF, NotFound when it has no such page (counted from 0). Needs a QGuiApplication.
[[nodiscard]] Result<QImage> signForm(const QByteArray& pdf, int page);

} // namespace handshake
