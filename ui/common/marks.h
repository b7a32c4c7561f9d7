// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/check_value.h"
#include "app/workflow/step_item.h"

#include <QColor>
#include <QRectF>

class QPainter;

namespace handshake::ui {

/// The signs of state: each has a shape of its own, so that colour alone never tells.
enum class Sign : std::uint8_t {
    Empty, ///< ring
    Busy,  ///< ring with three dots
    Good,  ///< disc with a tick
    Look,  ///< triangle with "!"
    Ask,   ///< diamond with "?"
    Bad,   ///< octagon with a cross
};

[[nodiscard]] Sign signOf(CheckResult result);
[[nodiscard]] Sign signOf(StepItem::Mark mark);
[[nodiscard]] QColor colourOf(Sign sign);
[[nodiscard]] QColor softColourOf(Sign sign);

void drawSign(QPainter& painter, const QRectF& box, Sign sign);

/// A small picture for an empty step: card, photo, licence, form, or the check list.
void drawStepGlyph(QPainter& painter, const QRectF& box, const StepItem& step, QColor ink);

} // namespace handshake::ui
