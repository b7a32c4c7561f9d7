// SPDX-License-Identifier: Apache-2.0
#include "app/reading/line_reader.h"

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

} // namespace

class TestLineVote : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreementLeavesNoDoubt()
    {
        const LineReading result =
            vote({lineOf(u"张样本"_s, 0.9), lineOf(u"张样本"_s, 0.95)}, 0.75);
        QCOMPARE(result.text, u"张样本"_s);
        QVERIFY(result.doubtful.empty());
        QVERIFY(qAbs(result.confidence - 0.95) < 1e-9);
    }

    void majorityWinsAndTheDifferenceIsDoubtful()
    {
        const LineReading result = vote(
            {lineOf(u"张样木"_s, 0.9), lineOf(u"张样本"_s, 0.8), lineOf(u"张样本"_s, 0.8)}, 0.75);
        QCOMPARE(result.text, u"张样本"_s);
        QCOMPARE(result.doubtful, std::vector<int>{2});
    }

    void aSingleVoiceAmongSeveralIsWorthLess()
    {
        const LineReading alone = vote({lineOf(u"甲"_s, 0.9)}, 0.75);
        const LineReading disputed = vote({lineOf(u"甲"_s, 0.9), lineOf(u"乙丙"_s, 0.5)}, 0.75);
        QCOMPARE(disputed.text, u"甲"_s);
        QVERIFY(disputed.confidence < alone.confidence);
    }

    void unsureCharactersAreDoubtful()
    {
        OcrLine line = lineOf(u"样本"_s, 0.9);
        line.characters[1].confidence = 0.3;
        QCOMPARE(vote({line}, 0.75).doubtful, std::vector<int>{1});
    }

    void charactersOfSeveralUnitsKeepTheIndexesRight()
    {
        OcrLine line = lineOf(u"样"_s, 0.9);
        line.characters.push_back({QString::fromUcs4(U"\U00020BB7"), 0.9}); // 𠮷: two units
        line.characters.push_back({u"本"_s, 0.2});
        QCOMPARE(vote({line}, 0.75).doubtful, std::vector<int>{3});
    }

    void nothingReadIsNothing()
    {
        const LineReading result = vote({OcrLine(), OcrLine()}, 0.75);
        QVERIFY(result.text.isEmpty());
        QCOMPARE(result.confidence, 0.0);
    }

    void joinedLinesMoveTheirDoubts()
    {
        LineReading first{u"样本路"_s, 0.9, {1}};
        LineReading second{u"100号"_s, 0.5, {0, 3}};
        const LineReading all = joined({first, second});
        QCOMPARE(all.text, u"样本路100号"_s);
        QCOMPARE(all.doubtful, (std::vector<int>{1, 3, 6}));
        QVERIFY(all.confidence > 0.5 && all.confidence < 0.9);
    }
};

QTEST_GUILESS_MAIN(TestLineVote)
#include "tst_line_vote.moc"
