// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/reading/line_reader.h"

#include <QImage>

namespace handshake {

/// Reads the text that runs along the upper inside of a round red seal. `crop` is RGB32, `em` the
/// height of its characters in pixels. Empty when there is no seal or it cannot be read.
[[nodiscard]] LineReading readSeal(const QImage& crop, double em, const LineReader& lines);

} // namespace handshake
