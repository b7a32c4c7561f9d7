// SPDX-License-Identifier: Apache-2.0
#include "app/filing/certificate_rules.h"

#include "app/filing/citizen_number.h"
#include "app/filing/organisation_code.h"
#include "app/filing/registration_number.h"
#include "app/filing/social_credit_code.h"
#include "app/filing/typed_number.h"

#include <QRegularExpression>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

bool matches(const QString& pattern, const QString& number)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern))
        .match(number)
        .hasMatch();
}

Finding problem(const QString& key, Severity severity = Severity::Error)
{
    return {.code = u"1008"_s, .severity = severity, .messageKey = key};
}

std::optional<Finding> errorUnless(bool good, const QString& key)
{
    return good ? std::nullopt : std::optional(problem(key));
}

/// Cards of 2023 are built like a citizen number and begin with 9; those of 2017 are not.
bool isPermanentResidentCard(const QString& number)
{
    return (number.startsWith(u'9') && CitizenNumber::parse(number)) ||
           matches(u"[A-Z]{3}\\d{12}"_s, number);
}

/// A right number typed with blanks or small letters goes out as it is, and meets no record.
std::optional<Finding> sentAsTyped(const QString& number, const QString& code)
{
    if (foldTypedNumber(number) == number)
        return std::nullopt;
    return Finding{
        .code = code, .severity = Severity::Warning, .messageKey = u"filing.number-typing"_s};
}

std::optional<Finding> licenceNumberProblem(const QString& number)
{
    const QString folded = foldTypedNumber(number);
    if (folded.size() != RegistrationNumber::kLength)
        return SocialCreditCode::parse(number) ? sentAsTyped(number, u"1008"_s)
                                               : problem(u"filing.credit-code"_s);
    const bool valid = RegistrationNumber::parse(folded).has_value();
    return problem(valid ? u"filing.registration-number.old"_s : u"filing.registration-number"_s,
                   Severity::Warning);
}

} // namespace

std::optional<Finding> certificateNumberProblem(NumberFormat format, const QString& number)
{
    if (number.isEmpty())
        return std::nullopt;
    const QString folded = foldTypedNumber(number);
    switch (format) {
    case NumberFormat::Free:
        return std::nullopt;
    case NumberFormat::CitizenNumber:
        if (!CitizenNumber::parse(number))
            return Finding{.code = u"1015"_s, .messageKey = u"filing.1015"_s};
        return sentAsTyped(number, u"1015"_s);
    case NumberFormat::PermanentResidentCard:
        return errorUnless(isPermanentResidentCard(folded), u"filing.certificate-number"_s);
    case NumberFormat::Passport: {
        // Countries differ: ICAO permits one to nine, some print more.
        const bool usual = matches(u"[A-Z0-9]{5,9}"_s, folded);
        return usual ? std::nullopt
                     : std::optional(problem(u"filing.passport-number"_s, Severity::Warning));
    }
    case NumberFormat::HongKongMacauPermit:
        return errorUnless(matches(u"[HM]\\d{8}(\\d{2})?"_s, folded),
                           u"filing.certificate-number"_s);
    case NumberFormat::TaiwanPermit:
        return errorUnless(matches(u"\\d{8}(\\d{2})?"_s, folded), u"filing.certificate-number"_s);
    case NumberFormat::CreditCode:
        if (!SocialCreditCode::parse(number))
            return problem(u"filing.credit-code"_s);
        return sentAsTyped(number, u"1008"_s);
    case NumberFormat::CreditCodeOrOther:
        if (folded.size() != SocialCreditCode::kLength || SocialCreditCode::parse(number))
            return std::nullopt;
        return problem(u"filing.credit-code"_s, Severity::Warning);
    case NumberFormat::CreditCodeOrRegistrationNumber:
        return licenceNumberProblem(number);
    case NumberFormat::OrganisationCode:
        return errorUnless(OrganisationCode::parse(number).has_value(),
                           u"filing.organisation-code"_s);
    }
    return std::nullopt;
}

std::optional<QDate> birthDateIn(NumberFormat format, const QString& number)
{
    if (format != NumberFormat::CitizenNumber && format != NumberFormat::PermanentResidentCard)
        return std::nullopt;
    const auto parsed = CitizenNumber::parse(number);
    return parsed ? std::optional(parsed->birthDate()) : std::nullopt;
}

} // namespace handshake
