// SPDX-License-Identifier: Apache-2.0
#include "app/reading/lexicon.h"

#include "app/core/paths.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

namespace {

OcrLine lineOf(const QString& text, double confidence)
{
    OcrLine line;
    for (const QChar c : text)
        line.characters.push_back({QString(c), confidence});
    return line;
}

Lexicon cities()
{
    return Lexicon({{u"issuer"_s,
                     {{LexiconWords::Place::Start, {u"杭州市"_s, u"抚州市"_s}},
                      {LexiconWords::Place::End, {u"分局"_s, u"公安局"_s}}}}});
}

LineReading chosen(const std::vector<OcrLine>& readings, const QString& kind)
{
    return cities().chosen(vote(readings, 0.75), readings, kind);
}

} // namespace

class TestLexicon : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKnownWordIsChosenAmongWhatWasRead()
    {
        const std::vector<OcrLine> readings = {lineOf(u"杭川市公安局"_s, 0.9),
                                               lineOf(u"枕州市公安局"_s, 0.6)};
        const LineReading line = chosen(readings, u"issuer"_s);
        QCOMPARE(line.text, u"杭州市公安局"_s);
        QCOMPARE(line.doubtful, (std::vector<int>{0, 1}));
    }

    void nothingIsPutThatNoReadingSaw()
    {
        const std::vector<OcrLine> readings = {lineOf(u"杭川市公安局"_s, 0.9),
                                               lineOf(u"枕川市公安局"_s, 0.6)};
        QCOMPARE(chosen(readings, u"issuer"_s).text, u"杭川市公安局"_s);
    }

    void whatIsSureStays()
    {
        const std::vector<OcrLine> readings = {lineOf(u"杭川市公安局"_s, 0.95),
                                               lineOf(u"杭川市公安局"_s, 0.95)};
        const LineReading line = chosen(readings, u"issuer"_s);
        QCOMPARE(line.text, u"杭川市公安局"_s);
        QVERIFY(line.doubtful.empty());
    }

    void aReadingOfAnotherLengthOffersNothing()
    {
        const std::vector<OcrLine> readings = {lineOf(u"杭川市公安局"_s, 0.9),
                                               lineOf(u"杭州市公安局局"_s, 0.3)};
        QCOMPARE(chosen(readings, u"issuer"_s).text, u"杭川市公安局"_s);
    }

    void anUnknownKindChangesNothing()
    {
        const std::vector<OcrLine> readings = {lineOf(u"杭川市"_s, 0.9), lineOf(u"枕州市"_s, 0.6)};
        QCOMPARE(chosen(readings, u"name"_s).text, u"杭川市"_s);
    }

    void theShippedLexiconServesTheFields()
    {
        const auto paths = Paths::find(QCoreApplication::applicationDirPath());
        QVERIFY(paths.has_value());
        const auto lexicon = Lexicon::load(paths->data(u"reading/lexicon.json"_s));
        QVERIFY(lexicon.has_value());
        for (const QString& kind :
             {u"name"_s, u"address"_s, u"issuer"_s, u"company"_s, u"company-type"_s})
            QVERIFY2(lexicon->knows(kind), qPrintable(kind));
    }

    void anUnusableFileIsNamed_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("no JSON") << QByteArray("{");
        QTest::newRow("no kinds") << QByteArray("{}");
        QTest::newRow("place") << QByteArray(R"({"kinds":{"a":[{"place":"x","words":["b"]}]}})");
        QTest::newRow("no words") << QByteArray(R"({"kinds":{"a":[{"place":"end","words":[]}]}})");
        QTest::newRow("empty") << QByteArray(R"({"kinds":{"a":[{"place":"end","words":[""]}]}})");
    }

    void anUnusableFileIsNamed()
    {
        QFETCH(const QByteArray, content);
        const QTemporaryDir dir;
        const QString name = dir.filePath(u"lexicon.json"_s);
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        file.close();
        const auto lexicon = Lexicon::load(name);
        QVERIFY(!lexicon.has_value());
        QCOMPARE(lexicon.error().code, ErrorCode::Configuration);
        QCOMPARE(lexicon.error().where, name);
    }
};

QTEST_GUILESS_MAIN(TestLexicon)
#include "tst_lexicon.moc"
