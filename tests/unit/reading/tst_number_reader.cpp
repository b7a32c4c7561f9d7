// SPDX-License-Identifier: Apache-2.0
#include "app/filing/citizen_number.h"
#include "app/reading/number_reader.h"

#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

namespace {

const QString kNumber = u"11010519491231002X"_s;

OcrLine lineOf(const QString& text, double confidence = 0.95)
{
    OcrLine line;
    for (const QChar c : text)
        line.characters.push_back({QString(c), confidence});
    return line;
}

NumberReading arbitrated(const std::vector<OcrLine>& ocr, const OcrLine& own)
{
    return arbitrate(ocr, own, CitizenNumber::kLength,
                     [](const QString& text) { return CitizenNumber::parse(text).has_value(); });
}

QString changed(int index, QChar to)
{
    QString text = kNumber;
    text[index] = to;
    return text;
}

} // namespace

class TestNumberReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoMethodsThatAgreeLeaveNoDoubt()
    {
        const NumberReading number = arbitrated({lineOf(kNumber, 0.4)}, lineOf(kNumber, 0.5));
        QCOMPARE(number.line.text, kNumber);
        QVERIFY(number.valid);
        QVERIFY(number.line.doubtful.empty());
    }

    void theValidOneWinsAndTheDifferenceIsDoubtful()
    {
        const NumberReading number = arbitrated({lineOf(changed(6, u'7'))}, lineOf(kNumber));
        QCOMPARE(number.line.text, kNumber);
        QVERIFY(number.valid);
        QCOMPARE(number.line.doubtful, std::vector<int>{6});
    }

    void oneReadingAloneIsDoubtfulThroughout()
    {
        const NumberReading own = arbitrated({lineOf(u"1101"_s)}, lineOf(kNumber));
        QCOMPARE(own.line.text, kNumber);
        QVERIFY(own.valid);
        QCOMPARE(own.line.doubtful.size(), std::size_t(18));
        const NumberReading ocr = arbitrated({lineOf(kNumber)}, OcrLine());
        QVERIFY(ocr.valid);
        QCOMPARE(ocr.line.doubtful.size(), std::size_t(18));
    }

    void twoValidNumbersAreNeverSure()
    {
        // Another sequence with a check character of its own.
        const QString other = u"110105194912310038"_s;
        const bool isValid = CitizenNumber::parse(other).has_value();
        QVERIFY(isValid);
        const NumberReading number = arbitrated({lineOf(other)}, lineOf(kNumber, 0.95));
        QCOMPARE(number.line.text, kNumber);
        QCOMPARE(number.line.doubtful, (std::vector<int>{16, 17}));
        const NumberReading unsure = arbitrated({lineOf(other)}, lineOf(kNumber, 0.5));
        QCOMPARE(unsure.line.text, other);
        QVERIFY(!unsure.line.doubtful.empty());
    }

    void noValidReadingIsNotValid()
    {
        const NumberReading number =
            arbitrated({lineOf(changed(6, u'7'))}, lineOf(changed(6, u'4')));
        QVERIFY(!number.valid);
        QVERIFY(!number.line.text.isEmpty());
    }

    void anotherLengthIsNoReading()
    {
        const NumberReading number = arbitrated({lineOf(kNumber + u'1')}, OcrLine());
        QVERIFY(number.line.text.isEmpty());
        QVERIFY(!number.valid);
    }
};

QTEST_GUILESS_MAIN(TestNumberReader)
#include "tst_number_reader.moc"
