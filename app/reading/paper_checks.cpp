// SPDX-License-Identifier: Apache-2.0
#include "app/reading/paper_checks.h"

#include "app/core/json.h"
#include "app/filing/citizen_number.h"
#include "app/filing/social_credit_code.h"
#include "app/imaging/measure.h"
#include "app/reading/sheet_geometry.h"

#include <QDate>
#include <QJsonObject>
#include <QLineF>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace handshake {

namespace {

constexpr double kMmPerInch = 25.4;

CheckValue check(const QString& id, CheckResult result, const QString& advice)
{
    CheckValue value;
    value.id = id;
    value.result = result;
    if (result != CheckResult::Pass)
        value.advice = advice;
    return value;
}

/// More is better.
CheckValue atLeast(const QString& id, double value, double warn, double fail, const QString& advice)
{
    const CheckResult result = value < fail   ? CheckResult::Fail
                               : value < warn ? CheckResult::Warn
                                              : CheckResult::Pass;
    CheckValue measured = check(id, result, advice);
    measured.value = value;
    measured.limit = result == CheckResult::Fail ? fail : warn;
    return measured;
}

CheckValue kindCheck(const PaperMatch& match, PaperKind hint, bool isBlurred)
{
    if (match.layout == nullptr)
        return check(u"kind"_s, isBlurred ? CheckResult::Unknown : CheckResult::Fail,
                     isBlurred ? u"paper.kind.unreadable"_s : u"paper.kind.unknown"_s);
    if (hint == PaperKind::Auto || hint == match.layout->kind)
        return check(u"kind"_s, CheckResult::Pass, {});
    const auto isCard = [](PaperKind kind) {
        return kind == PaperKind::IdPortrait || kind == PaperKind::IdEmblem;
    };
    if (isCard(hint) && isCard(match.layout->kind))
        return check(u"kind"_s, CheckResult::Fail, u"paper.kind.other-side"_s);
    return check(u"kind"_s, CheckResult::Fail, u"paper.kind.wanted-"_s + paperKindName(hint));
}

/// Whose paper was read is a guess when two of its kind lie there.
CheckValue singleCheck(const PaperMatches& matches)
{
    const auto alike = std::ranges::count_if(matches.known, [&](const PaperMatch& known) {
        return known.layout == matches.taken.layout;
    });
    return check(u"single"_s, alike > 1 ? CheckResult::Warn : CheckResult::Pass,
                 u"paper.single.several"_s);
}

/// A scan may end exactly where the paper ends; cut off is what has lost its shape.
bool isWholeInShape(const PaperMatch& match)
{
    constexpr double kOff = 0.012;
    if (match.layout == nullptr || match.sheet.corners.size() != 4)
        return false;
    const auto side = [&](int from, int to) {
        return QLineF(match.sheet.corners[from], match.sheet.corners[to]).length();
    };
    const double ratio = (side(0, 1) + side(3, 2)) / std::max(1.0, side(0, 3) + side(1, 2));
    const QSizeF size = match.layout->size;
    return std::abs((ratio * size.height() / size.width()) - 1) < kOff;
}

CheckValue bordersCheck(const PaperMatch& match)
{
    if (match.wholePicture || (match.sheet.touchesBorder && isWholeInShape(match)))
        return check(u"borders"_s, CheckResult::Warn, u"paper.borders.tight"_s);
    return check(u"borders"_s, match.sheet.touchesBorder ? CheckResult::Fail : CheckResult::Pass,
                 u"paper.borders.cut"_s);
}

std::optional<QString> textOf(const PaperReading& reading, const QString& key)
{
    const auto found = reading.fields.find(key);
    return found == reading.fields.end() ? std::nullopt : std::optional(found->second.text);
}

void checkPerson(const PaperReading& reading, std::vector<CheckValue>& checks)
{
    const auto printed = textOf(reading, u"number"_s);
    const auto number = printed ? CitizenNumber::parse(*printed)
                                : Result<CitizenNumber>(Error{ErrorCode::NotFound, {}});
    if (!number)
        return;
    if (const auto birth = textOf(reading, u"birth"_s)) {
        const bool agrees = *birth == number->birthDate().toString(Qt::ISODate);
        checks.push_back(check(u"birth-check"_s, agrees ? CheckResult::Pass : CheckResult::Fail,
                               u"paper.birth.differs"_s));
    }
    if (const auto sex = textOf(reading, u"sex"_s)) {
        const bool agrees = (*sex == u"女"_s) == number->isFemale();
        checks.push_back(check(u"sex-check"_s, agrees ? CheckResult::Pass : CheckResult::Fail,
                               u"paper.sex.differs"_s));
    }
}

/// Cards are valid for five, ten or twenty years to the day, or for good.
void checkValidity(const PaperReading& reading, std::vector<CheckValue>& checks)
{
    const auto from = textOf(reading, u"validFrom"_s);
    const auto to = textOf(reading, u"validTo"_s);
    if (!from || !to)
        return;
    bool plausible = *to == u"long"_s;
    const QDate begin = QDate::fromString(*from, Qt::ISODate);
    const QDate end = QDate::fromString(*to, Qt::ISODate);
    for (const int years : {5, 10, 20})
        plausible = plausible || begin.addYears(years) == end;
    checks.push_back(check(u"validity"_s, plausible ? CheckResult::Pass : CheckResult::Warn,
                           u"paper.validity.implausible"_s));
}

/// A valid code inside the QR's text; what else it says is nobody's business here.
std::optional<QString> creditCodeIn(const QString& text)
{
    static const QRegularExpression pattern(
        u"(?<![0-9A-Za-z])[0-9A-HJ-NPQRTUWXY]{18}(?![0-9A-Za-z])"_s);
    for (auto it = pattern.globalMatch(text); it.hasNext();) {
        const auto code = SocialCreditCode::parse(it.next().captured());
        if (code)
            return code->text();
    }
    return std::nullopt;
}

void checkQr(const PaperReading& reading, std::vector<CheckValue>& checks)
{
    const auto printed = textOf(reading, u"creditCode"_s);
    const auto qr = textOf(reading, u"qr"_s);
    if (!printed || !qr)
        return;
    const auto inside = creditCodeIn(*qr);
    if (!inside)
        checks.push_back(check(u"qr"_s, CheckResult::Unknown, u"paper.qr.no-code"_s));
    else
        checks.push_back(check(u"qr"_s, *inside == *printed ? CheckResult::Pass : CheckResult::Fail,
                               u"paper.qr.differs"_s));
}

} // namespace

