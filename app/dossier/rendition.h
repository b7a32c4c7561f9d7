// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/check_value.h"
#include "app/core/result.h"
#include "app/dossier/rendition_rules.h"

#include <QByteArray>
#include <QDateTime>
#include <QImage>
#include <QPolygonF>
#include <QRect>
#include <QSize>

#include <optional>
#include <vector>

namespace handshake {

/// A picture as the authority gets it: JPEG under the cap. `checks` say what was lost on the way
/// ("legibility", "quality", "pixels", "faceSize", "stamp"); the
/// master stays untouched beside it.
struct Rendition {
    QByteArray jpeg;
    QSize size;
    int quality = 0;
    std::vector<CheckValue> checks;
};

/// An upright picture of a paper and where in it the paper lies (TL TR BR BL, pixels; empty: the
/// whole picture is the paper).
struct PaperView {
    QImage image;
    QPolygonF corners;
};

/// What was seen in the on-site photo, in pixels of the upright picture.
struct PhotoFacts {
    QRect face;
    std::vector<QRect> textZones;
    std::optional<QDateTime> takenAt; ///< UTC; without it no stamp is made and "stamp" fails
};

/// 4:3 with the face kept, stamped with Beijing time outside face and lettering.
[[nodiscard]] Result<Rendition> renderPhoto(const QImage& upright, const PhotoFacts& facts,
                                            const RenditionRule& rule);

/// Both sides of an identity card in one picture, portrait side (人像面) above emblem side
/// (国徽面); a certificate without a second side alone.
[[nodiscard]] Result<Rendition> renderIdentity(const PaperView& portrait,
                                               const std::optional<PaperView>& emblem,
                                               const RenditionRule& rule);

/// A licence or other sheet: rectified by its corners, else its margin trimmed.
[[nodiscard]] Result<Rendition> renderPaper(const PaperView& paper, const RenditionRule& rule);

/// A scanned form: never cropped, all four borders have to stay visible.
[[nodiscard]] Result<Rendition> renderForm(const QImage& scan, const RenditionRule& rule);

} // namespace handshake
