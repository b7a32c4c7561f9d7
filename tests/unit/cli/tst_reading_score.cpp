// SPDX-License-Identifier: Apache-2.0
#include "app/cli/reading_score.h"

#include <QTest>

using namespace handshake;
using papereval::FieldTruth;
using papereval::ItemKind;
using papereval::ItemTruth;

namespace {

QPolygonF box(double left, double top, double width, double height)
{
    return {QPointF(left, top), QPointF(left + width, top), QPointF(left + width, top + height),
            QPointF(left, top + height)};
}

ItemTruth card()
{
    ItemTruth truth;
    truth.kind = ItemKind::IdPortrait;
    truth.corners = box(10, 10, 100, 60);
    const QString name = QStringLiteral("欧阳（样本）");
    const QString number = QStringLiteral("11010519491231002X");
    truth.fields = {FieldTruth{QStringLiteral("name"), name, {name}, {}},
                    FieldTruth{QStringLiteral("number"), number, {number}, {}},
                    FieldTruth{QStringLiteral("issued"), QStringLiteral("2020-01-01"), {}, {}}};
    return truth;
}

PaperReading reading(const QString& name, const QString& number)
{
    PaperReading read;
    read.kind = PaperKind::IdPortrait;
    read.corners = box(10, 10, 100, 60);
    if (!name.isEmpty())
        read.fields[QStringLiteral("name")].text = name;
    if (!number.isEmpty())
        read.fields[QStringLiteral("number")].text = number;
    return read;
}

} // namespace

class TestReadingScore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void overlap_data()
    {
        QTest::addColumn<QPolygonF>("one");
        QTest::addColumn<QPolygonF>("other");
        QTest::addColumn<double>("expected");
        QTest::newRow("same") << box(0, 0, 4, 4) << box(0, 0, 4, 4) << 1.0;
        QTest::newRow("half") << box(0, 0, 4, 4) << box(0, 0, 4, 2) << 0.5;
        QTest::newRow("shifted") << box(0, 0, 2, 2) << box(1, 0, 2, 2) << 1.0 / 3;
        QTest::newRow("apart") << box(0, 0, 2, 2) << box(5, 5, 2, 2) << 0.0;
        QTest::newRow("nothing found") << box(0, 0, 2, 2) << QPolygonF() << 0.0;
        QPolygonF turned = box(0, 0, 4, 4);
        std::reverse(turned.begin(), turned.end());
        QTest::newRow("the other way round") << box(0, 0, 4, 4) << turned << 1.0;
    }

    void overlap()
    {
        QFETCH(const QPolygonF, one);
        QFETCH(const QPolygonF, other);
        QFETCH(const double, expected);
        QVERIFY(qAbs(outlineOverlap(one, other) - expected) < 1e-9);
    }

    void exactWrongAndAbsent()
    {
        const ItemScore exact =
            scored(card(),
                   reading(QStringLiteral("欧阳(样本)"), QStringLiteral("11010519491231002X")), {});
        QCOMPARE(exact.fields.size(), 2U); // "issued" is not among the contract's keys
        QVERIFY(exact.fields[0].outcome == FieldOutcome::Exact); // brackets are alike
        QVERIFY(exact.fields[1].outcome == FieldOutcome::Exact);
        QVERIFY(exact.isKindRight);
        const ItemScore wrong = scored(card(), reading(QStringLiteral("欧阳"), {}), {});
        QVERIFY(wrong.fields[0].outcome == FieldOutcome::Wrong);
        QVERIFY(wrong.fields[1].outcome == FieldOutcome::Absent);
    }

    void wrongNumberWhoseCheckAgreesIsCounted()
    {
        const ItemScore valid =
            scored(card(), reading({}, QStringLiteral("440524188001010014")), {});
        QVERIFY(valid.fields[1].isValidOther);
        const ItemScore broken =
            scored(card(), reading({}, QStringLiteral("440524188001010015")), {});
        QVERIFY(!broken.fields[1].isValidOther);
    }

    void wholePageCountsWhatItHolds()
    {
        const ItemScore score =
            scored(card(), reading({}, {}), QStringLiteral("姓名欧阳(样本)性别"));
        QVERIFY(score.fields[0].onWholePage);
        QVERIFY(!score.fields[1].onWholePage);
    }
};

QTEST_GUILESS_MAIN(TestReadingScore)
#include "tst_reading_score.moc"
