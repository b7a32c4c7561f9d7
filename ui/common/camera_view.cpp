// SPDX-License-Identifier: Apache-2.0
#include "ui/common/camera_view.h"

#include "ui/common/theme.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QPainter>
#include <QPainterPath>
#include <QUrl>

namespace handshake::ui {

namespace {

QPainterPath silhouette(const QRectF& box)
{
    const double h = box.height();
    const double x = box.center().x();
    QPainterPath path;
    path.addEllipse(QPointF(x, box.top() + h * 0.36), h * 0.135, h * 0.175);
    QPainterPath shoulders(QPointF(x - h * 0.36, box.bottom()));
    shoulders.cubicTo(QPointF(x - h * 0.36, box.top() + h * 0.6),
                      QPointF(x - h * 0.2, box.top() + h * 0.62),
                      QPointF(x - h * 0.08, box.top() + h * 0.57));
    shoulders.lineTo(QPointF(x + h * 0.08, box.top() + h * 0.57));
    shoulders.cubicTo(QPointF(x + h * 0.2, box.top() + h * 0.62),
                      QPointF(x + h * 0.36, box.top() + h * 0.6),
                      QPointF(x + h * 0.36, box.bottom()));
    shoulders.closeSubpath();
    return path.united(shoulders);
}

} // namespace

CameraView::CameraView(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAcceptDrops(true);
    setFocusPolicy(Qt::ClickFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Live picture"));
}

void CameraView::setFrame(const QImage& frame)
{
    m_frame = frame;
    update();
}

void CameraView::setOverlay(const LiveView& view, bool person)
{
    m_view = view;
    m_person = person;
    m_hasOverlay = true;
    update();
}

void CameraView::clearOverlay()
{
    m_hasOverlay = false;
    update();
}

void CameraView::setMessage(const QString& message)
{
    m_message = message;
    setAccessibleDescription(message);
    update();
}

void CameraView::setBand(const QString& band)
{
    m_band = band;
    update();
}

QRectF CameraView::pictureBox() const
{
    const QSizeF fitted = QSizeF(m_frame.size()).scaled(QSizeF(size()), Qt::KeepAspectRatio);
    return {(width() - fitted.width()) / 2, (height() - fitted.height()) / 2, fitted.width(),
            fitted.height()};
}

void CameraView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Window));
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath frame;
    frame.addRoundedRect(QRectF(rect()), theme::kRadius, theme::kRadius);
    painter.setClipPath(frame);
    painter.fillRect(rect(), QColor(theme::kNight));
    if (m_frame.isNull()) {
        painter.setPen(QColor(theme::kNightText));
        painter.setFont(theme::font(theme::kLead));
        painter.drawText(rect().adjusted(40, 40, -40, -40), Qt::AlignCenter | Qt::TextWordWrap,
                         m_message);
        return;
    }
    const QRectF box = pictureBox();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, !m_hasOverlay);
    painter.drawImage(box, m_frame);
    if (m_hasOverlay)
        paintOverlay(painter, box);
    paintBand(painter);
}

void CameraView::paintOverlay(QPainter& painter, const QRectF& box) const
{
    const bool green = m_view.allGreen;
    const QColor colour = green ? QColor(0x3ddc84) : QColor(0xffc24a);
    // State is shape as well as colour: a closed line when all is well, a broken one before.
    const QPen pen(colour, green ? 4 : 3, green ? Qt::SolidLine : Qt::DashLine, Qt::RoundCap);
    if (m_person) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(pen);
        painter.drawPath(silhouette(box));
    }
    if (m_view.outline.size() < 3 || m_view.frameSize.isEmpty())
        return;
    QPolygonF outline;
    for (const QPointF& point : m_view.outline) {
        outline << QPointF(box.left() + point.x() * box.width() / m_view.frameSize.width(),
                           box.top() + point.y() * box.height() / m_view.frameSize.height());
    }
    if (m_person) {
        painter.setPen(QPen(QColor(255, 255, 255, 150), 1.5, Qt::DotLine));
        painter.drawPolygon(outline);
        return;
    }
    QColor tint = colour;
    tint.setAlpha(28);
    painter.setPen(pen);
    painter.setBrush(tint);
    painter.drawPolygon(outline);
}

void CameraView::paintBand(QPainter& painter) const
{
    if (m_band.isEmpty())
        return;
    const QRectF band(0, height() - 52, width(), 52);
    painter.fillRect(band, QColor(16, 22, 30, 215));
    painter.setPen(QColor(theme::kNightText));
    painter.setFont(theme::font(theme::kLead, true));
    painter.drawText(band, Qt::AlignCenter, m_band);
}

void CameraView::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void CameraView::dropEvent(QDropEvent* event)
{
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    if (!paths.isEmpty())
        Q_EMIT filesDropped(paths);
    event->acceptProposedAction();
}

} // namespace handshake::ui
