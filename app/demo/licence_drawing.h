// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/paper_drawing.h"

#include <QDate>
#include <QImage>
#include <QString>

#include <optional>

namespace handshake {

/// What an invented company's specimen licence says.
struct LicenceContent {
    QString creditCode;
    QString name;
    QString type;
    QString representative;
    QString scope;   ///< 经营范围
    QString capital; ///< 注册资本, as printed: "伍佰万元整"
    QDate established;
    std::optional<QDate> termFrom; ///< 营业期限; none: the line is absent
    std::optional<QDate> termTo;   ///< none with a beginning: 长期
    QString address;
    QString registrar; ///< stands in the seal
    QDate issued;
    QString qrText; ///< empty: no code
};

/// The size of the duplicate (副本), A4 landscape, in millimetres.
inline constexpr QSizeF kLicenceSize{297.0, 210.0};

/// The edition of 2019, marked as a specimen outside of its fields. The same content gives the same
/// picture. `style.dotsPerMm` of 8 is plenty.
[[nodiscard]] QImage drawLicence(const LicenceContent& content, const PaperStyle& style = {});

} // namespace handshake
