// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/vision/backdrop_profile.h"

#include <QImage>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace handshake {

/// The rehearsal of a motif on drawn photos, before it is used.
struct RehearsalRequest {
    QString thresholdsFile; ///< data/vision/thresholds.json
    int photos = 24;        ///< of the curtain; about half as many again of others
};

/// What a profile is learnt from. Either `artwork` (the print file, exactly the curtain's outline)
/// or `emptyPhoto` (the curtain photographed straight on, filling the picture, nobody in front);
/// neither is allowed only when `meta` says kind "plain" or "none".
struct LearnRequest {
    std::optional<QImage> artwork{};
    std::optional<QImage> emptyPhoto{};
    std::vector<QImage> older{};  ///< artwork of earlier editions, to be told apart
    std::vector<QImage> others{}; ///< artwork of other providers, to be told apart
    /// Optional members: kind "motif|plain|none", physicalWidthMm (100 to 20000), textLines
    /// [{"text", "box": [x, y, width, height] as shares of the artwork}] or plain strings,
    /// groundColour "#rrggbb", edgesAllowed, coloursToAvoid ["#rrggbb"], name, acceptWeak.
    QJsonObject meta{};
    std::optional<RehearsalRequest> rehearsal{}; ///< none: used as it is, with the shipped limit
};

struct LearnOutcome {
    BackdropProfile profile; ///< when refused: as it would have been; it was not written
    QStringList warnings;    ///< advice keys, "backdrop.weak.…": what limits recognition
    /// The rehearsal recognised too few photos, and `meta` does not say acceptWeak.
    bool isRefused = false;
};

/// Learns a profile and writes it to `outputFolder` (made if need be; an earlier profile in it is
/// replaced, a folder with other content is refused: AlreadyExists). A refused design leaves the
/// folder as it is. InvalidInput names the wrong member of `meta` or the missing picture; Storage
/// when writing fails; Configuration when the rehearsal's thresholds cannot be used.
[[nodiscard]] Result<LearnOutcome> learnBackdrop(const LearnRequest& request,
                                                 const QString& outputFolder);

} // namespace handshake
