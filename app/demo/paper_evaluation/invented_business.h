// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/paper_evaluation/random.h"

#include <QDate>
#include <QString>

#include <optional>

namespace handshake::papereval {

/// A business that does not exist, as its licence would say it.
struct InventedBusiness {
    QString creditCode; ///< GB 32100, both check characters right
    QString name;
    QString type;
    QString headLabel; ///< 法定代表人, 经营者, 执行事务合伙人 …
    QString head;
    QString capital; ///< empty for those who have none
    QDate established;
    bool hasTerm = true;
    std::optional<QDate> termTo; ///< absent: 长期
    QString placeLabel;          ///< 住所, 经营场所
    QString place;
    QString scope;
    QString registrar;
    QDate issued;
    QString qr; ///< URL-like text under a host that cannot exist
};

/// `before2019`: as the edition of 2014 was filled in, by the offices of its time.
[[nodiscard]] InventedBusiness inventBusiness(int ordinal, bool before2019, Random random);

/// The last character of 17 (GB 32100).
[[nodiscard]] QChar creditCodeCheck(const QString& first17);
/// The ninth of an organisation code's eight (GB 11714).
[[nodiscard]] QChar organisationCheck(const QString& first8);

} // namespace handshake::papereval
