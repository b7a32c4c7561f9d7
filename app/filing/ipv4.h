// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringView>
#include <QtGlobal>

#include <optional>

namespace handshake {

/// A dotted IPv4 address as a number in host order. Strict: four decimal parts without leading
/// zeros, which some systems read as octal; std::nullopt for anything else.
[[nodiscard]] std::optional<quint32> parseIpv4(QStringView text);

} // namespace handshake
