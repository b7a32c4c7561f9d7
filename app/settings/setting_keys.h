// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/settings/settings.h"

#include <QString>
#include <QStringView>

#include <span>

namespace handshake {

/// One setting: its key, its built-in value as text, and how a text becomes its value.
struct SettingKey {
    const char* key;     ///< "delivery/serverUrl"
    const char* builtIn; ///< "" where there is none
    /// Puts `text` into `settings`; Configuration when it cannot be that setting's value.
    Result<void> (*apply)(Settings& settings, const QString& text);
};

/// All settings, sorted by key.
[[nodiscard]] std::span<const SettingKey> settingKeys();

/// nullptr when there is no such setting.
[[nodiscard]] const SettingKey* settingKey(QStringView key);

} // namespace handshake
