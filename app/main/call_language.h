// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QTranslator>

namespace handshake {

/// Words in the language of one call, on one thread, while this object lives: a verb that the
/// window runs for another process answers in that process's language, whatever the window speaks.
class CallLanguage final
{
public:
    /// Must have been called once, in the GUI thread, before the first CallLanguage is made.
    static void install();

    CallLanguage(const QString& language, const QString& translationsFolder);
    ~CallLanguage();
    Q_DISABLE_COPY_MOVE(CallLanguage)

private:
    QTranslator m_translator;
};

} // namespace handshake
