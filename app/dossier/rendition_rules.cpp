// SPDX-License-Identifier: Apache-2.0
#include "app/dossier/rendition_rules.h"

#include "app/core/json.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <functional>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLargestSide = 12'000;
constexpr qsizetype kLargestCap = 2 * 1024 * 1024;

bool isSide(int side)
{
    return side >= 100 && side <= kLargestSide;
}

std::vector<int> sidesOf(const QJsonValue& value)
{
    std::vector<int> sides;
    for (const QJsonValue side : value.toArray())
        sides.push_back(side.toInt());
    return sides;
}

Result<RenditionRule> ruleFrom(const QJsonObject& root, const QString& name)
{
    const QJsonObject object = root.value(name).toObject();
    const QJsonObject purposes = object.value(u"purposes"_s).toObject();
    RenditionRule rule;
    rule.maxBase64 = object.value(u"maxBase64"_s).toInteger();
    rule.minQuality = object.value(u"minQuality"_s).toInt();
    rule.maxQuality = object.value(u"maxQuality"_s).toInt();
    const std::vector<int> size = sidesOf(object.value(u"size"_s));
    if (size.size() == 2)
        rule.size = QSize(size[0], size[1]);
    rule.longSides = sidesOf(object.value(u"longSides"_s));
    rule.minLegibility = object.value(u"minLegibility"_s).toDouble();
    rule.subjectPurpose = purposes.value(u"subject"_s).toInt();
    rule.websitePurpose = purposes.value(u"site"_s).toInt();

    const bool hasFixedSize = isSide(rule.size.width()) && isSide(rule.size.height());
    const bool hasCandidates =
        !rule.longSides.empty() &&
        std::all_of(rule.longSides.begin(), rule.longSides.end(), isSide) &&
        std::is_sorted(rule.longSides.begin(), rule.longSides.end(), std::greater<>());
    const bool isSound = rule.maxBase64 >= 1024 && rule.maxBase64 <= kLargestCap &&
                         rule.minQuality >= 1 && rule.minQuality <= rule.maxQuality &&
                         rule.maxQuality <= 100 && hasFixedSize != hasCandidates &&
                         rule.minLegibility >= 0 && rule.minLegibility < 1 &&
                         rule.subjectPurpose >= 0 && rule.websitePurpose >= 0 &&
                         rule.subjectPurpose + rule.websitePurpose > 0;
    if (!isSound)
        return Error{ErrorCode::Configuration, u"rendition rule without sense"_s, name};
    return rule;
}

} // namespace

Result<RenditionRules> RenditionRules::load(const QString& file)
{
    const Result<QJsonObject> root = readJsonFile(file);
    if (!root)
        return Error{ErrorCode::Configuration, root.error().detail, file};
    if (root->value(u"format"_s) != u"handshake-renditions/1"_s)
        return Error{ErrorCode::Configuration, u"not rendition rules"_s, file};
    RenditionRules rules;
    rules.id = root->value(u"id"_s).toString();
    rules.date = QDate::fromString(root->value(u"date"_s).toString(), Qt::ISODate);
    rules.source = root->value(u"source"_s).toString();
    if (rules.id.isEmpty() || !rules.date.isValid() || rules.source.isEmpty())
        return Error{ErrorCode::Configuration, u"rendition rules without id, date or source"_s,
                     file};
    struct Named {
        QString name;
        RenditionRule* target;
    };
    for (const Named& named :
         {Named{u"photo"_s, &rules.photo}, Named{u"identity"_s, &rules.identity},
          Named{u"licence"_s, &rules.licence}, Named{u"form"_s, &rules.form}}) {
        const Result<RenditionRule> rule = ruleFrom(*root, named.name);
        if (!rule)
            return rule.error().at(file);
        *named.target = *rule;
    }
    if (!rules.photo.size.isValid())
        return Error{ErrorCode::Configuration, u"the photo needs a fixed size"_s, file};
    return rules;
}

} // namespace handshake
