// SPDX-License-Identifier: Apache-2.0
#include "app/reading/glyph_reader.h"

#include "app/core/paths.h"

#include <QFile>
#include <QFont>
#include <QFontMetrics>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

namespace {

QImage drawn(const QString& text, const QString& family, int pixels, int advance)
{
    QFont font(family);
    font.setPixelSize(pixels);
    const QFontMetrics metrics(font);
    QImage image(20 + (advance > 0 ? advance * static_cast<int>(text.size())
                                   : metrics.horizontalAdvance(text)),
                 pixels * 2, QImage::Format_Grayscale8);
    image.fill(255);
    QPainter painter(&image);
    painter.setFont(font);
    painter.setPen(QColor(40, 40, 40));
    int x = 10;
    for (const QChar c : text) {
        painter.drawText(x, (pixels * 3) / 2, QString(c));
        x += advance > 0 ? advance : metrics.horizontalAdvance(c);
    }
    return image;
}

} // namespace

class TestGlyphReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto paths = Paths::find(QCoreApplication::applicationDirPath());
        QVERIFY(paths.has_value());
        m_folder = paths->data(u"models"_s);
        auto reader = GlyphReader::create(m_folder);
        QVERIFY(reader.has_value());
        m_reader = std::move(*reader);
    }

    void numbersAreReadInSeveralFaces_data()
    {
        QTest::addColumn<QString>("family");
        QTest::addColumn<int>("advance");
        QTest::newRow("DejaVu Sans") << u"DejaVu Sans"_s << 26;
        QTest::newRow("DejaVu Sans Mono") << u"DejaVu Sans Mono"_s << 26;
        QTest::newRow("Noto Sans CJK") << u"Noto Sans CJK SC"_s << 0;
        QTest::newRow("Noto Serif CJK") << u"Noto Serif CJK SC"_s << 24;
    }

    void numbersAreReadInSeveralFaces()
    {
        QFETCH(const QString, family);
        QFETCH(const int, advance);
        const QString number = u"11010519491231002X"_s;
        const OcrLine line =
            m_reader->readExactly(drawn(number, family, 40, advance), u"0123456789X"_s, 18);
        QCOMPARE(line.text(), number);
        QVERIFY(line.confidence() > 0.8);
        double last = 0;
        for (const OcrCharacter& character : line.characters) {
            QVERIFY(character.left >= last && character.right > character.left);
            last = character.left;
        }
    }

    void anotherCountThanAskedForIsNoReading()
    {
        const QImage image = drawn(u"123"_s, u"DejaVu Sans"_s, 40, 30);
        QVERIFY(m_reader->readExactly(image, u"0123456789"_s, 18).characters.empty());
        QCOMPARE(m_reader->readLine(image, u"0123456789"_s).text(), u"123"_s);
    }

    void labelsAndDatesAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("label") << u"法定代表人"_s;
        QTest::newRow("date") << u"2016年03月08日"_s;
        QTest::newRow("validity") << u"2016.08.11-2036.08.11"_s;
        QTest::newRow("for good") << u"2016.08.11-长期"_s;
    }

    void labelsAndDatesAreRead()
    {
        QFETCH(const QString, text);
        QCOMPARE(m_reader
                     ->readLine(drawn(text, u"Noto Sans CJK SC"_s, 36, 0),
                                u"0123456789.-年月日长期至法定代表人经营范围"_s)
                     .text(),
                 text);
    }

    void emptyAndStrangePicturesAreEmptyLines()
    {
        QImage white(200, 40, QImage::Format_Grayscale8);
        white.fill(255);
        QVERIFY(m_reader->readLine(white, {}).characters.empty());
        QVERIFY(m_reader->readLine(QImage(), {}).characters.empty());
        white.fill(0);
        QVERIFY(m_reader->readExactly(white, u"0123456789"_s, 18).characters.empty());
        QVERIFY(m_reader->readLine(drawn(u"12"_s, u"DejaVu Sans"_s, 40, 0), u"好"_s)
                    .characters.empty());
    }

    void aMissingOrBrokenModelNamesItsFile()
    {
        const QTemporaryDir dir;
        const auto missing = GlyphReader::create(dir.path());
        QVERIFY(!missing.has_value());
        QCOMPARE(missing.error().code, ErrorCode::Configuration);
        QVERIFY(QFile::copy(m_folder + u"/glyphs.json"_s, dir.filePath(u"glyphs.json"_s)));
        QFile broken(dir.filePath(u"glyphs.onnx"_s));
        QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("no model") == 8);
        broken.close();
        const auto refused = GlyphReader::create(dir.path());
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().code, ErrorCode::Configuration);
        QVERIFY(refused.error().where.endsWith(u"glyphs.onnx"_s));
    }

private:
    QString m_folder;
    std::unique_ptr<GlyphReader> m_reader;
};

QTEST_MAIN(TestGlyphReader)
#include "tst_glyph_reader.moc"
