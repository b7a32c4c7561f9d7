// SPDX-License-Identifier: Apache-2.0
#include "app/reading/han_recogniser.h"

#include "app/core/paths.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFont>
#include <QFontMetrics>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace handshake;
using namespace Qt::StringLiterals;

namespace {

const QStringList kFiles = {u"recogniser.json"_s, u"line.onnx"_s, u"character.onnx"_s,
                            u"characters.txt"_s};

QString shippedFolder()
{
    const auto paths = Paths::find(QCoreApplication::applicationDirPath());
    return paths ? paths->data(u"models/han"_s) : QString();
}

/// `text` in black on white with white around it, `em` pixels to a character.
QImage lineOf(const QString& text, const QString& family, int em)
{
    QFont font(family);
    font.setPixelSize(em);
    const QFontMetrics metrics(font);
    QImage line(metrics.horizontalAdvance(text) + em, em * 8 / 5, QImage::Format_Grayscale8);
    line.fill(Qt::white);
    QPainter painter(&line);
    painter.setFont(font);
    painter.drawText(line.rect(), Qt::AlignCenter, text);
    painter.end();
    return line;
}

QString textOf(const std::vector<RecognisedCharacter>& characters)
{
    QString text;
    for (const RecognisedCharacter& character : characters)
        text += character.text();
    return text;
}

/// A copy of the shipped files that a test may spoil.
void copyFiles(const QString& to)
{
    for (const QString& name : kFiles)
        QVERIFY(QFile::copy(shippedFolder() + u'/' + name, to + u'/' + name));
}

void overwrite(const QString& path, const QByteArray& bytes)
{
    QFile::remove(path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestHanRecogniser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto made = HanRecogniser::create(shippedFolder());
        QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().detail));
        m_recogniser = std::move(*made);
    }

    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("family");
        QTest::addColumn<int>("em");
        const QString sans = u"Noto Sans CJK SC"_s;
        const QString serif = u"Noto Serif CJK SC"_s;
        QTest::newRow("name") << u"张样本"_s << sans << 32;
        QTest::newRow("name, two characters") << u"李明"_s << serif << 32;
        QTest::newRow("issuer") << u"福州市公安局鼓楼分局"_s << sans << 32;
        QTest::newRow("company") << u"深圳市样本网络科技有限公司"_s << serif << 32;
        QTest::newRow("address") << u"长沙市岳麓区样本路12号3栋502室"_s << sans << 32;
        QTest::newRow("date") << u"2016年03月08日"_s << serif << 32;
        QTest::newRow("small") << u"广州市天河区样本街"_s << sans << 20;
        QTest::newRow("large") << u"成都市武侯区样本街"_s << serif << 64;
    }

    void reads()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, family);
        QFETCH(const int, em);
        const auto characters = m_recogniser->read(lineOf(text, family, em));
        QCOMPARE(characters.size(), std::size_t(text.size()));
        for (qsizetype i = 0; i < text.size(); ++i) {
            const auto& guesses = characters[std::size_t(i)].guesses;
            QVERIFY2(
                std::ranges::any_of(
                    guesses, [&](const CharacterGuess& guess) { return guess.text == text[i]; }),
                qPrintable(text.sliced(i, 1)));
            m_right += guesses.front().text == text[i] ? 1 : 0;
            ++m_read;
        }
    }

    void mostFirstGuessesWereRight()
    {
        QVERIFY(m_read > 60); // reads() ran before
        QVERIFY2(m_right >= 0.92 * m_read, qPrintable(QString::number(m_right)));
    }

    void halvesStayTogether()
    {
        for (const QString& family : {u"Noto Sans CJK SC"_s, u"Noto Serif CJK SC"_s})
            QCOMPARE(m_recogniser->read(lineOf(u"林朋双从明好"_s, family, 32)).size(),
                     std::size_t(6));
    }

    void charactersStandInTheirBoxes()
    {
        const QImage line = lineOf(u"样本信息系统"_s, u"Noto Sans CJK SC"_s, 32);
        const auto characters = m_recogniser->read(line);
        QCOMPARE(characters.size(), std::size_t(6));
        for (std::size_t i = 0; i < characters.size(); ++i) {
            const double middle = 16 + (32 * (double(i) + 0.5)); // half an em of white before
            QVERIFY(qAbs(characters[i].box.center().x() - middle) < 6);
            QVERIFY(characters[i].box.width() <= 40);
        }
    }

    void guessesComeLikeliestFirst()
    {
        for (const auto& character :
             m_recogniser->read(lineOf(u"己已巳"_s, u"Noto Serif CJK SC"_s, 28))) {
            QVERIFY(!character.guesses.empty() && character.guesses.size() <= 5);
            double before = 1;
            for (const CharacterGuess& guess : character.guesses) {
                QVERIFY(guess.confidence >= 0 && guess.confidence <= before);
                QVERIFY(!guess.text.isEmpty());
                before = guess.confidence;
            }
        }
    }

    void onlyWhatIsAllowedIsRead()
    {
        const QImage line = lineOf(u"2016年03月08日"_s, u"Noto Sans CJK SC"_s, 32);
        QCOMPARE(m_recogniser->readLine(line, {}).text(), u"2016年03月08日"_s);
        QCOMPARE(m_recogniser->readLine(line, u"0123456789"_s).characters.size(), std::size_t(8));
        QVERIFY(m_recogniser->readLine(line, u"鑫"_s).characters.empty());
    }

    void theSamePictureGivesTheSameAnswer()
    {
        const QImage line = lineOf(u"北京样本科技中心"_s, u"Noto Sans CJK SC"_s, 24);
        const auto first = m_recogniser->read(line);
        // A picture of another shape between them.
        QVERIFY(!m_recogniser->read(lineOf(u"一二三"_s, u"Noto Sans CJK SC"_s, 24)).empty());
        const auto second = m_recogniser->read(line);
        QCOMPARE(first.size(), second.size());
        for (std::size_t i = 0; i < first.size(); ++i) {
            QCOMPARE(first[i].text(), second[i].text());
            QCOMPARE(first[i].confidence(), second[i].confidence());
        }
    }

    void picturesWithoutALineAreEmpty_data()
    {
        QTest::addColumn<QImage>("image");
        const auto plain = [](int width, int height, int tone) {
            QImage image(width, height, QImage::Format_Grayscale8);
            image.fill(QColor(tone, tone, tone));
            return image;
        };
        QTest::newRow("null") << QImage();
        QTest::newRow("one pixel") << plain(1, 1, 0);
        QTest::newRow("white") << plain(200, 40, 255);
        QTest::newRow("black") << plain(200, 40, 0);
        QTest::newRow("thin") << plain(3, 4000, 128);
        QTest::newRow("longer than a line") << plain(30000, 40, 255);
        QTest::newRow("coloured")
            << lineOf(u"样本"_s, u"Noto Sans CJK SC"_s, 32).convertToFormat(QImage::Format_RGB32);
        QImage ruled = plain(12000, 16, 255);
        for (int x = 0; x < ruled.width(); x += 8)
            ruled.setPixel(x, 8, 0);
        QTest::newRow("endless row of dots") << ruled;
    }

    void picturesWithoutALineAreEmpty()
    {
        QFETCH(const QImage, image);
        QVERIFY(m_recogniser->read(image).empty());
    }

    void aBigPictureIsRead()
    {
        const QImage line = lineOf(u"样本"_s, u"Noto Sans CJK SC"_s, 400);
        QCOMPARE(textOf(m_recogniser->read(line)), u"样本"_s);
    }

    void damagedFilesAreRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isGone");
        for (const QString& name : kFiles) {
            QTest::addRow("%s gone", qPrintable(name)) << name << true;
            QTest::addRow("%s altered", qPrintable(name)) << name << false;
        }
    }

    void damagedFilesAreRefused()
    {
        QFETCH(const QString, name);
        QFETCH(const bool, isGone);
        const QTemporaryDir folder;
        copyFiles(folder.path());
        const QString path = folder.filePath(name);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray bytes = file.readAll();
        file.close();
        bytes[bytes.size() / 2] = char(bytes[bytes.size() / 2] ^ 1);
        if (isGone)
            QVERIFY(QFile::remove(path));
        else
            overwrite(path, name.endsWith(u".json"_s) ? bytes.first(bytes.size() / 2) : bytes);

        const auto made = HanRecogniser::create(folder.path());
        QVERIFY(!made.has_value());
        QCOMPARE(made.error().code, ErrorCode::Configuration);
        QCOMPARE(made.error().where, path);
    }

    void aDescriptionWithoutAFigureIsRefused()
    {
        const QTemporaryDir folder;
        copyFiles(folder.path());
        const QString path = folder.filePath(u"recogniser.json"_s);
        overwrite(path, R"({"format": "handshake-recogniser/1", "height": 32})");
        const auto made = HanRecogniser::create(folder.path());
        QVERIFY(!made.has_value());
        QCOMPARE(made.error().code, ErrorCode::Configuration);
        QCOMPARE(made.error().where, path);
    }

private:
    std::unique_ptr<HanRecogniser> m_recogniser;
    int m_read = 0;
    int m_right = 0;
};

QTEST_MAIN(TestHanRecogniser)
#include "tst_han_recogniser.moc"
