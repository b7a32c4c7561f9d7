// SPDX-License-Identifier: Apache-2.0
#include "app/vision/photo_report.h"

#include <algorithm>

namespace handshake {

CheckResult PhotoReport::verdict() const
{
    CheckResult worst = CheckResult::Pass;
    for (const CheckValue& check : checks) {
        const CheckResult result =
            check.result == CheckResult::Unknown ? CheckResult::Warn : check.result;
        worst = std::max(worst, result);
    }
    return worst;
}

const CheckValue* PhotoReport::find(QStringView id) const
{
    const auto found = std::find_if(checks.begin(), checks.end(),
                                    [id](const CheckValue& check) { return check.id == id; });
    return found == checks.end() ? nullptr : &*found;
}

} // namespace handshake
