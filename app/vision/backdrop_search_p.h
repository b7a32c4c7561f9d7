// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/vision/backdrop_matcher_p.h"
#include "app/vision/identity_p.h"
#include "app/vision/photo_checks_p.h"

#include <QString>

#include <memory>
#include <vector>

namespace handshake {

/// Looks for one profile's artwork in photos. Keeps the search trees of the last profile, so it is
/// made once and used by one thread.
class BackdropSearch final
{
public:
    /// Fills photo.finding and photo.lines; photo.small, person and backdrop are set.
    void look(PhotoContext& photo);

private:
    /// The mirror image, older editions and other providers' artwork as laid over the own one.
    struct Rivals {
        Rival mirrored;
        Rival own; ///< the other way round: over the mirror image
        std::vector<Rival> older;
        std::vector<Rival> others;
    };
    void prepare(const BackdropData& backdrop, const Thresholds& limits);

    QString m_profile;
    cv::Mat m_values; ///< the own artwork's brightness, CV_32F
    Rivals m_rivals;
    IdentityMap m_identity;
    std::unique_ptr<BackdropMatcher> m_own;
    std::unique_ptr<BackdropMatcher> m_mirrored;
};

} // namespace handshake
