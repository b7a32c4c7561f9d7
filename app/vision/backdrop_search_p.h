// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/vision/backdrop_matcher_p.h"
#include "app/vision/photo_checks_p.h"

#include <QString>

#include <memory>

namespace handshake {

/// Looks for one profile's artwork in photos. Keeps the search trees of the last profile, so it is
/// made once and used by one thread.
class BackdropSearch final
{
public:
    /// Fills photo.finding; photo.small, person and backdrop are set.
    void look(PhotoContext& photo);

private:
    void prepare(const BackdropData& backdrop, const Thresholds& limits);

    QString m_profile;
    std::unique_ptr<BackdropMatcher> m_own;
    std::unique_ptr<BackdropMatcher> m_mirrored;
};

} // namespace handshake
