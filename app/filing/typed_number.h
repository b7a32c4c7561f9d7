// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringView>

namespace handshake {

/// A number as typed or read, made comparable: width folded, white space and hyphens dropped,
/// letters a-z made capital. Other characters stay, so that a parser can refuse them.
[[nodiscard]] QString foldTypedNumber(QStringView typed);

/// Only the digits 0-9, and at least one.
[[nodiscard]] bool isDigits(QStringView text);

} // namespace handshake
