// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/clock.h"
#include "app/core/result.h"
#include "app/imaging/pdf_decoder.h"
#include "app/imaging/picture.h"
#include "app/imaging/picture_decoder.h"

#include <QString>
#include <QStringList>

namespace handshake {

/// Reads and decodes a picture file; what it is, its content says, not its name. It counts as taken
/// when its camera says so (EXIF), else now. Blocking. NotFound, Storage, and the errors of
/// PictureDecoder::decode(); each names the file (without its folders) as the place.
[[nodiscard]] Result<Picture> readPictureFile(const QString& path, PictureDecoder& decoder,
                                              const Clock& clock);

/// What reads papers that come as files.
struct PaperFileReaders {
    PictureDecoder& pictures;
    PdfDecoder& pdfs;
    const Clock& clock;
};

/// A paper from a file: a picture as above, or one page of a PDF at 300 dpi (its master is made
/// here, as a scanner's is). "scan.pdf#page=2" is the second page; without it the first. Besides
/// the above the errors of PdfDecoder::decode().
[[nodiscard]] Result<Picture> readPaperFile(const QString& path, const PaperFileReaders& readers);

/// Every page of a PDF in turn, "scan.pdf#page=1" and so on, or the file itself when it is no PDF
/// or cannot be read. TooLarge over `maxPages`.
[[nodiscard]] Result<QStringList> pagesOfPaperFile(const QString& path,
                                                   const PaperFileReaders& readers, int maxPages);

} // namespace handshake
