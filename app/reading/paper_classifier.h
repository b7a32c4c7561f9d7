// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/reading/ocr_engine.h"
#include "app/reading/paper_layout.h"
#include "app/reading/sheet_finder.h"

#include <QImage>
#include <QPolygonF>

#include <vector>

namespace handshake {

/// Which layout fits which of the candidates, and which way up.
struct PaperMatch {
    const PaperLayout* layout = nullptr; ///< null: nothing known; lives as long as the layouts
    SheetCandidate sheet;                ///< corners turned so that the paper is upright
    bool wholePicture = false;           ///< the sheet is the picture, no desk around it
    double agreement = 0;                ///< share of the anchor's text that was read
    double print = 0;                    ///< how well print and blanks agree, up to 1
};

/// All that is known of the sheets on one picture.
struct PaperMatches {
    PaperMatch taken;              ///< the one of the kind asked for; without a match the likeliest
    std::vector<PaperMatch> known; ///< every sheet whose kind was read, the likeliest first
};

/// Tells what papers are: where a layout has print and where it has none ranks the possibilities
/// (kinds, sheets, upside down), then the printed anchor texts are read until one is found.
class PaperClassifier final
{
public:
    struct Settings {
        double minPrint = 0.2;     ///< below, a possibility is not looked at
        double minAgreement = 0.6; ///< of an anchor's characters
        int maxReadings = 8;       ///< of anchors; bounds the time spent on strange pictures
    };

    /// `layouts` outlives this object.
    PaperClassifier(const std::vector<PaperLayout>& layouts, const Settings& settings);

    /// A sheet of the kind `hint` is taken, wherever it lies among others; then a second one of its
    /// kind is looked for, no further ones. Without a match `taken.layout` is null and its sheet
    /// the best candidate. `picture` is RGB32.
    [[nodiscard]] PaperMatches classify(const QImage& picture,
                                        const std::vector<SheetCandidate>& candidates,
                                        PaperKind hint, OcrEngine& chinese) const;

private:
    const std::vector<PaperLayout>& m_layouts;
    Settings m_settings;
};

/// Share of the characters of `expected` that appear in `read` in this order.
[[nodiscard]] double textAgreement(const QString& expected, const QString& read);

} // namespace handshake
