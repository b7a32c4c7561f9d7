// SPDX-License-Identifier: Apache-2.0
#include "app/reading/lexicon.h"

#include "app/core/json.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace handshake {

namespace {

std::optional<LexiconWords::Place> placeNamed(const QString& name)
{
    if (name == u"start"_s)
        return LexiconWords::Place::Start;
    if (name == u"anywhere"_s)
        return LexiconWords::Place::Anywhere;
    if (name == u"end"_s)
        return LexiconWords::Place::End;
    return std::nullopt;
}

/// What the readings of the line's own length offer at every place of it.
class Offers
{
public:
    Offers(const QString& text, const std::vector<OcrLine>& readings)
        : m_offers(static_cast<std::size_t>(text.size()))
    {
        for (const OcrLine& reading : readings) {
            const QString other = reading.text();
            if (other.size() != text.size())
                continue;
            for (qsizetype i = 0; i < text.size(); ++i)
                m_offers[static_cast<std::size_t>(i)] += other[i];
        }
    }

    [[nodiscard]] bool holdAt(qsizetype start, const QString& word) const
    {
        for (qsizetype i = 0; i < word.size(); ++i) {
            if (!m_offers[static_cast<std::size_t>(start + i)].contains(word[i]))
                return false;
        }
        return true;
    }

private:
    std::vector<QString> m_offers;
};

/// Where a word may begin in a text of `size`.
std::pair<qsizetype, qsizetype> startsOf(LexiconWords::Place place, qsizetype size, qsizetype word)
{
    switch (place) {
    case LexiconWords::Place::Start:
        return {0, 0};
    case LexiconWords::Place::End:
        return {size - word, size - word};
    case LexiconWords::Place::Anywhere:
        break;
    }
    return {0, size - word};
}

void put(LineReading& line, qsizetype start, const QString& word)
{
    for (qsizetype i = 0; i < word.size(); ++i) {
        const auto at = static_cast<int>(start + i);
        if (line.text[at] == word[i])
            continue;
        line.text[at] = word[i];
        const auto place = std::ranges::lower_bound(line.doubtful, at);
        if (place == line.doubtful.end() || *place != at)
            line.doubtful.insert(place, at);
    }
}

} // namespace

Lexicon::Lexicon(std::map<QString, std::vector<LexiconWords>> kinds)
    : m_kinds(std::move(kinds))
{
    for (auto& [kind, groups] : m_kinds) {
        for (LexiconWords& group : groups)
            std::ranges::stable_sort(group.words, std::greater(), &QString::size);
    }
}

Result<Lexicon> Lexicon::load(const QString& file)
{
    const auto object = readJsonFile(file);
    if (!object)
        return Error{ErrorCode::Configuration, object.error().detail, file};
    const Error unusable{ErrorCode::Configuration, u"lexicon: a kind is not complete"_s, file};
    std::map<QString, std::vector<LexiconWords>> kinds;
    const QJsonObject entries = (*object)[u"kinds"].toObject();
    for (auto it = entries.begin(); it != entries.end(); ++it) {
        for (const QJsonValue entry : it.value().toArray()) {
            LexiconWords group;
            const auto place = placeNamed(entry[u"place"].toString());
            for (const QJsonValue word : entry[u"words"].toArray())
                group.words.append(word.toString());
            if (!place || group.words.isEmpty() || group.words.contains(QString()))
                return unusable;
            group.place = *place;
            kinds[it.key()].push_back(std::move(group));
        }
    }
    if (kinds.empty())
        return unusable;
    return Lexicon(std::move(kinds));
}

LineReading Lexicon::chosen(LineReading line, const std::vector<OcrLine>& readings,
                            const QString& kind) const
{
    const auto groups = m_kinds.find(kind);
    // Without a doubt there is nothing to choose between.
    if (groups == m_kinds.end() || line.doubtful.empty())
        return line;
    const Offers offers(line.text, readings);
    for (const LexiconWords& group : groups->second) {
        for (const QString& word : group.words) {
            if (word.size() > line.text.size())
                continue;
            const auto [first, last] = startsOf(group.place, line.text.size(), word.size());
            bool isPut = false;
            for (qsizetype start = first; start <= last && !isPut; ++start) {
                if (!offers.holdAt(start, word))
                    continue;
                put(line, start, word);
                isPut = true;
            }
            // One beginning, one ending: the longest that fits.
            if (isPut && group.place != LexiconWords::Place::Anywhere)
                break;
        }
    }
    return line;
}

} // namespace handshake
