// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/reading_score.h"
#include "app/core/result.h"

#include <QByteArray>
#include <QImage>
#include <QString>

#include <vector>

namespace handshake {

/// A small JPEG of a picture on which something went wrong: the papers' true outlines green, those
/// found red. Empty when all was right.
[[nodiscard]] QByteArray failureThumbnail(const SampleScore& score,
                                          const papereval::PaperSample& sample,
                                          const QImage& picture);

/// Writes the thumbnails as sheets failures-<n>.jpg into `folder`, below each what was read amiss
/// ("?" stands for characters named as doubtful). At most `most` pictures. Gives how many sheets;
/// Storage when one cannot be written.
[[nodiscard]] Result<int> writeFailureSheets(const std::vector<SampleScore>& scores, int most,
                                             const QString& folder);

} // namespace handshake
