// SPDX-License-Identifier: Apache-2.0
#include "app/main/lazy_assessor.h"

#include "app/vision/backdrop_profile.h"
#include "app/vision/photo_checker.h"

namespace handshake {

using namespace Qt::StringLiterals;

LazyAssessor::LazyAssessor(Services& services, const Backdrop& backdrop)
    : m_services(services)
    , m_backdrop(backdrop)
{
}

void LazyAssessor::assess(Evidence& evidence, const QImage& image, const Session& session)
{
    const auto photos = m_services.photoChecker();
    const auto papers = m_services.paperReader();
    if (photos && papers) {
        DetectingAssessor(**photos, **papers, m_backdrop.get()).assess(evidence, image, session);
        return;
    }
    evidence.checks = {{.id = u"assessment"_s,
                        .result = CheckResult::Unknown,
                        .advice = u"evidence.not-assessable"_s}};
    evidence.assessed = true;
}

BurstFinding LazyAssessor::choose(const std::vector<QImage>& burst)
{
    const auto photos = m_services.photoChecker();
    const auto choice = photos ? (*photos)->choose(burst) : Result<BurstChoice>(photos.error());
    return choice ? BurstFinding{choice->best, choice->replay} : BurstFinding{};
}

QString LazyAssessor::backdropId() const
{
    return m_backdrop ? m_backdrop->id() : QString();
}

} // namespace handshake
