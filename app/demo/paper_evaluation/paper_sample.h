// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QPolygonF>
#include <QRectF>
#include <QSize>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace handshake::papereval {

/// Rises with every change of what is drawn; frozen.json has the digest that belongs to it.
inline constexpr int kEvaluationVersion = 2;

/// What lies there.
enum class ItemKind : std::uint8_t { IdPortrait, IdEmblem, Licence2019, Licence2014 };

/// What took the picture, of what.
enum class SceneKind : std::uint8_t {
    Camera,  ///< a whole paper, or two, on a cluttered desk
    Flatbed, ///< one or several papers on the glass, under a white lid
    Copy,    ///< a black-and-white copy of papers, scanned or photographed
    Screen,  ///< a screen that shows the paper
    CutOff,  ///< part of the paper lies outside the picture
    Empty,   ///< an empty glass, or a desk without the paper asked for
};

/// How much stands in the way; the rule is in conditions.h.
enum class Severity : std::uint8_t { Good, Medium, Hard };

struct FieldTruth {
    QString key;       ///< as in the contract's `read document`; besides "scope" and "issued"
    QString text;      ///< as `read document` writes it: dates ISO or "long"
    QStringList lines; ///< as it is printed
    QPolygonF outline; ///< around the print, pixels of the picture, clockwise from the text's start
};

struct ItemTruth {
    ItemKind kind = ItemKind::IdPortrait;
    /// Pixels of the picture: TL TR BR BL of the upright paper, pixel centres at whole numbers
    /// plus a half; may lie outside of a picture that cuts the paper off.
    QPolygonF corners;
    std::vector<FieldTruth> fields;
    double turned = 0;    ///< degrees clockwise from upright, -180..180
    double dpi = 0;       ///< pixels an inch of the original paper, at its worst place
    bool complete = true; ///< all of it is on the picture
    bool grey = false;    ///< a black-and-white copy
    QString qr;           ///< what its QR code holds; empty without one

    [[nodiscard]] const FieldTruth* field(const QString& key) const;
};

/// One picture of the evaluation and everything that is true about it.
struct PaperSample {
    int index = 0;
    SceneKind scene = SceneKind::Camera;
    Severity severity = Severity::Good;
    QStringList faults; ///< what is not as on a good picture: "defocus:2"
    QByteArray jpeg;    ///< the picture as the device gives it
    QSize size;         ///< of the picture
    std::vector<ItemTruth> items;
};

[[nodiscard]] QString itemKindName(ItemKind kind);   ///< "id-portrait", "licence-2019"
[[nodiscard]] QString sceneKindName(SceneKind kind); ///< "flatbed"
[[nodiscard]] QString severityName(Severity severity);

/// The severity sample `index` (0 or above) has.
[[nodiscard]] Severity severityOf(int index);

/// Sample `index` (0 or above) of a balanced list without end: after every 120 each scene has had
/// each severity in the same shares, and what was drawn for an index never changes. Needs a
/// QGuiApplication. Configuration when a packaged font is missing; `detail` names its package.
[[nodiscard]] Result<PaperSample> paperEvaluationSample(int index, std::uint64_t seed = 1);

} // namespace handshake::papereval
