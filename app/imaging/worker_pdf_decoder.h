// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/imaging/pdf_decoder.h"

#include <QString>
#include <QStringList>

#include <chrono>

namespace handshake {

/// Draws in a helper process of its own for every page, with memory, CPU and time limits: a hostile
/// file can at worst end that process, and nothing of one document reaches the next.
class WorkerPdfDecoder final : public PdfDecoder
{
public:
    struct Limits {
        std::chrono::milliseconds start{10'000}; ///< until the worker says it is ready
        std::chrono::milliseconds page{20'000};  ///< until its answer is complete
    };

    /// Starts `programPath arguments...` for each page.
    explicit WorkerPdfDecoder(QString programPath, Limits limits,
                              QStringList arguments = {QStringLiteral("worker"),
                                                       QStringLiteral("pdf")});
    explicit WorkerPdfDecoder(QString programPath);

    [[nodiscard]] Result<PdfPage> decode(const QByteArray& bytes,
                                         const PdfPageRequest& request) override;

private:
    QString m_program;
    QStringList m_arguments;
    Limits m_limits;
};

} // namespace handshake
