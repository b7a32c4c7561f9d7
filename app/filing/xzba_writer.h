// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/filing/filing.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <cstdint>
#include <vector>

namespace handshake {

/// One file that travels with a filing (Fj): photo, certificates, verification form.
struct FilingAttachment {
    enum class Owner : std::uint8_t { Subject = 1, Website = 2 };

    int format = 1;  ///< table attachment-formats (Fjwjgs): 1 JPEG
    int purpose = 0; ///< table attachment-purposes (Fjyt)
    Owner owner = Owner::Website;
    qint64 ownerId = 0; ///< our id of the subject or website
    QByteArray bytes{}; ///< the file itself; written as Base64
    QString remark{};
};

/// The scans of approvals, by the names the filing gives them.
using ApprovalScans = QMap<QString, QByteArray>;

/// Writes a first filing as the interface's message (V3.0, UploadData/ICP/XZBA): GBK bytes.
/// `reportingUnit` is our id with the authority (Qqdwid). InvalidInput when a field breaks the
/// interface's limits or cannot be carried by GBK, NotFound when a scan is missing, both naming the
/// field; TooLarge over 50 MB.
[[nodiscard]] Result<QByteArray> writeXzba(const Filing& filing,
                                           const std::vector<FilingAttachment>& attachments,
                                           qint64 reportingUnit, const ApprovalScans& scans = {});

} // namespace handshake
