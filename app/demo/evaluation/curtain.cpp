// SPDX-License-Identifier: Apache-2.0
#include "app/demo/evaluation/curtain.h"

#include "app/demo/evaluation/curtain_brush_p.h"
#include "app/demo/evaluation/emblems_p.h"

#include <QFont>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <list>
#include <mutex>

namespace handshake::evaluation {

namespace {

constexpr int kArtworkWidth = 2000;
constexpr std::size_t kKept = 12;

std::shared_ptr<const Curtain> paint(const CurtainDesign& design)
{
    const ProviderLook look = lookOf(design);
    auto curtain = std::make_shared<Curtain>();
    curtain->sizeMm = look.sizeMm;
    curtain->ground = look.ground;
    const double scale = kArtworkWidth / look.sizeMm.width();
    QImage artwork(kArtworkWidth, static_cast<int>(std::floor(look.sizeMm.height() * scale + 0.5)),
                   QImage::Format_RGB32);
    artwork.fill(look.ground);
    QPainter painter(&artwork);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    painter.setPen(Qt::NoPen);
    CurtainBrush brush(painter, *curtain);
    const SmallChange change = smallChangeOf(design);
    switch (design.family) {
    case Family::Central:
        paintCentral(brush, look, change);
        break;
    case Family::Tiled:
        paintTiled(brush, look, change);
        break;
    case Family::Tone:
        paintTone(brush, look, change);
        break;
    case Family::Mural:
        paintMural(brush, look, change);
        break;
    }
    painter.end();
    curtain->artwork = artwork.convertToFormat(QImage::Format_RGB888);
    return curtain;
}

} // namespace

QString familyName(Family family)
{
    switch (family) {
    case Family::Central:
        return QStringLiteral("central");
    case Family::Tiled:
        return QStringLiteral("tiled");
    case Family::Tone:
        return QStringLiteral("tone");
    case Family::Mural:
        break;
    }
    return QStringLiteral("mural");
}

std::shared_ptr<const Curtain> curtainOf(const CurtainDesign& design)
{
    struct Entry {
        CurtainDesign design;
        std::shared_ptr<const Curtain> curtain;
    };
    static std::mutex mutex;
    static std::list<Entry> kept;
    const std::scoped_lock lock(mutex);
    const auto found = std::find_if(kept.begin(), kept.end(),
                                    [&](const Entry& entry) { return entry.design == design; });
    if (found != kept.end()) {
        kept.splice(kept.begin(), kept, found);
        return kept.front().curtain;
    }
    kept.push_front({design, paint(design)});
    if (kept.size() > kKept)
        kept.pop_back();
    return kept.front().curtain;
}

QRectF CurtainBrush::asShares(const QRectF& box) const
{
    const QSizeF size = m_curtain.sizeMm;
    return {box.x() / size.width(), box.y() / size.height(), box.width() / size.width(),
            box.height() / size.height()};
}

void CurtainBrush::text(const QString& text, const QRectF& box, const QColor& colour,
                        const ProviderLook& look, CurtainPlace::What what, bool changes)
{
    QFont font(look.font);
    font.setPixelSize(100);
    font.setBold(what == CurtainPlace::What::Name);
    QPainterPath path;
    path.addText(0, 0, font, text);
    const QRectF bounds = path.boundingRect();
    if (bounds.isEmpty())
        return;
    const double scale = std::min(box.width() / bounds.width(), box.height() / bounds.height());
    m_painter.save();
    m_painter.translate(box.center());
    m_painter.scale(scale, scale);
    m_painter.translate(-bounds.center());
    m_painter.setBrush(colour);
    m_painter.drawPath(path);
    m_painter.restore();
    QRectF drawn(0, 0, bounds.width() * scale, bounds.height() * scale);
    drawn.moveCenter(box.center());
    m_curtain.places.push_back(
        {what, text, asShares(m_painter.transform().isRotating() ? box : drawn)});
    if (changes)
        m_curtain.changed.push_back(asShares(box));
}

void CurtainBrush::emblem(const ProviderLook& look, const QRectF& box, const QColor& main,
                          const QColor& second, bool changes)
{
    m_painter.save();
    const double half = std::min(box.width(), box.height()) / 2;
    m_painter.translate(box.center());
    m_painter.scale(half, half);
    for (const EmblemPart& part : evaluation::emblem(look.emblem, look.emblemVariant)) {
        m_painter.setBrush(part.ink == 0 ? main : part.ink == 1 ? second : look.ground);
        m_painter.drawPath(part.path);
    }
    m_painter.restore();
    QRectF square(0, 0, half * 2, half * 2);
    square.moveCenter(box.center());
    m_curtain.places.push_back({CurtainPlace::What::Logo, {}, asShares(square)});
    if (changes) {
        const QRectF part = emblemChange(look.emblem);
        m_curtain.changed.push_back(
            asShares({square.center() + part.topLeft() * half, part.size() * half}));
    }
}

} // namespace handshake::evaluation
