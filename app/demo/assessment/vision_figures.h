// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/assessment/interval.h"
#include "app/demo/assessment/vision_run.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>

namespace handshake::assessment {

/// What a run over the evaluation came to; the goals of the work are about these.
struct VisionFigures {
    QMap<QString, Share> accept{}; ///< of right scenes that must be accepted: "all", by family,
                                   ///< by severity, by both, "zoom"
    QMap<QString, Share> falseAccept{};              ///< by attack, "all" over those of the goal
    QMap<QString, QMap<QString, Share>> confusion{}; ///< attack (or "right") → family → accepted
    QMap<QString, Share> plainAccept{};              ///< the plain way on the same right scenes
    QMap<QString, Share> plainFalseAccept{};
    double plainBestAccept = 0;         ///< at a threshold chosen afterwards without false accepts
    QMap<QString, Share> smallChange{}; ///< "wrong", "cannotTell", "told" where the change shows;
                                        ///< "wrongHidden" where it does not
    Share screenWarned{};
    Share screenFalseAlarm{}; ///< over all pictures that are none
    Share screenSlipsBurst{}; ///< screens whose burst neither replay nor screen objects to
    Share replayFalseAlarm{}; ///< bursts of persons
    Share pastedFlagged{};
    Share pastedFalseAlarm{};
    Share burstAccept{};      ///< right bursts of which a picture is accepted
    Share burstFalseAccept{}; ///< bursts of attacks of the goal of which one is
    Share oneFace{};          ///< "exactly one face" decided right
    Share wholePhoto{};       ///< must-accept photos without any failed check
    double coverageError = 0; ///< mean absolute, where it was measured
    int coverageCount = 0;
    int coverageUnknown = 0; ///< scenes with a curtain where none was measured
    int undecided = 0;       ///< right scenes that are not counted
    int refused = 0;         ///< photos the checker refused
    double occlusionMax = 0; ///< among counted right scenes
};

[[nodiscard]] VisionFigures figuresOf(const std::vector<SceneOutcome>& outcomes);
[[nodiscard]] QJsonObject figuresToJson(const VisionFigures& figures);
[[nodiscard]] QString figuresAsWords(const VisionFigures& figures);
[[nodiscard]] QJsonArray timingsToJson(const std::vector<SizeTiming>& timings);

/// Attacks that the goal on false accepts counts: similar, other, mirrored, wall, clutter, small
/// copy, older edition with large changes.
[[nodiscard]] bool isCountedAttack(evaluation::SceneKind kind);

/// Why the outcome is not what it should be, in a few words; empty when all is well.
[[nodiscard]] QString faultOf(const SceneOutcome& outcome);

} // namespace handshake::assessment
