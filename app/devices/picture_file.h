// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/clock.h"
#include "app/core/result.h"
#include "app/imaging/picture.h"
#include "app/imaging/picture_decoder.h"

#include <QString>

namespace handshake {

/// Reads and decodes a picture file; what it is, its content says, not its name. It counts as taken
/// when its camera says so (EXIF), else now. Blocking. NotFound, Storage, and the errors of
/// PictureDecoder::decode(); each names the file (without its folders) as the place.
[[nodiscard]] Result<Picture> readPictureFile(const QString& path, PictureDecoder& decoder,
                                              const Clock& clock);

} // namespace handshake
