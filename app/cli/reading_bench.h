// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/reading_score.h"
#include "app/core/result.h"
#include "app/reading/paper_reader.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace handshake {

/// What `bench reading` is to do.
struct ReadingBenchPlan {
    PaperReader::Config reader;
    int scenes = 120;
    std::uint64_t seed = 1;
    bool withWholePage = true;
    int threads = 1;
};

/// Runs the real reader over the evaluation of papers. Scores come in the order of the samples,
/// whatever the threads did; `progress` is called from any of them with how many are done.
/// Configuration when a font, a layout or the OCR's data is missing.
[[nodiscard]] Result<std::vector<SampleScore>>
runReadingBench(const ReadingBenchPlan& plan, const std::function<void(int)>& progress);

} // namespace handshake
