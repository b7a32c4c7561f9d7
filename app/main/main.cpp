// SPDX-License-Identifier: Apache-2.0
#include "app/core/log.h"

#include <QCoreApplication>
#include <QTextStream>

int main(int argc, char* argv[])
{
    handshake::log::installFilter();
    const QCoreApplication application(argc, argv);
    QTextStream(stdout) << "handshake-desk " HANDSHAKE_VERSION "\n";
    return 0;
}
