// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/check_value.h"
#include "app/core/result.h"

#include <QImage>
#include <QPolygonF>
#include <QRect>
#include <QString>
#include <QStringView>

#include <cstdint>
#include <map>
#include <vector>

namespace handshake {

/// What a paper is, or (as a hint) should be.
enum class PaperKind : std::uint8_t {
    Auto,        ///< as a hint only: find out
    IdPortrait,  ///< the ID card's side with the portrait (人像面)
    IdEmblem,    ///< the ID card's side with the emblem (国徽面)
    Licence,     ///< business licence, edition of 2019
    Passport,    ///< data page with machine-readable zone
    Permit,      ///< permits of Hong Kong, Macau, Taiwan residents
    OrgCode,     ///< organisation code certificate
    Institution, ///< certificate of a public institution
    Unknown,     ///< as an answer: a sheet, but none of the above; or no sheet at all
};

/// As on the command line: "id-portrait".
[[nodiscard]] QString paperKindName(PaperKind kind);
/// InvalidInput when `name` is none of them. "unknown" is an answer, not a hint: refused too.
[[nodiscard]] Result<PaperKind> parsePaperKind(QStringView name);

/// One field as it was read.
struct ReadField {
    QString text;                    ///< dates ISO or "long"; numbers without spaces
    double confidence = 0;           ///< 0..1
    QRect box;                       ///< around the field, in pixels of the upright input
    std::vector<int> doubtful;       ///< indexes into `text` (UTF-16) that staff should look at
    QImage crop;                     ///< the field on the rectified paper, for the crop strip
    std::vector<double> certainty{}; ///< 0..1 for every UTF-16 unit of `text`; may be empty
};

/// One of the sheets on a picture.
struct FoundSheet {
    PaperKind kind = PaperKind::Unknown;
    QPolygonF corners;     ///< of the upright paper, as PaperReading::corners
    double confidence = 0; ///< 0..1: share of its printed title or label that was read
};

/// What was found on one picture: the paper asked for, and which others lie there.
struct PaperReading {
    PaperKind kind = PaperKind::Unknown;
    /// The sheet's corners in pixels of the input: top left, top right, bottom right, bottom left
    /// of the upright paper. Empty when no sheet was found.
    QPolygonF corners;
    /// Every sheet whose kind is known, this one included. Once the paper asked for is known, only
    /// more of its kind are looked for.
    std::vector<FoundSheet> sheets;
    /// By contract.md's keys. A field that was not read is absent, never guessed.
    std::map<QString, ReadField> fields;
    /// "sheet", "kind", "single", "borders", "sharp", "glare", "resolution"; by kind
    /// "number-check", "birth-check", "validity", "credit-code-check", "qr".
    std::vector<CheckValue> checks;
    /// The upright paper, flat, in the layout's ratio; null when no sheet was found.
    QImage rectified;
    double ms = 0;

    /// The worst of the checks; Unknown when there are none.
    [[nodiscard]] CheckResult verdict() const;
    [[nodiscard]] const CheckValue* check(const QString& id) const;
};

} // namespace handshake
