// SPDX-License-Identifier: Apache-2.0
#include "app/demo/paper_evaluation/regions.h"

using namespace Qt::StringLiterals;

namespace handshake::papereval {

QString Region::policeOffice() const
{
    if (!county.endsWith(u'区') || county.size() < 3)
        return county + u"公安局"_s;
    const QString seat = city.isEmpty() ? province : city;
    return seat + u"公安局"_s + county.chopped(1) + u"分局"_s;
}

QString Region::businessOffice(bool before2019) const
{
    const QString office = before2019 ? u"工商行政管理局"_s : u"市场监督管理局"_s;
    const QString seat = city.isEmpty() ? province : city;
    return county.endsWith(u'区') ? seat + county + office : county + office;
}

const std::vector<Region>& regions()
{
    static const std::vector<Region> kRegions{
        {110101, u"北京市"_s, {}, u"东城区"_s},
        {110105, u"北京市"_s, {}, u"朝阳区"_s},
        {110108, u"北京市"_s, {}, u"海淀区"_s},
        {120101, u"天津市"_s, {}, u"和平区"_s},
        {130102, u"河北省"_s, u"石家庄市"_s, u"长安区"_s},
        {140105, u"山西省"_s, u"太原市"_s, u"小店区"_s},
        {150102, u"内蒙古自治区"_s, u"呼和浩特市"_s, u"新城区"_s},
        {210102, u"辽宁省"_s, u"沈阳市"_s, u"和平区"_s},
        {210202, u"辽宁省"_s, u"大连市"_s, u"中山区"_s},
        {220102, u"吉林省"_s, u"长春市"_s, u"南关区"_s},
        {222401, u"吉林省"_s, u"延边朝鲜族自治州"_s, u"延吉市"_s},
        {230102, u"黑龙江省"_s, u"哈尔滨市"_s, u"道里区"_s},
        {310101, u"上海市"_s, {}, u"黄浦区"_s},
        {310115, u"上海市"_s, {}, u"浦东新区"_s},
        {320102, u"江苏省"_s, u"南京市"_s, u"玄武区"_s},
        {320583, u"江苏省"_s, u"苏州市"_s, u"昆山市"_s},
        {330106, u"浙江省"_s, u"杭州市"_s, u"西湖区"_s},
        {330281, u"浙江省"_s, u"宁波市"_s, u"余姚市"_s},
        {330782, u"浙江省"_s, u"金华市"_s, u"义乌市"_s},
        {340104, u"安徽省"_s, u"合肥市"_s, u"蜀山区"_s},
        {350102, u"福建省"_s, u"福州市"_s, u"鼓楼区"_s},
        {350582, u"福建省"_s, u"泉州市"_s, u"晋江市"_s},
        {360102, u"江西省"_s, u"南昌市"_s, u"东湖区"_s},
        {370102, u"山东省"_s, u"济南市"_s, u"历下区"_s},
        {370202, u"山东省"_s, u"青岛市"_s, u"市南区"_s},
        {410102, u"河南省"_s, u"郑州市"_s, u"中原区"_s},
        {420106, u"湖北省"_s, u"武汉市"_s, u"武昌区"_s},
        {430102, u"湖南省"_s, u"长沙市"_s, u"芙蓉区"_s},
        {433101, u"湖南省"_s, u"湘西土家族苗族自治州"_s, u"吉首市"_s},
        {440106, u"广东省"_s, u"广州市"_s, u"天河区"_s},
        {440305, u"广东省"_s, u"深圳市"_s, u"南山区"_s},
        {450103, u"广西壮族自治区"_s, u"南宁市"_s, u"青秀区"_s},
        {460105, u"海南省"_s, u"海口市"_s, u"秀英区"_s},
        {500103, u"重庆市"_s, {}, u"渝中区"_s},
        {510104, u"四川省"_s, u"成都市"_s, u"锦江区"_s},
        {513401, u"四川省"_s, u"凉山彝族自治州"_s, u"西昌市"_s},
        {520102, u"贵州省"_s, u"贵阳市"_s, u"南明区"_s},
        {522601, u"贵州省"_s, u"黔东南苗族侗族自治州"_s, u"凯里市"_s},
        {530102, u"云南省"_s, u"昆明市"_s, u"五华区"_s},
        {532901, u"云南省"_s, u"大理白族自治州"_s, u"大理市"_s},
        {540102, u"西藏自治区"_s, u"拉萨市"_s, u"城关区"_s},
        {610102, u"陕西省"_s, u"西安市"_s, u"新城区"_s},
        {620102, u"甘肃省"_s, u"兰州市"_s, u"城关区"_s},
        {630102, u"青海省"_s, u"西宁市"_s, u"城东区"_s},
        {640104, u"宁夏回族自治区"_s, u"银川市"_s, u"兴庆区"_s},
        {650102, u"新疆维吾尔自治区"_s, u"乌鲁木齐市"_s, u"天山区"_s},
        {652901, u"新疆维吾尔自治区"_s, u"阿克苏地区"_s, u"阿克苏市"_s},
    };
    return kRegions;
}

} // namespace handshake::papereval
