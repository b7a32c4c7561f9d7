// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/vision_dev/dev_scenes.h"

#include "app/demo/seeded_p.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace handshake {

namespace {

constexpr std::array<BackdropLayout, 4> kLayouts{BackdropLayout::Central, BackdropLayout::Tiled,
                                                 BackdropLayout::Tonal, BackdropLayout::Mural};
constexpr std::array kFamilies{"central", "tiled", "tonal", "mural"};
constexpr std::array<QSize, 4> kSizes{QSize(640, 480), QSize(800, 600), QSize(1280, 960),
                                      QSize(1920, 1080)};

BackdropDesign designOf(BackdropLayout layout, Seeded& random, bool isDev)
{
    static const std::array<QString, 5> kDev{u"样本接入服务有限公司"_s, u"样本云网科技有限公司"_s,
                                             u"华东样本数据有限公司"_s, u"样本互联服务中心"_s,
                                             u"样本通信技术有限公司"_s};
    static const std::array<QString, 5> kHeld{u"示例数据中心有限公司"_s, u"北方示例网络有限公司"_s,
                                              u"示例云计算有限公司"_s, u"示例信息港服务公司"_s,
                                              u"南粤示例电信有限公司"_s};
    BackdropDesign design;
    design.provider = (isDev ? kDev : kHeld)[std::size_t(random.below(5))];
    design.slogan =
        random.below(2) == 0 ? u"网站备案 当面核验 样本背景"_s : u"真实核验 依法备案 样本专用"_s;
    design.layout = layout;
    design.ground = QColor::fromHsv(isDev ? 190 + random.below(50) : random.below(360),
                                    120 + random.below(100), 90 + random.below(80));
    design.seed = std::uint32_t(1000 + random.below(100000));
    design.badge = 1 + random.below(4);
    design.size = {1200, 800};
    return design;
}

SceneDesign sceneOf(const BackdropDesign& backdrop, Seeded& random)
{
    SceneDesign scene;
    scene.backdrop = backdrop;
    scene.size = kSizes[std::size_t(std::min(3, random.below(5)))];
    const double pixel = scene.size.width() / 1280.0;
    PersonDesign person;
    person.seed = std::uint32_t(random.below(100000));
    person.skinTone = random.between(0.05, 0.9);
    person.longHair = random.below(2) == 0;
    person.glasses = random.below(3) == 0;
    scene.persons = {person};
    scene.personHeight = random.between(0.62, 1.0);
    scene.personAt = {0.5 + random.between(-0.07, 0.07), 1.0};
    scene.backdropScale =
        random.below(3) == 0 ? random.between(1.35, 2.1) : random.between(0.85, 1.3);
    const double room = std::max(0.02, (scene.backdropScale - 1.0) * 0.3);
    scene.backdropAt = {0.5 + random.between(-room, room), 0.48 + random.between(-room, room)};
    scene.yawDegrees = random.between(-22, 22);
    scene.pitchDegrees = random.between(-8, 8);
    scene.rollDegrees = random.between(-5, 5);
    scene.brightness = random.between(0.55, 1.12);
    scene.lightFromSide = random.between(0.0, 0.6);
    scene.warmth = random.between(-0.8, 1.0);
    scene.blur = random.between(0.6, 2.0) * pixel + 0.2;
    scene.noise = random.between(1.5, 8.0);
    scene.folds = random.between(0.0, 1.0);
    scene.shadow = random.below(3) == 0 ? random.between(0.2, 0.8) : 0.0;
    scene.furniture = random.below(3) == 0 ? random.between(0.05, 0.3) : 0.0;
    scene.clutter = random.below(3) == 0 ? random.between(0.2, 0.8) : 0.0;
    scene.jpegQuality = random.below(2) == 0 ? 45 + random.below(50) : 0;
    scene.seed = std::uint32_t(random.below(1000000));
    return scene;
}

/// A resembling provider: the same print shop's ornament, its own name and emblem.
BackdropDesign similarTo(BackdropDesign design, Seeded& random)
{
    const auto length = design.provider.size();
    design.provider = random.below(2) == 0 ? u"华信"_s + design.provider.mid(2)
                                           : design.provider.left(length - 4) + u"集团公司"_s;
    design.markSeed = std::uint32_t(1 + random.below(100000));
    return design;
}

BackdropDesign strangerTo(BackdropDesign design, Seeded& random)
{
    design.provider = u"另一家示范通信公司"_s;
    design.layout = kLayouts[std::size_t(random.below(4))];
    design.seed += std::uint32_t(1 + random.below(5000));
    if (random.below(2) == 0)
        design.ground = QColor::fromHsv(random.below(360), 150, 130);
    return design;
}

void makeAttack(DevScene& made, const BackdropDesign& design, Seeded& random)
{
    SceneDesign& scene = made.scene;
    if (made.kind == "similar"_L1) {
        scene.backdrop = similarTo(design, random);
    } else if (made.kind == "other"_L1) {
        scene.backdrop = strangerTo(design, random);
    } else if (made.kind == "mirrored"_L1) {
        scene.backdrop->mirrored = true;
    } else if (made.kind == "wall"_L1) {
        scene.backdrop.reset();
    } else if (made.kind == "clutter"_L1) {
        scene.backdrop.reset();
        scene.clutter = random.between(0.6, 1.0);
    } else if (made.kind == "copy"_L1) {
        scene.held = random.below(2) == 0;
        scene.backdropScale = random.between(0.22, 0.4);
        scene.backdropAt = scene.held ? QPointF(0.5 + random.between(-0.1, 0.1), 0.8)
                                      : QPointF(random.between(0.2, 0.8), random.between(0.2, 0.5));
    } else if (made.kind == "older-large"_L1) {
        scene.backdrop = olderLarge(design);
    } else if (made.kind == "older-small"_L1) {
        scene.backdrop = olderSmall(design);
    } else if (made.kind == "screen"_L1) {
        scene.screenPitch = random.between(1.15, 2.8);
        scene.bezel = random.below(2) == 0;
    } else if (made.kind == "furnished"_L1) { // right, with something before it
        scene.furniture = random.between(0.12, 0.32);
    } else if (made.kind == "pasted"_L1) {
        scene.pasted = true;
        scene.furniture = 0;
    }
}

} // namespace

