// SPDX-License-Identifier: Apache-2.0
#include "app/demo/paper_evaluation/invented_person.h"

#include "app/demo/paper_evaluation/name_words.h"

#include <array>

using namespace Qt::StringLiterals;

namespace handshake::papereval {

namespace {

QString oneOf(QStringView characters, Random& random)
{
    return characters[random.below(static_cast<int>(characters.size()))];
}

QString han(Random& random, const QString& surname, bool rare)
{
    QString given = rare ? oneOf(words::kRareGiven, random) : oneOf(words::kGiven, random);
    if (random.chance(0.65))
        given += oneOf(words::kGiven, random);
    return surname + given;
}

QString nameOf(int ordinal, const QString& ethnicity, Random& random)
{
    static const QStringList kWithDot{u"维吾尔"_s, u"哈萨克"_s,   u"柯尔克孜"_s,
                                      u"塔吉克"_s, u"乌孜别克"_s, u"塔塔尔"_s};
    if (kWithDot.contains(ethnicity) || ordinal % 16 == 11)
        return random.pick(words::turkicGiven()) + u"·"_s + random.pick(words::turkicFathers());
    if (ethnicity == u"藏"_s || ethnicity == u"门巴"_s || ethnicity == u"珞巴"_s)
        return random.pick(words::tibetanFirst()) + random.pick(words::tibetanSecond());
    if (ethnicity == u"蒙古"_s)
        return random.pick(words::mongolNames());
    const int turn = ordinal % 8;
    if (turn == 5)
        return han(random, random.pick(words::doubleSurnames()), false);
    return inventHanName(random, turn == 2);
}

/// How long a card is valid by the age at its issue.
std::optional<QDate> endOfValidity(QDate birth, QDate from)
{
    const qint64 days = birth.daysTo(from);
    const auto age = static_cast<int>(static_cast<double>(days) / 365.2425);
    if (age >= 46)
        return std::nullopt;
    return from.addYears(age >= 26 ? 20 : age >= 16 ? 10 : 5);
}

} // namespace

QString inventHanName(Random& random, bool rare)
{
    return han(random, oneOf(words::kSurnames, random), rare);
}

QChar citizenCheck(const QString& first17)
{
    static constexpr std::array<int, 17> kWeights{7, 9, 10, 5,  8, 4, 2, 1, 6,
                                                  3, 7, 9,  10, 5, 8, 4, 2};
    int sum = 0;
    for (qsizetype i = 0; i < 17; ++i)
        sum += kWeights.at(static_cast<std::size_t>(i)) * first17[i].digitValue();
    return u"10X98765432"_s[sum % 11];
}

QString inventPlace(Random& random, bool inTheCountry)
{
    const QString first = oneOf(words::kPlaceFirst, random);
    const QString second = oneOf(words::kPlaceSecond, random);
    if (inTheCountry) {
        const QString village =
            oneOf(words::kPlaceFirst, random) + oneOf(words::kPlaceSecond, random);
        return first + second + random.pick(QStringList{u"镇"_s, u"乡"_s}) + village + u"村"_s +
               QString::number(1 + random.below(14)) + u"组"_s +
               QString::number(1 + random.below(190)) + u"号"_s;
    }
    QString place = first + second +
                    random.pick(QStringList{u"路"_s, u"街"_s, u"大道"_s, u"巷"_s, u"东路"_s}) +
                    QString::number(1 + random.below(899)) + u"号"_s;
    switch (random.below(4)) {
    case 0:
        break;
    case 1:
        place += oneOf(words::kPlaceFirst, random) + u"苑"_s +
                 QString::number(1 + random.below(40)) + u"幢"_s +
                 QString::number(101 + (100 * random.below(24)) + random.below(6)) + u"室"_s;
        break;
    case 2:
        place += QString::number(1 + random.below(30)) + u"幢"_s +
                 QString::number(1 + random.below(5)) + u"单元"_s +
                 QString::number(101 + (100 * random.below(18)) + random.below(4)) + u"室"_s;
        break;
    default:
        place += u"附"_s + QString::number(1 + random.below(20)) + u"号"_s;
    }
    return place;
}

InventedPerson inventPerson(int ordinal, Random random)
{
    InventedPerson person;
    // A third is Han, as many papers at a counter are; the other groups come one after the other.
    const QStringList& groups = words::ethnicGroups();
    const int others = static_cast<int>(groups.size()) - 1;
    person.ethnicity =
        ordinal % 3 == 0 ? groups.first() : groups[1 + ((ordinal - (ordinal / 3) - 1) % others)];
    person.isMale = random.chance(0.5);
    person.name = nameOf(ordinal, person.ethnicity, random);
    person.birth = QDate(1946, 1, 3).addDays(random.below(365 * 60));

    const Region& home = random.pick(regions());
    const bool inTheCountry = random.chance(0.35);
    const QString prefix = random.chance(0.25) ? home.city + home.county : home.full();
    person.address = prefix + inventPlace(random, inTheCountry);
    person.issuer = home.policeOffice();

    const int sequence = (random.below(499) * 2) + (person.isMale ? 1 : 2);
    const QString first17 =
        QString::number(random.chance(0.8) ? home.code : random.pick(regions()).code) +
        person.birth.toString(u"yyyyMMdd"_s) + u"%1"_s.arg(sequence, 3, 10, QLatin1Char('0'));
    person.number = first17 + citizenCheck(first17);

    person.validFrom = QDate(2012, 2, 1).addDays(random.below(365 * 13));
    person.validTo = endOfValidity(person.birth, person.validFrom);
    return person;
}

} // namespace handshake::papereval
