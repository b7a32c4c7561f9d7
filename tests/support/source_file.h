// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

namespace handshake::test {

/// A file of the source tree: "tests/data/filing/valid-unit.json".
[[nodiscard]] inline QString sourceFile(const QString& relative)
{
    return qEnvironmentVariable("HANDSHAKE_DATA_ROOT") + u'/' + relative;
}

/// Its bytes; empty when it cannot be read, which no test file is.
[[nodiscard]] inline QByteArray sourceBytes(const QString& relative)
{
    QFile file(sourceFile(relative));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace handshake::test
