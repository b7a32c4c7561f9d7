// SPDX-License-Identifier: Apache-2.0
#include "app/imaging/worker_environment.h"

namespace handshake {

using namespace Qt::StringLiterals;

QProcessEnvironment workerEnvironment(const QStringList& more)
{
    static const QStringList kKept{u"PATH"_s,       u"LD_LIBRARY_PATH"_s, u"QT_PLUGIN_PATH"_s,
                                   u"SystemRoot"_s, u"ASAN_OPTIONS"_s,    u"UBSAN_OPTIONS"_s};
    const QProcessEnvironment system = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment lean;
    for (const QString& name : kKept + more) {
        if (system.contains(name))
            lean.insert(name, system.value(name));
    }
    lean.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    lean.insert(u"QT_QPA_PLATFORM"_s, u"minimal"_s);
    return lean;
}

} // namespace handshake
