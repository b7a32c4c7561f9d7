// SPDX-License-Identifier: Apache-2.0
#include "app/reading/number_reader.h"

#include "app/filing/citizen_number.h"
#include "app/filing/social_credit_code.h"
#include "app/imaging/mat_view_p.h"
#include "app/reading/ink_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace handshake {

namespace {

constexpr int kLineHeight = 40; // with its margin; larger, short lines are taken for pictures
constexpr double kDoubtBelow = 0.7;
constexpr double kSure = 0.9;

struct PreparedLine {
    cv::Mat gray; ///< flat
    cv::Rect box;
};

/// The widest line of a crop: numbers stand alone, specks and borders are shorter.
std::optional<PreparedLine> widestLine(const QImage& crop, double em)
{
    const cv::Mat all = matView(crop);
    if (all.empty() || all.channels() != 4)
        return std::nullopt;
    PreparedLine line{ink::flatten(all, ink::Colour::Black, em), {}};
    const auto boxes = ink::lines(ink::mask(line.gray, em), em);
    if (boxes.empty())
        return std::nullopt;
    line.box = *std::ranges::max_element(boxes, {}, &cv::Rect::width);
    return line;
}

/// The ways a line is shown to the OCR, cheapest first.
std::vector<cv::Mat> preparations(const PreparedLine& line, double em)
{
    constexpr int kWindow = 31;
    constexpr double kSauvola = 0.25;
    constexpr int kSmaller = 34;
    const cv::Mat gray = ink::lineCrop(line.gray, line.box, em, kLineHeight);
    if (gray.empty())
        return {};
    cv::Mat strong;
    cv::normalize(gray, strong, 0, 255, cv::NORM_MINMAX);
    return {gray, ink::sauvola(gray, kWindow, kSauvola),
            ink::lineCrop(line.gray, line.box, em, kSmaller), strong};
}

template <typename Number>
NumberReading decided(const std::vector<OcrLine>& readings)
{
    std::vector<OcrLine> valid;
    std::vector<OcrLine> whole;
    for (const OcrLine& reading : readings) {
        const QString text = reading.text();
        if (text.size() != Number::kLength)
            continue;
        whole.push_back(reading);
        if (Number::parse(text))
            valid.push_back(reading);
    }
    NumberReading number;
    number.valid = !valid.empty();
    number.line = vote(number.valid ? valid : whole, kDoubtBelow);
    return number;
}

template <typename Number>
bool isSureAndValid(const OcrLine& reading)
{
    return reading.text().size() == Number::kLength && reading.confidence() > kSure &&
           Number::parse(reading.text()).has_value();
}

/// Parts of the line that stand apart by more than `gap` pixels.
std::vector<cv::Rect> groupsOf(const cv::Mat& mask, const cv::Rect& line, int gap)
{
    cv::Mat sums;
    cv::reduce(mask(line), sums, 0, cv::REDUCE_MAX, CV_8U);
    std::vector<cv::Rect> groups;
    int last = -1;
    for (int x = 0; x < sums.cols; ++x) {
        if (sums.at<unsigned char>(x) == 0)
            continue;
        if (groups.empty() || x - last > gap)
            groups.emplace_back(line.x + x, line.y, 1, line.height);
        groups.back().width = line.x + x - groups.back().x + 1;
        last = x;
    }
    return groups;
}

/// A year has four; a month or day as many as its width says: the OCR likes to lose one.
qsizetype expectedDigits(std::size_t group, int width, double em)
{
    constexpr double kTwoDigits = 0.72; // of the em square; one takes 0.6 at most
    if (group == 0)
        return 4;
    return width > kTwoDigits * em ? 2 : 1;
}

std::optional<QDate> dateOf(QStringView digits)
{
    const QDate date = QDate::fromString(digits.toString(), u"yyyyMMdd"_s);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

} // namespace

NumberReader::NumberReader(OcrEngine& latin, OcrEngine& chinese)
    : m_latin(latin)
    , m_chinese(chinese)
{
}

std::vector<OcrLine> NumberReader::readings(const QImage& crop, double em, const QString& allowed,
                                            const std::function<bool(const OcrLine&)>& isGood) const
{
    std::vector<OcrLine> found;
    const auto line = widestLine(crop, em);
    if (!line)
        return found;
    for (const cv::Mat& prepared : preparations(*line, em)) {
        found.push_back(m_latin.readLine(ink::toImage(prepared), allowed));
        if (isGood(found.back()))
            break;
    }
    return found;
}

NumberReading NumberReader::citizenNumber(const QImage& crop, double em) const
{
    return decided<CitizenNumber>(
        readings(crop, em, u"0123456789X"_s, isSureAndValid<CitizenNumber>));
}

NumberReading NumberReader::creditCode(const QImage& crop, double em) const
{
    return decided<SocialCreditCode>(
        readings(crop, em, u"0123456789ABCDEFGHJKLMNPQRTUWXY"_s, isSureAndValid<SocialCreditCode>));
}

std::optional<LineReading> NumberReader::dateOfGroups(const QImage& crop, double em) const
{
    const auto line = widestLine(crop, em);
    if (!line)
        return std::nullopt;
    const auto gap = static_cast<int>(0.6 * em);
    const auto groups = groupsOf(ink::mask(line->gray, em), line->box, gap);
    if (groups.size() != 3)
        return std::nullopt;
    std::array<LineReading, 3> parts;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        std::vector<OcrLine> readings;
        for (const cv::Mat& prepared : preparations({line->gray, groups[i]}, em)) {
            OcrLine reading = m_latin.readLine(ink::toImage(prepared), u"0123456789"_s);
            if (reading.text().size() != expectedDigits(i, groups[i].width, em))
                continue;
            // A lone digit has nothing beside it to be held against: it takes two equal readings.
            const bool isConfirmed = !readings.empty() && readings.back().text() == reading.text();
            readings.push_back(std::move(reading));
            if (isConfirmed && readings.back().confidence() > kSure)
                break;
        }
        parts[i] = vote(readings, kDoubtBelow);
    }
    const QDate date(parts[0].text.toInt(), parts[1].text.toInt(), parts[2].text.toInt());
    if (!date.isValid())
        return std::nullopt;
    LineReading result;
    result.text = date.toString(Qt::ISODate);
    result.confidence = std::min({parts[0].confidence, parts[1].confidence, parts[2].confidence});
    for (const int index : parts[0].doubtful)
        result.doubtful.push_back(index);
    // Single digits gain a zero in ISO form: a doubt concerns the whole group.
    if (!parts[1].doubtful.empty())
        result.doubtful.insert(result.doubtful.end(), {5, 6});
    if (!parts[2].doubtful.empty())
        result.doubtful.insert(result.doubtful.end(), {8, 9});
    return result;
}

