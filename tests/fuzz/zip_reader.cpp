// SPDX-License-Identifier: Apache-2.0
#include "app/dossier/zip_container.h"

#include "fuzz/fuzz_target.h"

#include <algorithm>

using namespace handshake;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr ZipLimits kLimits{20, 1024LL * 1024, 100};
    const auto entries = readZip(fuzz::bytesOf(data, size), kLimits);
    if (!entries)
        return 0;
    qint64 total = 0;
    for (const ZipEntry& entry : *entries) {
        fuzz::require(isDossierPath(entry.path), "only a dossier's own paths come out");
        total += entry.bytes.size();
    }
    fuzz::require(entries->size() <= std::size_t(kLimits.entries) && total <= kLimits.totalBytes,
                  "the limits hold");
    return 0;
}
