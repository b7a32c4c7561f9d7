// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/workflow/form_printer.h"

namespace handshake::ui {

/// Prints through Qt on the system's default printer. Lives in the window's thread.
class QtFormPrinter final : public FormPrinter
{
public:
    [[nodiscard]] QString printerName() const override;
    Result<void> print(const QByteArray& pdf, const QString& title) override;
    Result<void> saveAs(const QByteArray& pdf, const QString& path) override;
};

/// Draws the pages of `pdf` on `outputFile` (a PDF again) as a printer would; what print() does,
/// with a file in the printer's place.
[[nodiscard]] Result<void> printToFile(const QByteArray& pdf, const QString& outputFile);

} // namespace handshake::ui
