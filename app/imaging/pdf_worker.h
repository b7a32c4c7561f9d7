// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/imaging/pdf_decoder.h"

namespace handshake {

/// Draws the page in this process. For bytes that come from outside use WorkerPdfDecoder.
[[nodiscard]] Result<PdfPage> decodePdfHere(const QByteArray& bytes, const PdfPageRequest& request);

/// Body of the hidden verb `worker pdf`: limits itself, draws one page as asked for on standard
/// input (pdf_protocol.h), and ends. Returns the exit code. Meant to be called first thing in
/// main(); makes itself a QCoreApplication when there is none.
[[nodiscard]] int runPdfWorker();

} // namespace handshake
