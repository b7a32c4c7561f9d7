// SPDX-License-Identifier: Apache-2.0
#include "app/demo/paper_evaluation/camera_view.h"

#include <QLineF>
#include <QPainter>
#include <QTest>

#include <cmath>

using namespace handshake::papereval;

namespace {

CameraPose leaning()
{
    CameraPose pose;
    pose.picture = QSize(480, 360);
    pose.pixelsPerMm = 4;
    pose.lookedAt = {10, 5};
    pose.tilt = 20;
    pose.direction = 35;
    pose.distortion = 0.015;
    return pose;
}

} // namespace

class TestCameraView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void middleIsWhatIsLookedAt()
    {
        const CameraView view(leaning());
        QVERIFY(QLineF(view.toPicture({10, 5}), {240, 180}).length() < 1e-6);
    }

    void straightAboveScalesEvenly()
    {
        CameraPose pose = leaning();
        pose.tilt = 0;
        pose.distortion = 0;
        const CameraView view(pose);
        QVERIFY(QLineF(view.toPicture({20, -5}), {280, 140}).length() < 1e-6);
    }

    void pictureAndTruthAgree()
    {
        const CameraView view(leaning());
        Ground ground = blankGround(view.seenArea(), 6, qRgb(255, 255, 255));
        const QPointF spot(32, -14);
        {
            QPainter painter(&ground.image);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setTransform(ground.fromMm());
            painter.setPen(Qt::NoPen);
            painter.setBrush(Qt::black);
            painter.drawEllipse(spot, 2, 2);
        }
        const QImage picture = view.look(ground);
        double weight = 0;
        QPointF sum;
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x) {
                const double dark = 255 - qGray(picture.pixel(x, y));
                weight += dark;
                sum += dark * QPointF(x + 0.5, y + 0.5);
            }
        QVERIFY(weight > 0);
        // The middle of a circle seen aslant is not quite the middle of what is seen.
        QVERIFY(QLineF(sum / weight, view.toPicture(spot)).length() < 0.3);
    }
};

QTEST_MAIN(TestCameraView)
#include "tst_camera_view.moc"
