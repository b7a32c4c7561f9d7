// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/reading/line_reader.h"
#include "app/reading/line_recogniser.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <map>
#include <vector>

namespace handshake {

/// Words that texts of one kind are likely to hold, and where in the text.
struct LexiconWords {
    enum class Place : std::uint8_t { Start, Anywhere, End };

    Place place = Place::Anywhere;
    QStringList words; ///< the longest first
};

/// A second opinion on what was read: surnames, regions, endings. It never adds a character: it
/// only chooses among those that the readings of a line offer at one place, and what it changes is
/// doubtful.
class Lexicon final
{
public:
    /// data/reading/lexicon.json. Configuration when it cannot be used; `where` names the file.
    static Result<Lexicon> load(const QString& file);
    explicit Lexicon(std::map<QString, std::vector<LexiconWords>> kinds);

    /// `line` as voted from `readings`, with the words of `kind` put in where every character of
    /// one was offered and no sure reading is overruled. A kind that is not known changes nothing.
    [[nodiscard]] LineReading chosen(LineReading line, const std::vector<OcrLine>& readings,
                                     const QString& kind) const;

    [[nodiscard]] bool knows(const QString& kind) const { return m_kinds.contains(kind); }

private:
    std::map<QString, std::vector<LexiconWords>> m_kinds;
};

} // namespace handshake
