// SPDX-License-Identifier: Apache-2.0
#include "app/reading/number_reader.h"

#include "app/filing/citizen_number.h"
#include "app/filing/social_credit_code.h"
#include "app/reading/glyph_reader.h"
#include "app/reading/ink_p.h"
#include "app/reading/print_line_p.h"

#include <opencv2/imgproc.hpp>

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace handshake {

namespace {

constexpr int kLineHeight = 40; // with its margin; larger, short lines are taken for pictures
constexpr int kGlyphHeight = 56;
constexpr double kDoubtBelow = 0.7;
constexpr double kSure = 0.9;

/// The ways a line is shown to the OCR, cheapest first.
std::vector<cv::Mat> preparations(const PrintLine& line)
{
    constexpr int kWindow = 31;
    constexpr double kSauvola = 0.25;
    constexpr int kSmaller = 34;
    const cv::Mat gray = ink::lineCrop(line.gray, line.box, line.em, kLineHeight);
    if (gray.empty())
        return {};
    cv::Mat strong;
    cv::normalize(gray, strong, 0, 255, cv::NORM_MINMAX);
    return {gray, ink::sauvola(gray, kWindow, kSauvola),
            ink::lineCrop(line.gray, line.box, line.em, kSmaller), strong};
}

QImage glyphCrop(const PrintLine& line)
{
    return ink::toImage(ink::lineCrop(line.gray, line.box, line.em, kGlyphHeight));
}

/// Parts of the line that stand apart by more than `gap` pixels.
std::vector<cv::Rect> groupsOf(const PrintLine& line, int gap)
{
    cv::Mat sums;
    cv::reduce(ink::mask(line.gray, line.em)(line.box), sums, 0, cv::REDUCE_MAX, CV_8U);
    std::vector<cv::Rect> groups;
    int last = -1;
    for (int x = 0; x < sums.cols; ++x) {
        if (sums.at<unsigned char>(x) == 0)
            continue;
        if (groups.empty() || x - last > gap)
            groups.emplace_back(line.box.x + x, line.box.y, 1, line.box.height);
        groups.back().width = line.box.x + x - groups.back().x + 1;
        last = x;
    }
    return groups;
}

std::optional<QDate> dateOf(QStringView digits)
{
    const QDate date = QDate::fromString(digits.toString(), u"yyyyMMdd"_s);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

/// 1990年8月12日, the last sign missing or not.
std::optional<QDate> dateOfWords(const QString& text)
{
    static const QRegularExpression pattern(u"^(\\d{4})年(\\d{1,2})月(\\d{1,2})日?$"_s);
    const auto match = pattern.match(text);
    const QDate date(match.captured(1).toInt(), match.captured(2).toInt(),
                     match.captured(3).toInt());
    return date.isValid() ? std::optional(date) : std::nullopt;
}

LineReading isoReading(const QDate& date, double confidence, bool isDoubtful)
{
    LineReading reading;
    reading.text = date.toString(Qt::ISODate);
    reading.confidence = confidence;
    reading.certainty.assign(static_cast<std::size_t>(reading.text.size()), confidence);
    for (int i = 0; isDoubtful && i < static_cast<int>(reading.text.size()); ++i)
        reading.doubtful.push_back(i);
    return reading;
}

QString digitsOf(const OcrLine& line)
{
    QString digits = line.text();
    digits.removeIf([](QChar c) { return !c.isDigit(); });
    return digits;
}

std::optional<ValidityReading> validityOf(const OcrLine& reading)
{
    constexpr qsizetype kDate = 8;
    const QString digits = digitsOf(reading);
    const bool isLong = reading.text().endsWith(u"长期"_s);
    if (digits.size() != (isLong ? kDate : 2 * kDate))
        return std::nullopt;
    const auto from = dateOf(QStringView(digits).first(kDate));
    if (!from)
        return std::nullopt;
    if (isLong)
        return ValidityReading{*from, std::nullopt, reading.confidence()};
    const auto to = dateOf(QStringView(digits).last(kDate));
    if (!to || *from >= *to)
        return std::nullopt;
    return ValidityReading{*from, to, reading.confidence()};
}

void markDifferences(LineReading& line, const QString& other)
{
    for (int i = 0; i < static_cast<int>(line.text.size()); ++i) {
        const bool differs = i >= other.size() || line.text[i] != other[i];
        if (differs && !std::ranges::binary_search(line.doubtful, i))
            line.doubtful.insert(std::ranges::upper_bound(line.doubtful, i), i);
    }
}

} // namespace

NumberReading arbitrate(const std::vector<OcrLine>& ocr, const OcrLine& own, int length,
                        const std::function<bool(const QString&)>& isValid)
{
    std::vector<OcrLine> whole;
    for (const OcrLine& reading : ocr) {
        if (reading.text().size() == length)
            whole.push_back(reading);
    }
    const bool hasOwn = own.text().size() == length;
    const bool ownIsValid = hasOwn && isValid(own.text());
    std::vector<OcrLine> valid;
    std::ranges::copy_if(whole, std::back_inserter(valid),
                         [&](const OcrLine& reading) { return isValid(reading.text()); });
    const bool agree = ownIsValid && std::ranges::any_of(valid, [&](const OcrLine& reading) {
                           return reading.text() == own.text();
                       });
    NumberReading number;
    number.valid = ownIsValid || !valid.empty();
    if (agree) {
        // Two methods and the check say the same: nothing is left to doubt.
        number.line = vote({own}, 0);
        return number;
    }
    if (ownIsValid && !valid.empty() && own.confidence() < kSure) {
        number.line = vote(valid, kDoubtBelow);
        markDifferences(number.line, own.text());
        return number;
    }
    if (ownIsValid) {
        number.line = vote({own}, kDoubtBelow);
        // Without anything to hold it against, one reading leaves every character open.
        markDifferences(number.line, whole.empty() ? QString() : vote(whole, kDoubtBelow).text);
        return number;
    }
    if (!valid.empty()) {
        number.line = vote(valid, kDoubtBelow);
        markDifferences(number.line, hasOwn ? own.text() : QString());
        return number;
    }
    if (hasOwn)
        whole.push_back(own);
    number.line = vote(whole, kDoubtBelow);
    return number;
}

NumberReader::NumberReader(LineRecogniser& latin, LineRecogniser& chinese, GlyphReader& glyphs)
    : m_latin(latin)
    , m_chinese(chinese)
    , m_glyphs(glyphs)
{
}

NumberReading NumberReader::number(const PrintLine& line, const QString& allowed, int length,
                                   const std::function<bool(const QString&)>& isValid) const
{
    const OcrLine own = m_glyphs.readExactly(glyphCrop(line), allowed, length);
    std::vector<OcrLine> ocr;
    for (const cv::Mat& prepared : preparations(line)) {
        ocr.push_back(m_latin.readLine(ink::toImage(prepared), allowed));
        if (isValid(ocr.back().text()) && ocr.back().text() == own.text())
            break;
    }
    return arbitrate(ocr, own, length, isValid);
}

NumberReading NumberReader::citizenNumber(const PrintLine& line) const
{
    return number(line, u"0123456789X"_s, CitizenNumber::kLength,
                  [](const QString& text) { return CitizenNumber::parse(text).has_value(); });
}

NumberReading NumberReader::creditCode(const PrintLine& line) const
{
    return number(line, u"0123456789ABCDEFGHJKLMNPQRTUWXY"_s, SocialCreditCode::kLength,
                  [](const QString& text) { return SocialCreditCode::parse(text).has_value(); });
}

DateReading NumberReader::dateOfGroups(const PrintLine& line) const
{
    // The signs between the groups are there on a grey copy; on a coloured card they paled away.
    const OcrLine words = m_glyphs.readLine(glyphCrop(line), u"0123456789年月日"_s);
    std::optional<QDate> own = dateOfWords(words.text());
    double confidence = words.confidence();
    const auto gap = static_cast<int>(0.6 * line.em);
    const auto groups = groupsOf(line, gap);
    if (!own && groups.size() != 3)
        return std::nullopt;
    std::optional<QDate> ocr;
    if (own) {
        const auto prepared = preparations(line);
        ocr = dateOfWords(
            m_chinese.readLine(ink::toImage(prepared.front()), u"0123456789年月日"_s).text());
    } else {
        std::array<int, 3> glyphs{};
        std::array<int, 3> latin{};
        confidence = 1;
        for (std::size_t i = 0; i < groups.size(); ++i) {
            PrintLine part = line;
            part.box = groups[i];
            const OcrLine seen = m_glyphs.readLine(glyphCrop(part), u"0123456789"_s);
            glyphs[i] = seen.text().toInt();
            confidence = std::min(confidence, seen.confidence());
            const auto prepared = preparations(part);
            if (!prepared.empty())
                latin[i] = m_latin.readLine(ink::toImage(prepared.front()), u"0123456789"_s)
                               .text()
                               .toInt();
        }
        // The OCR likes to lose a lone digit; where it has none, the glyphs stand alone.
        const QDate one(glyphs[0], glyphs[1], glyphs[2]);
        const QDate other(latin[0], latin[1], latin[2]);
        own = one.isValid() ? std::optional(one) : std::nullopt;
        ocr = other.isValid() ? std::optional(other) : std::nullopt;
    }
    if (!own && !ocr)
        return std::nullopt;
    return isoReading(own ? *own : *ocr, confidence, !own || (ocr != own && confidence < kSure));
}

std::optional<ValidityReading> NumberReader::validity(const PrintLine& line) const
{
    const auto own = validityOf(m_glyphs.readLine(glyphCrop(line), u"0123456789.-长期"_s));
    std::optional<ValidityReading> found;
    for (const cv::Mat& prepared : preparations(line)) {
        const bool isLong = own && !own->to;
        LineRecogniser& ocr = isLong ? m_chinese : m_latin;
        const auto seen = validityOf(ocr.readLine(
            ink::toImage(prepared), isLong ? u"0123456789.-长期"_s : u"0123456789.-"_s));
        if (!seen)
            continue;
        found = found ? found : seen;
        if (own && seen->from == own->from && seen->to == own->to)
            return own;
    }
    if (!found) {
        const auto prepared = preparations(line);
        if (!prepared.empty())
            found = validityOf(
                m_chinese.readLine(ink::toImage(prepared.front()), u"0123456789.-长期"_s));
        if (own && found && found->from == own->from && found->to == own->to)
            return own;
    }
    // The two differ, or one saw nothing.
    std::optional<ValidityReading> alone = own && (!found || own->confidence > kSure) ? own : found;
    if (alone)
        alone->isDoubtful = true;
    return alone;
}

} // namespace handshake
