// SPDX-License-Identifier: Apache-2.0
#include "app/filing/finding.h"

namespace handshake {

using namespace Qt::StringLiterals;

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return u"info"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Error:
        return u"error"_s;
    }
    return {};
}

} // namespace handshake
