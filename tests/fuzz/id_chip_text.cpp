// SPDX-License-Identifier: Apache-2.0
#include "app/reading/id_chip_text.h"

#include "app/filing/citizen_number.h"
#include "fuzz/fuzz_target.h"

#include <QDate>

using namespace handshake;
using namespace Qt::StringLiterals;

/// The input is the text block of a chip.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto chip = parseIdChipText(fuzz::bytesOf(data, size));
    if (!chip) {
        fuzz::require(chip.error().code == ErrorCode::Unreadable, "a refusal says unreadable");
        return 0;
    }
    fuzz::require(size == std::size_t(kIdChipTextSize), "only whole blocks are read");
    const auto& fields = chip->fields;
    for (const QString& key : {u"name"_s, u"sex"_s, u"birth"_s, u"number"_s, u"validTo"_s})
        fuzz::require(fields.contains(key), "every card names its holder and its end");
    for (const auto& [key, text] : fields) {
        fuzz::require(!text.isEmpty() && text.isValidUtf16(), "a field that is there holds text");
        fuzz::require(!text.contains(QChar(u'\0')) && !text.contains(QChar(u'\n')),
                      "no control characters");
    }
    if (chip->kind != IdChipKind::ForeignResident) {
        const auto number = CitizenNumber::parse(fields.at(u"number"_s));
        fuzz::require(number.has_value(), "a number passes its check");
        fuzz::require(number->birthDate().toString(Qt::ISODate) == fields.at(u"birth"_s),
                      "birth date and number agree");
    }
    return 0;
}
