// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/reading/paper_reading.h"

#include <QRectF>
#include <QSizeF>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace handshake {

/// How a field's characters are to be read and what they become.
enum class FieldType : std::uint8_t {
    Text,          ///< Chinese lines, joined
    LongText,      ///< many of them, read once: business scope
    Word,          ///< one of a list: sex, ethnicity
    Digits,        ///< Latin digits; several groups, joined to a date ("birth")
    CitizenNumber, ///< GB 11643, its check character as arbiter
    CreditCode,    ///< GB 32100, likewise
    Date,          ///< 2016年03月08日
    Term,          ///< 2016年03月08日至长期: text, dates made ISO
    Validity,      ///< 2016.08.11-2036.08.11: becomes validFrom and validTo
    Seal,          ///< text along a round red seal
    Qr,            ///< what the QR code says
};

struct FieldLayout {
    QString key;
    FieldType type = FieldType::Text;
    QRectF box;      ///< where the value may stand, mm
    double em = 3.4; ///< height of a character, mm
    int maxLines = 1;
    QStringList words{};  ///< what it may be, for Word
    QString label{};      ///< id of the label it stands behind; empty: none
    bool isBelow = false; ///< below the label instead
    QString alphabet{};   ///< all characters it may hold; empty: any
    QString lexicon{};    ///< kind of words it is likely to hold; empty: none
};

/// A printed name of a field, by which the field is found.
struct LabelLayout {
    QString id;
    QStringList texts; ///< what it may say: 法定代表人, 经营者
    QRectF box;        ///< around its print, mm
};

/// A printed text by which the paper is known.
struct AnchorLayout {
    QString text;
    QRectF box; ///< mm
    double em = 3.4;
};

/// What a kind of paper looks like: data, loaded from data/reading/layouts.
struct PaperLayout {
    PaperKind kind = PaperKind::Unknown;
    QSizeF size;           ///< mm, of the upright paper
    double dotsPerMm = 10; ///< of the rectified picture
    double warnDpi = 0;    ///< below, fields may be misread
    double failDpi = 0;    ///< below, they will be
    std::vector<AnchorLayout> anchors;
    std::vector<QRectF> inked; ///< regions that hold print on every such paper, mm
    std::vector<QRectF> blank; ///< regions that hold none, mm
    QRectF frame;    ///< a printed frame that may be taken for the sheet, mm; may be empty
    QRectF portrait; ///< the holder's picture, mm; empty on papers that carry none
    std::vector<LabelLayout> labels;
    QSizeF labelReach{4, 4};     ///< how far from its place a label may be, mm
    bool labelsColoured = false; ///< labels are not black, values are
    std::vector<FieldLayout> fields;

    [[nodiscard]] const LabelLayout* label(const QString& id) const;
    [[nodiscard]] QSize pixels() const;
};

/// Every *.json of `folder`, in order of names. Configuration when one cannot be used or there is
/// none; `where` names the file.
[[nodiscard]] Result<std::vector<PaperLayout>> loadPaperLayouts(const QString& folder);

} // namespace handshake
