// SPDX-License-Identifier: Apache-2.0
#include "app/filing/website_name.h"

#include "app/core/text.h"
#include "app/filing/field_formats.h"

#include <QStringList>

#include <algorithm>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDefence = 1;
constexpr int kGovernment = 2;
constexpr int kIndividual = 5;
constexpr qsizetype kMinCharacters = 3;

bool isAsciiLetterOrDigit(QChar c)
{
    constexpr char16_t kLastAscii = 0x7F;
    return c.unicode() <= kLastAscii && c.isLetterOrNumber();
}

bool isOnlyLatin(const QString& name)
{
    return std::all_of(name.begin(), name.end(),
                       [](QChar c) { return isAsciiLetterOrDigit(c) || c.isSpace(); });
}

bool hasSpecialCharacter(const QString& name)
{
    constexpr QStringView kPermitted = u"·()（） ";
    return std::any_of(name.begin(), name.end(), [&](QChar c) {
        return !c.isLetterOrNumber() && !c.isSurrogate() && !kPermitted.contains(c);
    });
}

bool containsAny(const QString& name, const QStringList& words)
{
    return std::any_of(words.begin(), words.end(),
                       [&](const QString& word) { return name.contains(word); });
}

/// The state-like word that `name` begins with, empty when there is none.
QString stateWord(const QString& name)
{
    static const QStringList words{u"中国"_s, u"中华"_s, u"中央"_s,   u"国家"_s, u"人民"_s,
                                   u"人大"_s, u"全国"_s, u"国务院"_s, u"政协"_s};
    const auto found = std::find_if(words.begin(), words.end(),
                                    [&](const QString& word) { return name.startsWith(word); });
    return found == words.end() ? QString() : *found;
}

/// These are guesses by words, hence warnings.
void judgeIndividual(const QString& name, const Subject& subject,
                     std::vector<NameProblem>& problems)
{
    static const QStringList company{u"公司"_s, u"集团"_s, u"企业"_s,   u"有限"_s,
                                     u"协会"_s, u"商会"_s, u"学校"_s,   u"医院"_s,
                                     u"政府"_s, u"机构"_s, u"研究院"_s, u"事务所"_s};
    static const QStringList place{
        u"北京"_s, u"天津"_s, u"河北"_s, u"山西"_s, u"内蒙古"_s, u"辽宁"_s, u"吉林"_s, u"黑龙江"_s,
        u"上海"_s, u"江苏"_s, u"浙江"_s, u"安徽"_s, u"福建"_s,   u"江西"_s, u"山东"_s, u"河南"_s,
        u"湖北"_s, u"湖南"_s, u"广东"_s, u"广西"_s, u"海南"_s,   u"重庆"_s, u"四川"_s, u"贵州"_s,
        u"云南"_s, u"西藏"_s, u"陕西"_s, u"甘肃"_s, u"青海"_s,   u"宁夏"_s, u"新疆"_s};
    if (containsAny(name, company))
        problems.push_back({u"filing.name.company"_s, Severity::Warning});
    if (containsAny(name, place))
        problems.push_back({u"filing.name.place"_s, Severity::Warning});
    if (!subject.name.isEmpty() && name.contains(subject.name))
        problems.push_back({u"filing.name.person"_s, Severity::Warning});
}

} // namespace

std::vector<NameProblem> websiteNameProblems(const QString& name, const Subject& subject)
{
    std::vector<NameProblem> problems;
    const QString folded = foldWidth(name).trimmed();
    if (folded.toUcs4().size() < kMinCharacters)
        problems.push_back({u"filing.name.short"_s});
    if (isDomainName(folded))
        problems.push_back({u"filing.name.domain"_s});
    else if (hasSpecialCharacter(folded))
        problems.push_back({u"filing.name.special"_s});
    else if (!folded.isEmpty() && isOnlyLatin(folded))
        problems.push_back({u"filing.name.latin"_s});
    const QString word = stateWord(folded);
    const bool isState = subject.nature == kDefence || subject.nature == kGovernment;
    if (!word.isEmpty() && !isState) {
        // A company registered under such a name may use it, if the bureau agrees.
        const bool isOwnName = subject.name.startsWith(word);
        problems.push_back(
            {u"filing.name.state"_s, isOwnName ? Severity::Warning : Severity::Error});
    }
    if (subject.nature == kIndividual)
        judgeIndividual(folded, subject, problems);
    return problems;
}

} // namespace handshake
