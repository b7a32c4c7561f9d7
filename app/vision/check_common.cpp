// SPDX-License-Identifier: Apache-2.0
#include "app/vision/photo_checks_p.h"

namespace handshake {

namespace {

CheckValue valued(const char* id, double value, double limit, CheckResult result,
                  const char* advice)
{
    return CheckValue{QString::fromLatin1(id), result, value, limit,
                      result == CheckResult::Pass ? QString() : QString::fromLatin1(advice)};
}

} // namespace

CheckValue graded(const char* id, double value, double pass, double fail, const char* advice)
{
    const CheckResult result = value >= pass  ? CheckResult::Pass
                               : value < fail ? CheckResult::Fail
                                              : CheckResult::Warn;
    return valued(id, value, pass, result, advice);
}

CheckValue gradedDown(const char* id, double value, double pass, double fail, const char* advice)
{
    const CheckResult result = value <= pass  ? CheckResult::Pass
                               : value > fail ? CheckResult::Fail
                                              : CheckResult::Warn;
    return valued(id, value, pass, result, advice);
}

CheckValue notAssessed(const char* id, const char* advice)
{
    return CheckValue{
        QString::fromLatin1(id), CheckResult::Unknown, {}, {}, QString::fromLatin1(advice)};
}

bool PhotoContext::hasOutline() const
{
    return finding.own && finding.likelihood >= limits.agreementFail &&
           finding.own->judged() >= int(limits.cellsMin);
}

} // namespace handshake
