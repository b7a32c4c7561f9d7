// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command_line.h"
#include "app/core/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace handshake {

/// One line of a relayed verb's output.
struct RelayedLine {
    bool isError = false;
    QString text;
};

/// What the owner of a store sends to a process whose verb it runs.
struct HandoffAnswer {
    std::optional<RelayedLine> line{};
    std::optional<int> exitCode{};
    std::optional<Error> refused{}; ///< the owner did not run it
};

/// More than any call of ours: whoever sends more is cut off.
inline constexpr qsizetype kMaxHandoffRequest = 256 * 1024;

/// The call as one line. It holds no passphrase and not where one lies: the owner has unlocked its
/// store itself. Names of files are absolute, because the owner works in another folder. Busy when
/// the call brings settings of its own, which a running owner cannot take over.
[[nodiscard]] Result<QByteArray> handoffRequest(const GlobalOptions& options);
/// Unreadable when it is not such a line.
[[nodiscard]] Result<GlobalOptions> parseHandoffRequest(const QByteArray& line);

[[nodiscard]] QByteArray handoffAnswer(const HandoffAnswer& answer);
[[nodiscard]] Result<HandoffAnswer> parseHandoffAnswer(const QByteArray& line);

/// Where the owner of a store says on which local socket it takes verbs. The name is not to be
/// guessed and stands inside the store's folder, so that nobody else can take its place.
[[nodiscard]] QString handoffFile(const QString& storeFolder);

} // namespace handshake
