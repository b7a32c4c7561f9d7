// SPDX-License-Identifier: Apache-2.0
#include "app/settings/settings_store.h"

#include "app/settings/setting_keys.h"

#include <QFileInfo>
#include <QSettings>
#include <QStringList>

#include <optional>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

/// HANDSHAKE_DELIVERY_SERVERURL and HANDSHAKE_DELIVERY_SERVER_URL both name delivery/serverUrl.
QString environmentForm(const QString& name)
{
    return name.toUpper().remove(u'_').remove(u'/');
}

/// The values of an INI file, "group/key" → text; empty when there is no file.
Result<QMap<QString, QString>> readIni(const QString& path)
{
    QMap<QString, QString> values;
    if (path.isEmpty() || !QFileInfo::exists(path))
        return values;
    const QFileInfo info(path);
    if (!info.isFile() || !info.isReadable())
        return Error{ErrorCode::Configuration, u"settings: the file cannot be read"_s, path};
    const QSettings file(path, QSettings::IniFormat);
    const QStringList keys = file.allKeys();
    if (file.status() != QSettings::NoError)
        return Error{ErrorCode::Configuration, u"settings: not an INI file"_s, path};
    // A bare comma makes a list of what was meant as one text, most likely a path.
    for (const QString& key : keys)
        values.insert(key, file.value(key).toStringList().join(u','));
    return values;
}

std::optional<QString> valueIn(const QMap<QString, QString>& values, const QString& key)
{
    const auto found = values.constFind(key);
    return found == values.constEnd() ? std::nullopt : std::optional(*found);
}

QMap<QString, QString> environmentByKey(const QMap<QString, QString>& environment)
{
    QMap<QString, QString> byForm;
    for (auto variable = environment.begin(); variable != environment.end(); ++variable)
        byForm.insert(environmentForm(variable.key()), variable.value());
    QMap<QString, QString> byKey;
    for (const SettingKey& setting : settingKeys()) {
        const QString key = QString::fromLatin1(setting.key);
        if (const auto value = valueIn(byForm, u"HANDSHAKE"_s + environmentForm(key)))
            byKey.insert(key, *value);
    }
    return byKey;
}

} // namespace

QString originName(Origin origin)
{
    switch (origin) {
    case Origin::BuiltIn:
        return u"built-in"_s;
    case Origin::PolicyDefault:
        return u"policy-default"_s;
    case Origin::User:
        return u"user"_s;
    case Origin::Environment:
        return u"environment"_s;
    case Origin::CommandLine:
        return u"command-line"_s;
    case Origin::PolicyLock:
        return u"policy-lock"_s;
    }
    return {};
}

Result<SettingsStore> SettingsStore::read(const Sources& sources)
{
    for (const QString& key : sources.commandLine.keys()) {
        if (!settingKey(key))
            return Error{ErrorCode::Configuration, u"settings: there is no such setting"_s, key};
    }
    SettingsStore store(sources);
    const Result<void> resolved = store.resolve();
    if (!resolved)
        return resolved.error();
    return store;
}

Result<void> SettingsStore::resolve()
{
    const auto user = readIni(m_sources.userFile);
    const auto policy = readIni(m_sources.policyFile);
    if (!user)
        return user.error();
    if (!policy)
        return policy.error();
    const QMap<QString, QString> environment = environmentByKey(m_sources.environment);

    QMap<QString, SettingOrigin> values;
    Settings settings;
    for (const SettingKey& setting : settingKeys()) {
        SettingOrigin chosen{.key = QString::fromLatin1(setting.key),
                             .value = QString::fromLatin1(setting.builtIn)};
        const auto prefer = [&chosen](const std::optional<QString>& value, Origin origin) {
            if (value) {
                chosen.value = *value;
                chosen.origin = origin;
            }
        };
        prefer(valueIn(*policy, u"default/"_s + chosen.key), Origin::PolicyDefault);
        prefer(valueIn(*user, chosen.key), Origin::User);
        prefer(valueIn(environment, chosen.key), Origin::Environment);
        prefer(valueIn(m_sources.commandLine, chosen.key), Origin::CommandLine);
        prefer(valueIn(*policy, u"lock/"_s + chosen.key), Origin::PolicyLock);
        chosen.locked = chosen.origin == Origin::PolicyLock;
        const Result<void> applied = setting.apply(settings, chosen.value);
        if (!applied)
            return applied.at(chosen.key + u" ("_s + originName(chosen.origin) + u')');
        values.insert(chosen.key, chosen);
    }
    m_values = values;
    m_settings = settings;
    return {};
}

Result<void> SettingsStore::setUserValue(const QString& key, const QString& value)
{
    const SettingKey* setting = settingKey(key);
    if (!setting)
        return Error{ErrorCode::NotFound, u"settings: there is no such setting"_s, key};
    if (m_values.value(key).locked)
        return Error{ErrorCode::Denied, u"settings: a policy locks this one"_s, key};
    Settings trial;
    const Result<void> applied = setting->apply(trial, value);
    if (!applied)
        return Error{ErrorCode::InvalidInput, applied.error().detail, key};
    {
        QSettings file(m_sources.userFile, QSettings::IniFormat);
        file.setValue(key, value);
        file.sync();
        if (file.status() != QSettings::NoError)
            return Error{ErrorCode::Storage, u"settings: the file cannot be written"_s,
                         m_sources.userFile};
    }
    return resolve();
}

std::vector<SettingOrigin> SettingsStore::list() const
{
    return {m_values.begin(), m_values.end()};
}

} // namespace handshake
