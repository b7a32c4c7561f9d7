// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace handshake::papereval::words {

// Characters, one of which is taken.
inline constexpr QStringView kSurnames = u"王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓"
                                         u"冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任"
                                         u"卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛"
                                         u"闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔"
                                         u"向常汤康易乔赖文樊兰殷施洪翟安颜倪牛温芦季俞章鲁葛伍申尤"
                                         u"毕聂焦柳邢岳齐梅庄辛管祝左涂谷祁时舒耿牟";
inline constexpr QStringView kGiven =
    u"伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红春梅建国志文海燕波宁宇浩然子轩雨涵欣怡"
    u"梓萱俊"
    u"博佳琪思源晨曦若彤嘉诚天佑诗语心妍泽楷瑞霖雪莹婷倩云飞鹏程立新永福康健凯旋凌霄淑珍美玲翠莲素"
    u"琴金凤"
    u"少峰世昌光耀景山青松小川晓东亚楠卫民向阳振邦德胜荣生树林家豪启航一鸣知远书瑶望舒清越令仪";
/// Outside GB 2312 or seldom met.
inline constexpr QStringView kRareGiven =
    u"昶祎赟翀頔珺玥堃喆犇淼焱骉燚垚彧玙瑀璟琬禛镕韡龑曌甯婳嬿婠暐"
    u"偲旻晞湉潞濛瀚烜煜琰瑄瑢璐皓睿稹筠綦翊胤芃苡荃莀菡蕤蘅袆诩谞轶郗"
    u"鋆钊铖铠锴镓闳阗霁韬颢飏骁鸢麒";
inline constexpr QStringView kPlaceFirst =
    u"文建解中人和平长青龙白云石金银清江河湖柳桃枫松竹梅兰红星朝晨"
    u"东西南北上下大新永安福寿康宁太兴旺丰盛景凤鹤鹿马牛羊桥塘泉溪";
inline constexpr QStringView kPlaceSecond =
    u"化设放山民平安阳春泉水头子家湾坡岭岗坪田园林场城关门桥井口"
    u"堂塔庙港洲浦沙川谷峰岩石";

/// The 56 ethnic groups as ID cards write them, 汉 first.
[[nodiscard]] const QStringList& ethnicGroups();
[[nodiscard]] const QStringList& doubleSurnames();
[[nodiscard]] const QStringList& turkicGiven();
[[nodiscard]] const QStringList& turkicFathers();
[[nodiscard]] const QStringList& tibetanFirst();
[[nodiscard]] const QStringList& tibetanSecond();
[[nodiscard]] const QStringList& mongolNames();
[[nodiscard]] const QStringList& brandSyllables();
[[nodiscard]] const QStringList& trades();
[[nodiscard]] const QStringList& scopePhrases();

} // namespace handshake::papereval::words
