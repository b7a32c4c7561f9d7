// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/core/strong_id.h"
#include "app/filing/filing_ids.h"

#include <QString>
#include <QStringView>

namespace handshake {

/// What the code printed on a verification form says: "HD1:<session>:<data
/// revision>:<site>:<page>". The returning scan is matched by it, and a form printed before the
/// last change of data is refused.
struct FormCode {
    SessionId session;
    qint64 dataRevision = 0;
    WebsiteId site;
    int page = 1;

    [[nodiscard]] QString text() const;
    static Result<FormCode> parse(QStringView text);

    friend bool operator==(const FormCode&, const FormCode&) = default;
};

} // namespace handshake
