// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/vision/backdrop_profile.h"
#include "app/vision/local_features_p.h"

#include <QRectF>
#include <QSizeF>

#include <opencv2/flann.hpp>

#include <memory>
#include <vector>

namespace handshake {

/// One artwork to compare with, ready for use.
struct BackdropReference {
    QImage image;           ///< as stored, at most kReferenceWidth wide
    cv::Mat gray;           ///< of `image`
    LocalFeatures features; ///< of `image` at full and at half size, in pixels of `image`
    cv::Mat small;          ///< brightness at the width of the dense comparison
    cv::Mat colours;        ///< mean colours of its blocks, blockColours()
};

/// A line of text on the artwork.
struct BackdropLine {
    QString text;
    QRectF box; ///< shares of the artwork; empty when its place is not known
};

/// What a profile holds.
class BackdropData final
{
public:
    static constexpr int kReferenceWidth = 1000;
    static constexpr int kFeaturesPerSize = 1500;

    QString id;
    QString name;
    BackdropKind kind = BackdropKind::None;
    std::optional<double> physicalWidthMm;
    std::vector<BackdropLine> lines;
    QColor groundColour;
    bool edgesAllowed = false;
    std::vector<QColor> coloursToAvoid;
    std::optional<BackdropRehearsal> rehearsal;

    BackdropReference current;
    BackdropReference mirrored;
    std::vector<BackdropReference> older;
    std::vector<BackdropReference> others;
};

/// Prepares an artwork; `image` is scaled to the reference's width.
[[nodiscard]] BackdropReference makeReference(const QImage& image);
/// The same without features: for artwork that is only compared where another one was found.
[[nodiscard]] BackdropReference makeRival(const QImage& image);

} // namespace handshake
