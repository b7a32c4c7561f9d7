// SPDX-License-Identifier: Apache-2.0
#include "app/demo/paper_evaluation/flatbed_scan.h"
#include "app/demo/paper_evaluation/scenes.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace handshake::papereval {

namespace {

constexpr QSizeF kGlassA4{216, 300};
constexpr QSizeF kGlassA3{304, 430};

/// How large a window of the glass is scanned, so that the picture keeps below nine megapixels.
QSizeF windowFor(const std::vector<Sheet>& sheets, double dpi, Random& random)
{
    double longest = 0;
    double area = 0;
    for (const Sheet& sheet : sheets) {
        longest = std::max({longest, sheet.size().width(), sheet.size().height()});
        area += sheet.size().width() * sheet.size().height();
    }
    if (longest > 200)
        return area > 64000 || random.chance(0.5) ? kGlassA3 : kGlassA4;
    if (dpi > 290)
        return random.chance(0.5) ? QSizeF(148, 210) : kGlassA4;
    return kGlassA4;
}

/// Sheets under each other, each turned a little, somewhere in the window.
std::vector<Placed> laidOut(const std::vector<Sheet>& sheets, QSizeF window, double skew,
                            Random& random)
{
    constexpr double kEdge = 1.5;
    std::vector<Placed> items;
    double top = kEdge;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const Sheet& sheet = sheets[i];
        const bool isFull = sheet.size().width() > 200 || sheet.size().height() > 200;
        const bool mustLie = sheet.size().width() > window.width() - 4;
        double turn = mustLie ? random.pick(std::vector<double>{90, -90})
                              : random.pick(std::vector<double>{0, 0, 180});
        // A paper as large as the glass cannot lie crooked on it.
        turn += isFull && window == kGlassA4 ? std::clamp(skew, -0.5, 0.5)
                                             : skew + (i == 0 ? 0 : random.between(-1.5, 1.5));
        const QRectF box = placedAt(sheet, {0, 0}, turn).outline().boundingRect();
        const double left = std::min(kEdge, std::max(0.0, (window.width() - box.width()) / 2));
        const double spareX = std::max(0.0, window.width() - box.width() - (2 * left));
        double below = 0; // what the sheets that follow need
        for (std::size_t j = i + 1; j < sheets.size(); ++j)
            below += std::max(sheets[j].size().height(), 60.0) + 22;
        // A paper as high as the glass begins where it fits.
        if (i == 0)
            top = std::min(top, std::max(0.0, (window.height() - below - box.height()) / 2));
        const double spareY = std::max(0.0, window.height() - kEdge - top - box.height() - below);
        const double x = left + (spareX * random.between(0, 1));
        const double y = top + (spareY * random.between(0, sheets.size() > 1 ? 0.5 : 1));
        items.push_back(placedAt(sheet, {x + (box.width() / 2), y + (box.height() / 2)}, turn));
        top = y + box.height() + random.between(4, 12);
    }
    return items;
}

} // namespace

PaperSample flatbedScene(const std::vector<Sheet>& sheets, Severity severity, Random random)
{
    const ScannerConditions conditions = scannerConditions(severity, random.fork(1));
    Random own = random.fork(2);
    double dpi = figure(conditions, ScannerFault::Coarse);
    const bool isCardAlone = sheets.size() == 1 && sheets.front().size().width() < 100;
    QSizeF window = windowFor(sheets, dpi, own);
    if (isCardAlone && dpi > 290 && own.chance(0.35)) {
        dpi = 600; // only the card's surroundings, as scanning programs crop
        window = QSizeF(120, 90);
    }
    if (window == kGlassA3)
        dpi = std::min(dpi, 250.0);
    const std::vector<Placed> items =
        laidOut(sheets, window, figure(conditions, ScannerFault::Skew), own);
    ScanJob job{window, dpi, items, figure(conditions, ScannerFault::Seam)};
    PaperSample sample = scanned(job, conditions, random.fork(3));
    sample.scene = sheets.empty() ? SceneKind::Empty : SceneKind::Flatbed;
    return sample;
}

} // namespace handshake::papereval
