// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/reading/paper_reading.h"

#include <QImage>
#include <QString>

#include <memory>

namespace handshake {

/// Reads a picture of a paper: finds the sheet, makes it flat and upright, tells what it is, reads
/// its fields and holds them against each other.
///
/// Blocking, about half a second for a card and a second for a licence. One object per thread: it
/// owns the OCR engines, which are created at the first reading (about half a second more).
class PaperReader final
{
public:
    struct Config {
        QString layoutsFolder;  ///< data/reading/layouts
        QString thresholdsFile; ///< data/reading/thresholds.json
        QString modelsFolder;   ///< data/models
        QString lexiconFile;    ///< data/reading/lexicon.json
        QString tessdata{}; ///< folder of the OCR's language data; empty: where it was installed
    };

    /// Configuration when a layout or the thresholds cannot be used; `where` names the file.
    static Result<std::unique_ptr<PaperReader>> create(const Config& config);
    ~PaperReader();
    Q_DISABLE_COPY_MOVE(PaperReader)

    /// `picture` is upright as far as EXIF says; the paper on it may lie upside down. A paper that
    /// is not what `hint` says is a failing check "kind" with its advice; its fields are then left
    /// out. InvalidInput for an empty picture, Configuration when the OCR's language data is
    /// missing.
    [[nodiscard]] Result<PaperReading> read(const QImage& picture, PaperKind hint);

private:
    struct Private;
    explicit PaperReader(std::unique_ptr<Private> data);
    std::unique_ptr<Private> d;
};

} // namespace handshake
