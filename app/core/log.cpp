// SPDX-License-Identifier: Apache-2.0
#include "app/core/log.h"

#include <QMessageLogContext>
#include <QRegularExpression>

#include <cstdio>

namespace handshake::log {

using namespace Qt::StringLiterals;

namespace {

void filteredHandler(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    // Lines of our own categories were built from Loggable fields only; the architecture test sees
    // to it that nothing else writes to them.
    const bool ours = qstrncmp(context.category, "handshake.", 10) == 0;
    const QString text = qFormatLogMessage(type, context, ours ? message : redacted(message));
    std::fputs(qPrintable(text + u'\n'), stderr);
    std::fflush(stderr);
}

} // namespace

void write(QtMsgType type, const QLoggingCategory& category, const QString& line)
{
    if (!category.isEnabled(type))
        return;
    const QMessageLogger logger(nullptr, 0, nullptr, category.categoryName());
    if (type == QtWarningMsg)
        logger.warning().noquote() << line;
    else
        logger.info().noquote() << line;
}

QString redacted(const QString& message)
{
    static const QRegularExpression kMail(u"[^\\s@]+@[^\\s@]+"_s);
    static const QRegularExpression kDigits(u"\\d{4,}[Xx]?"_s);
    static const QRegularExpression kHan(u"[\\p{Han}]+"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    QString text = message;
    text.replace(kMail, u"…"_s);
    text.replace(kDigits, u"…"_s);
    text.replace(kHan, u"…"_s);
    return text;
}

void installFilter()
{
    // Figures of every start and picture are for whoever looks for them (QT_LOGGING_RULES).
    QLoggingCategory::setFilterRules(u"handshake.*.info=false"_s);
    qInstallMessageHandler(filteredHandler);
}

} // namespace handshake::log
