// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/evaluation/curtain.h"
#include "app/demo/evaluation/providers_p.h"

#include <QPainter>

namespace handshake::evaluation {

/// Paints on a curtain and writes down what went where. Coordinates are millimetres from the top
/// left.
class CurtainBrush final
{
public:
    /// Both outlive this object.
    CurtainBrush(QPainter& painter, Curtain& curtain)
        : m_painter(painter)
        , m_curtain(curtain)
    {
    }

    /// The text as large as `box` lets it be, in its middle.
    void text(const QString& text, const QRectF& box, const QColor& colour,
              const ProviderLook& look, CurtainPlace::What what, bool changes = false);
    /// The emblem in the middle of `box`.
    void emblem(const ProviderLook& look, const QRectF& box, const QColor& main,
                const QColor& second, bool changes);

    [[nodiscard]] QPainter& painter() { return m_painter; }
    [[nodiscard]] QSizeF size() const { return m_curtain.sizeMm; }

private:
    [[nodiscard]] QRectF asShares(const QRectF& box) const;

    QPainter& m_painter;
    Curtain& m_curtain;
};

/// The pictures behind logo and name, one function a family; `change` names which place the small
/// change of the older edition touches.
void paintCentral(CurtainBrush& brush, const ProviderLook& look, SmallChange change);
void paintTiled(CurtainBrush& brush, const ProviderLook& look, SmallChange change);
void paintTone(CurtainBrush& brush, const ProviderLook& look, SmallChange change);
void paintMural(CurtainBrush& brush, const ProviderLook& look, SmallChange change);

} // namespace handshake::evaluation
