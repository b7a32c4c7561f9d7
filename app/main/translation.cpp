// SPDX-License-Identifier: Apache-2.0
#include "app/main/translation.h"

#include "app/core/log.h"
#include "app/core/paths.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace handshake {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(translationLog, "handshake.main")

Translation::Translation(const QString& language, const QString& programFolder)
{
    QLocale::setDefault(QLocale(language));
    const auto paths = Paths::find(programFolder);
    if (!paths || !m_program.load(u"handshake_"_s + language, paths->translations()))
        log::warning(translationLog(), "no translation found");
    else
        QCoreApplication::installTranslator(&m_program);
    if (m_qt.load(u"qtbase_"_s + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
}

Translation::~Translation()
{
    QCoreApplication::removeTranslator(&m_qt);
    QCoreApplication::removeTranslator(&m_program);
}

} // namespace handshake
