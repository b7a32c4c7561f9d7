// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/paper_drawing.h"

#include <QDate>
#include <QImage>
#include <QString>

#include <optional>

namespace handshake {

/// What an invented person's specimen card says.
struct IdCardContent {
    QString name;
    QString sex; ///< 男 or 女
    QString ethnicity = QStringLiteral("汉");
    QDate birth;
    QString address;
    QString number;
    QString issuer;
    QDate validFrom;
    std::optional<QDate> validTo; ///< none: 长期
    QImage portrait{};            ///< about 26:32, background transparent or plain
};

/// The size of an ID-1 card in millimetres.
inline constexpr QSizeF kIdCardSize{85.6, 54.0};

/// The side with the portrait (人像面), marked as a specimen outside of its fields. Transparent
/// outside of the rounded corners. The same content gives the same picture.
[[nodiscard]] QImage drawIdPortraitSide(const IdCardContent& content, const PaperStyle& style = {});

/// The side with the emblem (国徽面).
[[nodiscard]] QImage drawIdEmblemSide(const IdCardContent& content, const PaperStyle& style = {});

} // namespace handshake
