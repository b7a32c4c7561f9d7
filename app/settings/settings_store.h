// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/settings/settings.h"

#include <QMap>
#include <QString>

#include <cstdint>
#include <utility>
#include <vector>

namespace handshake {

/// Where a value comes from, weakest first.
enum class Origin : std::uint8_t {
    BuiltIn,
    PolicyDefault, ///< [default] in the policy file
    User,
    Environment, ///< HANDSHAKE_<GROUP>_<KEY>
    CommandLine, ///< --set group/key=value
    PolicyLock,  ///< [lock] in the policy file: nothing overrides it
};

/// "built-in", "policy-default", "user", "environment", "command-line", "policy-lock".
[[nodiscard]] QString originName(Origin origin);

struct SettingOrigin {
    QString key{}; ///< "delivery/serverUrl"
    QString value{};
    Origin origin = Origin::BuiltIn;
    bool locked = false;
};

/// Reads the settings of all sources once, and writes the user's file. The only place that knows
/// how settings are stored. Not thread-safe.
class SettingsStore final
{
public:
    struct Sources {
        QString userFile{};   ///< INI as QSettings writes it; may not exist yet
        QString policyFile{}; ///< INI with groups [default] and [lock]; may not exist
        QMap<QString, QString> commandLine{}; ///< "delivery/serverUrl" → value
        QMap<QString, QString> environment{}; ///< HANDSHAKE_… variables; others are ignored
    };

    /// Configuration, naming the key and its source, when a value cannot be what it should be, or a
    /// key on the command line does not exist.
    static Result<SettingsStore> read(const Sources& sources);

    [[nodiscard]] const Settings& settings() const noexcept { return m_settings; }

    /// Writes one value into the user's file, leaving everything else in it as it is. NotFound for
    /// an unknown key, Denied when a policy locks it, InvalidInput for a value it cannot have,
    /// Storage when the file cannot be written.
    Result<void> setUserValue(const QString& key, const QString& value);

    /// Every setting with its value in force and where that comes from, sorted by key.
    [[nodiscard]] std::vector<SettingOrigin> list() const;

private:
    explicit SettingsStore(Sources sources)
        : m_sources(std::move(sources))
    {
    }

    Result<void> resolve();

    Sources m_sources;
    QMap<QString, SettingOrigin> m_values;
    Settings m_settings;
};

} // namespace handshake
