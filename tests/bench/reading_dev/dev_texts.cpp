// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/reading_dev/dev_texts.h"

#include "app/filing/citizen_number.h"
#include "app/filing/social_credit_code.h"

#include <QStringList>

#include <array>
#include <numbers>

using namespace Qt::StringLiterals;

namespace handshake::readingdev {

namespace {

struct Region {
    const char* code;
    const char* province;
    const char* city;
    const char* county;
};

constexpr std::array<Region, 24> kRegions = {{
    {"110105", "北京市", "", "朝阳区"},
    {"310115", "上海市", "", "浦东新区"},
    {"120101", "天津市", "", "和平区"},
    {"500103", "重庆市", "", "渝中区"},
    {"330108", "浙江省", "杭州市", "滨江区"},
    {"320583", "江苏省", "", "昆山市"},
    {"440305", "广东省", "深圳市", "南山区"},
    {"510104", "四川省", "成都市", "锦江区"},
    {"420106", "湖北省", "武汉市", "武昌区"},
    {"430104", "湖南省", "长沙市", "岳麓区"},
    {"370202", "山东省", "青岛市", "市南区"},
    {"410102", "河南省", "郑州市", "中原区"},
    {"610113", "陕西省", "西安市", "雁塔区"},
    {"210202", "辽宁省", "大连市", "中山区"},
    {"230102", "黑龙江省", "哈尔滨市", "道里区"},
    {"350203", "福建省", "厦门市", "思明区"},
    {"530102", "云南省", "昆明市", "五华区"},
    {"450103", "广西壮族自治区", "南宁市", "青秀区"},
    {"620102", "甘肃省", "兰州市", "城关区"},
    {"340111", "安徽省", "合肥市", "包河区"},
    {"360102", "江西省", "南昌市", "东湖区"},
    {"130102", "河北省", "石家庄市", "长安区"},
    {"520103", "贵州省", "贵阳市", "云岩区"},
    {"650102", "新疆维吾尔自治区", "乌鲁木齐市", "天山区"},
}};

const QString kSurnames =
    u"王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏"
    u"吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱"_s;
const QString kGiven =
    u"伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂文辉玲建国华志红丹萍鹏旭鑫浩宇轩然子涵雨欣怡佳"
    u"琪梓晨俊熙泽睿博思远嘉慧雪梅春燕海晓东峰玉兰凤金永福德胜家豪振兴启航瑞祥云帆若曦诗琳婉婷婧彤"
    u"皓翔煜祺懿骏翰霖鸿煊昱彬斌栋森楠柏松岩峻川江河波沛洁清源淑贞惠蓉莉莎菲薇蕾芸莹璐瑶琴瑾珊珍"_s;
const QString kRoads =
    u"样本文新中山解放人民建设和平光明东风胜利学府科技创业江南湖滨长青福星金桂银杏翠竹梅园松柏"_s;
const QStringList kEthnicities = {u"汉"_s,   u"汉"_s,     u"汉"_s, u"满"_s, u"回"_s,  u"壮"_s,
                                  u"土家"_s, u"维吾尔"_s, u"藏"_s, u"苗"_s, u"朝鲜"_s};
const QStringList kTrades = {u"网络科技"_s, u"信息技术"_s, u"文化传媒"_s, u"电子商务"_s,
                             u"贸易"_s,     u"建筑工程"_s, u"餐饮管理"_s, u"物流"_s,
                             u"教育咨询"_s, u"农业发展"_s, u"医疗器械"_s, u"软件"_s};
const QString kBrands =
    u"鼎盛华恒瑞泰安信诚达远航星云海蓝天宇博雅卓越正元丰和顺祥腾飞启明智汇联创"_s;
const QStringList kTypes = {u"有限责任公司"_s, u"有限责任公司(自然人独资)"_s,
                            u"有限责任公司(自然人投资或控股)"_s,
                            u"股份有限公司(非上市、自然人投资或控股)"_s, u"其他有限责任公司"_s};
const QStringList kCapitals = {u"伍佰万元整"_s,           u"壹佰万元整"_s,     u"壹仟万元整"_s,
                               u"伍拾万元整"_s,           u"叁佰万元人民币"_s, u"贰仟捌佰万元整"_s,
                               u"人民币壹亿伍仟万元整"_s, u"500万人民币"_s,    u"1200万元人民币"_s};
const QStringList kScopes = {u"技术服务、技术开发、技术咨询、技术交流、技术转让、技术推广"_s,
                             u"软件开发"_s,
                             u"信息系统集成服务"_s,
                             u"计算机软硬件及辅助设备零售"_s,
                             u"广告设计、代理"_s,
                             u"广告制作"_s,
                             u"会议及展览服务"_s,
                             u"组织文化艺术交流活动"_s,
                             u"日用百货销售"_s,
                             u"食品销售（仅销售预包装食品）"_s,
                             u"第二类增值电信业务"_s,
                             u"互联网信息服务"_s,
                             u"货物进出口"_s,
                             u"企业管理咨询"_s};

QString text(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

QString pick(Dice& dice, const QStringList& list)
{
    return list[dice.below(static_cast<int>(list.size()))];
}

QString letters(Dice& dice, const QString& pool, int count)
{
    QString result;
    for (int i = 0; i < count; ++i)
        result += pool[dice.below(static_cast<int>(pool.size()))];
    return result;
}

QString name(Dice& dice)
{
    return letters(dice, kSurnames, 1) + letters(dice, kGiven, dice.chance(0.8) ? 2 : 1);
}

QString doors(Dice& dice)
{
    const auto number = [&](int most) { return QString::number(1 + dice.below(most)); };
    switch (dice.below(4)) {
    case 0:
        return number(999) + u"号"_s;
    case 1:
        return number(300) + u"号"_s + number(30) + u"幢"_s + number(4) + u"单元"_s + number(2900) +
               u"室"_s;
    case 2:
        return number(200) + u"弄"_s + number(80) + u"号"_s + number(900) + u"室"_s;
    default:
        return number(500) + u"号附"_s + number(20) + u"号"_s;
    }
}

QString address(Dice& dice, const Region& region)
{
    QString result = text(region.province) + text(region.city) + text(region.county);
    if (dice.chance(0.15))
        return result + letters(dice, kRoads, 2) + u"镇样本村"_s +
               QString::number(1 + dice.below(30)) + u"组"_s;
    return result + letters(dice, kRoads, 2 + dice.below(2)) +
           pick(dice, {u"路"_s, u"街"_s, u"大道"_s, u"东路"_s, u"巷"_s}) + doors(dice);
}

/// `stem` with the one last character that makes it valid.
template <typename Number>
QString completed(const QString& stem, const QString& alphabet)
{
    for (const QChar c : alphabet) {
        if (Number::parse(stem + c))
            return stem + c;
    }
    return {};
}

QDate dateBetween(Dice& dice, int firstYear, int lastYear)
{
    return QDate(firstYear + dice.below(lastYear - firstYear + 1), 1 + dice.below(12),
                 1 + dice.below(28));
}

} // namespace

double Dice::normal()
{
    double sum = 0;
    for (int i = 0; i < 4; ++i)
        sum += between(-1, 1);
    return sum * std::numbers::sqrt3 / 2;
}

DevPerson inventPerson(Dice& dice)
{
    const Region& region = kRegions[static_cast<std::size_t>(dice.below(kRegions.size()))];
    DevPerson person;
    person.name = name(dice);
    person.ethnicity = pick(dice, kEthnicities);
    person.birth = dateBetween(dice, 1945, 2007);
    person.address = address(dice, region);
    const int sequence = dice.below(999) + 1;
    person.sex = sequence % 2 == 1 ? u"男"_s : u"女"_s;
    person.number =
        completed<CitizenNumber>(text(region.code) + person.birth.toString(u"yyyyMMdd"_s) +
                                     u"%1"_s.arg(sequence, 3, 10, QChar(u'0')),
                                 u"0123456789X"_s);
    const QString city = text(region.city).isEmpty() ? text(region.province) : text(region.city);
    const QString county = text(region.county);
    person.issuer = dice.chance(0.5)
                        ? county + u"公安局"_s
                        : city + u"公安局"_s +
                              (county.endsWith(u'区') ? county.chopped(1) : county) + u"分局"_s;
    person.from = dateBetween(dice, 2010, 2024);
    if (dice.chance(0.8))
        person.to = person.from.addYears(dice.chance(0.5) ? 20 : 10);
    return person;
}

DevCompany inventCompany(Dice& dice)
{
    const Region& region = kRegions[static_cast<std::size_t>(dice.below(kRegions.size()))];
    const QString kCode = u"0123456789ABCDEFGHJKLMNPQRTUWXY"_s;
    DevCompany company;
    while (company.code.isEmpty()) {
        company.code = completed<SocialCreditCode>(
            u"91"_s + text(region.code) +
                letters(dice, dice.chance(0.5) ? u"0123456789"_s : kCode, 9),
            kCode);
    }
    QString city = text(region.city).isEmpty() ? text(region.province) : text(region.city);
    city.chop(1);
    company.name = city + letters(dice, kBrands, 2 + dice.below(2)) + pick(dice, kTrades) +
                   (dice.chance(0.8) ? u"有限公司"_s : u"股份有限公司"_s);
    company.type = pick(dice, kTypes);
    company.representative = name(dice);
    company.representativeLabel = u"法定代表人"_s;
    company.capital = pick(dice, kCapitals);
    company.established = dateBetween(dice, 1998, 2023);
    if (dice.chance(0.5))
        company.until = company.established.addYears(dice.chance(0.5) ? 20 : 30).addDays(-1);
    company.hasTerm = dice.chance(0.75);
    company.address = address(dice, region);
    const int phrases = 2 + dice.below(8);
    QStringList scope;
    for (int i = 0; i < phrases; ++i)
        scope << pick(dice, kScopes);
    company.scope = u"一般项目："_s + scope.join(u'；') +
                    u"。（依法须经批准的项目，经相关部门批准后方可开展经营活动）"_s;
    company.registrar = text(region.city) + text(region.county) + u"市场监督管理局"_s;
    company.issued = dateBetween(dice, 2019, 2025);
    return company;
}

} // namespace handshake::readingdev
