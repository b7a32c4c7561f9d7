// SPDX-License-Identifier: Apache-2.0
#include "support/fake_camera.h"
#include "ui/common/camera_view.h"
#include "ui/common/theme.h"

#include <QDropEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;

class TestCameraView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFrameFillsTheViewWithoutBeingDistorted()
    {
        ui::CameraView view;
        view.resize(800, 480); // wider than 4 : 3
        view.setFrame(FakeCamera::grey());
        const QImage shown = view.grab().toImage();
        QCOMPARE(shown.pixelColor(400, 240), FakeCamera::grey().pixelColor(0, 0));
        QCOMPARE(shown.pixelColor(40, 240), QColor(ui::theme::kNight)); // (800 − 640) / 2 = 80
        QCOMPARE(shown.pixelColor(760, 240), QColor(ui::theme::kNight));
    }

    void theOutlineIsBrokenUntilAllIsWell()
    {
        ui::CameraView view;
        view.resize(640, 480);
        view.setFrame(FakeCamera::grey());
        LiveView seen;
        seen.frameSize = {640, 480};
        seen.outline = QPolygonF({{100, 100}, {540, 100}, {540, 400}, {100, 400}});
        view.setOverlay(seen, false);
        const int broken = inkAlongTheUpperEdge(view);
        seen.allGreen = true;
        view.setOverlay(seen, false);
        const int closed = inkAlongTheUpperEdge(view);
        QVERIFY(closed > 420); // of 440
        QVERIFY2(broken < closed - 40, qPrintable(QString::number(broken)));
    }

    void withoutAPictureItSaysWhy()
    {
        ui::CameraView view;
        view.setMessage(u"The camera is starting …"_s);
        QCOMPARE(view.accessibleDescription(), u"The camera is starting …"_s);
    }

    void droppedFilesAreHandedOnAndOtherThingsAreNot()
    {
        ui::CameraView view;
        const QSignalSpy dropped(&view, &ui::CameraView::filesDropped);
        drop(view, {QUrl(u"https://example.invalid/card.jpg"_s)});
        QCOMPARE(dropped.size(), 0);
        drop(view, {QUrl::fromLocalFile(u"/tmp/card.jpg"_s)});
        QCOMPARE(dropped.size(), 1);
        QCOMPARE(dropped.front().front().toStringList(), QStringList{u"/tmp/card.jpg"_s});
    }

private:
    static int inkAlongTheUpperEdge(ui::CameraView& view)
    {
        const QImage shown = view.grab().toImage();
        const QRgb ground = shown.pixel(320, 30);
        int inked = 0;
        for (int x = 100; x < 540; ++x)
            inked += qGreen(shown.pixel(x, 100)) > qGreen(ground) + 60 ? 1 : 0;
        return inked;
    }

    static void drop(ui::CameraView& view, const QList<QUrl>& urls)
    {
        QMimeData data;
        data.setUrls(urls);
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton,
                              Qt::NoModifier);
        QCoreApplication::sendEvent(&view, &enter);
        QDropEvent event(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&view, &event);
    }
};

QTEST_MAIN(TestCameraView)
#include "tst_camera_view.moc"
