// SPDX-License-Identifier: Apache-2.0
#include "app/imaging/picture_header.h"

#include "fuzz/fuzz_target.h"

using namespace handshake;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto header = readPictureHeader(fuzz::viewOf(data, size));
    if (!header)
        return 0;
    const QSize stored = header->size;
    fuzz::require(!stored.isEmpty(), "a picture has a size");
    fuzz::require(stored.width() <= PictureLimits::kMaxSide &&
                      stored.height() <= PictureLimits::kMaxSide &&
                      qint64(stored.width()) * stored.height() <= PictureLimits::kMaxPixels,
                  "a picture keeps to the limits");
    fuzz::require(header->orientation >= 1 && header->orientation <= 8, "eight orientations");
    fuzz::require(header->uprightSize() == stored || header->uprightSize() == stored.transposed(),
                  "upright is the same size or its transpose");
    fuzz::require(!header->takenAt || header->takenAt->timeSpec() == Qt::UTC, "times are UTC");
    fuzz::require(header->mediaType == QLatin1String("image/jpeg") ||
                      header->mediaType == QLatin1String("image/png"),
                  "JPEG or PNG");
    return 0;
}
