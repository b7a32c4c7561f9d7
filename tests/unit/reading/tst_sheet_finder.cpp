// SPDX-License-Identifier: Apache-2.0
#include "app/reading/sheet_finder.h"

#include "support/paper_specimens.h"

#include <QLineF>
#include <QTest>

#include <algorithm>

using namespace handshake;
using namespace Qt::StringLiterals;

namespace {

/// The largest distance between corners, whichever of them is named first.
double distance(const QPolygonF& found, const QPolygonF& truth)
{
    double best = 1e9;
    for (int turn = 0; turn < 4; ++turn) {
        double worst = 0;
        for (int i = 0; i < 4; ++i)
            worst = std::max(worst, QLineF(found[(i + turn) % 4], truth[i]).length());
        best = std::min(best, worst);
    }
    return best;
}

double nearest(const std::vector<SheetCandidate>& candidates, const QPolygonF& truth)
{
    double best = 1e9;
    for (const SheetCandidate& candidate : candidates)
        best = std::min(best, distance(candidate.corners, truth));
    return best;
}

} // namespace

class TestSheetFinder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_card = drawIdPortraitSide(specimens::card()); }

    void findsTheCard_data()
    {
        QTest::addColumn<double>("roll");
        QTest::addColumn<double>("tilt");
        QTest::addColumn<QColor>("desk");
        QTest::addColumn<bool>("clutter");
        QTest::newRow("straight") << 0.0 << 0.0 << QColor(92, 74, 60) << false;
        QTest::newRow("tilted, clutter") << 9.0 << 13.0 << QColor(92, 74, 60) << true;
        QTest::newRow("on its side") << 84.0 << -8.0 << QColor(40, 44, 50) << false;
        QTest::newRow("gray desk") << -11.0 << 8.0 << QColor(170, 170, 165) << false;
    }

    void findsTheCard()
    {
        QFETCH(const double, roll);
        QFETCH(const double, tilt);
        QFETCH(const QColor, desk);
        QFETCH(const bool, clutter);
        DeskScene scene;
        scene.size = QSize(1280, 960);
        scene.roll = roll;
        scene.tiltX = tilt;
        scene.tiltY = -tilt / 2;
        scene.desk = desk;
        scene.clutter = clutter;
        const DeskPicture picture = drawOnDesk(m_card, scene);
        const auto candidates = SheetFinder({}).find(picture.image);
        const double pixelsPerMm = 0.62 * 1280 / 85.6;
        QVERIFY2(nearest(candidates, picture.corners) < 0.8 * pixelsPerMm,
                 qPrintable(QString::number(nearest(candidates, picture.corners))));
    }

    void longerSideComesFirst()
    {
        DeskScene scene;
        scene.size = QSize(1280, 960);
        scene.roll = 90;
        const auto candidates = SheetFinder({}).find(drawOnDesk(m_card, scene).image);
        const QPolygonF corners = candidates.front().corners;
        QVERIFY(QLineF(corners[0], corners[1]).length() > QLineF(corners[1], corners[2]).length());
    }

    void aCardBeyondTheEdgeIsMarked()
    {
        DeskScene scene;
        scene.size = QSize(1280, 960);
        scene.offset = QPointF(0.3, 0);
        const auto candidates = SheetFinder({}).find(drawOnDesk(m_card, scene).image);
        QVERIFY(candidates.front().touchesBorder);
    }

    void anEmptyDeskLeavesTheWholePictureOnly()
    {
        DeskScene scene;
        scene.size = QSize(1280, 960);
        const auto candidates = SheetFinder({}).find(drawEmptyDesk(scene));
        QCOMPARE(candidates.size(), std::size_t(1));
        QCOMPARE(candidates.front().corners[2], QPointF(1280, 960));
    }

    void tinyPicturesHaveNoSheet()
    {
        QImage image(8, 8, QImage::Format_RGB32);
        image.fill(Qt::white);
        QVERIFY(SheetFinder({}).find(image).empty());
        QVERIFY(SheetFinder({}).find(QImage()).empty());
    }

private:
    QImage m_card;
};

QTEST_MAIN(TestSheetFinder)
#include "tst_sheet_finder.moc"
