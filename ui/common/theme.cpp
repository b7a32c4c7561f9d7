// SPDX-License-Identifier: Apache-2.0
#include "ui/common/theme.h"

#include <QApplication>
#include <QPalette>
#include <QString>
#include <QStyleFactory>

#include <algorithm>
#include <cmath>

namespace handshake::ui::theme {

using namespace Qt::StringLiterals;

namespace {

double luminance(QColor colour)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

QString name(QRgb colour)
{
    return QColor(colour).name();
}

QString styleSheet()
{
    return uR"(
QToolTip { background: %text; color: %surface; border: 0; padding: 4px 8px; }
QLabel#pageTitle { font-size: 16pt; font-weight: 700; }
QLabel#quiet { color: %quiet; }
QFrame#card { background: %surface; border: 1px solid %line; border-radius: 8px; }
QPushButton { background: %surface; border: 1px solid %line; border-radius: 6px; padding: 7px 14px; }
QPushButton:hover { border-color: %accent; }
QPushButton:focus { border: 2px solid %accent; padding: 6px 13px; }
QPushButton:disabled { color: %quiet; background: %ground; }
QLineEdit, QPlainTextEdit { background: %surface; border: 1px solid %line; border-radius: 6px; padding: 7px; }
QLineEdit:focus, QPlainTextEdit:focus { border: 2px solid %accent; padding: 6px; }
QTableView { background: %surface; border: 1px solid %line; border-radius: 8px; gridline-color: %sunken;
  selection-background-color: %accentSoft; selection-color: %text; outline: 0; }
QTableView:focus { border: 2px solid %accent; }
QTableView::item { padding: 4px 8px; }
QHeaderView::section { background: %ground; color: %quiet; border: 0; border-bottom: 1px solid %line;
  padding: 7px 4px; font-weight: 700; }
QListView { background: transparent; border: 0; outline: 0; }
QScrollArea { border: 0; background: transparent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: #B9C4D1; border-radius: 5px; min-height: 28px; }
QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical { height: 0; }
QProgressBar { background: %sunken; border: 0; border-radius: 5px; height: 10px; }
QProgressBar::chunk { background: %accent; border-radius: 5px; }
)"_s.replace(u"%accentSoft"_s, name(kAccentSoft))
        .replace(u"%accent"_s, name(kAccent))
        .replace(u"%surface"_s, name(kSurface))
        .replace(u"%sunken"_s, name(kSunken))
        .replace(u"%ground"_s, name(kGround))
        .replace(u"%quiet"_s, name(kQuiet))
        .replace(u"%line"_s, name(kLine))
        .replace(u"%text"_s, name(kText));
}

} // namespace

QFont font(int points, bool bold)
{
    QFont result;
    // Named, so that no machine falls back to a face with Japanese forms of Chinese characters.
    result.setFamilies({u"Noto Sans CJK SC"_s, u"Microsoft YaHei UI"_s, u"Noto Sans"_s});
    result.setPointSize(points);
    result.setWeight(bold ? QFont::Bold : QFont::Normal);
    return result;
}

void apply(QApplication& application)
{
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QPalette palette;
    palette.setColor(QPalette::Window, QColor(kGround));
    palette.setColor(QPalette::Base, QColor(kSurface));
    palette.setColor(QPalette::AlternateBase, QColor(kGround));
    palette.setColor(QPalette::Button, QColor(kSurface));
    palette.setColor(QPalette::WindowText, QColor(kText));
    palette.setColor(QPalette::Text, QColor(kText));
    palette.setColor(QPalette::ButtonText, QColor(kText));
    palette.setColor(QPalette::PlaceholderText, QColor(kQuiet));
    palette.setColor(QPalette::Highlight, QColor(kAccent));
    palette.setColor(QPalette::HighlightedText, QColor(kSurface));
    QApplication::setPalette(palette);
    QApplication::setFont(font(kBody));
    application.setStyleSheet(styleSheet());
}

double contrast(QColor a, QColor b)
{
    // The list: minmax() of two temporaries would give references to what is gone.
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace handshake::ui::theme