BackdropDesign olderLarge(BackdropDesign design)
{
    design.edition = 2;
    design.slogan = u"备案核验 从真实开始 样本"_s;
    return design;
}

BackdropDesign olderSmall(BackdropDesign design)
{
    design.badge += 7;
    return design;
}

BackdropDesign knownOther(const BackdropDesign& design)
{
    BackdropDesign other = design;
    other.provider = u"邻家示范网络公司"_s;
    other.seed += 77;
    return other;
}

DevSet devSet(const QString& split, double share)
{
    const bool isDev = split == "dev"_L1;
    Seeded random(isDev ? 20261126 : 777001, 900);
    DevSet set;
    constexpr int kDesigns = 8;
    for (int i = 0; i < kDesigns; ++i) {
        set.designs.push_back(designOf(kLayouts[std::size_t(i % 4)], random, isDev));
        set.families.push_back(QString::fromLatin1(kFamilies[std::size_t(i % 4)]));
    }
    struct Kind {
        const char* name;
        int count;
        int from = 0; ///< number of the first
    };
    constexpr std::array kKinds{Kind{"right", 14}, Kind{"similar", 6}, Kind{"other", 3},
                                Kind{"mirrored", 3}, Kind{"wall", 1}, Kind{"clutter", 2},
                                Kind{"copy", 3}, Kind{"older-large", 3}, Kind{"older-small", 5},
                                Kind{"screen", 3}, Kind{"pasted", 3},
                                // Appended, so that the scenes above stay as they were drawn.
                                Kind{"similar", 8, 6}, Kind{"screen", 5, 3}, Kind{"furnished", 4}};
    for (const Kind& kind : kKinds) {
        for (std::size_t design = 0; design < kDesigns; ++design) {
            const int count = std::max(1, int(kind.count * share));
            for (int i = 0; i < kind.count; ++i) {
                DevScene made{QString::fromLatin1(kind.name), design,
                              sceneOf(set.designs[design], random)};
                makeAttack(made, set.designs[design], random);
                made.name = u"%1-%2-%3"_s.arg(made.kind).arg(design).arg(kind.from + i);
                if (i < count)
                    set.scenes.push_back(made);
            }
        }
    }
    return set;
}

} // namespace handshake
