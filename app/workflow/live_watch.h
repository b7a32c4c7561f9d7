// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/check_value.h"
#include "app/core/result.h"
#include "app/session/session_types.h"

#include <QFuture>
#include <QImage>
#include <QPolygonF>
#include <QRect>
#include <QString>

#include <vector>

namespace handshake {

/// What is seen in a live frame; geometry in pixels of that frame.
struct LiveView {
    std::vector<CheckValue> lamps{};
    QString advice{}; ///< key into ErrorText: the one thing to change; empty when all is well
    bool allGreen = false;
    QPolygonF outline{}; ///< of the paper or the backdrop; empty when not found
    QRect face{};
    QSize frameSize{};
};

/// Looks at live frames. Never blocks; the caller sends the next frame when the last is answered,
/// so that the newest frame wins and none queue up.
class LiveWatch
{
public:
    LiveWatch() = default;
    virtual ~LiveWatch() = default;
    Q_DISABLE_COPY_MOVE(LiveWatch)

    virtual QFuture<Result<LiveView>> look(const QImage& frame, EvidenceRole role) = 0;
};

} // namespace handshake
