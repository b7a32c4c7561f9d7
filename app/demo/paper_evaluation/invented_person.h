// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/paper_evaluation/random.h"
#include "app/demo/paper_evaluation/regions.h"

#include <QDate>
#include <QString>

#include <optional>

namespace handshake::papereval {

/// Somebody who does not exist, as an ID card would say it.
struct InventedPerson {
    QString name;
    bool isMale = true;
    QString ethnicity; ///< without 族
    QDate birth;
    QString address;
    QString number; ///< GB 11643, with its check character
    QString issuer;
    QDate validFrom;
    std::optional<QDate> validTo; ///< absent: 长期
};

/// Person `ordinal` of a list in which every ethnic group comes in turn and every eighth has a
/// two-character surname, a rare character or a name with ·.
[[nodiscard]] InventedPerson inventPerson(int ordinal, Random random);

/// A Han name, for companies' representatives.
[[nodiscard]] QString inventHanName(Random& random, bool rare);

/// The check character of 17 digits (GB 11643, ISO 7064 MOD 11-2).
[[nodiscard]] QChar citizenCheck(const QString& first17);

/// A street and number, or a village and group, as `region` might have them.
[[nodiscard]] QString inventPlace(Random& random, bool inTheCountry);

} // namespace handshake::papereval
