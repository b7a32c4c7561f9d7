// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringView>

namespace handshake {

/// Name of a 民族 by its two-digit code (GB/T 3304-1991), as cards print it: "01" is 汉. Empty when
/// there is no such code.
[[nodiscard]] QString ethnicityName(QStringView code);

/// Its code by the name that cards print; empty when there is no such one.
[[nodiscard]] QString ethnicityCode(QStringView name);

} // namespace handshake
