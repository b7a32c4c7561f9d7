// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QImage>

namespace handshake {

/// Limits every PDF is held against.
struct PdfLimits {
    static constexpr int kMaxPages = 500;
    static constexpr int kMinDpi = 30;
    static constexpr int kMaxDpi = 1200;
};

/// Which page, and how finely.
struct PdfPageRequest {
    int page = 0;  ///< from 0
    int dpi = 300; ///< less where the page would be over PictureLimits
};

/// A page of a PDF as a picture.
struct PdfPage {
    QImage image; ///< Format_RGB32 on white; its dots per metre are the true resolution
    int pageCount = 0;
};

/// Whether these are the bytes of a PDF, by content: readers accept its mark within the first
/// kilobyte.
[[nodiscard]] bool isPdf(QByteArrayView bytes);

/// Draws pages of foreign PDFs.
class PdfDecoder
{
public:
    PdfDecoder() = default;
    virtual ~PdfDecoder() = default;
    Q_DISABLE_COPY_MOVE(PdfDecoder)

    /// Blocking, so never from the thread of the window; may be called from several threads.
    /// Unreadable with the detail "pdf-damaged" or "pdf-password" (words stand under these),
    /// NotFound when there is no such page, TooLarge over PdfLimits, InvalidInput for a resolution
    /// out of them, Timeout, Unavailable when the helper process cannot be started.
    [[nodiscard]] virtual Result<PdfPage> decode(const QByteArray& bytes,
                                                 const PdfPageRequest& request) = 0;
};

} // namespace handshake
