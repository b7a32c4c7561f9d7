// SPDX-License-Identifier: Apache-2.0
#include "app/vision/backdrop_search_p.h"

#include "app/vision/backdrop_model_p.h"
#include "app/vision/text_lines_p.h"

#include <opencv2/imgproc.hpp>

namespace handshake {

namespace {

std::optional<DenseComparison> compared(BackdropMatcher& matcher,
                                        const BackdropReference& reference,
                                        const LocalFeatures& features, const PhotoView& view,
                                        const Thresholds& limits, int& inliers)
{
    const auto alignment = matcher.match(features);
    if (!alignment)
        return std::nullopt;
    inliers = alignment->inliers;
    return compareDense(view, reference, alignment->toPhoto, limits);
}

/// Found in a smaller copy, where most of the time is saved and little is lost; in pixels of
/// `small`.
LocalFeatures featuresOf(const cv::Mat& small, const Thresholds& limits)
{
    const cv::Mat copy = shrunkTo(small, int(limits.searchWidth));
    LocalFeatures features = findFeatures(copy, int(limits.featureCount), limits.featureContrast);
    const float enlarge = float(small.cols) / float(copy.cols);
    for (cv::KeyPoint& point : features.points) {
        point.pt *= enlarge;
        point.size *= enlarge;
    }
    return features;
}

} // namespace

void BackdropSearch::prepare(const BackdropData& backdrop, const Thresholds& limits)
{
    if (m_profile == backdrop.id && m_own)
        return;
    m_profile = backdrop.id;
    m_own = std::make_unique<BackdropMatcher>(backdrop.current.features,
                                              backdrop.current.gray.size(), limits);
    m_mirrored = std::make_unique<BackdropMatcher>(backdrop.mirrored.features,
                                                   backdrop.mirrored.gray.size(), limits);
    const cv::Mat& own = backdrop.current.small;
    own.convertTo(m_values, CV_32F);
    m_identity = identityOf(backdrop.current, backdrop.lines, limits);
    m_rivals = {};
    m_rivals.mirrored = rivalOf(own, backdrop.mirrored.small, limits);
    m_rivals.own = rivalOf(backdrop.mirrored.small, own, limits);
    for (const BackdropReference& rival : backdrop.older)
        m_rivals.older.push_back(rivalOf(own, rival.small, limits));
    for (const BackdropReference& rival : backdrop.others)
        m_rivals.others.push_back(rivalOf(own, rival.small, limits));
}

void BackdropSearch::look(PhotoContext& photo)
{
    const BackdropData& backdrop = *photo.backdrop;
    const Thresholds& limits = photo.limits;
    prepare(backdrop, limits);
    const LocalFeatures features = featuresOf(photo.small, limits);
    PhotoView view{photo.small, {}, photo.person};
    cv::resize(photo.bgr, view.bgr, photo.small.size(), 0, 0, cv::INTER_AREA);
    BackdropFinding& finding = photo.finding;
    finding.own = compared(*m_own, backdrop.current, features, view, limits, finding.inliers);
    const auto rivalry = [&](const Rival& rival) {
        return compareRivals(*finding.own, m_values, rival, limits);
    };
    if (finding.own) {
        finding.mirrorRivalry = rivalry(m_rivals.mirrored);
        finding.likelihood =
            likelihoodOf(figuresOf(finding.inliers, *finding.own, *finding.mirrorRivalry), limits);
    }
    if (finding.likelihood < limits.agreementPass) {
        int inliers = 0;
        finding.mirrored =
            compared(*m_mirrored, backdrop.mirrored, features, view, limits, inliers);
        if (finding.mirrored)
            finding.mirroredLikelihood =
                likelihoodOf(figuresOf(inliers, *finding.mirrored,
                                       compareRivals(*finding.mirrored, m_rivals.mirrored.values,
                                                     m_rivals.own, limits)),
                             limits);
    }
    if (!finding.own)
        return;
    // As shipped nothing is asked of the strong ink, and looking at it takes its time.
    if (limits.identityDiffers <= 1 || limits.identityPieces > 0)
        finding.identity = compareIdentity(*finding.own, m_identity, limits);
    for (const Rival& rival : m_rivals.older)
        finding.older.push_back(rivalry(rival));
    for (const Rival& rival : m_rivals.others)
        finding.others.push_back(rivalry(rival));
    if (photo.hasOutline())
        photo.lines = viewLines(photo);
}

} // namespace handshake
