// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/check_value.h"
#include "app/core/result.h"
#include "app/vision/backdrop_profile.h"
#include "app/vision/photo_checker.h"
#include "app/vision/photo_report.h"

#include <QImage>
#include <QPolygonF>
#include <QRect>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace handshake {

/// What the live view shows over one frame. Geometry in pixels of that frame.
struct GuideState {
    /// In this order: face centred upright sharp light backdrop text mirrored alone replay. The
    /// last five come from verify() and are `Unknown` until it was called for what is in view now;
    /// an older edition of the backdrop shows in its lamp.
    std::vector<CheckValue> lamps{};
    QString advice{};      ///< key of the one thing to change first; empty when all is green
    bool allGreen = false; ///< every lamp passes
    QRect face{};          ///< empty when no face is followed
    QPolygonF outline{};   ///< of the backdrop, moved along with the picture; may be empty
};

/// Follows one person in front of the camera: fast lamps from each frame (a detector on the
/// region where the face was), slow ones from the checks a worker makes 2 to 4 times a second.
/// Not thread-safe; lives in one thread.
class LiveGuide final
{
public:
    /// The same files as PhotoChecker::create(), the same errors.
    static Result<std::unique_ptr<LiveGuide>> create(const PhotoChecker::Config& config);
    ~LiveGuide();
    Q_DISABLE_COPY_MOVE(LiveGuide)

    /// The backdrop in use; none: the lamps that need it pass without being judged. Forgets what
    /// was followed.
    void setBackdrop(const std::optional<BackdropProfile>& backdrop);

    /// One frame, some 10 ms while a face is followed; frames are looked at 640 pixels wide. A null
    /// frame gives a state without a face.
    [[nodiscard]] GuideState track(const QImage& frame);

    /// Forgets whom and what was followed: another picture comes next.
    void restart();

    /// The last frames that were looked at, some tenths of a second apart, the newest first: what
    /// `replay` is judged over. Fewer than five at first, none without a face.
    [[nodiscard]] std::vector<QImage> recent() const;

    /// Takes over the slow measurements. `photoSize` is the size of the picture the report is
    /// about; its boxes are scaled to the frames.
    void verify(const PhotoReport& report, QSize photoSize);
    /// As above, the report being about a picture of the size of the frames.
    void verify(const PhotoReport& report);

private:
    struct Private;
    explicit LiveGuide(std::unique_ptr<Private> data);

    std::unique_ptr<Private> d;
};

} // namespace handshake
