// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QPolygonF>

#include <vector>

namespace handshake {

/// A quadrilateral that may be a sheet of paper.
struct SheetCandidate {
    /// In pixels of the picture, clockwise; the longer pair of sides lies along 0-1 and 2-3. Which
    /// of these is the upper one is not known here.
    QPolygonF corners;
    double support = 0;         ///< 0..1: how much of the outline is really seen as an edge
    double score = 0;           ///< how much it looks like a known paper's border, up to about 1
    bool touchesBorder = false; ///< a corner lies on the picture's edge or beyond it
};

/// Finds the sheets on a picture: straight edges on three Lab channels, put together to
/// quadrilaterals; what stands out against the desk's colour, or however little against a
/// scanner's lid. Each is laid exactly along the border seen (app/reading/sheet_border_p.h). Last,
/// the whole picture (a scan without a desk).
class SheetFinder final
{
public:
    struct Settings {
        double minArea = 0.04;    ///< of the picture
        double minSupport = 0.55; ///< mean share of the sides seen
        double areaWeight = 0.2;  ///< larger sheets are likelier: exponent of the share
        double sameSheet = 0.7;   ///< overlap from which two outlines are one sheet's
        int maxCandidates = 8;
    };

    explicit SheetFinder(const Settings& settings);

    /// Best first, one outline for each sheet; never empty for a picture, because its whole is the
    /// last candidate.
    [[nodiscard]] std::vector<SheetCandidate> find(const QImage& picture) const;

private:
    Settings m_settings;
};

} // namespace handshake
