// SPDX-License-Identifier: Apache-2.0
#include "app/imaging/exif.h"

#include "fuzz/fuzz_target.h"

using namespace handshake;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const ExifFacts facts = readExif(fuzz::viewOf(data, size));
    fuzz::require(facts.orientation >= 1 && facts.orientation <= 8, "eight orientations");
    fuzz::require(!facts.takenAt ||
                      (facts.takenAt->isValid() && facts.takenAt->timeSpec() == Qt::UTC),
                  "a time is valid and UTC");
    return 0;
}
