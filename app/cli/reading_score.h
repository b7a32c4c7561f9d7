// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/paper_evaluation/paper_sample.h"
#include "app/reading/paper_reading.h"

#include <QByteArray>
#include <QPolygonF>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace handshake {

/// What became of one field.
enum class FieldOutcome : std::uint8_t {
    Exact,
    Wrong,  ///< read as something else
    Absent, ///< not read
};

struct FieldScore {
    QString key;
    QString truth;
    QString read; ///< empty when absent
    FieldOutcome outcome = FieldOutcome::Absent;
    bool isFlagged = false;    ///< characters of it were named as doubtful
    bool isValidOther = false; ///< a number that is wrong although its check agrees
    bool onWholePage = false;  ///< whole-page reading of the same picture holds it
};

/// One paper on one picture: what is true, what the reader made of it.
struct ItemScore {
    papereval::ItemKind kind = papereval::ItemKind::IdPortrait;
    double overlap = 0; ///< intersection over union of the sheet's outlines, 0..1
    bool isKindRight = false;
    bool bordersFailed = false; ///< the check "borders" did not pass
    std::vector<FieldScore> fields;
    QPolygonF found;
    double ms = 0;    ///< to find and read it, by the clock
    double cpuMs = 0; ///< the same, processor time of its thread
};

/// One picture of the evaluation, scored.
struct SampleScore {
    int index = 0;
    papereval::SceneKind scene = papereval::SceneKind::Camera;
    papereval::Severity severity = papereval::Severity::Good;
    QStringList faults;
    std::vector<ItemScore> items;
    QString falsePaper;     ///< on an empty picture: the kind that was believed to be there
    double decodeMs = 0;    ///< processor time, as those below
    double emptyMs = 0;     ///< time spent on a picture without a paper
    double wholePageMs = 0; ///< whole-page reading, processor time; 0 when it was left out
    QString failure;        ///< words of an error; empty when all went well
    QByteArray thumbnail;   ///< JPEG of the picture with outlines, when something went wrong
};

/// Intersection over union of two convex outlines.
[[nodiscard]] double outlineOverlap(const QPolygonF& one, const QPolygonF& other);

/// The kind the reader should say for an item.
[[nodiscard]] PaperKind paperKindOf(papereval::ItemKind kind);

/// Holds a reading against the truth. `page` is what whole-page reading saw, white space left out;
/// empty when there was none.
[[nodiscard]] ItemScore scored(const papereval::ItemTruth& truth, const PaperReading& reading,
                               const QString& page);

/// For comparing: width folded, brackets alike, white space left out.
[[nodiscard]] bool sameText(const QString& one, const QString& other);

} // namespace handshake
