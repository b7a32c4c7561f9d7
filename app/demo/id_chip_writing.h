// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/id_card_drawing.h"

#include <QByteArray>

namespace handshake {

/// The text block that the chip of this card would deliver (SDT interface, citizen's layout, 256
/// bytes). What is longer than its place is cut, as on real cards.
[[nodiscard]] QByteArray idChipTextOf(const IdCardContent& card);

} // namespace handshake
