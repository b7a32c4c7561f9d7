// SPDX-License-Identifier: Apache-2.0
#include "app/reading/sheet_print_p.h"

#include "support/paper_specimens.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace handshake;
using namespace Qt::StringLiterals;

namespace {

constexpr double kEm = 3.4;

std::vector<QRectF> rowOf(double left, double y, int count, double slope)
{
    std::vector<QRectF> row;
    row.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        row.emplace_back(left + (i * kEm), y - 1.5 + (slope * i * kEm), 3, 3);
    return row;
}

} // namespace

class TestSheetPrint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNumberOfACardIsOneRow()
    {
        constexpr double kDots = 10;
        const QImage card = drawIdPortraitSide(specimens::card())
                                .scaled((kIdCardSize * kDots).toSize(), Qt::IgnoreAspectRatio,
                                        Qt::SmoothTransformation)
                                .convertToFormat(QImage::Format_RGB32);
        const SheetPrint print(card, QTransform::fromScale(kDots, kDots), kIdCardSize, kEm, false);
        const auto place = placeOf(print.row({27, 46.2}, 0, kEm, 85, 20), 0, kEm);
        QVERIFY(place.has_value());
        QVERIFY2(std::abs(place->left - 29.8) < 0.6, qPrintable(QString::number(place->left)));
        QVERIFY2(std::abs(place->right - 78.6) < 0.8, qPrintable(QString::number(place->right)));
        QVERIFY(std::abs(place->y - 46.2) < 0.5);
    }

    void aRowIsFollowedUpHill()
    {
        const SheetPrint print(rowOf(10, 30, 12, -0.05));
        const auto row = print.row({10, 30}, 0, kEm, 80, 20);
        QCOMPARE(row.size(), std::size_t(12));
        const auto place = placeOf(row, 0, kEm);
        QVERIFY(place.has_value());
        QVERIFY2(place->slope < -0.03 && place->slope > -0.06,
                 qPrintable(QString::number(place->slope)));
    }

    void aWideGapEndsARow()
    {
        auto pieces = rowOf(10, 30, 3, 0);
        const auto far = rowOf(50, 30, 3, 0);
        pieces.insert(pieces.end(), far.begin(), far.end());
        const SheetPrint print(pieces);
        QCOMPARE(print.row({10, 30}, 0, kEm, 80, 10).size(), std::size_t(3));
        QCOMPARE(print.row({10, 30}, 0, kEm, 80, 40).size(), std::size_t(6));
        QCOMPARE(print.row({10, 30}, 0, kEm, 53, 40).size(), std::size_t(4));
    }

    void neighbouringRowsStayOut()
    {
        auto pieces = rowOf(10, 30, 4, 0);
        const auto below = rowOf(10, 34.6, 4, 0);
        pieces.insert(pieces.end(), below.begin(), below.end());
        QCOMPARE(SheetPrint(pieces).row({10, 30}, 0, kEm, 80, 10).size(), std::size_t(4));
    }

    void aLowStrokeDoesNotMoveTheMiddle()
    {
        auto pieces = rowOf(10, 30, 2, 0);
        pieces.emplace_back(16.8, 30.9, 1, 0.5); // a full stop
        const auto place = placeOf(pieces, 0, kEm);
        QVERIFY(place.has_value());
        QVERIFY(std::abs(place->y - 30) < 0.2);
        QVERIFY(!placeOf({}, 0, kEm).has_value());
    }
};

QTEST_MAIN(TestSheetPrint)
#include "tst_sheet_print.moc"