Result<PaperThresholds> loadPaperThresholds(const QString& file)
{
    const auto object = readJsonFile(file);
    if (!object)
        return Error{ErrorCode::Configuration, object.error().detail, file};
    PaperThresholds thresholds;
    const std::array<std::pair<QString, double*>, 9> figures = {{
        {u"sharpWarn"_s, &thresholds.sharpWarn},
        {u"sharpFail"_s, &thresholds.sharpFail},
        {u"glareWarn"_s, &thresholds.glareWarn},
        {u"glareFail"_s, &thresholds.glareFail},
        {u"minPrint"_s, &thresholds.minPrint},
        {u"minAgreement"_s, &thresholds.minAgreement},
        {u"sure"_s, &thresholds.sure},
        {u"doubtBelow"_s, &thresholds.doubtBelow},
        {u"leastLine"_s, &thresholds.leastLine},
    }};
    for (const auto& [key, target] : figures) {
        const QJsonValue value = object->value(key);
        if (!value.isDouble() || value.toDouble() < 0)
            return Error{ErrorCode::Configuration, u"threshold missing: "_s + key, file};
        *target = value.toDouble();
    }
    return thresholds;
}

std::vector<CheckValue> checkNoSheet()
{
    return {check(u"sheet"_s, CheckResult::Fail, u"paper.sheet.none"_s),
            check(u"kind"_s, CheckResult::Unknown, u"paper.sheet.none"_s)};
}

std::vector<CheckValue> checkPicture(const PaperMatches& matches, const QImage& rectified,
                                     PaperKind hint, const PaperThresholds& thresholds)
{
    const PaperMatch& match = matches.taken;
    std::vector<CheckValue> checks;
    checks.push_back(check(u"sheet"_s, CheckResult::Pass, {}));
    constexpr int kSharpWidth = 800; // one scale for all cameras
    const double sharp = sharpness(rectified, {}, kSharpWidth);
    checks.push_back(kindCheck(match, hint, sharp < thresholds.sharpFail));
    if (match.layout != nullptr)
        checks.push_back(singleCheck(matches));
    checks.push_back(bordersCheck(match));
    checks.push_back(atLeast(u"sharp"_s, sharp, thresholds.sharpWarn, thresholds.sharpFail,
                             u"paper.sharp.blurred"_s));
    CheckValue glare = atLeast(u"glare"_s, -glareShare(rectified, {}), -thresholds.glareWarn,
                               -thresholds.glareFail, u"paper.glare.seen"_s);
    glare.value = -glare.value.value_or(0);
    glare.limit = -glare.limit.value_or(0);
    checks.push_back(glare);
    if (match.layout != nullptr) {
        const double dpi = dotsPerMmOf(match.sheet.corners, match.layout->size) * kMmPerInch;
        checks.push_back(atLeast(u"resolution"_s, dpi, match.layout->warnDpi, match.layout->failDpi,
                                 u"paper.resolution.low"_s));
    }
    return checks;
}

std::vector<CheckValue> checkFields(const PaperReading& reading)
{
    std::vector<CheckValue> checks;
    checkPerson(reading, checks);
    checkValidity(reading, checks);
    checkQr(reading, checks);
    return checks;
}

} // namespace handshake
