// SPDX-License-Identifier: Apache-2.0
#include "app/devices/camera_names.h"

#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

using Ids = std::vector<QString>;

class TestCameraNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runningNumbersBecomeNames()
    {
        CameraNames names;
        QCOMPARE(names.idsOf({{"0", u"Desk"_s}, {"1", u"Face"_s}}), (Ids{u"Desk"_s, u"Face"_s}));
        CameraNames afterRestart; // listed in another order
        QCOMPARE(afterRestart.idsOf({{"0", u"Face"_s}, {"1", u"Desk"_s}}),
                 (Ids{u"Face"_s, u"Desk"_s}));
    }

    void cameraPluggedInAgainHasItsId()
    {
        CameraNames names;
        QCOMPARE(names.idsOf({{"0", u"Desk"_s}, {"1", u"Face"_s}}).size(), std::size_t(2));
        QCOMPARE(names.idsOf({{"1", u"Face"_s}}), Ids{u"Face"_s});
        QCOMPARE(names.idsOf({{"1", u"Face"_s}, {"2", u"Desk"_s}}), (Ids{u"Face"_s, u"Desk"_s}));
    }

    void replugBetweenTwoLooksIsTheSame()
    {
        CameraNames names;
        QCOMPARE(names.idsOf({{"0", u"Desk"_s}}), Ids{u"Desk"_s});
        QCOMPARE(names.idsOf({{"7", u"Desk"_s}}), Ids{u"Desk"_s});
    }

    void twoOfAModelAreToldApart()
    {
        CameraNames names;
        QCOMPARE(names.idsOf({{"0", u"C920"_s}, {"1", u"C920"_s}}), (Ids{u"C920"_s, u"C920#2"_s}));
        // The first is pulled out: the second does not take its place.
        QCOMPARE(names.idsOf({{"1", u"C920"_s}}), Ids{u"C920#2"_s});
        QCOMPARE(names.idsOf({{"1", u"C920"_s}, {"2", u"C920"_s}}), (Ids{u"C920#2"_s, u"C920"_s}));
    }

    void lastingIdsOfTheSystemAreKept()
    {
        CameraNames names;
        QCOMPARE(names.idsOf({{"/dev/video0", u"Desk"_s}, {"\\\\?\\usb#vid", u"Desk"_s}}),
                 (Ids{u"/dev/video0"_s, u"\\\\?\\usb#vid"_s}));
    }

    void namelessCamerasHaveIdsToo()
    {
        CameraNames names;
        QCOMPARE(names.idsOf({{"0", {}}, {"1", {}}}), (Ids{u"#1"_s, u"#2"_s}));
        QVERIFY(names.idsOf({}).empty());
    }
};

QTEST_GUILESS_MAIN(TestCameraNames)
#include "tst_camera_names.moc"
