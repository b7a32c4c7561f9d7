// SPDX-License-Identifier: Apache-2.0
#include "app/demo/paper_evaluation/name_words.h"

using namespace Qt::StringLiterals;

namespace handshake::papereval::words {

namespace {

QStringList listed(const QString& spaced)
{
    return spaced.split(u' ', Qt::SkipEmptyParts);
}

} // namespace

const QStringList& ethnicGroups()
{
    static const QStringList kGroups = listed(
        u"汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 "
        u"高山 拉祜 "
        u"水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 "
        u"怒 "
        u"乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺"_s);
    return kGroups;
}

const QStringList& doubleSurnames()
{
    static const QStringList kNames = listed(
        u"欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 司徒 夏侯 南宫 端木 呼延 申屠"_s);
    return kNames;
}

const QStringList& turkicGiven()
{
    static const QStringList kNames =
        listed(u"阿依古丽 古丽娜尔 帕提古丽 迪丽拜尔 热依汗 买买提江 吐尔逊 艾力 玉素甫 库尔班 "
               u"努尔兰 阿卜杜热合曼 叶尔肯 塔依尔 米热古丽 哈丽旦 艾尼瓦尔 木拉提"_s);
    return kNames;
}

const QStringList& turkicFathers()
{
    static const QStringList kNames = listed(u"买买提 吐尔洪 依明 艾合买提 卡德尔 沙吾提 阿不都拉 "
                                             u"托合提 尼亚孜 居马 哈斯木 牙生 赛买提 阿吾提"_s);
    return kNames;
}

const QStringList& tibetanFirst()
{
    static const QStringList kNames =
        listed(u"扎西 卓玛 次仁 格桑 索朗 旦增 洛桑 央金 尼玛 白玛 德吉 普布 平措 拉姆"_s);
    return kNames;
}

const QStringList& tibetanSecond()
{
    static const QStringList kNames =
        listed(u"顿珠 央宗 旺堆 曲珍 多吉 卓嘎 次旺 措姆 罗布 群培 仓决 江村"_s);
    return kNames;
}

const QStringList& mongolNames()
{
    static const QStringList kNames = listed(
        u"巴特尔 乌云其木格 苏日娜 那顺巴雅尔 哈斯额尔敦 萨仁高娃 阿拉坦其其格 呼格吉勒图 孟和 娜仁托娅"_s);
    return kNames;
}

const QStringList& brandSyllables()
{
    static const QStringList kSyllables = listed(
        u"星岚 云栖 海纳 瑞丰 启明 天衡 鸿图 博远 嘉禾 盛唐 众联 万象 锦程 恒信 卓越 融创 "
        u"智汇 讯捷 优品 乐活 泽润 聚源 华晟 旭日 诺亚 思迈 蓝鲸 易达 飞鸟 禾木 沐辰 鑫磊"_s);
    return kSyllables;
}

const QStringList& trades()
{
    static const QStringList kTrades = listed(
        u"网络科技 信息技术 软件开发 电子商务 文化传媒 生物医药 建筑工程 环保设备 供应链管理 "
        u"教育咨询 餐饮管理 物流 机械制造 装饰设计 农业发展 智能装备 国际贸易 数据服务"_s);
    return kTrades;
}

const QStringList& scopePhrases()
{
    static const QStringList kPhrases =
        listed(u"软件开发 信息系统集成服务 技术服务、技术开发、技术咨询、技术交流 "
               u"互联网销售（除销售需要许可的商品） "
               u"计算机软硬件及辅助设备零售 广告设计、代理 会议及展览服务 企业管理咨询 货物进出口 "
               u"日用百货销售 办公用品销售 电子产品销售 图文设计制作 市场营销策划 "
               u"农产品的生产、销售、加工 "
               u"食品销售（仅销售预包装食品） 建筑材料销售 机械设备租赁 普通货物仓储服务 "
               u"数据处理和存储支持服务 物业管理 园林绿化工程施工 服装服饰批发"_s);
    return kPhrases;
}

} // namespace handshake::papereval::words
