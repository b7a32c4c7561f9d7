// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/error_text.h"

#include "app/workflow/text_rows_p.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

const QHash<QString, const char*>& table()
{
    static const QHash<QString, const char*> kTable = [] {
        QHash<QString, const char*> rows;
        for (const text_rows::Span& span : text_rows::all()) {
            for (std::size_t i = 0; i < span.count; ++i)
                rows.insert(QString::fromLatin1(span.rows[i].key), span.rows[i].english);
        }
        return rows;
    }();
    return kTable;
}

/// Both together, so that an argument that looks like "%2" is not replaced again.
QString filled(QString text, const QStringList& arguments)
{
    for (qsizetype i = arguments.size(); i > 0; --i)
        text.replace(u'%' + QString::number(i), QChar(0xE000 + static_cast<int>(i)));
    for (qsizetype i = 0; i < arguments.size(); ++i)
        text.replace(QChar(0xE001 + static_cast<int>(i)), arguments[i]);
    return text;
}

} // namespace

QString ErrorText::of(const Error& error)
{
    if (error.code == ErrorCode::Cancelled)
        return {};
    // Some failures have words of their own: their detail is the name of these.
    const QString own = u"error."_s + error.detail;
    return advice(knows(own) ? own : u"error."_s + errorCodeName(error.code), {error.where});
}

QString ErrorText::advice(const QString& key, const QStringList& arguments)
{
    if (key.isEmpty())
        return {};
    const char* english = table().value(key);
    if (!english) {
        return QCoreApplication::translate("ErrorText", "Something needs a look (%1). Look at it "
                                                        "with your own eyes.")
            .arg(key);
    }
    return filled(QCoreApplication::translate("Advice", english), arguments);
}

QString ErrorText::nextStep(const QString& key)
{
    if (knows(key + u".next"_s))
        return advice(key + u".next"_s, {});
    const QString text = advice(key, {});
    static const QRegularExpression kSentenceEnd(u"(?:[.!?] |[\u3002\uff01\uff1f])"_s);
    const QRegularExpressionMatch end = kSentenceEnd.match(text);
    const QString rest = end.hasMatch() ? text.mid(end.capturedEnd()).trimmed() : QString();
    return rest.isEmpty() ? text : rest;
}

bool ErrorText::knows(const QString& key)
{
    return table().contains(key);
}

QStringList ErrorText::keys()
{
    QStringList keys = table().keys();
    std::sort(keys.begin(), keys.end());
    return keys;
}

} // namespace handshake
