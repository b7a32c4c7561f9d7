// SPDX-License-Identifier: Apache-2.0
#include "app/demo/paper_evaluation/invented_business.h"

#include "app/demo/paper_evaluation/invented_person.h"
#include "app/demo/paper_evaluation/name_words.h"
#include "app/demo/paper_evaluation/regions.h"

#include <array>

using namespace Qt::StringLiterals;

namespace handshake::papereval {

namespace {

constexpr QStringView kCreditAlphabet = u"0123456789ABCDEFGHJKLMNPQRTUWXY";

QString creditCode(bool isTrader, int region, Random& random)
{
    QString organisation = random.chance(0.5) ? u"MA"_s : QString();
    while (organisation.size() < 8) {
        const int known = organisation.isEmpty() ? 10 : static_cast<int>(kCreditAlphabet.size());
        organisation += kCreditAlphabet[random.below(random.chance(0.75) ? 10 : known)];
    }
    const QString first17 = (isTrader ? u"92"_s : u"91"_s) + QString::number(region) +
                            organisation + organisationCheck(organisation);
    return first17 + creditCodeCheck(first17);
}

QString companyName(const Region& home, Random& random)
{
    const QString seat = home.city.isEmpty() ? home.province : home.city;
    const QString shortSeat = seat.endsWith(u'市') ? seat.chopped(1) : home.county.chopped(1);
    const QString brand = random.pick(words::brandSyllables());
    const QString trade = random.pick(words::trades());
    const QString form = random.pick(
        QStringList{u"有限公司"_s, u"有限公司"_s, u"有限责任公司"_s, u"股份有限公司"_s});
    switch (random.below(3)) {
    case 0:
        return brand + u"（"_s + shortSeat + u"）"_s + trade + form;
    case 1:
        return seat + brand + trade + form;
    default:
        return shortSeat + brand + trade + form;
    }
}

QString scopeOf(Random& random)
{
    QStringList phrases;
    const int count = 3 + random.below(6);
    while (phrases.size() < count) {
        const QString& phrase = random.pick(words::scopePhrases());
        if (!phrases.contains(phrase))
            phrases.append(phrase);
    }
    const QString end = random.chance(0.6)
                            ? u"（依法须经批准的项目，经相关部门批准后方可开展经营活动）"_s
                            : u"。"_s;
    return u"一般项目："_s + phrases.join(u"；"_s) + end;
}

void beTrader(InventedBusiness& business, const Region& home, Random& random)
{
    business.name =
        home.city + home.county + random.pick(words::brandSyllables()) +
        random.pick(QStringList{u"百货店"_s, u"餐饮店"_s, u"电子经营部"_s, u"服装商行"_s});
    business.type = u"个体工商户"_s;
    business.headLabel = u"经营者"_s;
    business.placeLabel = u"经营场所"_s;
    business.hasTerm = false;
}

void beCompany(InventedBusiness& business, const Region& home, Random& random)
{
    static const QStringList kSums{u"伍拾万元整"_s,     u"壹佰万元整"_s,       u"叁佰万元整"_s,
                                   u"伍佰万元整"_s,     u"壹仟万元整"_s,       u"500万元人民币"_s,
                                   u"壹仟贰佰万圆整"_s, u"人民币贰佰万元整"_s, u"伍仟零捌万元整"_s};
    business.name = companyName(home, random);
    business.type =
        business.name.endsWith(u"股份有限公司"_s)
            ? u"股份有限公司（非上市、自然人投资或控股）"_s
            : random.pick(QStringList{u"有限责任公司（自然人投资或控股）"_s,
                                      u"有限责任公司（自然人独资）"_s, u"其他有限责任公司"_s,
                                      u"有限责任公司（法人独资）"_s});
    business.headLabel = u"法定代表人"_s;
    business.placeLabel = u"住所"_s;
    business.capital = random.pick(kSums);
}

} // namespace

QChar creditCodeCheck(const QString& first17)
{
    static constexpr std::array<int, 17> kWeights{1,  3,  9,  27, 19, 26, 16, 17, 20,
                                                  29, 25, 13, 8,  24, 10, 30, 28};
    int sum = 0;
    for (qsizetype i = 0; i < 17; ++i)
        sum += kWeights.at(static_cast<std::size_t>(i)) *
               static_cast<int>(kCreditAlphabet.indexOf(first17[i]));
    return kCreditAlphabet[(31 - (sum % 31)) % 31];
}

QChar organisationCheck(const QString& first8)
{
    static constexpr std::array<int, 8> kWeights{3, 7, 9, 10, 5, 8, 4, 2};
    static const QString kDigits = u"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"_s;
    int sum = 0;
    for (qsizetype i = 0; i < 8; ++i)
        sum +=
            kWeights.at(static_cast<std::size_t>(i)) * static_cast<int>(kDigits.indexOf(first8[i]));
    return u"0123456789X0"_s[11 - (sum % 11)];
}

InventedBusiness inventBusiness(int ordinal, bool before2019, Random random)
{
    InventedBusiness business;
    const Region& home = random.pick(regions());
    const bool isTrader = ordinal % 5 == 3;
    business.creditCode = creditCode(isTrader, home.code, random);
    if (isTrader)
        beTrader(business, home, random);
    else
        beCompany(business, home, random);
    business.head = ordinal % 7 == 4 ? random.pick(words::doubleSurnames()) + u"明"_s
                                     : inventHanName(random, ordinal % 9 == 5);
    const QDate first = before2019 ? QDate(2001, 5, 1) : QDate(2009, 5, 1);
    business.established = first.addDays(random.below(365 * 10));
    if (random.chance(0.5))
        business.termTo = business.established.addYears(random.chance(0.5) ? 20 : 30).addDays(-1);
    else if (!before2019 && random.chance(0.4))
        business.hasTerm = false;
    business.place =
        (random.chance(0.4) ? home.city + home.county : home.full()) + inventPlace(random, false);
    business.scope = scopeOf(random);
    business.registrar = home.businessOffice(before2019);
    business.issued =
        (before2019 ? QDate(2015, 10, 8) : QDate(2019, 3, 4)).addDays(random.below(365 * 3));
    business.qr = (before2019 ? u"http://gsxt.yangben.example/code/"_s
                              : u"https://zhizhao.yangben.example/pc/search?type=ent&code="_s) +
                  business.creditCode + (before2019 ? u"?v=3"_s : u"&sn=%1"_s.arg(ordinal + 1000));
    return business;
}

} // namespace handshake::papereval
