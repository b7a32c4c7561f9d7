// SPDX-License-Identifier: Apache-2.0
#include "app/reading/qr_code.h"

#include "app/demo/paper_drawing.h"

#include <QPainter>
#include <QTest>
#include <QTransform>

using namespace handshake;
using namespace Qt::StringLiterals;

namespace {

QImage codeOf(const QString& text)
{
    PaperStyle style;
    style.dotsPerMm = 8;
    PaperDrawing paper({40, 40}, 0, style);
    paper.qrCode(text, QRectF(6, 6, 28, 28));
    return paper.finish();
}

} // namespace

class TestQrCode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatWasWritten()
    {
        const QString text = u"https://licence.example.invalid/?code=91350100M000100Y43&样本"_s;
        const auto read = readQrCode(codeOf(text));
        QVERIFY(read.has_value());
        QCOMPARE(*read, text);
    }

    void readsItUpsideDown()
    {
        const QImage turned = codeOf(u"SPECIMEN"_s).transformed(QTransform().rotate(180));
        const auto read = readQrCode(turned);
        QVERIFY(read.has_value());
        QCOMPARE(*read, u"SPECIMEN"_s);
    }

    void aBlurredSmallCodeIsRead()
    {
        // Two pixels a module, softened as a lens does.
        const QString text = u"https://licence.example.invalid/?code=91350100M000100Y43"_s;
        const QImage code = codeOf(text).convertToFormat(QImage::Format_RGB32);
        const QImage small = code.scaledToWidth(96, Qt::SmoothTransformation)
                                 .scaledToWidth(78, Qt::SmoothTransformation)
                                 .scaledToWidth(96, Qt::SmoothTransformation);
        const auto read = readQrCode(small);
        QVERIFY(read.has_value());
        QCOMPARE(*read, text);
    }

    void onASheetTheCodeIsFoundWhereverItStands_data()
    {
        QTest::addColumn<QRectF>("box");
        QTest::newRow("in its place") << QRectF(4, 4, 32, 32);
        QTest::newRow("a little beside") << QRectF(0, 12, 30, 28);
        QTest::newRow("elsewhere") << QRectF(0, 0, 8, 8);
    }

    void onASheetTheCodeIsFoundWhereverItStands()
    {
        QFETCH(const QRectF, box);
        // The sheet of 40 x 40 mm lies in a picture, 8 pixels a millimetre, turned a little.
        const QTransform place = QTransform::fromTranslate(60, 40).rotate(8).scale(8, 8);
        QImage picture(480, 440, QImage::Format_RGB32);
        picture.fill(QColor(90, 80, 70));
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.setTransform(QTransform::fromScale(0.125, 0.125) * place);
        painter.drawImage(0, 0, codeOf(u"SPECIMEN"_s));
        painter.end();
        const auto read = readSheetCode(picture, place, box, QSizeF(40, 40));
        QVERIFY(read.has_value());
        QCOMPARE(*read, u"SPECIMEN"_s);
    }

    void hostileTextIsCleaned_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cleaned");
        QTest::newRow("bidirectional override") << u"a\u202Etxt.exe"_s << u"atxt.exe"_s;
        QTest::newRow("escape sequences") << u"\x1b[31mred\a"_s << u"[31mred"_s;
        QTest::newRow("zero width") << u"91\u200B35\uFEFF"_s << u"9135"_s;
        QTest::newRow("line breaks") << u"a\r\nb"_s << u"ab"_s;
    }

    void hostileTextIsCleaned()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, cleaned);
        const auto read = readQrCode(codeOf(text));
        QVERIFY(read.has_value());
        QCOMPARE(*read, cleaned);
    }

    void aCodeOfNothingVisibleIsNone()
    {
        const auto read = readQrCode(codeOf(u"\u200B\u200B"_s));
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, ErrorCode::NotFound);
    }

    void pictureWithoutCode_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("one pixel") << QSize(1, 1);
        QTest::newRow("8x8") << QSize(8, 8);
        QTest::newRow("a strip") << QSize(2000, 3);
        QTest::newRow("plain") << QSize(300, 200);
    }

    void pictureWithoutCode()
    {
        QFETCH(const QSize, size);
        QImage image(size, QImage::Format_RGB32);
        image.fill(Qt::white);
        const auto read = readQrCode(image);
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, ErrorCode::NotFound);
    }

    void anEmptyPictureIsRefused()
    {
        const auto read = readQrCode(QImage());
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, ErrorCode::InvalidInput);
    }
};

QTEST_MAIN(TestQrCode)
#include "tst_qr_code.moc"
