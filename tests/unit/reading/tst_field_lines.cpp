// SPDX-License-Identifier: Apache-2.0
#include "app/reading/field_lines_p.h"

#include <QTest>

#include <cmath>

using namespace handshake;
using namespace Qt::StringLiterals;

namespace {

constexpr double kEm = 3.4;

/// Characters of `em` side by side, as the print of a line gives them.
void addText(std::vector<QRectF>& pieces, double left, double y, int count, double slope = 0)
{
    for (int i = 0; i < count; ++i) {
        const double x = left + (i * kEm);
        pieces.emplace_back(x, y - 1.5 + (slope * (x - left)), 3.0, 3.0);
    }
}

PaperLayout twoRows()
{
    PaperLayout layout;
    layout.labels = {{u"name"_s, {u"姓名"_s}, QRectF(5, 7, 6, 3)},
                     {u"address"_s, {u"住址"_s}, QRectF(5, 17, 6, 3)},
                     {u"number"_s, {u"号码"_s}, QRectF(5, 37, 6, 3)}};
    layout.fields = {{.key = u"name"_s, .box = QRectF(13, 6, 38, 5), .em = kEm, .label = u"name"_s},
                     {.key = u"address"_s,
                      .box = QRectF(13, 16, 40, 18),
                      .em = kEm,
                      .maxLines = 4,
                      .label = u"address"_s},
                     {.key = u"code"_s,
                      .box = QRectF(3, 41, 60, 6),
                      .em = kEm,
                      .label = u"number"_s,
                      .isBelow = true}};
    return layout;
}

LayoutFit seen(const PaperLayout& layout, QPointF off, const QStringList& ids)
{
    LayoutFit fit;
    fit.toSheet.translate(off.x(), off.y());
    for (const QString& id : ids)
        fit.labels[id] = layout.label(id)->box.translated(off);
    return fit;
}

} // namespace

class TestFieldLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aValueStandsBehindItsLabel()
    {
        const PaperLayout layout = twoRows();
        std::vector<QRectF> pieces;
        addText(pieces, 5, 8.5, 2);
        addText(pieces, 17, 8.9, 3);
        const auto lines =
            fieldLines(layout.fields[0], layout, seen(layout, {}, {u"name"_s}), SheetPrint(pieces));
        QCOMPARE(lines.size(), std::size_t(1));
        QCOMPARE(lines[0].left, 17.0);
        QVERIFY(std::abs(lines[0].y - 8.9) < 0.01);
        QCOMPARE(lines[0].right, 17 + (2 * kEm) + 3);
    }

    void aValueIsFoundWithoutItsLabel()
    {
        const PaperLayout layout = twoRows();
        std::vector<QRectF> pieces;
        addText(pieces, 16, 10.1, 3);
        const auto lines =
            fieldLines(layout.fields[0], layout, seen(layout, {0.5, 1.0}, {}), SheetPrint(pieces));
        QCOMPARE(lines.size(), std::size_t(1));
        QCOMPARE(lines[0].left, 16.0);
    }

    void aValueEndsBeforeTheNextLabelOfItsRow()
    {
        PaperLayout layout = twoRows();
        layout.labels.push_back({u"sex"_s, {u"性别"_s}, QRectF(28, 7, 6, 3)});
        std::vector<QRectF> pieces;
        addText(pieces, 17, 8.5, 2);
        addText(pieces, 28, 8.5, 2);
        const auto lines = fieldLines(layout.fields[0], layout,
                                      seen(layout, {}, {u"name"_s, u"sex"_s}), SheetPrint(pieces));
        QCOMPARE(lines.size(), std::size_t(1));
        QVERIFY(lines[0].right < 28);
    }

    void linesFollowUnderEachOtherUntilTheNextLabel()
    {
        const PaperLayout layout = twoRows();
        std::vector<QRectF> pieces;
        addText(pieces, 15, 18.5, 10);
        addText(pieces, 15.4, 23.1, 10);
        addText(pieces, 15.1, 27.7, 4);
        addText(pieces, 15, 33.0, 4); // too far below, and of another field
        addText(pieces, 5, 38.5, 6);
        const auto lines =
            fieldLines(layout.fields[1], layout, seen(layout, {}, {u"address"_s, u"number"_s}),
                       SheetPrint(pieces));
        QCOMPARE(lines.size(), std::size_t(4));
        QVERIFY(lines[2].right < lines[1].right);
    }

    void aLineOnASlopeIsFollowed()
    {
        const PaperLayout layout = twoRows();
        constexpr double kSlope = 0.045; // two and a half degrees
        std::vector<QRectF> pieces;
        addText(pieces, 15, 18.5, 11, kSlope);
        const auto lines = fieldLines(layout.fields[1], layout, seen(layout, {}, {u"address"_s}),
                                      SheetPrint(pieces));
        QCOMPARE(lines.size(), std::size_t(1));
        QVERIFY(lines[0].right > 15 + (10 * kEm));
        QVERIFY2(std::abs(lines[0].slope - kSlope) < 0.02,
                 qPrintable(QString::number(lines[0].slope)));
        // The line's far end is where its last character is.
        QVERIFY(std::abs(lines[0].yAt(lines[0].right) - (18.5 + (kSlope * 10.4 * kEm))) < 0.7);
    }

    void aValueBelowItsLabelIsNotTheLabel()
    {
        const PaperLayout layout = twoRows();
        std::vector<QRectF> pieces;
        addText(pieces, 5, 38.5, 2);
        addText(pieces, 5.5, 44.2, 12);
        const auto lines = fieldLines(layout.fields[2], layout, seen(layout, {}, {u"number"_s}),
                                      SheetPrint(pieces));
        QCOMPARE(lines.size(), std::size_t(1));
        QCOMPARE(lines[0].left, 5.5);
    }

    void nothingThereIsNoLine()
    {
        const PaperLayout layout = twoRows();
        const SheetPrint empty{std::vector<QRectF>()};
        QVERIFY(fieldLines(layout.fields[0], layout, {}, empty).empty());
        // A row of specks neither.
        std::vector<QRectF> specks = {QRectF(17, 8.5, 0.4, 0.4), QRectF(19, 8.6, 0.4, 0.4)};
        QVERIFY(
            fieldLines(layout.fields[0], layout, seen(layout, {}, {u"name"_s}), SheetPrint(specks))
                .empty());
    }
};

QTEST_GUILESS_MAIN(TestFieldLines)
#include "tst_field_lines.moc"
