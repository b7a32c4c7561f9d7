// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/paper_drawing.h"

#include <QDate>
#include <QImage>
#include <QString>
#include <QStringList>

namespace handshake {

/// What an invented traveller's specimen document says.
struct TravelContent {
    QString issuer = QStringLiteral("UTO"); ///< Utopia, ICAO's own specimen state
    QString nationality = QStringLiteral("UTO");
    QString surname;    ///< A–Z
    QString givenNames; ///< A–Z, spaces between
    QString number;     ///< up to nine of A–Z, 0–9
    QDate birth;
    QString sex; ///< M, F or X
    QDate expiry;
    QImage portrait{};
};

/// The size of a passport's data page (ICAO Doc 9303-4) in millimetres.
inline constexpr QSizeF kPassportSize{125.0, 88.0};

/// The zone's lines for a passport (two of 44) and for a card (three of 30), check digits included.
[[nodiscard]] QStringList passportZone(const TravelContent& content);
[[nodiscard]] QStringList cardZone(const TravelContent& content, const QString& documentCode);

/// A passport's data page (资料页), marked as a specimen. The same content gives the same picture.
[[nodiscard]] QImage drawPassportPage(const TravelContent& content, const PaperStyle& style = {});

/// The side of a travel permit (通行证) that carries the machine-readable zone, an ID-1 card.
[[nodiscard]] QImage drawPermitZoneSide(const TravelContent& content, const PaperStyle& style = {});

} // namespace handshake
