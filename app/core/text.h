// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringView>

namespace handshake {

/// Full-width forms (U+FF01..FF5E, U+3000) become their half-width twins: digits, letters,
/// brackets.
[[nodiscard]] QString foldWidth(QStringView text);

/// For comparing a typed with a printed name: width folded, white space dropped, brackets alike,
/// NFC. Letters keep their case: a licence prints it as registered.
[[nodiscard]] QString foldForComparison(QStringView text);

/// Text from outside (OCR, files, servers, codes) made safe to show: control, bidirectional and
/// zero-width characters dropped, at most `maxLength` UTF-16 units and never half a surrogate pair.
[[nodiscard]] QString cleanForeignText(QStringView text, qsizetype maxLength = 4096);

/// A number for lists: all but the first three and last four characters as dots.
[[nodiscard]] QString maskNumber(QStringView number);

} // namespace handshake
