// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/check_value.h"
#include "app/core/result.h"
#include "app/reading/paper_classifier.h"
#include "app/reading/paper_layout.h"
#include "app/reading/paper_reading.h"

#include <QImage>
#include <QString>

#include <vector>

namespace handshake {

/// The figures the checks and readers are held against: data/reading/thresholds.json.
struct PaperThresholds {
    double sharpWarn = 0;
    double sharpFail = 0;
    double glareWarn = 0; ///< share of the paper
    double glareFail = 0;
    double minPrint = 0;
    double minAgreement = 0;
    double sure = 0;
    double doubtBelow = 0;
    double leastLine = 0;
};

/// Configuration when the file or one of its figures is missing; `where` names it.
[[nodiscard]] Result<PaperThresholds> loadPaperThresholds(const QString& file);

/// What there is to say of a picture without a sheet: "sheet" failed, "kind" could not be told.
[[nodiscard]] std::vector<CheckValue> checkNoSheet();

/// "sheet", "kind", "borders", "sharp", "glare" and, for a known kind, "single" and "resolution".
[[nodiscard]] std::vector<CheckValue> checkPicture(const PaperMatches& matches,
                                                   const QImage& rectified, PaperKind hint,
                                                   const PaperThresholds& thresholds);

/// The fields held against each other: "birth-check", "sex-check", "validity", "qr". Only what was
/// read is checked.
[[nodiscard]] std::vector<CheckValue> checkFields(const PaperReading& reading);

} // namespace handshake
