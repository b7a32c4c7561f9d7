// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/session/evidence_assessor.h"

#include <functional>

namespace handshake::test {

/// Says about each picture what the test tells it to; by default that it is faultless.
class FakeAssessor final : public EvidenceAssessor
{
public:
    std::function<void(Evidence&, const Session&)> say;
    int calls = 0;

    void assess(Evidence& evidence, const QImage& image, const Session& session) override
    {
        ++calls;
        evidence.pixels = image.size();
        evidence.checks.clear();
        evidence.assessed = true;
        if (say)
            say(evidence, session);
    }

    BurstFinding burst; ///< what every burst is found to be

    [[nodiscard]] BurstFinding choose(const std::vector<QImage>&) override { return burst; }
    [[nodiscard]] QString backdropId() const override { return QStringLiteral("0123456789abcdef"); }
};

} // namespace handshake::test
