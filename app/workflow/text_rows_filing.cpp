// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/text_rows_p.h"

#include <QCoreApplication>

namespace handshake::text_rows {

namespace {

constexpr Row kRows[] = {
    {"filing.1004",
     QT_TRANSLATE_NOOP("Advice",
                       "This is not a domain name. Enter it without http:// and without a path.")},
    {"filing.1005",
     QT_TRANSLATE_NOOP(
         "Advice",
         "This domain is filed already. Ask the operator whether to add an access instead.")},
    {"filing.1006",
     QT_TRANSLATE_NOOP(
         "Advice",
         "This is not a valid IPv4 address. Enter four numbers from 0 to 255 separated by dots.")},
    {"filing.1007",
     QT_TRANSLATE_NOOP(
         "Advice", "The emergency number is neither a mobile nor a landline number. Correct it.")},
    {"filing.1009",
     QT_TRANSLATE_NOOP("Advice", "The e-mail address is missing or wrong. Correct it.")},
    {"filing.1010",
     QT_TRANSLATE_NOOP("Advice", "The office number has to look like 0571-12345678. Correct it.")},
    {"filing.1011", QT_TRANSLATE_NOOP("Advice", "The mobile number is missing or wrong: eleven "
                                                "digits beginning with 13 to 19. Correct it.")},
    {"filing.1013",
     QT_TRANSLATE_NOOP("Advice", "A QQ account has at least five digits. Correct or clear it.")},
    {"filing.1014",
     QT_TRANSLATE_NOOP("Advice", "Nature code %1 is unknown. Choose one from the list.")},
    {"filing.1015", QT_TRANSLATE_NOOP("Advice", "The citizen number is wrong: its check character "
                                                "does not fit. Compare it with the card.")},
    {"filing.1019",
     QT_TRANSLATE_NOOP(
         "Advice", "Region code %1 does not fit. Choose province, city and county from the list.")},
    {"filing.1022",
     QT_TRANSLATE_NOOP("Advice",
                       "The home page is not a valid address. Enter it as www.example.cn.")},
    {"filing.1039",
     QT_TRANSLATE_NOOP("Advice", "This domain occurs twice in the order. Remove one of them.")},
    {"filing.1040",
     QT_TRANSLATE_NOOP(
         "Advice",
         "This address range overlaps another one of the same website. Correct one of them.")},
    {"filing.1041", QT_TRANSLATE_NOOP("Advice", "The home page is not under any domain of this "
                                                "website. Correct the home page or the domain.")},
    {"filing.1045", QT_TRANSLATE_NOOP("Advice", "The address lies in another province than the one "
                                                "the filing goes to. Correct one of them.")},
    {"filing.1063",
     QT_TRANSLATE_NOOP(
         "Advice", "The address is not within the provider's own ranges. Check the access data.")},
    {"filing.1064",
     QT_TRANSLATE_NOOP("Advice", "This domain is on the blacklist. Do not accept the order.")},
    {"filing.1065",
     QT_TRANSLATE_NOOP("Advice", "This subject is on the blacklist. Do not accept the order.")},
    {"filing.5001",
     QT_TRANSLATE_NOOP(
         "Advice",
         "The value breaks a limit of the authority's interface. Shorten or correct it.")},
    {"filing.5008",
     QT_TRANSLATE_NOOP("Advice", "The text holds an invisible control character. Type it again.")},
    {"filing.access-missing", QT_TRANSLATE_NOOP("Advice", "The website has no access. Add one.")},
    {"filing.address-detail",
     QT_TRANSLATE_NOOP("Advice", "The address does not go down to the door number. Complete it.")},
    {"filing.age",
     QT_TRANSLATE_NOOP("Advice", "The person is younger than %1. Another person has to be named.")},
    {"filing.certificate-nature",
     QT_TRANSLATE_NOOP(
         "Advice",
         "This certificate is unusual for this kind of unit. Compare it with the original.")},
    {"filing.certificate-number",
     QT_TRANSLATE_NOOP(
         "Advice",
         "The number does not fit this kind of certificate. Compare it with the original.")},
    {"filing.certificate-owner",
     QT_TRANSLATE_NOOP(
         "Advice",
         "A unit needs a unit's certificate, a person a personal one. Choose another type.")},
    {"filing.certificate-type",
     QT_TRANSLATE_NOOP("Advice", "Certificate type %1 is unknown. Choose one from the list.")},
    {"filing.code-unknown",
     QT_TRANSLATE_NOOP("Advice", "Code %1 is unknown. Choose one from the list.")},
    {"filing.codes-missing",
     QT_TRANSLATE_NOOP("Advice", "Nothing is chosen. Choose at least one.")},
    {"filing.county-of-city",
     QT_TRANSLATE_NOOP("Advice", "The county does not seem to belong to this city. Check both.")},
    {"filing.credit-code",
     QT_TRANSLATE_NOOP("Advice", "The unified social credit code is wrong: its check character "
                                 "does not fit. Compare it with the licence.")},
    {"filing.domain-count",
     QT_TRANSLATE_NOOP("Advice",
                       "The order has %1 domains; the province accepts %2. Split the order.")},
    {"filing.domain.missing", QT_TRANSLATE_NOOP("Advice", "The website has no domain. Add one.")},
    {"filing.domain.one",
     QT_TRANSLATE_NOOP("Advice", "A website has one domain since 2019. Make a website of its own "
                                 "for each further domain.")},
    {"filing.domain.www",
     QT_TRANSLATE_NOOP("Advice", "A domain is filed without \"www.\". Remove it.")},
    {"filing.emergency-is-mobile",
     QT_TRANSLATE_NOOP("Advice",
                       "The emergency number is the mobile number again. Enter another one.")},
    {"filing.expired",
     QT_TRANSLATE_NOOP("Advice", "The certificate expired on %1. Ask for a valid one.")},
    {"filing.expires-soon",
     QT_TRANSLATE_NOOP(
         "Advice",
         "The certificate expires on %1, in less than %2 months. Ask for a renewed one.")},
    {"filing.gbk",
     QT_TRANSLATE_NOOP(
         "Advice",
         "Character %1 cannot be sent to the authority. Ask the bureau how to write it.")},
    {"filing.individual",
     QT_TRANSLATE_NOOP("Advice", "An individual files for himself: name and number of subject and "
                                 "person have to agree. Correct them.")},
    {"filing.ip-missing", QT_TRANSLATE_NOOP("Advice", "The access has no IP address. Add one.")},
    {"filing.ip-order",
     QT_TRANSLATE_NOOP("Advice", "The range ends before it begins. Swap the addresses.")},
    {"filing.ip-private",
     QT_TRANSLATE_NOOP("Advice", "The address is private or reserved. Enter the public one.")},
    {"filing.local-id",
     QT_TRANSLATE_NOOP("Advice",
                       "The province wants a local identity card. Check the card's region.")},
    {"filing.missing", QT_TRANSLATE_NOOP("Advice", "This field is empty. Fill it in.")},
    {"filing.name.company",
     QT_TRANSLATE_NOOP(
         "Advice",
         "The name sounds like a company's; an individual's website should not. Choose another.")},
    {"filing.name.domain",
     QT_TRANSLATE_NOOP("Advice", "A domain is no website name. Choose another.")},
    {"filing.name.latin",
     QT_TRANSLATE_NOOP(
         "Advice",
         "The name is only Latin letters or digits. Choose one with Chinese characters.")},
    {"filing.name.person",
     QT_TRANSLATE_NOOP("Advice", "The name contains the person's own name. Choose another.")},
    {"filing.name.place",
     QT_TRANSLATE_NOOP(
         "Advice",
         "The name contains a place; an individual's website should not. Choose another.")},
    {"filing.name.short",
     QT_TRANSLATE_NOOP("Advice",
                       "The name is shorter than three characters. Choose a longer one.")},
    {"filing.name.special",
     QT_TRANSLATE_NOOP("Advice", "The name contains special characters. Remove them.")},
    {"filing.name.state",
     QT_TRANSLATE_NOOP("Advice", "The name begins like a state body's. Choose another.")},
    {"filing.number-typing",
     QT_TRANSLATE_NOOP("Advice", "The number holds blanks, hyphens or small letters and would be "
                                 "sent so. Type it as printed.")},
    {"filing.office-missing",
     QT_TRANSLATE_NOOP("Advice", "A unit needs an office number. Fill it in.")},
    {"filing.open-order",
     QT_TRANSLATE_NOOP("Advice", "Order %1 is open for the same subject. Finish that one first.")},
    {"filing.organisation-code",
     QT_TRANSLATE_NOOP("Advice", "The organisation code is wrong: its check character does not "
                                 "fit. Compare it with the certificate.")},
    {"filing.passport-number",
     QT_TRANSLATE_NOOP("Advice",
                       "The passport number looks unusual. Compare it with the passport.")},
    {"filing.record-number",
     QT_TRANSLATE_NOOP("Advice",
                       "The record number should look like 浙ICP备12345678号-1. Compare it.")},
    {"filing.registration-number",
     QT_TRANSLATE_NOOP("Advice", "The old registration number is wrong: its check digit does not "
                                 "fit. Ask for the credit code.")},
    {"filing.registration-number.old",
     QT_TRANSLATE_NOOP(
         "Advice", "This is an old registration number. Ask for the unified social credit code.")},
    {"filing.representative.authorisation",
     QT_TRANSLATE_NOOP("Advice", "In this province the responsible person may be another than the "
                                 "legal representative, with an authorisation letter.")},
    {"filing.representative.required",
     QT_TRANSLATE_NOOP("Advice", "In this province the responsible person has to be the legal "
                                 "representative. Compare with the licence.")},
    {"filing.residence-permit",
     QT_TRANSLATE_NOOP("Advice",
                       "The identity card is from elsewhere: ask for a local residence permit.")},
    {"filing.shared-email",
     QT_TRANSLATE_NOOP(
         "Advice",
         "Another person in this order has this e-mail address. Each person needs an own one.")},
    {"filing.shared-mobile",
     QT_TRANSLATE_NOOP(
         "Advice",
         "Another person in this order has this mobile number. Each person needs an own one.")},
    {"filing.site-manager.authorisation",
     QT_TRANSLATE_NOOP(
         "Advice",
         "In this province the website's person needs an authorisation letter. Ask for it.")},
    {"filing.two-names",
     QT_TRANSLATE_NOOP(
         "Advice",
         "The same certificate number stands with two names. Compare them with the card.")},
};

} // namespace

Span filingRows()
{
    return {kRows, std::size(kRows)};
}

} // namespace handshake::text_rows
