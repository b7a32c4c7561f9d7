// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/workflow/live_watch.h"

#include <QImage>
#include <QString>
#include <QWidget>

namespace handshake::ui {

/// The live picture, as large as it fits: newest frame, found outline, silhouette. Paints itself
/// because QVideoWidget cannot be grabbed. Shows a captured picture the same way.
class CameraView final : public QWidget
{
    Q_OBJECT

public:
    explicit CameraView(QWidget* parent = nullptr);

    void setFrame(const QImage& frame);
    /// Outline and silhouette over the frame; `person` draws the silhouette to step into.
    void setOverlay(const LiveView& view, bool person);
    void clearOverlay();
    /// Words in the middle while there is no picture; also the accessible description.
    void setMessage(const QString& message);
    /// Words in a band at the lower edge: "Saved — being checked"; empty for none.
    void setBand(const QString& band);

    [[nodiscard]] const QImage& frame() const { return m_frame; }
    [[nodiscard]] const QString& message() const { return m_message; }
    [[nodiscard]] const QString& band() const { return m_band; }
    [[nodiscard]] QSize sizeHint() const override { return {640, 480}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {320, 240}; }

Q_SIGNALS:
    void filesDropped(const QStringList& paths);

protected:
    void paintEvent(QPaintEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    [[nodiscard]] QRectF pictureBox() const;
    void paintOverlay(QPainter& painter, const QRectF& box) const;
    void paintBand(QPainter& painter) const;

    QImage m_frame;
    LiveView m_view;
    bool m_hasOverlay = false;
    bool m_person = false;
    QString m_message;
    QString m_band;
};

} // namespace handshake::ui
