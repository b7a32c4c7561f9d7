// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/backdrop_drawing.h"
#include "app/vision/backdrop_learner.h"

#include <QJsonArray>
#include <QJsonObject>

namespace handshake {

/// What a provider would say about a drawn backdrop, 1.5 m wide.
inline QJsonObject specimenMeta(const BackdropDesign& design)
{
    QJsonArray lines;
    for (const BackdropText& line : backdropTexts(design)) {
        const QJsonArray box{line.box.x(), line.box.y(), line.box.width(), line.box.height()};
        lines.append(
            QJsonObject{{QStringLiteral("text"), line.text}, {QStringLiteral("box"), box}});
    }
    return {{QStringLiteral("physicalWidthMm"), 1500},
            {QStringLiteral("edgesAllowed"), true},
            {QStringLiteral("textLines"), lines},
            {QStringLiteral("coloursToAvoid"), QJsonArray{QStringLiteral("#c02020")}}};
}

inline LearnRequest specimenRequest(const BackdropDesign& design)
{
    LearnRequest request;
    request.artwork = drawBackdrop(design);
    request.meta = specimenMeta(design);
    return request;
}

} // namespace handshake
