// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringView>

#include <vector>

namespace handshake {

/// How single values of a filing have to look. Pure; the value is taken as it is, nothing folded,
/// because as it is it goes to the authority.

/// 1[3-9] and nine digits.
[[nodiscard]] bool isMobileNumber(QStringView text);
/// Area code, hyphen, seven or eight digits, and an extension if need be: "0571-00000001-12".
[[nodiscard]] bool isLandlineNumber(QStringView text);
[[nodiscard]] bool isEmailAddress(QStringView text);
/// Two or more labels of letters, digits and inner hyphens; Chinese labels too.
[[nodiscard]] bool isDomainName(QStringView text);
/// 浙ICP备00000001号, for a website with its suffix -1.
[[nodiscard]] bool isRecordNumber(QStringView text);
/// Whether an address goes down to a door: a number before 号, 室, 幢 and the like.
[[nodiscard]] bool hasDoorNumber(const QString& address);
/// The host of a home page with or without http(s)://, in small letters; empty when it is none.
[[nodiscard]] QString hostOfHomePage(const QString& url);
/// The parts of a value that may be several, separated by ";", blanks at their ends dropped.
[[nodiscard]] std::vector<QString> severalValues(const QString& text);

} // namespace handshake
