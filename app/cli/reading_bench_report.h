// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/reading_score.h"

#include <QJsonObject>
#include <QString>

#include <vector>

namespace handshake {

/// A share with its Wilson interval of 95 per cent.
struct Rate {
    int hits = 0;
    int of = 0;

    void count(bool isHit);
    [[nodiscard]] double share() const; ///< 0 when there was nothing to count
    [[nodiscard]] double low() const;
    [[nodiscard]] double high() const;
    /// {"hits","of","share","low","high"}
    [[nodiscard]] QJsonObject toJson() const;
    /// "0.93 [0.85, 0.97] 56/60"
    [[nodiscard]] QString toText() const;
};

/// The value below which `share` of the values lie; 0 without values.
[[nodiscard]] double quantile(std::vector<double> values, double share);

/// Everything `bench reading` says: sheets found by scene, fields (good pictures, all pictures,
/// whole-page reading beside them), numbers wrong but valid, false papers, times.
[[nodiscard]] QJsonObject readingBenchReport(const std::vector<SampleScore>& scores);

/// The same as a table.
[[nodiscard]] QString readingBenchWords(const QJsonObject& report);

/// One picture's line for samples.jsonl.
[[nodiscard]] QJsonObject sampleLine(const SampleScore& score);

} // namespace handshake
