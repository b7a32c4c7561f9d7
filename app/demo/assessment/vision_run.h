// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/demo/evaluation/scene.h"
#include "app/vision/photo_checker.h"

#include <functional>
#include <optional>
#include <vector>

namespace handshake::assessment {

/// One photo as the checks saw it.
struct Seen {
    std::vector<CheckValue> checks{};
    std::vector<StageTime> stages{};
    CheckResult verdict = CheckResult::Unknown;
    double ms = 0;
    QString error{}; ///< the photo was refused

    [[nodiscard]] CheckResult result(QStringView id) const;
    [[nodiscard]] std::optional<double> value(QStringView id) const;
    /// The backdrop was taken for the provider's current one: `backdrop` passes and none of
    /// `mirrored`, `copy`, `edition` objects. "Cannot tell" the edition is no objection.
    [[nodiscard]] bool isBackdropAccepted() const;
};

/// What came of one scene.
struct SceneOutcome {
    evaluation::SampleDesign sample{};
    evaluation::SceneTruth truth{};
    Seen seen{};
    std::vector<Seen> burst{}; ///< of scenes that were also taken as a burst
    int plainInliers = 0;
    bool plainAccepts = false;
    double plainMs = 0;
};

struct VisionRunPlan {
    int scenes = 200;
    std::uint64_t seed = 1;
    QSize size{};          ///< empty: each scene its own
    QString cacheFolder{}; ///< for drawn scenes and profiles; empty keeps none
    int threads = 1;
    PhotoChecker::Config checker{};
};

/// Checks every scene of the evaluation against the profile it is meant for, which was learnt from
/// the artwork, two older editions and the artwork of two other providers. The provider that looks
/// alike is never among those. `progress` is called from the workers, one at a time. The outcomes
/// stand in the order of the scenes and do not depend on the number of threads.
[[nodiscard]] Result<std::vector<SceneOutcome>>
runVision(const VisionRunPlan& plan, const std::function<void(int done, int of)>& progress);

/// Time of one checked photo of a size, on one thread with nothing beside it in this process.
struct SizeTiming {
    QSize size;
    std::vector<Seen> photos;
    std::vector<double>
        cpuMs; ///< processor time of each, which others on the machine do not lengthen
};

/// Right scenes of each size, one after the other.
[[nodiscard]] Result<std::vector<SizeTiming>> timeVision(const VisionRunPlan& plan, int perSize);

} // namespace handshake::assessment
