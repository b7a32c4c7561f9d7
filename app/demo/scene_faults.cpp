// SPDX-License-Identifier: Apache-2.0
#include "app/demo/scene_faults_p.h"

#include <QJsonArray>

#include <functional>
#include <map>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

/// Takes a member's value into a scene; false when it is not of the right kind.
template <typename Scene>
using Setter = std::function<bool(Scene&, const QJsonValue&)>;

template <typename Scene>
using Setters = std::map<QString, Setter<Scene>>;

template <typename Scene>
Setter<Scene> number(double Scene::*member)
{
    return [member](Scene& scene, const QJsonValue& value) {
        scene.*member = value.toDouble();
        return value.isDouble();
    };
}

template <typename Scene>
Setter<Scene> point(QPointF Scene::*member)
{
    return [member](Scene& scene, const QJsonValue& value) {
        scene.*member = QPointF(value[0].toDouble(), value[1].toDouble());
        return value[0].isDouble() && value[1].isDouble();
    };
}

template <typename Scene>
Setter<Scene> flag(bool Scene::*member)
{
    return [member](Scene& scene, const QJsonValue& value) {
        scene.*member = value.toBool();
        return value.isBool();
    };
}

/// null: a plain wall; else another provider's artwork or an earlier edition.
bool setBackdrop(SceneDesign& scene, const QJsonValue& value)
{
    if (value.isNull()) {
        scene.backdrop.reset();
        return true;
    }
    BackdropDesign design = scene.backdrop.value_or(BackdropDesign{});
    design.provider = value[u"provider"].toString(design.provider);
    design.seed = static_cast<std::uint32_t>(value[u"seed"].toInt(static_cast<int>(design.seed)));
    design.edition = value[u"edition"].toInt(design.edition);
    design.ground = QColor(value[u"ground"].toString(design.ground.name()));
    design.layout = value[u"tiled"].toBool() ? BackdropLayout::Tiled : design.layout;
    scene.backdrop = design;
    return value.isObject() && design.ground.isValid();
}

/// So many people instead of one, side by side.
bool setPeople(SceneDesign& scene, const QJsonValue& value)
{
    const int count = value.toInt();
    if (count < 0 || count > 3)
        return false;
    const PersonDesign first = scene.persons.front();
    scene.persons.clear();
    for (int i = 0; i < count; ++i) {
        scene.persons.push_back(first);
        scene.persons.back().seed += static_cast<std::uint32_t>(i);
    }
    return true;
}

Setter<SceneDesign> ofPerson(double PersonDesign::*member)
{
    return [member](SceneDesign& scene, const QJsonValue& value) {
        for (PersonDesign& person : scene.persons)
            person.*member = value.toDouble();
        return value.isDouble();
    };
}

bool setWear(SceneDesign& scene, const QJsonValue& value)
{
    static const std::map<QString, Wear> kWear{{u"cap"_s, Wear::Cap},
                                               {u"knit-hat"_s, Wear::KnitHat},
                                               {u"mask"_s, Wear::Mask},
                                               {u"dark-glasses"_s, Wear::DarkGlasses}};
    const auto found = kWear.find(value.toString());
    if (found == kWear.end())
        return false;
    for (PersonDesign& person : scene.persons)
        person.wear = found->second;
    return true;
}

const Setters<SceneDesign>& photoSetters()
{
    static const Setters<SceneDesign> kSetters{
        {u"personHeight"_s, number(&SceneDesign::personHeight)},
        {u"personAt"_s, point(&SceneDesign::personAt)},
        {u"backdropScale"_s, number(&SceneDesign::backdropScale)},
        {u"backdropAt"_s, point(&SceneDesign::backdropAt)},
        {u"yawDegrees"_s, number(&SceneDesign::yawDegrees)},
        {u"pitchDegrees"_s, number(&SceneDesign::pitchDegrees)},
        {u"rollDegrees"_s, number(&SceneDesign::rollDegrees)},
        {u"brightness"_s, number(&SceneDesign::brightness)},
        {u"lightFromSide"_s, number(&SceneDesign::lightFromSide)},
        {u"warmth"_s, number(&SceneDesign::warmth)},
        {u"blur"_s, number(&SceneDesign::blur)},
        {u"noise"_s, number(&SceneDesign::noise)},
        {u"folds"_s, number(&SceneDesign::folds)},
        {u"mirrored"_s, flag(&SceneDesign::mirrored)},
        {u"backdrop"_s, setBackdrop},
        {u"people"_s, setPeople},
        {u"headRollDegrees"_s, ofPerson(&PersonDesign::rollDegrees)},
        {u"headTurn"_s, ofPerson(&PersonDesign::turn)},
        {u"sideLight"_s, ofPerson(&PersonDesign::sideLight)},
        {u"wear"_s, setWear}};
    return kSetters;
}

const Setters<DeskScene>& deskSetters()
{
    static const Setters<DeskScene> kSetters{
        {u"paperShare"_s, number(&DeskScene::paperShare)},
        {u"roll"_s, number(&DeskScene::roll)},
        {u"tiltX"_s, number(&DeskScene::tiltX)},
        {u"tiltY"_s, number(&DeskScene::tiltY)},
        {u"offset"_s, point(&DeskScene::offset)},
        {u"clutter"_s, flag(&DeskScene::clutter)},
        {u"brightness"_s, number(&DeskScene::brightness)},
        {u"lightGradient"_s, number(&DeskScene::lightGradient)},
        {u"noise"_s, number(&DeskScene::noise)},
        {u"blur"_s, number(&DeskScene::blur)},
        {u"glare"_s, number(&DeskScene::glare)}};
    return kSetters;
}

const Setters<Person>& cardSetters()
{
    static const Setters<Person> kSetters{
        {u"name"_s,
         [](Person& person, const QJsonValue& value) {
             person.name = value.toString();
             return !person.name.isEmpty();
         }},
        {u"validTo"_s, [](Person& person, const QJsonValue& value) {
             const QDate date = QDate::fromString(value.toString(), Qt::ISODate);
             person.certificate.validTo = {};
             person.certificate.validTo.date = date;
             return date.isValid();
         }}};
    return kSetters;
}

template <typename Scene>
Result<void> apply(const QJsonObject& faults, Scene& scene, const Setters<Scene>& setters)
{
    for (auto fault = faults.begin(); fault != faults.end(); ++fault) {
        const auto setter = setters.find(fault.key());
        if (setter == setters.end() || !setter->second(scene, fault.value()))
            return Error{ErrorCode::Configuration,
                         u"demo script: no such fault, or not its value"_s, fault.key()};
    }
    return {};
}

} // namespace

Result<void> applyFaults(const QJsonObject& faults, SceneDesign& scene)
{
    return apply(faults, scene, photoSetters());
}

Result<void> applyFaults(const QJsonObject& faults, DeskScene& scene)
{
    return apply(faults, scene, deskSetters());
}

Result<void> applyFaults(const QJsonObject& faults, Person& person)
{
    return apply(faults, person, cardSetters());
}

} // namespace handshake
