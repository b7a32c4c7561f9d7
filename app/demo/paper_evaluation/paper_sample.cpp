// SPDX-License-Identifier: Apache-2.0
#include "app/demo/paper_evaluation/paper_sample.h"

#include "app/demo/paper_evaluation/fonts.h"
#include "app/demo/paper_evaluation/scenes.h"

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace handshake::papereval {

namespace {

/// What one place of the list holds.
enum class Motif : std::uint8_t {
    CameraPortrait,
    CameraEmblem,
    CameraLicence,
    CameraLicence2014,
    CameraOriginal,
    CameraTwoCards,
    FlatbedPortrait,
    FlatbedEmblem,
    FlatbedBothSides,
    FlatbedLicence,
    FlatbedLicence2014,
    CopyBothSides,
    CopyLicence,
    ScreenPortrait,
    CutOffLicence,
    Empty,
};

/// The list repeats itself after these places.
constexpr std::array<Motif, 20> kMotifs{
    Motif::CameraPortrait,  Motif::FlatbedBothSides,
    Motif::CameraLicence,   Motif::CameraEmblem,
    Motif::FlatbedLicence,  Motif::CameraPortrait,
    Motif::FlatbedPortrait, Motif::CameraLicence,
    Motif::CameraTwoCards,  Motif::FlatbedEmblem,
    Motif::CutOffLicence,   Motif::CameraLicence2014,
    Motif::CameraEmblem,    Motif::CopyBothSides,
    Motif::CameraOriginal,  Motif::FlatbedLicence2014,
    Motif::ScreenPortrait,  Motif::CameraPortrait,
    Motif::CopyLicence,     Motif::Empty,
};

/// Half of the pictures are good, a third medium, a sixth hard; in this order the variants that
/// alternate from round to round meet easy and hard pictures alike.
constexpr std::array<Severity, 6> kSeverities{Severity::Good,   Severity::Good,   Severity::Good,
                                              Severity::Medium, Severity::Medium, Severity::Hard};

Sheet personSheet(ItemKind kind, int ordinal, const Random& random)
{
    Random own = random.fork(901);
    return {kind, inventPerson(ordinal, random.fork(900)), own.next(), 1};
}

Sheet businessSheet(ItemKind kind, int ordinal, const Random& random, double enlarged = 1)
{
    Random own = random.fork(903);
    const bool before2019 = kind == ItemKind::Licence2014;
    return {kind, inventBusiness(ordinal, before2019, random.fork(902)), own.next(), enlarged};
}

PaperSample drawn(Motif motif, int index, Severity severity, const Random& random)
{
    const Random scene = random.fork(1);
    const auto side = [&](ItemKind kind) { return personSheet(kind, index, random); };
    const std::vector<Sheet> both{side(ItemKind::IdPortrait), side(ItemKind::IdEmblem)};
    const auto licence = [&](ItemKind kind, double enlarged) {
        return businessSheet(kind, index, random, enlarged);
    };
    const Sheet copy2019 = licence(ItemKind::Licence2019, 1);
    const Sheet copy2014 = licence(ItemKind::Licence2014, 1);
    const bool isOdd = (index / 20) % 2 == 1;
    switch (motif) {
    case Motif::CameraPortrait:
        return cameraScene({both[0]}, Arrangement::Alone, severity, scene);
    case Motif::CameraEmblem:
        return cameraScene({both[1]}, Arrangement::Alone, severity, scene);
    case Motif::CameraLicence:
        return cameraScene({copy2019}, Arrangement::Alone, severity, scene);
    case Motif::CameraLicence2014:
        return cameraScene({copy2014}, Arrangement::Alone, severity, scene);
    case Motif::CameraOriginal:
        return cameraScene({licence(ItemKind::Licence2019, std::sqrt(2.0))}, Arrangement::Alone,
                           severity, scene);
    case Motif::CameraTwoCards:
        return cameraScene(both, isOdd ? Arrangement::Stacked : Arrangement::SideBySide, severity,
                           scene);
    case Motif::FlatbedPortrait:
        return flatbedScene({both[0]}, severity, scene);
    case Motif::FlatbedEmblem:
        return flatbedScene({both[1]}, severity, scene);
    case Motif::FlatbedBothSides:
        return flatbedScene(both, severity, scene);
    case Motif::FlatbedLicence:
        return flatbedScene(isOdd ? std::vector<Sheet>{copy2019, both[0]}
                                  : std::vector<Sheet>{copy2019},
                            severity, scene);
    case Motif::FlatbedLicence2014:
        return flatbedScene({copy2014}, severity, scene);
    case Motif::CopyBothSides:
        return copyScene(both, isOdd, severity, scene);
    case Motif::CopyLicence:
        return copyScene({copy2019}, !isOdd, severity, scene);
    case Motif::ScreenPortrait:
        return screenScene(isOdd ? copy2019 : both[0], severity, scene);
    case Motif::CutOffLicence:
        return cutOffScene(copy2019, severity, scene);
    case Motif::Empty:
        return isOdd ? cameraScene({}, Arrangement::Alone, severity, scene)
                     : flatbedScene({}, severity, scene);
    }
    return {};
}

} // namespace

const FieldTruth* ItemTruth::field(const QString& key) const
{
    for (const FieldTruth& one : fields)
        if (one.key == key)
            return &one;
    return nullptr;
}

QString itemKindName(ItemKind kind)
{
    switch (kind) {
    case ItemKind::IdPortrait:
        return u"id-portrait"_s;
    case ItemKind::IdEmblem:
        return u"id-emblem"_s;
    case ItemKind::Licence2019:
        return u"licence-2019"_s;
    case ItemKind::Licence2014:
        return u"licence-2014"_s;
    }
    return {};
}

QString sceneKindName(SceneKind kind)
{
    switch (kind) {
    case SceneKind::Camera:
        return u"camera"_s;
    case SceneKind::Flatbed:
        return u"flatbed"_s;
    case SceneKind::Copy:
        return u"copy"_s;
    case SceneKind::Screen:
        return u"screen"_s;
    case SceneKind::CutOff:
        return u"cut-off"_s;
    case SceneKind::Empty:
        return u"empty"_s;
    }
    return {};
}

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Good:
        return u"good"_s;
    case Severity::Medium:
        return u"medium"_s;
    case Severity::Hard:
        return u"hard"_s;
    }
    return {};
}

Severity severityOf(int index)
{
    const auto place = static_cast<std::size_t>(index) % kMotifs.size();
    const auto round = static_cast<std::size_t>(index) / kMotifs.size();
    return kSeverities.at((round + place) % kSeverities.size());
}

Result<PaperSample> paperEvaluationSample(int index, std::uint64_t seed)
{
    if (index < 0)
        return Error{ErrorCode::InvalidInput, u"the evaluation's samples begin at 0"_s};
    const Result<void> fonts = checkFonts();
    if (!fonts)
        return fonts.error();
    const auto place = static_cast<std::size_t>(index) % kMotifs.size();
    const Severity severity = severityOf(index);
    const Random random = Random(seed).fork(static_cast<std::uint64_t>(index));
    PaperSample sample = drawn(kMotifs.at(place), index, severity, random);
    sample.index = index;
    return sample;
}

} // namespace handshake::papereval
