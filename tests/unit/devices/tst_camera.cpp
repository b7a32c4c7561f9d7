// SPDX-License-Identifier: Apache-2.0
#include "app/devices/camera.h"

#include "support/fixed_clock.h"
#include "support/picture_files.h"

#include <QTest>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;
namespace files = handshake::picture_files;

class TestCamera : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void frameBecomesAPictureWithItsMaster()
    {
        const FixedClock clock;
        const CameraFrame frame{files::quarters(320, 240), 7, clock.now().monotonic};
        const Picture picture =
            pictureOf(frame, {DeviceKind::Simulated, u"Simulated camera"_s, clock.now()});
        QCOMPARE(picture.image, frame.image);
        QCOMPARE(picture.mediaType, u"image/jpeg"_s);
        QCOMPARE(picture.provenance.kind, DeviceKind::Simulated);
        QCOMPARE(picture.provenance.device, u"Simulated camera"_s);
        QCOMPARE(picture.provenance.takenAt->wall, clock.now().wall);
        const QImage master = QImage::fromData(picture.master);
        QCOMPARE(master.size(), QSize(320, 240));
        QVERIFY(std::abs(master.pixelColor(20, 20).red() - 255) < 6);
    }

    void sameFrameSameMaster()
    {
        const CameraFrame frame{files::noise(64, 48), 1, {}};
        QCOMPARE(pictureOf(frame, {}).master, pictureOf(frame, {}).master);
    }
};

QTEST_GUILESS_MAIN(TestCamera)
#include "tst_camera.moc"
