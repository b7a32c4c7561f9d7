// SPDX-License-Identifier: Apache-2.0
#include "app/vision/backdrop_search_p.h"

#include "app/vision/backdrop_model_p.h"

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
    const LocalFeatures features =
        findFeatures(photo.small, int(limits.featureCount), limits.featureContrast);
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
    for (const Rival& rival : m_rivals.older)
        finding.older.push_back(rivalry(rival));
    for (const Rival& rival : m_rivals.others)
        finding.others.push_back(rivalry(rival));
}

} // namespace handshake
