// SPDX-License-Identifier: Apache-2.0
#include "app/main/standard_output.h"

#include <cstdio>

namespace handshake {

namespace {

void writeLine(std::FILE* stream, const QString& line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace

Output standardOutput(bool json)
{
    return Output([](const QString& line) { writeLine(stdout, line); },
                  [](const QString& line) { writeLine(stderr, line); }, json);
}

} // namespace handshake
