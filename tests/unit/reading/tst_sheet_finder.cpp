// SPDX-License-Identifier: Apache-2.0
#include "app/reading/sheet_finder.h"

#include "support/paper_specimens.h"

#include <QLineF>
#include <QPainter>
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

/// A scanner's glass with a white lid: papers cast a faint, soft shadow downwards.
QImage glassWith(const std::vector<std::pair<QImage, QTransform>>& papers, QSize size)
{
    QImage glass(size, QImage::Format_RGB32);
    glass.fill(QColor(246, 246, 244));
    QPainter painter(&glass);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    for (const auto& [paper, place] : papers) {
        const QRectF box(QPointF(0, 0), QSizeF(paper.size()));
        painter.setPen(Qt::NoPen);
        painter.setTransform(place);
        for (int soft = 1; soft <= 4; ++soft) {
            painter.setBrush(QColor(0, 0, 0, 10));
            painter.drawRoundedRect(box.adjusted(-1, 0, 1, 5.0 * soft), 20, 20);
        }
        painter.drawImage(0, 0, paper);
    }
    return glass;
}

QTransform placed(double x, double y, double degrees, double scale)
{
    return QTransform::fromTranslate(x, y).rotate(degrees).scale(scale, scale);
}

QPolygonF cornersOf(const QImage& paper, const QTransform& place)
{
    const double w = paper.width();
    const double h = paper.height();
    return place.map(QPolygonF(QList<QPointF>{{0, 0}, {w, 0}, {w, h}, {0, h}}));
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
        QVERIFY2(nearest(candidates, picture.corners) < 0.4 * pixelsPerMm,
                 qPrintable(QString::number(nearest(candidates, picture.corners))));
    }

    void bothSidesOnOneGlassAreFoundWhiteOnWhite()
    {
        // 150 dpi: the cards are drawn at 16 pixels a millimetre.
        constexpr double kScale = 150 / 25.4 / 16;
        const QImage emblem = drawIdEmblemSide(specimens::card());
        const QTransform upper = placed(300, 200, 3, kScale);
        const QTransform lower = placed(900, 1300, 187, kScale);
        const QImage glass = glassWith({{m_card, upper}, {emblem, lower}}, {1240, 1754});
        const auto candidates = SheetFinder({}).find(glass);
        constexpr double kThirdOfAMillimetre = 2;
        QVERIFY2(nearest(candidates, cornersOf(m_card, upper)) < kThirdOfAMillimetre,
                 qPrintable(QString::number(nearest(candidates, cornersOf(m_card, upper)))));
        QVERIFY2(nearest(candidates, cornersOf(emblem, lower)) < kThirdOfAMillimetre,
                 qPrintable(QString::number(nearest(candidates, cornersOf(emblem, lower)))));
    }

    void thePapersBorderIsTakenAndNotItsFrame()
    {
        DeskScene scene;
        scene.size = QSize(1600, 1200);
        scene.paperShare = 0.84;
        scene.roll = 2;
        scene.tiltX = 6;
        scene.desk = QColor(215, 213, 208);
        const QImage licence = drawLicence(specimens::licence(), specimens::licenceStyle());
        const DeskPicture picture = drawOnDesk(licence, scene);
        const auto candidates = SheetFinder({}).find(picture.image);
        QVERIFY2(
            distance(candidates.front().corners, picture.corners) < 4, // a millimetre
            qPrintable(QString::number(distance(candidates.front().corners, picture.corners))));
    }

    void aSheetThatAllButFillsTheGlassIsFound()
    {
        // A4 on a glass six millimetres wider, 100 dpi.
        constexpr double kDots = 100 / 25.4;
        const QImage licence = drawLicence(specimens::licence(), specimens::licenceStyle());
        const QTransform place =
            placed(0, 297 * kDots, -90, kDots / specimens::licenceStyle().dotsPerMm);
        const QImage glass = glassWith(
            {{licence, place}}, {static_cast<int>(216 * kDots), static_cast<int>(297 * kDots)});
        QVERIFY2(nearest(SheetFinder({}).find(glass), cornersOf(licence, place)) < 4,
                 qPrintable(QString::number(
                     nearest(SheetFinder({}).find(glass), cornersOf(licence, place)))));
    }

    void anEmptyGlassLeavesTheWholePictureOnly()
    {
        QCOMPARE(SheetFinder({}).find(glassWith({}, {1240, 1754})).size(), std::size_t(1));
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
