// SPDX-License-Identifier: Apache-2.0
#include "app/reading/paper_field_reader.h"

#include "app/core/paths.h"
#include "app/reading/glyph_reader.h"
#include "app/reading/ocr_engine.h"
#include "app/reading/sheet_geometry.h"
#include "support/paper_specimens.h"

#include <QTest>

#include <algorithm>

using namespace handshake;
using namespace Qt::StringLiterals;

namespace {

constexpr double kDots = 12; // of the pictures, about 300 dpi

/// The paper with a rim of desk around it, as a camera above it sees it.
QImage onDesk(const QImage& paper, QSizeF size)
{
    constexpr int kRim = 40;
    const QSize pixels = (size * kDots).toSize();
    QImage desk(pixels + QSize(2 * kRim, 2 * kRim), QImage::Format_RGB32);
    desk.fill(QColor(92, 74, 60));
    QPainter painter(&desk);
    painter.drawImage(QRect(QPoint(kRim, kRim), pixels),
                      paper.scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    return desk;
}

/// Its corners as somebody finds them who errs by so many millimetres.
QPolygonF corners(QSizeF size, QPointF topLeft, QPointF topRight, QPointF bottomRight,
                  QPointF bottomLeft)
{
    const QPointF rim(40, 40);
    return QPolygonF(
        QList<QPointF>{rim + topLeft * kDots, rim + (QPointF(size.width(), 0) + topRight) * kDots,
                       rim + (QPointF(size.width(), size.height()) + bottomRight) * kDots,
                       rim + (QPointF(0, size.height()) + bottomLeft) * kDots});
}

} // namespace

class TestPaperFieldReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto paths = Paths::find(QCoreApplication::applicationDirPath());
        QVERIFY(paths.has_value());
        auto layouts = loadPaperLayouts(paths->data(u"reading/layouts"_s));
        auto latin = OcrEngine::create(OcrEngine::Language::Latin, {});
        auto chinese = OcrEngine::create(OcrEngine::Language::Chinese, {});
        auto glyphs = GlyphReader::create(paths->data(u"models"_s));
        QVERIFY(layouts.has_value() && latin.has_value() && chinese.has_value() &&
                glyphs.has_value());
        m_layouts = std::move(*layouts);
        m_latin = std::move(*latin);
        m_chinese = std::move(*chinese);
        m_glyphs = std::move(*glyphs);
    }

    void aSheetFoundWronglyIsReadAllTheSame_data()
    {
        QTest::addColumn<QPolygonF>("corners");
        const QSizeF card = kIdCardSize;
        QTest::newRow("right") << corners(card, {}, {}, {}, {});
        QTest::newRow("moved") << corners(card, {2, -2}, {2, -2}, {2, -2}, {2, -2});
        QTest::newRow("too large") << corners(card, {-2, -2}, {2, -2}, {2, 2}, {-2, 2});
        QTest::newRow("too small") << corners(card, {2, 2}, {-2, 2}, {-2, -2}, {2, -2});
        QTest::newRow("askew") << corners(card, {0, -2}, {0, 2}, {0, 2}, {0, -2});
    }

    void aSheetFoundWronglyIsReadAllTheSame()
    {
        QFETCH(const QPolygonF, corners);
        const IdCardContent card = specimens::card();
        const PaperReading reading =
            readBy(PaperKind::IdPortrait, onDesk(drawIdPortraitSide(card), kIdCardSize), corners);
        QCOMPARE(textOf(reading, u"number"_s), card.number);
        QCOMPARE(textOf(reading, u"name"_s), card.name);
        QCOMPARE(textOf(reading, u"birth"_s), u"1949-12-31"_s);
        QCOMPARE(textOf(reading, u"sex"_s), u"女"_s);
        QCOMPARE(textOf(reading, u"ethnicity"_s), u"汉"_s);
        const ReadField& number = reading.fields.at(u"number"_s);
        QVERIFY(number.doubtful.empty());
        QCOMPARE(number.certainty.size(), std::size_t(18));
        QVERIFY(!number.crop.isNull());
    }

    void everyFieldOfALicenceIsRead()
    {
        const LicenceContent content = specimens::licence();
        const QSizeF size = kLicenceSize;
        const PaperReading reading = readBy(
            PaperKind::Licence, onDesk(drawLicence(content, specimens::licenceStyle()), size),
            corners(size, {1, 2}, {-2, 1}, {2, 1}, {-1, -2}));
        QCOMPARE(textOf(reading, u"creditCode"_s), content.creditCode);
        QCOMPARE(textOf(reading, u"name"_s), content.name);
        QCOMPARE(textOf(reading, u"representative"_s), content.representative);
        QCOMPARE(textOf(reading, u"capital"_s), content.capital);
        QCOMPARE(textOf(reading, u"established"_s), u"2016-03-08"_s);
        QCOMPARE(textOf(reading, u"term"_s), u"2016-03-08/long"_s);
        QCOMPARE(textOf(reading, u"issued"_s), u"2020-05-18"_s);
        QVERIFY(textOf(reading, u"scope"_s).startsWith(u"一般项目"_s));
    }

    void aBlankSheetHoldsNoFields()
    {
        QImage blank(400, 260, QImage::Format_RGB32);
        blank.fill(Qt::white);
        const PaperReading reading =
            readBy(PaperKind::IdPortrait, blank, QPolygonF(QRectF(20, 20, 360, 227)));
        QVERIFY(reading.fields.empty());
        const CheckValue* check = reading.check(u"number-check"_s);
        QVERIFY(check != nullptr);
        QCOMPARE(check->result, CheckResult::Unknown);
    }

private:
    PaperReading readBy(PaperKind kind, const QImage& picture, const QPolygonF& corners)
    {
        const auto layout = std::ranges::find(m_layouts, kind, &PaperLayout::kind);
        const QTransform toPicture = paperToPicture(QPolygonF(corners.first(4)), layout->size);
        PaperReading reading;
        reading.rectified =
            flatPart(picture, toPicture, QRectF(QPointF(0, 0), layout->size), layout->dotsPerMm);
        const PaperFieldReader fields({*m_latin, {m_chinese.get()}, *m_glyphs}, {});
        fields.read(*layout, picture, toPicture, reading);
        return reading;
    }

    static QString textOf(const PaperReading& reading, const QString& key)
    {
        const auto found = reading.fields.find(key);
        return found == reading.fields.end() ? u"(unread)"_s : found->second.text;
    }

    std::vector<PaperLayout> m_layouts;
    std::unique_ptr<OcrEngine> m_latin;
    std::unique_ptr<OcrEngine> m_chinese;
    std::unique_ptr<GlyphReader> m_glyphs;
};

QTEST_MAIN(TestPaperFieldReader)
#include "tst_paper_field_reader.moc"
