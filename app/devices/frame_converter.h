// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QImage>
#include <QVideoFrame>

namespace handshake {

/// Makes an upright Format_RGB32 image of a video frame, straight from its mapped planes (at 1080p
/// several times as fast as QVideoFrame::toImage). Takes every format of eight bits a colour that
/// Qt's back ends deliver, P010, P016 and Y16 cut to eight bits, and JPEG. Unreadable for others
/// (AYUV, IMC), when the frame cannot be mapped, or its planes are shorter than its size says;
/// TooLarge over the picture limits. Stateless, any thread.
[[nodiscard]] Result<QImage> convertFrame(const QVideoFrame& frame);

/// An NV12 frame showing `image`, as cameras deliver it: for simulated ones. Width and height are
/// rounded down to even numbers.
[[nodiscard]] QVideoFrame nv12FrameOf(const QImage& image);

} // namespace handshake
