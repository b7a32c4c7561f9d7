// SPDX-License-Identifier: Apache-2.0
#include "app/reading/layout_fit_p.h"

#include <QTest>

#include <algorithm>

using namespace handshake;
using namespace Qt::StringLiterals;

namespace {

/// Characters ten units wide, one after the other.
OcrLine lineOf(const QString& text)
{
    OcrLine line;
    double x = 0;
    for (const QChar c : text) {
        line.characters.push_back({QString(c), 0.9, x, x + 9});
        x += 10;
    }
    return line;
}

PaperLayout cardWithLabels()
{
    PaperLayout layout;
    layout.size = QSizeF(85.6, 54);
    layout.labels = {{u"name"_s, {u"姓名"_s}, QRectF(5, 7, 6, 3)},
                     {u"sex"_s, {u"性别"_s}, QRectF(5, 13, 6, 3)},
                     {u"ethnicity"_s, {u"民族"_s}, QRectF(25, 13, 6, 3)},
                     {u"address"_s, {u"住址"_s}, QRectF(5, 26, 6, 3)},
                     {u"number"_s, {u"公民身份号码"_s}, QRectF(5, 45, 20, 3)}};
    return layout;
}

std::vector<LabelSight> seenThrough(const PaperLayout& layout, const QTransform& toSheet)
{
    std::vector<LabelSight> sights;
    for (const LabelLayout& label : layout.labels)
        sights.push_back({label.id, toSheet.mapRect(label.box), 1});
    return sights;
}

} // namespace

class TestLayoutFit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLabelIsFoundBeforeItsValue()
    {
        const LabelMatch match = matchLabel(u"名称"_s, lineOf(u"名称样本名公司"_s));
        QCOMPARE(match.agreement, 1.0);
        QCOMPARE(match.left, 0.0);
        QCOMPARE(match.right, 19.0); // not where 名 comes again
    }

    void aLabelReadWithAFaultIsFoundInPart()
    {
        const LabelMatch match = matchLabel(u"经营范围"_s, lineOf(u"经普范围"_s));
        QCOMPARE(match.agreement, 0.75);
        QCOMPARE(match.right, 39.0);
    }

    void anotherTextIsNoLabel()
    {
        QCOMPARE(matchLabel(u"住所"_s, lineOf(u"成立日期"_s)).agreement, 0.0);
        QCOMPARE(matchLabel(u"住所"_s, OcrLine()).agreement, 0.0);
        QCOMPARE(matchLabel(QString(), lineOf(u"住所"_s)).agreement, 0.0);
    }

    void withoutSightsTheSheetIsTakenAsItIs()
    {
        std::vector<LabelSight> none;
        QCOMPARE(fitLabels(cardWithLabels(), none), QTransform());
    }

    void aShiftedSheetIsFitted()
    {
        const PaperLayout layout = cardWithLabels();
        QTransform moved;
        moved.translate(1.6, -1.8);
        moved.scale(1.02, 0.97);
        auto sights = seenThrough(layout, moved);
        const QTransform fit = fitLabels(layout, sights);
        QCOMPARE(sights.size(), layout.labels.size());
        for (const LabelLayout& label : layout.labels) {
            const QPointF off = fit.map(label.box.center()) - moved.map(label.box.center());
            QVERIFY2(std::hypot(off.x(), off.y()) < 0.5, qPrintable(label.id));
        }
    }

    void oneLabelMovesTheSheetWithoutTurningIt()
    {
        std::vector<LabelSight> one = {{u"name"_s, QRectF(6, 9, 6, 3), 1}};
        const QTransform fit = fitLabels(cardWithLabels(), one);
        QCOMPARE(fit.map(QPointF(5, 8.5)), QPointF(6, 10.5));
        QCOMPARE(fit.m11(), 1.0);
        QCOMPARE(fit.m12(), 0.0);
    }

    void aLabelFarOffTheOthersIsLeftOut()
    {
        const PaperLayout layout = cardWithLabels();
        QTransform moved;
        moved.translate(1, 1);
        auto sights = seenThrough(layout, moved);
        sights[3].box.translate(0, 12);
        sights[3].agreement = 0.6;
        const QTransform fit = fitLabels(layout, sights);
        QVERIFY(
            std::ranges::none_of(sights, [](const LabelSight& s) { return s.id == u"address"_s; }));
        const QPointF off = fit.map(QPointF(5, 46.5)) - QPointF(6, 47.5);
        QVERIFY(std::hypot(off.x(), off.y()) < 0.3);
    }

    void aMovedLabelReadInFullStaysALabel()
    {
        const PaperLayout layout = cardWithLabels();
        auto sights = seenThrough(layout, {});
        sights[3].box.translate(0, 12);
        const QTransform fit = fitLabels(layout, sights);
        QCOMPARE(sights.size(), layout.labels.size());
        QVERIFY(std::abs(fit.map(QPointF(5, 46.5)).y() - 46.5) < 0.3);
    }

    void rowsThatWaverDoNotTurnTheSheet()
    {
        PaperLayout licence;
        licence.size = QSizeF(210, 297);
        licence.labelReach = QSizeF(10, 20);
        std::vector<LabelSight> sights;
        for (int i = 0; i < 8; ++i) {
            const QString id = QString::number(i);
            const QRectF box(30 + (i % 4), 100 + (12 * i), 18, 5);
            licence.labels.push_back({id, {u"名称"_s}, box});
            sights.push_back({id, box.translated(0, (i % 3) - 1.0), 1});
        }
        const QTransform fit = fitLabels(licence, sights);
        QVERIFY2(std::abs(fit.m12()) < 0.01, qPrintable(QString::number(fit.m12())));
    }
};

QTEST_GUILESS_MAIN(TestLayoutFit)
#include "tst_layout_fit.moc"
