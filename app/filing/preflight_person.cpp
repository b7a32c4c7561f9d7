// SPDX-License-Identifier: Apache-2.0
#include "app/filing/preflight_person.h"

#include "app/filing/certificate_rules.h"
#include "app/filing/code_table.h"
#include "app/filing/field_formats.h"
#include "app/filing/typed_number.h"

#include <algorithm>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr int kIndividual = 5;
constexpr int kAdultAge = 18;
constexpr int kPersonMarginMonths = 3;

void checkValidity(const ValidTo& validTo, const QString& field, int marginMonths,
                   const PreflightContext& context, PreflightNotes& notes)
{
    if (!validTo.date)
        return;
    if (*validTo.date < context.today)
        notes.error(u"1008"_s, field, u"filing.expired"_s, {validTo.date->toString(Qt::ISODate)});
    else if (*validTo.date < context.today.addMonths(marginMonths))
        notes.error(u"1008"_s, field, u"filing.expires-soon"_s,
                    {validTo.date->toString(Qt::ISODate), QString::number(marginMonths)});
}

void checkType(const Certificate& certificate, const QString& field, int ownerNature,
               const PreflightContext& context, PreflightNotes& notes)
{
    const CodeEntry* entry = context.codes.entry(CodeTableId::CertificateTypes, certificate.type);
    if (!entry) {
        notes.error(u"1008"_s, field, u"filing.certificate-type"_s,
                    {QString::number(certificate.type)});
        return;
    }
    const auto& natures = entry->natures;
    const auto holds = [&natures](int nature) {
        return std::find(natures.begin(), natures.end(), nature) != natures.end();
    };
    if (natures.empty() || holds(ownerNature))
        return;
    // Which kind of unit holds which certificate is known less surely than person or unit.
    if (holds(kIndividual) || ownerNature == kIndividual)
        notes.error(u"1008"_s, field, u"filing.certificate-owner"_s);
    else
        notes.warning(u"1008"_s, field, u"filing.certificate-nature"_s);
}

void checkAge(const Certificate& certificate, NumberFormat format, const QString& field,
              const PreflightContext& context, PreflightNotes& notes)
{
    const auto birth = birthDateIn(format, certificate.number);
    if (birth && birth->addYears(kAdultAge) > context.today)
        notes.error(u"F:age"_s, field, u"filing.age"_s, {QString::number(kAdultAge)});
}

void checkMobile(const Person& person, const QString& field, PreflightNotes& notes)
{
    const auto numbers = severalValues(person.mobile);
    const bool good = !numbers.empty() && std::all_of(numbers.begin(), numbers.end(),
                                                      [](auto& n) { return isMobileNumber(n); });
    if (!good)
        notes.error(u"1011"_s, field + u".mobile"_s, u"filing.1011"_s);
}

void checkOffice(const Person& person, const QString& field, bool isUnit, bool ofWebsite,
                 PreflightNotes& notes)
{
    const auto numbers = severalValues(person.office);
    if (numbers.empty()) {
        if (isUnit)
            notes.error(ofWebsite ? u"1031"_s : u"1010"_s, field + u".office"_s,
                        u"filing.office-missing"_s);
        return;
    }
    // A unit may have no fixed line: its office number may be a mobile one.
    const bool good = std::all_of(numbers.begin(), numbers.end(), [](const QString& number) {
        return isLandlineNumber(number) || isMobileNumber(number);
    });
    if (!good)
        notes.error(u"1010"_s, field + u".office"_s, u"filing.1010"_s);
}

void checkEmergency(const Person& person, const QString& field, PreflightNotes& notes)
{
    if (person.emergency.isEmpty())
        return;
    if (!isMobileNumber(person.emergency) && !isLandlineNumber(person.emergency))
        notes.error(u"1007"_s, field + u".emergency"_s, u"filing.1007"_s);
    const auto mobiles = severalValues(person.mobile);
    if (std::find(mobiles.begin(), mobiles.end(), person.emergency) != mobiles.end())
        notes.error(u"1007"_s, field + u".emergency"_s, u"filing.emergency-is-mobile"_s);
}

void checkMail(const Person& person, const QString& field, PreflightNotes& notes)
{
    const auto addresses = severalValues(person.email);
    const bool good =
        !addresses.empty() && std::all_of(addresses.begin(), addresses.end(),
                                          [](const QString& a) { return isEmailAddress(a); });
    if (!good)
        notes.error(u"1009"_s, field + u".email"_s, u"filing.1009"_s);
}

