// SPDX-License-Identifier: Apache-2.0
#include "app/vision/thresholds_p.h"

#include "app/core/json.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QStringView>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace handshake {

namespace {

struct Entry {
    QStringView group;
    QStringView name;
    double Thresholds::*member;
    double low; ///< outside of these the file is damaged, not just strict
    double high;
};

using T = Thresholds;
constexpr std::array kEntries{
    Entry{u"features", u"width", &T::featureWidth, 160, 2000},
    Entry{u"features", u"count", &T::featureCount, 100, 10000},
    Entry{u"features", u"contrast", &T::featureContrast, 0.001, 0.2},
    Entry{u"features", u"searchWidth", &T::searchWidth, 160, 2000},
    Entry{u"matching", u"neighbours", &T::neighbours, 1, 20},
    Entry{u"matching", u"distanceMax", &T::distanceMax, 0.1, 1.5},
    Entry{u"matching", u"distanceRatio", &T::distanceRatio, 1, 5},
    Entry{u"matching", u"tiltMax", &T::tiltMax, 1, 90},
    Entry{u"matching", u"sideRatioMax", &T::sideRatioMax, 1, 10},
    Entry{u"matching", u"inliersMin", &T::inliersMin, 4, 500},
    Entry{u"matching", u"inlierDistance", &T::inlierDistance, 0.5, 50},
    Entry{u"dense", u"cellNcc", &T::cellNcc, 0, 1},
    Entry{u"dense", u"cellTexture", &T::cellTexture, 0, 100},
    Entry{u"dense", u"cellExpected", &T::cellExpected, 0, 1},
    Entry{u"dense", u"foreignFloor", &T::foreignFloor, 0, 255},
    Entry{u"dense", u"foreignShare", &T::foreignShare, 0, 1},
    Entry{u"dense", u"shadeMin", &T::shadeMin, 0, 1},
    Entry{u"dense", u"shadeMax", &T::shadeMax, 1, 10},
    Entry{u"dense", u"plainRough", &T::plainRough, 0, 2},
    Entry{u"dense", u"cellsMin", &T::cellsMin, 1, 300},
    Entry{u"backdrop", u"pass", &T::agreementPass, 0, 1},
    Entry{u"backdrop", u"fail", &T::agreementFail, 0, 1},
    Entry{u"enrolment", u"recognised", &T::enrolmentRecognised, 0, 1},
    Entry{u"enrolment", u"refused", &T::enrolmentRefused, 0, 1},
    Entry{u"enrolment", u"lowest", &T::enrolmentLowest, 0.5, 1},
    Entry{u"enrolment", u"highest", &T::enrolmentHighest, 0.5, 1},
    Entry{u"mirrored", u"margin", &T::mirrorMargin, 0, 1},
    Entry{u"edition", u"margin", &T::editionMargin, 0, 1},
    Entry{u"edition", u"difference", &T::editionDifference, 0, 1},
    Entry{u"edition", u"cells", &T::editionCells, 1, 300},
    Entry{u"edition", u"sureCells", &T::editionSureCells, 1, 300},
    Entry{u"edition", u"lean", &T::editionLean, -1, 1},
    Entry{u"edition", u"contrast", &T::editionContrast, 0, 10000},
    Entry{u"identity", u"ink", &T::identityInk, 0, 2},
    Entry{u"identity", u"agrees", &T::identityAgrees, 0, 2},
    Entry{u"identity", u"differs", &T::identityDiffers, 0, 1.01},
    Entry{u"identity", u"pieces", &T::identityPieces, 0, 2000},
    Entry{u"backdropModel", u"bias", &T::modelBias, -200, 200},
    Entry{u"backdropModel", u"points", &T::modelPoints, -200, 200},
    Entry{u"backdropModel", u"agreement", &T::modelAgreement, -200, 200},
    Entry{u"backdropModel", u"cells", &T::modelCells, -200, 200},
    Entry{u"backdropModel", u"correlation", &T::modelCorrelation, -200, 200},
    Entry{u"backdropModel", u"patch", &T::modelPatch, -200, 200},
    Entry{u"backdropModel", u"hidden", &T::modelHidden, -200, 200},
    Entry{u"backdropModel", u"lead", &T::modelLead, -200, 200},
    Entry{u"faces", u"width", &T::faceWidth, 160, 2000},
    Entry{u"faces", u"minShare", &T::faceMinShare, 0.01, 0.5},
    Entry{u"faces", u"confirmations", &T::faceConfirmations, 0, 4},
    Entry{u"faces", u"peerShare", &T::facePeerShare, 0, 1},
    Entry{u"faces", u"flatness", &T::faceFlatness, 0, 1},
    Entry{u"frontal", u"pass", &T::asymmetryPass, 0, 2},
    Entry{u"frontal", u"fail", &T::asymmetryFail, 0, 2},
    Entry{u"frontal", u"offsetPass", &T::eyesOffsetPass, 0, 1},
    Entry{u"frontal", u"offsetFail", &T::eyesOffsetFail, 0, 1},
    Entry{u"upright", u"pass", &T::rollPass, 0, 90},
    Entry{u"upright", u"fail", &T::rollFail, 0, 90},
    Entry{u"head", u"offsetPass", &T::headOffsetPass, 0, 1},
    Entry{u"head", u"offsetFail", &T::headOffsetFail, 0, 1},
    Entry{u"head", u"minShare", &T::headMinShare, 0, 1},
    Entry{u"head", u"maxShare", &T::headMaxShare, 0, 1},
    Entry{u"head", u"room", &T::headRoomMin, 0, 1},
    Entry{u"cover", u"crown", &T::crownCover, 0, 1},
    Entry{u"cover", u"mouth", &T::mouthCover, 0, 1},
    Entry{u"sharp", u"pass", &T::sharpPass, 0, 10000},
    Entry{u"sharp", u"fail", &T::sharpFail, 0, 10000},
    Entry{u"light", u"darkPass", &T::darkPass, 0, 255},
    Entry{u"light", u"darkFail", &T::darkFail, 0, 255},
    Entry{u"light", u"burntPass", &T::burntPass, 0, 1},
    Entry{u"light", u"burntFail", &T::burntFail, 0, 1},
    Entry{u"light", u"sidePass", &T::sideLightPass, 0, 10},
    Entry{u"light", u"sideFail", &T::sideLightFail, 0, 10},
    Entry{u"size", u"width", &T::minWidth, 1, 12000},
    Entry{u"size", u"height", &T::minHeight, 1, 12000},
    Entry{u"coverage", u"pass", &T::coveragePass, 0, 1},
    Entry{u"coverage", u"fail", &T::coverageFail, 0, 1},
    Entry{u"coverage", u"noEdgePass", &T::edgelessPass, 0, 1},
    Entry{u"coverage", u"noEdgeFail", &T::edgelessFail, 0, 1},
    Entry{u"artworkVisible", u"pass", &T::visiblePass, 0, 1},
    Entry{u"artworkVisible", u"fail", &T::visibleFail, 0, 1},
    Entry{u"text", u"ncc", &T::textNcc, 0, 1},
    Entry{u"text", u"nccFail", &T::textNccFail, 0, 1},
    Entry{u"text", u"height", &T::textHeight, 0, 200},
    Entry{u"text", u"letters", &T::textLetters, 0, 1},
    Entry{u"text", u"visible", &T::textVisible, 0, 1},
    Entry{u"copy", u"faceMmMin", &T::faceMmMin, 1, 2000},
    Entry{u"copy", u"faceMmSides", &T::faceMmSides, 1, 2000},
    Entry{u"copy", u"faceMmMax", &T::faceMmMax, 1, 2000},
    Entry{u"copy", u"faceMmFail", &T::faceMmFail, 1, 4000},
    Entry{u"plain", u"distance", &T::plainDistance, 0, 200},
    Entry{u"clothes", u"distance", &T::clothesDistance, 0, 200},
    Entry{u"screen", u"peak", &T::screenPeak, 0, 1000},
    Entry{u"composite", u"noiseRatio", &T::noiseRatio, 1, 100},
    Entry{u"replay", u"shift", &T::replayShift, 0, 50},
    Entry{u"replay", u"difference", &T::replayDifference, 0, 100},
};

bool isInRange(const Entry& entry, const QJsonValue& value)
{
    return value.isDouble() && value.toDouble() >= entry.low && value.toDouble() <= entry.high;
}

/// What stands beside the figures for whoever reads the file.
bool isRemark(const QString& key)
{
    return key == u"about"_s || key == u"date"_s || key == u"source"_s;
}

} // namespace

