// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/services.h"
#include "app/session/evidence_assessor.h"

#include <memory>

namespace handshake {

/// The detectors, made when the first picture is looked at: listing sessions needs none of them.
/// Photos are held against the backdrop chosen at that moment.
class LazyAssessor final : public EvidenceAssessor
{
public:
    using Backdrop = std::shared_ptr<const BackdropProfile>;

    /// Both outlive this object.
    LazyAssessor(Services& services, const Backdrop& backdrop);

    void assess(Evidence& evidence, const QImage& image, const Session& session) override;
    [[nodiscard]] BurstFinding choose(const std::vector<QImage>& burst) override;
    [[nodiscard]] QString backdropId() const override;

private:
    Services& m_services;
    const Backdrop& m_backdrop;
};

} // namespace handshake
