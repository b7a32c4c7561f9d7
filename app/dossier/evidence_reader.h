// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QtGlobal>

namespace handshake {

struct Evidence;

/// Port to where the masters lie; joined to the archive by the composition root. Blocking.
class EvidenceReader
{
public:
    EvidenceReader() = default;
    virtual ~EvidenceReader() = default;
    Q_DISABLE_COPY_MOVE(EvidenceReader)

    /// The untouched master of a piece of evidence, verified against its blob id.
    [[nodiscard]] virtual Result<QByteArray> master(const Evidence& evidence) = 0;
};

} // namespace handshake
