// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/error.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace handshake {

/// Words for staff, translated: what happened and what to do next. The only place in the program
/// that makes them.
class ErrorText final
{
public:
    /// For a failure; empty for Cancelled, which is nothing to show.
    [[nodiscard]] static QString of(const Error& error);
    /// For an advice or message key; `arguments` replace %1, %2, … An unknown key gives a sentence
    /// that names it, so that nothing is ever silent.
    [[nodiscard]] static QString advice(const QString& key, const QStringList& arguments);
    /// What to do about a message: its part after the first sentence, or all of it.
    [[nodiscard]] static QString nextStep(const QString& key);
    [[nodiscard]] static bool knows(const QString& key);
    /// Every key, sorted.
    [[nodiscard]] static QStringList keys();
};

} // namespace handshake
