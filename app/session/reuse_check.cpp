// SPDX-License-Identifier: Apache-2.0
#include "app/session/reuse_check.h"

#include <algorithm>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

/// Bits of 256. Saved again, brightened or cut by 3 %, a drawn photo is within 13 of itself; other
/// drawn persons, and the same one taken again, are 15 and more away, mostly more than 30. Two
/// drawn persons of one size at one place to the pixel are not told apart; people differ more.
constexpr int kNear = 13;

} // namespace

std::optional<CheckValue> reuseCheck(const std::vector<PhotoFingerprint>& photo,
                                     const std::vector<FingerprintRecord>& others)
{
    int nearest = PhotoFingerprint::kBits;
    for (const FingerprintRecord& record : others) {
        const auto other = PhotoFingerprint::fromBytes(record.bytes);
        for (std::size_t i = 0; other && i < photo.size(); ++i)
            nearest = std::min(nearest, photo[i].distanceTo(*other));
    }
    if (nearest > kNear)
        return std::nullopt;
    return CheckValue{u"reused"_s, CheckResult::Warn, double(nearest), double(kNear),
                      u"photo.reused"_s};
}

} // namespace handshake
