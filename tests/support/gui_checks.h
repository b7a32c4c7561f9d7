// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/common/theme.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QFileInfo>
#include <QHash>
#include <QLabel>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>
#include <QWidget>

#include <algorithm>

namespace handshake::test {

/// Any warning of Qt fails the test, but for what the offscreen platform always says and
/// the line that a lost camera leaves in the log.
inline void failOnUnexpectedWarnings()
{
    QTest::failOnWarning(QRegularExpression(
        QStringLiteral("^(?!This plugin does not support propagateSizeHints|camera lost).*")));
}

/// The visible widgets that are smaller than their words, or reach out of the window.
inline QStringList clippedWidgets(const QWidget& window)
{
    QStringList clipped;
    const auto widgets = window.findChildren<QWidget*>();
    for (const QWidget* widget : widgets) {
        if (!widget->isVisible() || widget->objectName() == QLatin1String("toast"))
            continue;
        const auto* label = qobject_cast<const QLabel*>(widget);
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        if (!label && !button)
            continue;
        const QString words = label ? label->text() : button->text();
        if (words.isEmpty())
            continue;
        QSize needed = widget->sizeHint();
        if (label && label->wordWrap())
            needed = {0, label->heightForWidth(widget->width())};
        const QRect inWindow(widget->mapTo(&window, QPoint()), widget->size());
        const bool cutOff = widget->visibleRegion().boundingRect().width() < widget->width();
        if (widget->width() < needed.width() || widget->height() < needed.height() || cutOff ||
            !window.rect().contains(inWindow))
            clipped << QStringLiteral("%1 \"%2\" %3x%4, needs %5x%6")
                           .arg(widget->objectName(), words.left(40))
                           .arg(widget->width())
                           .arg(widget->height())
                           .arg(needed.width())
                           .arg(needed.height());
    }
    return clipped;
}

/// Visible widgets that take the focus by Tab and have no accessible name and no words.
inline QStringList namelessWidgets(const QWidget& window)
{
    QStringList nameless;
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
            continue;
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        if (widget->accessibleName().isEmpty() && (!button || button->text().isEmpty()))
            nameless << QString::fromLatin1(widget->metaObject()->className()) + u' ' +
                            widget->objectName();
    }
    return nameless;
}

/// Visible widgets that take the focus by Tab and are nothing to a screen reader.
inline QStringList rolelessWidgets(const QWidget& window)
{
    QStringList roleless;
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
            continue;
        const QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
        if (!face || face->role() == QAccessible::NoRole || face->role() == QAccessible::Client)
            roleless << QString::fromLatin1(widget->metaObject()->className()) + u' ' +
                            widget->objectName();
    }
    return roleless;
}

/// Visible labels whose words have less than 4.5 : 1 against what lies behind them.
inline QStringList faintLabels(const QWidget& window)
{
    QStringList faint;
    for (QLabel* label : window.findChildren<QLabel*>()) {
        if (!label->isVisible() || label->text().isEmpty() ||
            label->objectName() == QLatin1String("toast"))
            continue;
        // The commonest colour of the drawn label is its ground, the farthest from it its ink.
        const QImage drawn = window.window()
                                 ->grab({label->mapTo(label->window(), QPoint()), label->size()})
                                 .toImage()
                                 .convertToFormat(QImage::Format_RGB32);
        QHash<QRgb, int> counts;
        for (int y = 0; y < drawn.height(); ++y) {
            for (int x = 0; x < drawn.width(); ++x)
                ++counts[drawn.pixel(x, y)];
        }
        QRgb ground = 0;
        for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
            if (it.value() > counts.value(ground))
                ground = it.key();
        }
        double best = 1.0;
        for (auto it = counts.cbegin(); it != counts.cend(); ++it)
            best = std::max(best, ui::theme::contrast(QColor(ground), QColor(it.key())));
        if (best < 4.5)
            faint << QStringLiteral("%1 \"%2\" %3 : 1")
                         .arg(label->objectName(), label->text().left(30))
                         .arg(best);
    }
    return faint;
}

/// Everything that is wrong with a page as it stands; one line each.
inline QString faultsOf(const QWidget& page)
{
    QTest::qWait(1); // lets layouts settle
    return (clippedWidgets(page) + namelessWidgets(page) + rolelessWidgets(page) +
            faintLabels(page))
        .join(u'\n');
}

/// Object names in the order in which Tab reaches them, from `first` on, once around.
inline QStringList tabOrder(QWidget& first)
{
    QStringList names{first.objectName()};
    first.setFocus();
    constexpr int kMost = 60;
    for (int i = 0; i < kMost; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        const QWidget* now = QApplication::focusWidget();
        if (!now || now == &first)
            break;
        names << now->objectName();
    }
    return names;
}

/// The program's words in one language while this object lives.
class InLanguage final
{
public:
    explicit InLanguage(const QString& language)
    {
        QLocale::setDefault(QLocale(language));
        const QString program = qEnvironmentVariable("HANDSHAKE_PROGRAM");
        const QString folder = QFileInfo(program).absolutePath() + QStringLiteral("/translations");
        isLoaded = m_translator.load(QStringLiteral("handshake_") + language, folder);
        QCoreApplication::installTranslator(&m_translator);
    }
    ~InLanguage()
    {
        QCoreApplication::removeTranslator(&m_translator);
        QLocale::setDefault(QLocale::c());
    }
    Q_DISABLE_COPY_MOVE(InLanguage)

    bool isLoaded = false;

private:
    QTranslator m_translator;
};

/// Rows of both languages at the size of the counters' screens and at what is left of it beside
/// title and task bar.
inline void addLanguagesAndSizes()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QSize>("size");
    for (const QString& language : {QStringLiteral("zh_CN"), QStringLiteral("en")}) {
        for (const QSize size : {QSize(1366, 714), QSize(1366, 640)})
            QTest::addRow("%s %d", qPrintable(language), size.height()) << language << size;
    }
}

} // namespace handshake::test
