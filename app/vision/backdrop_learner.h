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
    /// groundColour "#rrggbb", edgesAllowed, coloursToAvoid ["#rrggbb"], name.
    QJsonObject meta{};
};

struct LearnOutcome {
    BackdropProfile profile;
    QStringList warnings; ///< advice keys, "backdrop.weak.…": what limits recognition
};

/// Learns a profile and writes it to `outputFolder` (made if need be; an earlier profile in it is
/// replaced, a folder with other content is refused: AlreadyExists). InvalidInput names the wrong
/// member of `meta` or the missing picture; Storage when writing fails.
[[nodiscard]] Result<LearnOutcome> learnBackdrop(const LearnRequest& request,
                                                 const QString& outputFolder);

} // namespace handshake
