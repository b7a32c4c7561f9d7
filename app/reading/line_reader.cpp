// SPDX-License-Identifier: Apache-2.0
#include "app/reading/line_reader.h"

#include "app/core/text.h"
#include "app/imaging/mat_view_p.h"
#include "app/reading/ink_p.h"
#include "app/reading/lexicon.h"
#include "app/reading/print_line_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <map>
#include <utility>

using namespace Qt::StringLiterals;

namespace handshake {

namespace {

constexpr int kLineHeight = 40; // with its margin; larger, short lines are taken for pictures

/// Letters, digits, Han and what stands between them; specks read as quotes and bars are dropped.
bool isWanted(QChar c)
{
    return c.isLetterOrNumber() || c.isSurrogate() ||
           u"（）()·、，。；：,.;:-－—/《》#&"_s.contains(c);
}

OcrLine tidied(const OcrLine& line)
{
    OcrLine tidy;
    for (const OcrCharacter& character : line.characters) {
        QString text = foldWidth(cleanForeignText(character.text));
        text.removeIf([](QChar c) { return !isWanted(c); });
        if (!text.isEmpty())
            tidy.characters.push_back(
                {text, character.confidence, character.left, character.right});
    }
    return tidy;
}

cv::Mat thrice(const cv::Mat& line)
{
    cv::Mat row;
    cv::hconcat(std::vector<cv::Mat>{line, line, line}, row);
    return row;
}

/// The third of a reading of the same line three times, when the thirds have one length.
OcrLine middleThird(const OcrLine& line)
{
    if (line.characters.empty() || line.characters.size() % 3 != 0)
        return {};
    const auto size = static_cast<std::ptrdiff_t>(line.characters.size() / 3);
    OcrLine part;
    part.characters.assign(line.characters.begin() + size, line.characters.begin() + (2 * size));
    return part;
}

} // namespace

LineReading vote(const std::vector<OcrLine>& readings, double doubtBelow)
{
    std::map<QString, double> weights;
    for (const OcrLine& reading : readings) {
        if (!reading.characters.empty())
            weights[reading.text()] += reading.confidence();
    }
    LineReading result;
    if (weights.empty())
        return result;
    const auto best =
        std::ranges::max_element(weights, {}, [](const auto& entry) { return entry.second; });
    result.text = best->first;

    std::vector<double> surest(static_cast<std::size_t>(result.text.size()), 0);
    std::vector<bool> disputed(surest.size(), false);
    int agreeing = 0;
    for (const OcrLine& reading : readings) {
        const QString text = reading.text();
        if (text.size() != result.text.size())
            continue;
        agreeing += text == result.text ? 1 : 0;
        std::size_t at = 0;
        for (const OcrCharacter& character : reading.characters) {
            for (const QChar c : character.text) {
                if (c == result.text[static_cast<qsizetype>(at)])
                    surest[at] = std::max(surest[at], character.confidence);
                else
                    disputed[at] = true;
                ++at;
            }
        }
    }
    double sum = 0;
    for (std::size_t i = 0; i < surest.size(); ++i) {
        sum += surest[i];
        if (disputed[i] || surest[i] < doubtBelow)
            result.doubtful.push_back(static_cast<int>(i));
    }
    // A single voice among several is worth less than its own certainty.
    const double unity = readings.size() > 1 && agreeing < 2 ? 0.7 : 1.0;
    result.confidence = unity * sum / static_cast<double>(surest.size());
    result.certainty = std::move(surest);
    return result;
}

LineReading joined(const std::vector<LineReading>& lines)
{
    LineReading all;
    for (const LineReading& line : lines) {
        const auto shift = static_cast<int>(all.text.size());
        for (const int index : line.doubtful)
            all.doubtful.push_back(index + shift);
        all.confidence += line.confidence * static_cast<double>(line.text.size());
        all.text += line.text;
        all.certainty.insert(all.certainty.end(), line.certainty.begin(), line.certainty.end());
    }
    if (!all.text.isEmpty())
        all.confidence /= static_cast<double>(all.text.size());
    return all;
}

LineReader::LineReader(std::vector<LineRecogniser*> recognisers, const Settings& settings,
                       const Lexicon* lexicon)
    : m_recognisers(std::move(recognisers))
    , m_settings(settings)
    , m_lexicon(lexicon)
{
}

LineReading LineReader::voted(const std::vector<OcrLine>& readings, const QString& words) const
{
    LineReading line = vote(readings, m_settings.doubtBelow);
    if (m_lexicon != nullptr && !words.isEmpty())
        line = m_lexicon->chosen(std::move(line), readings, words);
    return line.confidence >= m_settings.leastLine ? line : LineReading();
}

LineReading LineReader::read(const PrintLine& line, const QString& allowed,
                             const QString& words) const
{
    const cv::Mat gray = ink::lineCrop(line.gray, line.box, line.em, kLineHeight);
    if (gray.empty())
        return {};
    std::vector<OcrLine> readings;
    const auto add = [&](LineRecogniser& recogniser, const cv::Mat& prepared, bool tripled) {
        const OcrLine seen = tidied(
            recogniser.readLine(ink::toImage(tripled ? thrice(prepared) : prepared), allowed));
        readings.push_back(tripled ? middleThird(seen) : seen);
    };
    // Two sure voices that say the same; the newest must be one of them.
    const auto isDecided = [&] {
        const OcrLine& last = readings.back();
        return last.confidence() > m_settings.sure &&
               std::ranges::any_of(readings.begin(), readings.end() - 1, [&](const OcrLine& other) {
                   return other.confidence() > m_settings.sure && other.text() == last.text();
               });
    };
    for (LineRecogniser* recogniser : m_recognisers)
        add(*recogniser, gray, false);
    if (isDecided())
        return voted(readings, words);
    constexpr int kWindow = 31;
    constexpr double kSauvola = 0.25;
    const cv::Mat black = ink::sauvola(gray, kWindow, kSauvola);
    for (LineRecogniser* recogniser : m_recognisers) {
        add(*recogniser, black, false);
        if (isDecided())
            return voted(readings, words);
    }
    cv::Mat strong;
    cv::normalize(gray, strong, 0, 255, cv::NORM_MINMAX);
    add(*m_recognisers.front(), strong, true);
    add(*m_recognisers.front(), black, true);
    return voted(readings, words);
}

LineReading LineReader::readAccepted(const PrintLine& line, const QString& allowed,
                                     const std::function<bool(const QString&)>& accepts) const
{
    const cv::Mat gray = ink::lineCrop(line.gray, line.box, line.em, kLineHeight);
    if (gray.empty())
        return {};
    constexpr double kCertain = 0.985;
    constexpr int kWindow = 31;
    constexpr double kSauvola = 0.25;
    cv::Mat strong;
    cv::normalize(gray, strong, 0, 255, cv::NORM_MINMAX);
    std::map<QString, std::vector<OcrLine>> found;
    for (const cv::Mat& prepared : {gray, ink::sauvola(gray, kWindow, kSauvola), strong}) {
        for (LineRecogniser* recogniser : m_recognisers) {
            const OcrLine seen = tidied(recogniser->readLine(ink::toImage(prepared), allowed));
            if (!accepts(seen.text()))
                continue;
            auto& same = found[seen.text()];
            same.push_back(seen);
            const bool isCertain = recogniser == m_recognisers.front() &&
                                   std::ranges::all_of(seen.characters, [](const auto& character) {
                                       return character.confidence >= kCertain;
                                   });
            if (isCertain || same.size() > 1)
                return vote(same, 0);
        }
    }
    if (found.empty())
        return {};
    const auto best = std::ranges::max_element(
        found, {}, [](const auto& entry) { return entry.second.front().confidence(); });
    // One voice alone: every character is to be looked at.
    constexpr double kNoneIsSure = 2;
    return vote(best->second, kNoneIsSure);
}

LineReading LineReader::readOnce(const PrintLine& line) const
{
    const cv::Mat gray = ink::lineCrop(line.gray, line.box, line.em, kLineHeight);
    std::vector<OcrLine> readings;
    if (!gray.empty()) {
        for (LineRecogniser* recogniser : m_recognisers)
            readings.push_back(tidied(recogniser->readLine(ink::toImage(gray), {})));
    }
    return voted(readings, {});
}

LineReading LineReader::readCrop(const QImage& crop, double em) const
{
    const cv::Mat all = matView(crop);
    if (all.empty() || all.channels() != 4)
        return {};
    const auto line = middleLine(ink::flatten(all, ink::Colour::Black, em), em);
    return line ? read(*line, {}, {}) : LineReading();
}

} // namespace handshake
