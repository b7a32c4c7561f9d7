// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QRegularExpression>
#include <QTest>
#include <QWidget>

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

} // namespace handshake::test
