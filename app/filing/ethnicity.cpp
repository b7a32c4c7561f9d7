// SPDX-License-Identifier: Apache-2.0
#include "app/filing/ethnicity.h"

#include <array>
#include <cstddef>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

/// GB/T 3304-1991, table 1: code 01 first, without gaps.
constexpr std::array kNames{
    u"汉",     u"蒙古",   u"回",       u"藏",     u"维吾尔",   u"苗",   u"彝",     u"壮",
    u"布依",   u"朝鲜",   u"满",       u"侗",     u"瑶",       u"白",   u"土家",   u"哈尼",
    u"哈萨克", u"傣",     u"黎",       u"傈僳",   u"佤",       u"畲",   u"高山",   u"拉祜",
    u"水",     u"东乡",   u"纳西",     u"景颇",   u"柯尔克孜", u"土",   u"达斡尔", u"仫佬",
    u"羌",     u"布朗",   u"撒拉",     u"毛南",   u"仡佬",     u"锡伯", u"阿昌",   u"普米",
    u"塔吉克", u"怒",     u"乌孜别克", u"俄罗斯", u"鄂温克",   u"德昂", u"保安",   u"裕固",
    u"京",     u"塔塔尔", u"独龙",     u"鄂伦春", u"赫哲",     u"门巴", u"珞巴",   u"基诺",
};

} // namespace

QString ethnicityName(QStringView code)
{
    if (code == u"97")
        return u"其他"_s;
    if (code == u"98")
        return u"外国血统中国籍人士"_s;
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    if (code.size() != 2 || !isDigit(code[0]) || !isDigit(code[1]))
        return {};
    const int number = code.toInt();
    if (number < 1 || std::size_t(number) > kNames.size())
        return {};
    return QStringView(kNames[std::size_t(number) - 1]).toString();
}

QString ethnicityCode(QStringView name)
{
    for (int number = 1; number <= 98; ++number) {
        QString code = u"%1"_s.arg(number, 2, 10, QChar(u'0'));
        if (!name.isEmpty() && ethnicityName(code) == name)
            return code;
    }
    return {};
}

} // namespace handshake