Result<Thresholds> Thresholds::load(const QString& file)
{
    const auto json = readJsonFile(file);
    if (!json)
        return Error{ErrorCode::Configuration, json.error().detail, json.error().where};
    Thresholds thresholds;
    for (const Entry& entry : kEntries) {
        const QJsonValue value = json->value(entry.group).toObject().value(entry.name);
        if (!isInRange(entry, value))
            return Error{ErrorCode::Configuration, u"a threshold is missing or out of its range"_s,
                         u"%1: %2.%3"_s.arg(file, entry.group.toString(), entry.name.toString())};
        thresholds.*entry.member = value.toDouble();
    }
    return thresholds;
}

Result<Thresholds> Thresholds::load(const QString& file, const QString& own)
{
    auto thresholds = load(file);
    if (!thresholds || own.isEmpty())
        return thresholds;
    if (const auto put = thresholds->overlay(own); !put)
        return put.error();
    return thresholds;
}

Result<void> Thresholds::overlay(const QString& file)
{
    const auto json = readJsonFile(file);
    if (!json)
        return Error{ErrorCode::Configuration, json.error().detail, json.error().where};
    Thresholds changed = *this;
    for (auto group = json->begin(); group != json->end(); ++group) {
        if (!group->isObject()) {
            if (isRemark(group.key()) && group->isString())
                continue;
            return Error{ErrorCode::Configuration, u"no group of thresholds has this name"_s,
                         u"%1: %2"_s.arg(file, group.key())};
        }
        const QJsonObject figures = group->toObject();
        for (auto figure = figures.begin(); figure != figures.end(); ++figure) {
            if (isRemark(figure.key()))
                continue;
            const QString where = u"%1: %2.%3"_s.arg(file, group.key(), figure.key());
            const auto entry =
                std::find_if(kEntries.begin(), kEntries.end(), [&](const Entry& one) {
                    return one.group == group.key() && one.name == figure.key();
                });
            if (entry == kEntries.end())
                return Error{ErrorCode::Configuration, u"no threshold has this name"_s, where};
            if (!isInRange(*entry, figure.value()))
                return Error{ErrorCode::Configuration, u"a threshold is out of its range"_s, where};
            changed.*entry->member = figure->toDouble();
        }
    }
    *this = changed;
    return {};
}

} // namespace handshake
