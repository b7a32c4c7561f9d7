// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/check_value.h"
#include "app/vision/backdrop_data_p.h"
#include "app/vision/dense_comparison_p.h"
#include "app/vision/face_finder_p.h"
#include "app/vision/identity_p.h"
#include "app/vision/rivalry_p.h"
#include "app/vision/thresholds_p.h"

#include <QRect>

#include <opencv2/core.hpp>

#include <optional>
#include <vector>

namespace handshake {

/// How one placed line of the backdrop's text appears in the photo.
struct LineView {
    QRect zone;          ///< in the photo, pixels, clipped to it
    double visible = 0;  ///< share of its characters in view
    double likeness = 0; ///< correlation of the visible characters with the artwork, -1 … 1
    /// Likeness of the two neighbouring characters that are least like the artwork's; 1 with fewer
    /// than two in view.
    double weakest = 1;
    double height = 0; ///< of the lettering when the photo is made 800 pixels wide
};

/// How the backdrop was looked for and what was found; places in pixels of PhotoContext::small.
struct BackdropFinding {
    int inliers = 0;
    double likelihood = 0;              ///< 0 … 1, likelihoodOf()
    std::optional<DenseComparison> own; ///< set when a plausible place was found
    IdentityFinding identity{};         ///< of the print at the own place
    double mirroredLikelihood = 0;
    std::optional<DenseComparison> mirrored; ///< of the mirrored artwork, when that was found
    std::optional<Rivalry> mirrorRivalry;    ///< own place, artwork against its mirror image
    std::vector<Rivalry> older;              ///< own place, artwork against each older edition
    std::vector<Rivalry> others;             ///< own place, artwork against each other provider's
};

/// The mirror image was found, and the artwork itself was not or explains the photo less.
[[nodiscard]] bool isMirrored(const BackdropFinding& finding, const Thresholds& limits);

/// Everything the checks of one photo look at; measured once, read by all.
struct PhotoContext {
    const Thresholds& limits;
    cv::Mat bgr{}; ///< full size, as gray
    cv::Mat gray{};
    cv::Mat small{};           ///< gray at the width features are found at
    double enlarge = 1.0;      ///< from pixels of `small` to those of the photo
    std::vector<Face> faces{}; ///< largest first
    std::size_t peers = 0;     ///< faces large enough to be somebody standing there
    cv::Mat person{};          ///< personMask() over `small`; empty without a face
    const BackdropData* backdrop = nullptr;
    BackdropFinding finding{};
    std::vector<LineView> lines{}; ///< the placed lines, in order; empty unless hasOutline()

    [[nodiscard]] const Face* face() const { return faces.empty() ? nullptr : &faces.front(); }
    /// The motif was found where its outline is to be trusted.
    [[nodiscard]] bool hasOutline() const;
    [[nodiscard]] cv::Size artworkSize() const
    {
        return backdrop != nullptr ? backdrop->current.gray.size() : cv::Size();
    }
};

/// A measured value against two limits: from `pass` on good, below `fail` bad, in between doubtful.
[[nodiscard]] CheckValue graded(const char* id, double value, double pass, double fail,
                                const char* advice);
/// The same where small is good.
[[nodiscard]] CheckValue gradedDown(const char* id, double value, double pass, double fail,
                                    const char* advice);
[[nodiscard]] CheckValue notAssessed(const char* id, const char* advice);

// One function and one file each; ids as in contract.md.
[[nodiscard]] CheckValue checkBackdrop(const PhotoContext& photo);
[[nodiscard]] CheckValue checkEdition(const PhotoContext& photo);
[[nodiscard]] CheckValue checkMirrored(const PhotoContext& photo);
[[nodiscard]] CheckValue checkCopy(const PhotoContext& photo);
[[nodiscard]] CheckValue checkScreen(const PhotoContext& photo);
[[nodiscard]] CheckValue checkComposite(const PhotoContext& photo);
[[nodiscard]] CheckValue checkText(const PhotoContext& photo);
[[nodiscard]] CheckValue checkCoverage(const PhotoContext& photo);
[[nodiscard]] CheckValue checkArtworkVisible(const PhotoContext& photo);
[[nodiscard]] CheckValue checkHead(const PhotoContext& photo);
[[nodiscard]] CheckValue checkFaces(const PhotoContext& photo);
[[nodiscard]] CheckValue checkFrontal(const PhotoContext& photo);
[[nodiscard]] CheckValue checkUpright(const PhotoContext& photo);
[[nodiscard]] CheckValue checkSharp(const PhotoContext& photo);
[[nodiscard]] CheckValue checkLight(const PhotoContext& photo);
[[nodiscard]] CheckValue checkSize(const PhotoContext& photo);
[[nodiscard]] CheckValue checkClothes(const PhotoContext& photo);
/// Over a whole burst, the face of the first picture known.
[[nodiscard]] CheckValue checkReplay(const std::vector<cv::Mat>& grays, cv::Rect face,
                                     const Thresholds& limits);

/// Variance of the Laplacian with the face 160 pixels wide, the sensor's noise taken off.
[[nodiscard]] double faceSharpness(const cv::Mat& gray, cv::Rect face);
/// Degrees the line of the eyes leans, 0 … 90.
[[nodiscard]] double eyeRoll(const Eyes& eyes);

} // namespace handshake
