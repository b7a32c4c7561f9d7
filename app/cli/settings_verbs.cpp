// SPDX-License-Identifier: Apache-2.0
#include "app/cli/output.h"
#include "app/cli/services.h"
#include "app/cli/verb.h"

#include "app/settings/settings_store.h"

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

Result<ExitCode> list(const Arguments& arguments, Services& services, Output& output)
{
    const bool withOrigin = arguments.has(u"--origin"_s);
    for (const SettingOrigin& item : services.settings().list()) {
        QJsonObject object{{u"key"_s, item.key}, {u"value"_s, item.value}};
        QString words = item.key + u" = "_s + item.value;
        if (withOrigin) {
            object.insert(u"origin"_s, originName(item.origin));
            object.insert(u"locked"_s, item.locked);
            words += u"  ("_s + originName(item.origin) + (item.locked ? u", locked)"_s : u")"_s);
        }
        output.line(object, words);
    }
    return ExitCode::Ok;
}

} // namespace

std::vector<Verb> settingsVerbs()
{
    return {{{u"config"_s, u"list"_s},
             u"[--origin]"_s,
             {{u"--origin"_s, OptionSpec::Takes::Nothing}},
             list}};
}

} // namespace handshake
