// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/imaging/picture.h"

#include <QByteArray>

namespace handshake {

/// Turns the bytes of a foreign file into a picture.
class PictureDecoder
{
public:
    PictureDecoder() = default;
    virtual ~PictureDecoder() = default;
    Q_DISABLE_COPY_MOVE(PictureDecoder)

    /// Blocking, so never from the thread of the window; may be called from several threads.
    /// TooLarge over PictureLimits, Unreadable when it is no whole JPEG or PNG, Timeout when
    /// decoding takes too long, Unavailable when the helper process cannot be started.
    [[nodiscard]] virtual Result<Picture> decode(const QByteArray& bytes,
                                                 const Provenance& provenance) = 0;
};

} // namespace handshake
