// SPDX-License-Identifier: Apache-2.0
#include "support/paper_specimens.h"

#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

class TestPaperDrawing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameContentGivesTheSamePicture()
    {
        QCOMPARE(drawIdPortraitSide(specimens::card()), drawIdPortraitSide(specimens::card()));
        QCOMPARE(drawLicence(specimens::licence(), specimens::licenceStyle()),
                 drawLicence(specimens::licence(), specimens::licenceStyle()));
    }

    void papersHaveTheirSize()
    {
        PaperStyle style;
        style.dotsPerMm = 10;
        QCOMPARE(drawIdEmblemSide(specimens::card(), style).size(), QSize(856, 540));
        QCOMPARE(drawLicence(specimens::licence(), style).size(), QSize(2970, 2100));
    }

    void cardsHaveRoundCorners()
    {
        const QImage card = drawIdPortraitSide(specimens::card());
        QCOMPARE(card.pixelColor(0, 0).alpha(), 0);
        QCOMPARE(card.pixelColor(card.width() - 1, card.height() - 1).alpha(), 0);
        QCOMPARE(card.pixelColor(card.width() / 2, card.height() / 2).alpha(), 255);
    }

    void contentShows()
    {
        IdCardContent other = specimens::card();
        other.name = u"李样本"_s;
        QVERIFY(drawIdPortraitSide(other) != drawIdPortraitSide(specimens::card()));
        other = specimens::card();
        other.validTo.reset();
        QVERIFY(drawIdEmblemSide(other) != drawIdEmblemSide(specimens::card()));
    }

    void missingPiecesAreLeftOut()
    {
        QVERIFY(!drawIdPortraitSide(IdCardContent()).isNull());
        QVERIFY(!drawIdEmblemSide(IdCardContent()).isNull());
        QVERIFY(!drawLicence(LicenceContent(), specimens::licenceStyle()).isNull());
    }

    void everyPaperIsMarkedAsASpecimen()
    {
        // The mark is the only red print in the strip below the fields.
        const QImage card = drawIdPortraitSide(specimens::card());
        const int top = card.height() * 50 / 54;
        int red = 0;
        for (int y = top; y < card.height(); ++y) {
            for (int x = card.width() / 3; x < card.width() * 2 / 3; ++x) {
                const QColor colour = card.pixelColor(x, y);
                red += colour.red() > colour.green() + 80 ? 1 : 0;
            }
        }
        QVERIFY(red > 200);
    }
};

QTEST_MAIN(TestPaperDrawing)
#include "tst_paper_drawing.moc"
