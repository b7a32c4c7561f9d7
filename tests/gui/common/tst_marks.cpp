// SPDX-License-Identifier: Apache-2.0
#include "ui/common/marks.h"

#include <QPainter>
#include <QTest>

using namespace handshake;
using namespace handshake::ui;

/// Signs of state: known by their shape, not by their colour.
class TestMarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySignHasAShapeOfItsOwn()
    {
        const std::array signs{Sign::Empty, Sign::Busy, Sign::Good,
                               Sign::Look,  Sign::Ask,  Sign::Bad};
        for (std::size_t a = 0; a < signs.size(); ++a) {
            for (std::size_t b = a + 1; b < signs.size(); ++b) {
                const int differing = difference(shapeOf(signs[a]), shapeOf(signs[b]));
                QVERIFY2(differing >= 30,
                         qPrintable(
                             QStringLiteral("%1 and %2: %3 pixels").arg(a).arg(b).arg(differing)));
            }
        }
    }

    void everyResultAndEveryMarkHasItsSign()
    {
        QVERIFY(signOf(CheckResult::Pass) == Sign::Good);
        QVERIFY(signOf(CheckResult::Unknown) == Sign::Ask);
        QVERIFY(signOf(CheckResult::Warn) == Sign::Look);
        QVERIFY(signOf(CheckResult::Fail) == Sign::Bad);
        QVERIFY(signOf(StepItem::Mark::Open) == Sign::Empty);
        QVERIFY(signOf(StepItem::Mark::Saving) == Sign::Busy);
        QVERIFY(signOf(StepItem::Mark::Checking) == Sign::Busy);
        QVERIFY(signOf(StepItem::Mark::Good) == Sign::Good);
        QVERIFY(signOf(StepItem::Mark::Look) == Sign::Look);
        QVERIFY(signOf(StepItem::Mark::Bad) == Sign::Bad);
    }

private:
    /// Inked or not, without colour: as somebody who sees none.
    static QImage shapeOf(Sign sign)
    {
        QImage image(32, 32, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        drawSign(painter, QRectF(2, 2, 28, 28), sign);
        painter.end();
        QImage shape(image.size(), QImage::Format_Grayscale8);
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                shape.scanLine(y)[x] = qGray(image.pixel(x, y)) < 190 ? 0 : 255;
        }
        return shape;
    }

    static int difference(const QImage& a, const QImage& b)
    {
        int count = 0;
        for (int y = 0; y < a.height(); ++y) {
            for (int x = 0; x < a.width(); ++x)
                count += qGray(a.pixel(x, y)) != qGray(b.pixel(x, y)) ? 1 : 0;
        }
        return count;
    }
};

QTEST_MAIN(TestMarks)
#include "tst_marks.moc"
