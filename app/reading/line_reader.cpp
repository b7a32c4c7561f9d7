// SPDX-License-Identifier: Apache-2.0
#include "app/reading/line_reader.h"

#include "app/core/text.h"
#include "app/imaging/mat_view_p.h"
#include "app/reading/ink_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <map>

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
            tidy.characters.push_back({text, character.confidence});
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
    }
    if (!all.text.isEmpty())
        all.confidence /= static_cast<double>(all.text.size());
    return all;
}

LineReader::LineReader(OcrEngine& engine, const Settings& settings)
    : m_engine(engine)
    , m_settings(settings)
{
}

LineReading LineReader::read(const QImage& crop, double em, int maxLines,
                             const QString& allowed) const
{
    const cv::Mat all = matView(crop);
    if (all.empty() || all.channels() != 4)
        return {};
    const cv::Mat flat = ink::flatten(all, ink::Colour::Black, em);
    const auto boxes = ink::lines(ink::mask(flat, em), em);

    std::vector<LineReading> lines;
    for (const cv::Rect& box : boxes) {
        if (static_cast<int>(lines.size()) == maxLines)
            break;
        const cv::Mat gray = ink::lineCrop(flat, box, em, kLineHeight);
        if (gray.empty())
            continue;
        std::vector<OcrLine> readings;
        const auto add = [&](const cv::Mat& prepared, bool tripled) {
            const OcrLine line = tidied(
                m_engine.readLine(ink::toImage(tripled ? thrice(prepared) : prepared), allowed));
            readings.push_back(tripled ? middleThird(line) : line);
        };
        const auto isDecided = [&] {
            const std::size_t n = readings.size();
            return n >= 2 && readings[n - 1].text() == readings[n - 2].text() &&
                   readings[n - 1].confidence() > m_settings.sure &&
                   readings[n - 2].confidence() > m_settings.sure;
        };
        add(gray, false);
        constexpr int kWindow = 31;
        constexpr double kSauvola = 0.25;
        const cv::Mat black = ink::sauvola(gray, kWindow, kSauvola);
        add(black, false);
        if (!isDecided()) {
            cv::Mat strong;
            cv::normalize(gray, strong, 0, 255, cv::NORM_MINMAX);
            add(strong, true);
            add(black, true);
        }
        const LineReading line = vote(readings, m_settings.doubtBelow);
        if (!line.text.isEmpty() && line.confidence >= m_settings.leastLine)
            lines.push_back(line);
    }
    return joined(lines);
}

} // namespace handshake
