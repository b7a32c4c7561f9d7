// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <iterator>
#include <vector>

namespace handshake::text_rows {

/// A key and its English sentence; the sentence is what translators see (context "Advice").
struct Row {
    const char* key;
    const char* english;
};

struct Span {
    const Row* rows = nullptr;
    std::size_t count = 0;
};

/// One table per room whose words they are.
[[nodiscard]] Span archiveRows();
[[nodiscard]] Span commonRows();
[[nodiscard]] Span deliveryRows();
[[nodiscard]] Span devicesRows();
[[nodiscard]] Span dossierRows();
[[nodiscard]] Span filingRows();
[[nodiscard]] Span imagingRows();
[[nodiscard]] Span readingRows();
[[nodiscard]] Span visionRows();

/// Every table.
[[nodiscard]] inline std::vector<Span> all()
{
    return {
        archiveRows(), commonRows(),  deliveryRows(), devicesRows(), dossierRows(),
        filingRows(),  imagingRows(), readingRows(),  visionRows(),
    };
}

} // namespace handshake::text_rows
