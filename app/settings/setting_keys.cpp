// SPDX-License-Identifier: Apache-2.0
#include "app/settings/setting_keys.h"

#include "app/core/strong_id.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

Error wrong(const QString& expected)
{
    return Error{ErrorCode::Configuration, u"setting: "_s + expected};
}

template <auto Group, auto Member>
Result<void> applyText(Settings& settings, const QString& text)
{
    settings.*Group.*Member = text;
    return {};
}

template <auto Group, auto Member>
Result<void> applyUrl(Settings& settings, const QString& text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isWeb = url.scheme() == u"http"_s || url.scheme() == u"https"_s;
    if (!text.isEmpty() && (!url.isValid() || !isWeb || url.host().isEmpty()))
        return wrong(u"an address http://… or https://… is expected"_s);
    settings.*Group.*Member = url;
    return {};
}

template <auto Group, auto Member>
Result<void> applyNumber(Settings& settings, const QString& text)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (!isNumber || number < 0)
        return wrong(u"a number, not negative, is expected"_s);
    settings.*Group.*Member = number;
    return {};
}

template <auto Group, auto Member>
Result<void> applySwitch(Settings& settings, const QString& text)
{
    const QString word = text.toLower();
    const bool isOn = QStringList{u"true"_s, u"1"_s, u"yes"_s, u"on"_s}.contains(word);
    const bool isOff = QStringList{u"false"_s, u"0"_s, u"no"_s, u"off"_s}.contains(word);
    if (!isOn && !isOff)
        return wrong(u"true or false is expected"_s);
    settings.*Group.*Member = isOn;
    return {};
}

/// One of two words; the second is `true`.
template <auto Group, auto Member>
Result<void> applyChoice(Settings& settings, const QString& text, const QString& first,
                         const QString& second)
{
    if (text != first && text != second)
        return wrong(first + u" or "_s + second + u" is expected"_s);
    settings.*Group.*Member = text == second;
    return {};
}

Result<void> applyScanColour(Settings& settings, const QString& text)
{
    return applyChoice<&Settings::scanner, &Settings::Scanner::isGrey>(settings, text, u"colour"_s,
                                                                       u"grey"_s);
}

Result<void> applyScanSource(Settings& settings, const QString& text)
{
    return applyChoice<&Settings::scanner, &Settings::Scanner::isFeeder>(settings, text,
                                                                         u"flatbed"_s, u"feeder"_s);
}

Result<void> applyResolution(Settings& settings, const QString& text)
{
    bool isNumber = false;
    const int dpi = text.toInt(&isNumber);
    if (!isNumber || dpi < 75 || dpi > 1200)
        return wrong(u"75 to 1200 dpi are expected"_s);
    settings.scanner.resolution = dpi;
    return {};
}

Result<void> applyScanOptions(Settings& settings, const QString& text)
{
    for (const QString& part : text.split(u';', Qt::SkipEmptyParts)) {
        if (part.trimmed().indexOf(u'=') < 1)
            return wrong(u"name=value; name=value is expected"_s);
    }
    settings.scanner.options = text;
    return {};
}

Result<void> applyChipPort(Settings& settings, const QString& text)
{
    bool isNumber = false;
    const int port = text.toInt(&isNumber);
    const bool isPort = port == 0 || (port >= 1 && port <= 16) || (port >= 1001 && port <= 1016);
    if (!isNumber || !isPort)
        return wrong(u"0, 1 to 16 or 1001 to 1016 is expected"_s);
    settings.chipReader.port = port;
    return {};
}

Result<void> applyCounterId(Settings& settings, const QString& text)
{
    if (!text.isEmpty() && !CounterId::parse(text))
        return wrong(u"1 to 64 letters, digits, dots, hyphens are expected"_s);
    settings.counter.id = text;
    return {};
}

Result<void> applyLanguage(Settings& settings, const QString& text)
{
    if (!text.isEmpty() && text != u"zh_CN"_s && text != u"en"_s)
        return wrong(u"zh_CN or en is expected"_s);
    settings.appearance.language = text;
    return {};
}

Result<void> applyTheme(Settings& settings, const QString& text)
{
    if (!text.isEmpty() && text != u"light"_s && text != u"dark"_s)
        return wrong(u"light or dark is expected"_s);
    settings.appearance.theme = text;
    return {};
}

using S = Settings;

constexpr std::array kKeys{
    SettingKey{"appearance/language", "", applyLanguage},
    SettingKey{"appearance/theme", "", applyTheme},
    SettingKey{"capture/backdropFolder", "", applyText<&S::capture, &S::Capture::backdropFolder>},
    SettingKey{"capture/cameraId", "", applyText<&S::capture, &S::Capture::cameraId>},
    SettingKey{"capture/documentCameraId", "",
               applyText<&S::capture, &S::Capture::documentCameraId>},
    SettingKey{"capture/faceModelFile", "", applyText<&S::capture, &S::Capture::faceModelFile>},
    SettingKey{"capture/thresholdsFile", "", applyText<&S::capture, &S::Capture::thresholdsFile>},
    SettingKey{"chipReader/library", "", applyText<&S::chipReader, &S::ChipReader::library>},
    SettingKey{"chipReader/port", "0", applyChipPort},
    SettingKey{"counter/id", "", applyCounterId},
    SettingKey{"counter/provider", "", applyText<&S::counter, &S::Counter::provider>},
    SettingKey{"counter/reportingUnit", "0", applyNumber<&S::counter, &S::Counter::reportingUnit>},
    SettingKey{"delivery/caFile", "", applyText<&S::delivery, &S::Delivery::caFile>},
    SettingKey{"delivery/clientCertificate", "",
               applyText<&S::delivery, &S::Delivery::clientCertificate>},
    SettingKey{"delivery/receiptKeyFile", "",
               applyText<&S::delivery, &S::Delivery::receiptKeyFile>},
    SettingKey{"delivery/serverUrl", "", applyUrl<&S::delivery, &S::Delivery::serverUrl>},
    SettingKey{"delivery/tokenFile", "", applyText<&S::delivery, &S::Delivery::tokenFile>},
    SettingKey{"policy/reviewerIsNotCapturer", "false",
               applySwitch<&S::policy, &S::Policy::reviewerIsNotCapturer>},
    SettingKey{"scanner/colour", "colour", applyScanColour},
    SettingKey{"scanner/device", "", applyText<&S::scanner, &S::Scanner::device>},
    SettingKey{"scanner/options", "", applyScanOptions},
    SettingKey{"scanner/removesTaken", "false",
               applySwitch<&S::scanner, &S::Scanner::removesTaken>},
    SettingKey{"scanner/resolution", "300", applyResolution},
    SettingKey{"scanner/source", "flatbed", applyScanSource},
    SettingKey{"scanner/watchedFolder", "", applyText<&S::scanner, &S::Scanner::watchedFolder>},
    SettingKey{"scanner/withNetwork", "false", applySwitch<&S::scanner, &S::Scanner::withNetwork>},
};

} // namespace

std::span<const SettingKey> settingKeys()
{
    return kKeys;
}

const SettingKey* settingKey(QStringView key)
{
    const auto found = std::find_if(kKeys.begin(), kKeys.end(), [key](const SettingKey& one) {
        return key == QLatin1StringView(one.key);
    });
    return found == kKeys.end() ? nullptr : &*found;
}

} // namespace handshake
