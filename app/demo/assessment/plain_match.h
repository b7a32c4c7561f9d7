// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>

#include <memory>
#include <vector>

namespace handshake::assessment {

/// What anybody would write first: ORB, ratio test, homography by RANSAC, number of inliers. Stands
/// beside the program's own way in the same run, to show what that is worth.
class PlainMatch final
{
public:
    /// The artwork asked for, and the older editions that have to lose against it.
    PlainMatch(const QImage& artwork, const std::vector<QImage>& older);
    ~PlainMatch();
    Q_DISABLE_COPY_MOVE(PlainMatch)

    struct Outcome {
        int inliers = 0;      ///< with the artwork asked for
        int olderInliers = 0; ///< with the best of the older ones
        double ms = 0;

        /// Enough inliers, and no older edition has more.
        [[nodiscard]] bool isAccepted() const
        {
            return inliers >= kInliersNeeded && inliers >= olderInliers;
        }
    };
    /// 15, the figure usually named for planar objects.
    static constexpr int kInliersNeeded = 15;

    [[nodiscard]] Outcome match(const QImage& photo) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace handshake::assessment
