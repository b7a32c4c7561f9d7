// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QString>

namespace handshake {

/// Puts a finished form on paper. A port: printing needs widgets.
class FormPrinter
{
public:
    FormPrinter() = default;
    virtual ~FormPrinter() = default;
    Q_DISABLE_COPY_MOVE(FormPrinter)

    /// Name of the printer that print() uses; empty when there is none.
    [[nodiscard]] virtual QString printerName() const = 0;
    /// Hands the pages to the printer. Unavailable without a printer, Unreadable when the bytes are
    /// no PDF.
    virtual Result<void> print(const QByteArray& pdf, const QString& title) = 0;
    /// Always possible. Storage, StorageFull, naming the file.
    virtual Result<void> saveAs(const QByteArray& pdf, const QString& path) = 0;
};

} // namespace handshake
