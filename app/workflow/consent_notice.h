// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/session/session_types.h"

#include <QDateTime>
#include <QString>

namespace handshake {

/// The notice the applicant agrees to before the camera opens (counter-process.md, 9).
struct ConsentNotice {
    QString title;
    QString text; ///< paragraphs separated by empty lines
    QString language;

    /// The notice in the language of the window.
    [[nodiscard]] static ConsentNotice current(const QString& provider);
    /// Agreement at `utc`; carries the digest of the very text that was shown.
    [[nodiscard]] Consent agreedAt(const QDateTime& utc) const;
};

} // namespace handshake
