// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/session/session_types.h"

#include <QImage>

#include <cstddef>
#include <optional>
#include <vector>

namespace handshake {

class BackdropProfile;
class PaperReader;
class PhotoChecker;

/// What a burst is found to be.
struct BurstFinding {
    std::size_t best = 0;             ///< index of the picture to keep
    std::optional<CheckValue> replay; ///< nothing when it could not be judged
};

/// Looks at a captured picture and writes what is seen into its evidence: photo checks, paper
/// reading, the code of a signed form. Bound to the thread of its checker and reader.
class EvidenceAssessor
{
public:
    EvidenceAssessor() = default;
    virtual ~EvidenceAssessor() = default;
    Q_DISABLE_COPY_MOVE(EvidenceAssessor)

    /// Fills checks, fields and geometry of `evidence` and sets `assessed`. A picture that cannot
    /// be assessed ends as an Unknown check "assessment" with advice, not as an error: nothing
    /// captured is lost because a detector failed.
    virtual void assess(Evidence& evidence, const QImage& image, const Session& session) = 0;

    /// Which picture of a burst to keep, and what the whole of it says that the one does not.
    [[nodiscard]] virtual BurstFinding choose(const std::vector<QImage>& burst) = 0;

    /// Id of the backdrop profile photos are held against; empty when there is none.
    [[nodiscard]] virtual QString backdropId() const = 0;
};

/// The real one, over vision and reading.
class DetectingAssessor final : public EvidenceAssessor
{
public:
    /// All outlive this object; `backdrop` may be null (no profile chosen).
    DetectingAssessor(PhotoChecker& photos, PaperReader& papers, const BackdropProfile* backdrop);

    void assess(Evidence& evidence, const QImage& image, const Session& session) override;
    [[nodiscard]] BurstFinding choose(const std::vector<QImage>& burst) override;
    [[nodiscard]] QString backdropId() const override;

private:
    Result<void> assessPhoto(Evidence& evidence, const QImage& image);
    Result<void> assessPaper(Evidence& evidence, const QImage& image);
    void assessForm(Evidence& evidence, const QImage& image, const Session& session) const;

    PhotoChecker& m_photos;
    PaperReader& m_papers;
    const BackdropProfile* m_backdrop;
};

} // namespace handshake