void checkMessenger(const Person& person, const QString& field, PreflightNotes& notes)
{
    constexpr int kQq = 1;
    constexpr qsizetype kMinDigits = 5;
    if (!person.messenger || person.messenger->account.isEmpty())
        return;
    const QString& account = person.messenger->account;
    if (person.messenger->kind == kQq && (!isDigits(account) || account.size() < kMinDigits))
        notes.error(u"1013"_s, field + u".messenger.account"_s, u"filing.1013"_s);
    notes.checkCharacters(account, field + u".messenger.account"_s);
}

struct PlacedPerson {
    const Person& person;
    QString field;
};

bool shareOne(const std::vector<QString>& a, const std::vector<QString>& b)
{
    return std::any_of(a.begin(), a.end(), [&b](const QString& value) {
        return std::find(b.begin(), b.end(), value) != b.end();
    });
}

void comparePersons(const PlacedPerson& first, const PlacedPerson& second, PreflightNotes& notes)
{
    if (isSamePerson(first.person, second.person))
        return;
    const Certificate& a = first.person.certificate;
    const Certificate& b = second.person.certificate;
    if (!a.number.isEmpty() && a.type == b.type &&
        foldTypedNumber(a.number) == foldTypedNumber(b.number)) {
        notes.error(u"F:two-names"_s, second.field + u".name"_s, u"filing.two-names"_s);
        return;
    }
    if (shareOne(severalValues(first.person.mobile), severalValues(second.person.mobile)))
        notes.error(u"1007"_s, second.field + u".mobile"_s, u"filing.shared-mobile"_s);
    if (shareOne(severalValues(first.person.email.toLower()),
                 severalValues(second.person.email.toLower())))
        notes.error(u"1007"_s, second.field + u".email"_s, u"filing.shared-email"_s);
}

} // namespace

void checkCertificate(const Certificate& certificate, const QString& field, int ownerNature,
                      int marginMonths, const PreflightContext& context, PreflightNotes& notes)
{
    checkType(certificate, field + u".type"_s, ownerNature, context, notes);
    const QString numberField = field + u".number"_s;
    if (!notes.isMissing(certificate.number, numberField)) {
        notes.checkCharacters(certificate.number, numberField);
        const CodeEntry* type =
            context.codes.entry(CodeTableId::CertificateTypes, certificate.type);
        const NumberFormat format = type ? type->number : NumberFormat::Free;
        if (const auto problem = certificateNumberProblem(format, certificate.number))
            notes.add(*problem, numberField);
        if (ownerNature == kIndividual)
            checkAge(certificate, format, numberField, context, notes);
    }
    notes.checkCharacters(certificate.address, field + u".address"_s);
    checkValidity(certificate.validTo, field + u".validTo"_s, marginMonths, context, notes);
}

void checkPerson(const Person& person, const QString& field, bool isUnit, bool ofWebsite,
                 const PreflightContext& context, PreflightNotes& notes)
{
    if (person.name.trimmed().isEmpty())
        notes.error(ofWebsite ? u"F:missing"_s : u"1044"_s, field + u".name"_s,
                    u"filing.missing"_s);
    notes.checkCharacters(person.name, field + u".name"_s);
    checkCertificate(person.certificate, field + u".certificate"_s, kIndividual,
                     kPersonMarginMonths, context, notes);
    checkMobile(person, field, notes);
    checkOffice(person, field, isUnit, ofWebsite, notes);
    checkEmergency(person, field, notes);
    checkMail(person, field, notes);
    checkMessenger(person, field, notes);
}

void checkPersonsAgainstEachOther(const Filing& filing, PreflightNotes& notes)
{
    std::vector<PlacedPerson> persons{{filing.subject.person, u"subject.person"_s}};
    for (std::size_t i = 0; i < filing.websites.size(); ++i)
        persons.push_back({filing.websites[i].person, indexed(u"websites"_s, i) + u".person"_s});
    for (std::size_t later = 1; later < persons.size(); ++later) {
        for (std::size_t earlier = 0; earlier < later; ++earlier)
            comparePersons(persons[earlier], persons[later], notes);
    }
}

} // namespace handshake
