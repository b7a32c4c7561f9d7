// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/photo_scene.h"

#include <QString>

#include <vector>

namespace handshake {

/// One photo of the development set and what it shows.
struct DevScene {
    QString kind; ///< right, similar, other, mirrored, wall, clutter, copy, older-large, …
    std::size_t design = 0; ///< whose profile it is held against
    SceneDesign scene{};
    QString name{}; ///< unique in its split
};

/// The backdrops of a split: "dev" figures are set on, "held" they are only counted on.
struct DevSet {
    std::vector<BackdropDesign> designs;
    std::vector<QString> families;
    std::vector<DevScene> scenes;
};

/// `share` of the scenes, 1 all of them.
[[nodiscard]] DevSet devSet(const QString& split, double share);

/// The same backdrop of an earlier year: everything, or only the seal.
[[nodiscard]] BackdropDesign olderLarge(BackdropDesign design);
[[nodiscard]] BackdropDesign olderSmall(BackdropDesign design);
/// A provider of another family, known to the profile.
[[nodiscard]] BackdropDesign knownOther(const BackdropDesign& design);

} // namespace handshake