std::optional<ValidityReading> NumberReader::validity(const QImage& crop, double em) const
{
    constexpr qsizetype kDate = 8;
    const auto digitsOf = [](const OcrLine& reading) {
        QString digits = reading.text();
        digits.removeIf([](QChar c) { return !c.isDigit(); });
        return digits;
    };
    const auto bothOf = [&](const OcrLine& reading) -> std::optional<ValidityReading> {
        const QString digits = digitsOf(reading);
        if (digits.size() != 2 * kDate)
            return std::nullopt;
        const auto from = dateOf(QStringView(digits).first(kDate));
        const auto to = dateOf(QStringView(digits).last(kDate));
        if (!from || !to || *from >= *to)
            return std::nullopt;
        return ValidityReading{*from, to, reading.confidence()};
    };
    const auto all = readings(crop, em, u"0123456789.-"_s,
                              [&](const OcrLine& reading) { return bothOf(reading).has_value(); });
    if (all.empty())
        return std::nullopt;
    if (const auto both = bothOf(all.back()))
        return both;

    // One date and two Han characters: the Latin engine saw the first only, if at all.
    constexpr LineReader::Settings kSettings{};
    const LineReading mixed =
        LineReader(m_chinese, kSettings).read(crop, em, 1, u"0123456789.-长期"_s);
    QString digits = mixed.text;
    digits.removeIf([](QChar c) { return !c.isDigit(); });
    const auto from = digits.size() == kDate ? dateOf(digits) : std::nullopt;
    if (!from || !mixed.text.endsWith(u"长期"_s))
        return std::nullopt;
    return ValidityReading{*from, std::nullopt, mixed.confidence};
}

} // namespace handshake
