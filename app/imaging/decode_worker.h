// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QImage>

namespace handshake {

/// Decodes in this process: header and limits first, then the pixels. The image is upright, in
/// Format_RGB32, transparency laid on white. For bytes that come from outside use WorkerDecoder.
[[nodiscard]] Result<QImage> decodeHere(const QByteArray& bytes);

/// Body of the hidden verb `worker`: limits itself, then answers decoding requests on standard
/// input until it ends (worker_protocol.h). Returns the exit code. Meant to be called
/// first thing in main(); makes itself a QCoreApplication when there is none.
[[nodiscard]] int runDecodeWorker();

} // namespace handshake
