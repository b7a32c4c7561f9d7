// SPDX-License-Identifier: Apache-2.0
#include "app/demo/paper_evaluation/paper_sample.h"

#include <QImage>
#include <QTest>

#include <array>

using namespace handshake;
using namespace handshake::papereval;

class TestPaperSample : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameIndexGivesTheSameBytes()
    {
        const Result<PaperSample> one = paperEvaluationSample(16);
        QVERIFY2(one.has_value(), one ? "" : qPrintable(one.error().detail));
        const Result<PaperSample> again = paperEvaluationSample(16);
        QVERIFY(again.has_value());
        QVERIFY(one->jpeg == again->jpeg);
        QVERIFY(one->scene == SceneKind::Screen);
    }

    void truthBelongsToThePicture()
    {
        const Result<PaperSample> sample = paperEvaluationSample(1);
        QVERIFY(sample.has_value());
        const QImage picture = QImage::fromData(sample->jpeg);
        QCOMPARE(picture.size(), sample->size);
        QVERIFY(sample->scene == SceneKind::Flatbed);
        QCOMPARE(sample->items.size(), 2U); // both sides on one glass
        const QRectF frame(QPointF(0, 0), QSizeF(picture.size()));
        for (const ItemTruth& item : sample->items) {
            QCOMPARE(item.corners.size(), 4);
            QVERIFY(item.complete);
            for (const FieldTruth& field : item.fields)
                QVERIFY(frame.contains(field.outline.boundingRect()));
        }
        QVERIFY(sample->items.front().field(QStringLiteral("number")) != nullptr);
        QVERIFY(sample->items.front().field(QStringLiteral("issuer")) == nullptr);
    }

    void anEmptyGlassHoldsNothing()
    {
        const Result<PaperSample> sample = paperEvaluationSample(19);
        QVERIFY(sample.has_value());
        QVERIFY(sample->scene == SceneKind::Empty);
        QVERIFY(sample->items.empty());
    }

    void everyPlaceMeetsEverySeverity()
    {
        for (int place = 0; place < 20; ++place) {
            std::array<int, 3> counted{};
            std::array<int, 2> goodByVariant{}; // what alternates from round to round
            for (int round = 0; round < 6; ++round) {
                const Severity severity = severityOf((20 * round) + place);
                ++counted.at(static_cast<std::size_t>(severity));
                goodByVariant.at(static_cast<std::size_t>(round % 2)) +=
                    severity == Severity::Good ? 1 : 0;
            }
            QCOMPARE(counted[0], 3);
            QCOMPARE(counted[1], 2);
            QCOMPARE(counted[2], 1);
            QVERIFY(goodByVariant[0] > 0 && goodByVariant[0] < 3);
        }
    }

    void negativeIndexIsRefused()
    {
        const Result<PaperSample> sample = paperEvaluationSample(-1);
        QVERIFY(!sample.has_value());
        QVERIFY(sample.error().code == ErrorCode::InvalidInput);
    }
};

QTEST_MAIN(TestPaperSample)
#include "tst_paper_sample.moc"
