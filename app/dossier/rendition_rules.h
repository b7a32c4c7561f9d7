// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QDate>
#include <QSize>
#include <QString>

#include <vector>

namespace handshake {

/// How one kind of upload picture is made.
struct RenditionRule {
    qsizetype maxBase64 = 0; ///< bytes after Base64; how the authority measures is not settled
    int minQuality = 0;      ///< JPEG, 1 to 100
    int maxQuality = 0;
    QSize size;                 ///< fixed size; invalid when the long side is chosen by legibility
    std::vector<int> longSides; ///< candidates in pixels, largest first; empty with a fixed size
    double minLegibility = 0;   ///< 0 to 1, see measureLegibility(); below it a finding is made
    int subjectPurpose = 0;     ///< table Fjyt, when it belongs to the subject; 0: is not sent
    int websitePurpose = 0;     ///< the same when it belongs to a website
};

/// What the upload pictures must look like: data/renditions/*.json, dated, replaceable.
struct RenditionRules {
    QString id;
    QDate date;
    QString source;
    RenditionRule photo;
    RenditionRule identity;
    RenditionRule licence;
    RenditionRule form;

    /// Configuration when the file is missing or a figure in it makes no sense.
    static Result<RenditionRules> load(const QString& file);
};

} // namespace handshake
