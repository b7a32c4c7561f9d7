// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/reading/quad_p.h"

#include <array>
#include <optional>
#include <vector>

namespace handshake {

/// A quadrilateral worth a closer look, in pixels of the small picture it was found on.
struct SheetProposal {
    Quad quad; ///< clockwise as seen
    /// By side: it is the picture's own edge.
    std::array<bool, 4> onBorder{};
    double score = 0;

    [[nodiscard]] int borders() const;
};

/// The even, bright ground a scanner's lid gives, as seen along a picture's border.
struct Lid {
    cv::Vec3d colour; ///< Lab, 8 bits
    double noise = 0; ///< of what differs from it, in the same units
};

/// Whether most of a picture's border is as bright and grey as a lid, or a sheet before it.
[[nodiscard]] bool isBrightAround(const cv::Mat& lab);

/// The lid, when most of the picture's border shows one even colour; nothing for a desk.
[[nodiscard]] std::optional<Lid> lidOf(const cv::Mat& lab);

/// From straight edges put together; best first.
[[nodiscard]] std::vector<SheetProposal> proposeByLines(const cv::Mat& lab, double minArea);

/// Outlines of what differs from the desk's colour.
[[nodiscard]] std::vector<SheetProposal> proposeByColour(const cv::Mat& lab, double minArea);

/// Outlines of what differs, however little, from a lid.
[[nodiscard]] std::vector<SheetProposal> proposeOnLid(const cv::Mat& lab, const Lid& lid,
                                                      double minArea);

} // namespace handshake
