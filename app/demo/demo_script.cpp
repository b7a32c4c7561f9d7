// SPDX-License-Identifier: Apache-2.0
#include "app/demo/demo_script.h"

#include "app/core/json.h"
#include "app/demo/scene_faults_p.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

Error wrong(const QString& detail, const QString& where)
{
    return {ErrorCode::Configuration, u"demo script: "_s + detail, where};
}

/// The faults that scenes take are tried once, so that a script is refused before a session begins.
template <typename Scene>
Result<void> probe(const QJsonObject& faults)
{
    Scene scene;
    return applyFaults(faults, scene);
}

} // namespace

Result<DemoScript> DemoScript::load(const QString& file)
{
    const Result<QJsonObject> object = readJsonFile(file);
    if (!object)
        return Error{object.error().code == ErrorCode::NotFound ? ErrorCode::NotFound
                                                                : ErrorCode::Configuration,
                     object.error().detail, file};
    if (object->value(u"format"_s).toString() != u"handshake-demo-script/1")
        return wrong(u"not of the form handshake-demo-script/1"_s, file);
    DemoScript script;
    script.name = QFileInfo(file).completeBaseName();
    script.english = object->value(u"title"_s)[u"en"].toString();
    script.chinese = object->value(u"title"_s)[u"zh_CN"].toString();
    script.order = object->value(u"order"_s).toString(script.order);
    script.unplugAt = object->value(u"unplugAt"_s).toString();
    script.isServerClosed = object->value(u"serverClosed"_s).toBool();
    script.m_photo = object->value(u"photo"_s).toObject();
    script.m_card = object->value(u"card"_s).toObject();
    const QJsonObject desks = object->value(u"desk"_s).toObject();
    for (auto desk = desks.begin(); desk != desks.end(); ++desk)
        script.m_desks[desk.key()] = desk->toObject();

    const QJsonObject expected = object->value(u"expect"_s).toObject();
    script.mayGoHome = expected.value(u"mayGoHome"_s).toBool(true);
    script.state = expected.value(u"state"_s).toString(script.state);
    script.error = expected.value(u"error"_s).toString();
    for (const QJsonValue finding : expected.value(u"findings"_s).toArray())
        script.findings.push_back({finding[u"key"].toString(), finding[u"result"].toString()});
    const bool isComplete = !script.english.isEmpty() && !script.chinese.isEmpty() &&
                            !expected.isEmpty() && object->contains(u"date"_s) &&
                            object->contains(u"source"_s);
    if (!isComplete)
        return wrong(u"title in both languages, date, source or expect is missing"_s, file);

    auto sound = probe<SceneDesign>(script.m_photo);
    for (const auto& [role, faults] : script.m_desks)
        sound = sound ? probe<DeskScene>(faults) : sound;
    sound = sound ? probe<Person>(script.m_card) : sound;
    if (!sound)
        return sound.error().at(file);
    return script;
}

// load() has tried the faults on scenes of the same kind: they fit.
SceneDesign DemoScript::photo(SceneDesign scene) const
{
    (void)applyFaults(m_photo, scene);
    return scene;
}

DeskScene DemoScript::desk(DeskScene scene, const QString& paper) const
{
    if (const auto faults = m_desks.find(paper); faults != m_desks.end())
        (void)applyFaults(faults->second, scene);
    return scene;
}

Person DemoScript::card(Person person) const
{
    (void)applyFaults(m_card, person);
    return person;
}

QStringList demoScriptNames(const QString& folder)
{
    QStringList names;
    for (const QFileInfo& file : QDir(folder).entryInfoList({u"*.json"_s}, QDir::Files, QDir::Name))
        names << file.completeBaseName();
    return names;
}

} // namespace handshake
