// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/core/sha256.h"
#include "app/core/strong_id.h"
#include "app/dossier/rendition.h"
#include "app/session/cross_check.h"
#include "app/session/session_types.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace handshake {

class EvidenceReader;
class PictureDecoder;

/// A finished dossier. `id` is the SHA-256 of `manifest`, `sha256` that of `zip`.
struct BuiltDossier {
    DossierId id;
    Sha256 sha256;
    QByteArray zip;
    QByteArray manifest;
    std::vector<CheckValue> findings; ///< what the renditions lost: "licence@subject/legibility"
};

/// Makes the dossier of an approved session. Blocking, a second or two; bound to the thread of its
/// reader. The same session gives the same bytes: every time in it comes from ApprovalFacts and the
/// evidence, none from a clock.
class DossierBuilder final
{
public:
    struct Config {
        qint64 reportingUnit = 0;   ///< the provider's number at the authority (报备单位)
        QString renditionRulesFile; ///< data/renditions/default.json
    };

    /// Decoder and reader outlive this object.
    DossierBuilder(Config config, PictureDecoder& decoder, EvidenceReader& reader);
    Q_DISABLE_COPY_MOVE(DossierBuilder)

    /// `session` carries ApprovalFacts (Conflict without); `crossChecks` are those of the day of
    /// approval, see crossCheckDay(). NotFound names the evidence that is missing.
    [[nodiscard]] Result<BuiltDossier> build(const Session& session,
                                             const std::vector<CrossCheck>& crossChecks);

private:
    Config m_config;
    PictureDecoder& m_decoder;
    EvidenceReader& m_reader;
};

} // namespace handshake
