// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/workflow/form_printer.h"

#include <QString>

namespace handshake {

/// The demo's printer: what it prints lies as PDF files in the demo's folder.
class DemoPrinter final : public FormPrinter
{
public:
    explicit DemoPrinter(QString folder);

    [[nodiscard]] QString printerName() const override;
    Result<void> print(const QByteArray& pdf, const QString& title) override;
    Result<void> saveAs(const QByteArray& pdf, const QString& path) override;

private:
    QString m_folder;
    int m_printed = 0;
};

} // namespace handshake
