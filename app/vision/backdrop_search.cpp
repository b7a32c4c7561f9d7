// SPDX-License-Identifier: Apache-2.0
#include "app/vision/backdrop_search_p.h"

namespace handshake {

namespace {

std::optional<DenseComparison> compared(BackdropMatcher& matcher,
                                        const BackdropReference& reference,
                                        const LocalFeatures& features, const PhotoContext& photo,
                                        int& inliers)
{
    const auto alignment = matcher.match(features);
    if (!alignment)
        return std::nullopt;
    inliers = alignment->inliers;
    return compareDense(photo.small, photo.person, reference.small, reference.gray.size(),
                        alignment->toPhoto, photo.limits);
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
}

void BackdropSearch::look(PhotoContext& photo)
{
    const BackdropData& backdrop = *photo.backdrop;
    const Thresholds& limits = photo.limits;
    prepare(backdrop, limits);
    const LocalFeatures features =
        findFeatures(photo.small, int(limits.featureCount), limits.featureContrast);
    BackdropFinding& finding = photo.finding;
    finding.own = compared(*m_own, backdrop.current, features, photo, finding.inliers);

    if (!finding.own || finding.own->agreement() < limits.agreementPass) {
        int ignored = 0;
        finding.mirrored = compared(*m_mirrored, backdrop.mirrored, features, photo, ignored);
    }
    if (!finding.own)
        return;
    const auto rivalry = [&](const BackdropReference& rival) {
        return compareRivals(photo.small, *finding.own, backdrop.current.small, rival.small,
                             photo.artworkSize(), limits);
    };
    finding.mirrorRivalry = rivalry(backdrop.mirrored);
    for (const BackdropReference& rival : backdrop.older)
        finding.older.push_back(rivalry(rival));
    for (const BackdropReference& rival : backdrop.others)
        finding.others.push_back(rivalry(rival));
}

} // namespace handshake
