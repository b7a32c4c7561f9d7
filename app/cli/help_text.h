// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace handshake {

/// What `--help` prints, in the language in force: conventions, every verb with its options and one
/// sentence, exit codes.
[[nodiscard]] QString helpText();

/// The sentence that says what a verb does; empty when there is none.
[[nodiscard]] QString verbSummary(const QStringList& verb);

} // namespace handshake
