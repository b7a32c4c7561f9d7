// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/vision/backdrop_profile.h"
#include "app/vision/photo_report.h"

#include <QImage>
#include <QString>

#include <cstddef>
#include <memory>
#include <vector>

namespace handshake {

/// What a burst of one moment is good for.
struct BurstChoice {
    std::size_t best = 0; ///< index of the picture to keep
    CheckValue replay{};  ///< judged over all of them
};

/// Runs every check of a photo: one file per check, this class only carries measurements from one
/// to the next. Holds detectors that are not thread-safe: one object per thread.
class PhotoChecker final
{
public:
    struct Config {
        QString cascadeFolder;   ///< with "haarcascades" and "lbpcascades" inside
        QString thresholdsFile;  ///< data/vision/thresholds.json
        QString faceModelFile{}; ///< an installed YuNet model; empty: the cascades alone
        QString ownThresholds{}; ///< a provider's own figures over those; empty: none
    };

    /// Configuration, naming the file, when a detector, the face model or the thresholds are
    /// missing or damaged.
    static Result<std::unique_ptr<PhotoChecker>> create(const Config& config);
    ~PhotoChecker();
    Q_DISABLE_COPY_MOVE(PhotoChecker)

    /// Blocking, some hundred ms. `backdrop` may be null: what needs it is then `Unknown`.
    /// InvalidInput for a null picture. A check that breaks becomes `Unknown` ("photo.<id>.broken")
    /// and the others go on.
    [[nodiscard]] Result<PhotoReport> check(const QImage& photo, const BackdropProfile* backdrop);

    /// The pictures are one burst of one moment: each is checked, and `replay` is judged over all
    /// of them. InvalidInput for an empty burst or pictures of different sizes.
    [[nodiscard]] Result<std::vector<PhotoReport>> checkBurst(const std::vector<QImage>& photos,
                                                              const BackdropProfile* backdrop);

    /// What the pictures, the newest first, say about a recording; `face` is the face in the first.
    [[nodiscard]] CheckValue replayOf(const std::vector<QImage>& burst, QRect face) const;

    /// Which picture of a burst is kept: one in which both eyes are found before one in which they
    /// are not; of these the one with the sharpest face; of those as sharp (within 5 %) the one
    /// with the most level eyes; of those as level (within half a degree) the first. The pictures
    /// are not checked. InvalidInput for an empty burst or pictures of different or tiny sizes.
    [[nodiscard]] Result<BurstChoice> choose(const std::vector<QImage>& burst);

private:
    struct Private;
    explicit PhotoChecker(std::unique_ptr<Private> data);

    std::unique_ptr<Private> d;
};

} // namespace handshake
