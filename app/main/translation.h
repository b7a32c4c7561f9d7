// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QTranslator>

namespace handshake {

/// The program's and Qt's own words in one language, installed while this object lives.
class Translation final
{
public:
    Translation(const QString& language, const QString& programFolder);
    ~Translation();
    Q_DISABLE_COPY_MOVE(Translation)

private:
    QTranslator m_program;
    QTranslator m_qt;
};

} // namespace handshake
