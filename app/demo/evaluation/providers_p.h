// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/evaluation/curtain.h"

#include <QColor>
#include <QString>

namespace handshake::evaluation {

/// What a curtain says and looks like, whatever its family.
struct ProviderLook {
    QString name;
    QString brand;   ///< short, in Latin letters
    QString purpose; ///< what the curtain is for
    QString slogan;
    QString year;
    QColor ground;
    QColor ink;
    QColor second;
    QString font;
    int emblem = 0;
    bool emblemVariant = false;
    int layout = 0;         ///< 0 … 2, each family reads it its own way
    std::uint64_t seed = 0; ///< of ornaments and of the mural
    QSizeF sizeMm{1500, 1000};
};

/// What the small change of this provider's older edition is.
enum class SmallChange : std::uint8_t { Slogan, Year, Emblem };

[[nodiscard]] SmallChange smallChangeOf(const CurtainDesign& design);
[[nodiscard]] ProviderLook lookOf(const CurtainDesign& design);

} // namespace handshake::evaluation
