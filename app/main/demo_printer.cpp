// SPDX-License-Identifier: Apache-2.0
#include "app/main/demo_printer.h"

#include <QCoreApplication>
#include <QFile>

namespace handshake {

using namespace Qt::StringLiterals;

DemoPrinter::DemoPrinter(QString folder)
    : m_folder(std::move(folder))
{
}

QString DemoPrinter::printerName() const
{
    return QCoreApplication::translate("DemoPrinter", "Simulated printer");
}

Result<void> DemoPrinter::print(const QByteArray& pdf, const QString&)
{
    return saveAs(pdf, m_folder + u"/printed-%1.pdf"_s.arg(++m_printed));
}

Result<void> DemoPrinter::saveAs(const QByteArray& pdf, const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size() || !file.flush())
        return Error{ErrorCode::Storage, u"the form could not be written"_s, path};
    return {};
}

} // namespace handshake
