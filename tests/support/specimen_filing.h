// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/filing/filing.h"

#include <QString>

namespace handshake::test {

/// Invented persons and companies (样本): their numbers have right check characters but a region
/// that numbers no district, so nobody holds them. The first two filings are
/// data/demo/order-*.json.

/// 张样本, legal representative, responsible for the unit and its website.
[[nodiscard]] inline Person specimenPerson()
{
    return Person{.name = QStringLiteral("张样本"),
                  .certificate = {.type = 2,
                                  .number = QStringLiteral("330100198808080014"),
                                  .validTo = {.date = QDate(2036, 8, 11)}},
                  .mobile = QStringLiteral("13900000001"),
                  .office = QStringLiteral("0571-00000001"),
                  .emergency = QStringLiteral("13900000002"),
                  .email = QStringLiteral("zhang@specimen-handshake.cn")};
}

/// 李样本, responsible for a second website.
[[nodiscard]] inline Person specimenSecondPerson()
{
    return Person{.name = QStringLiteral("李样本"),
                  .certificate = {.type = 2,
                                  .number = QStringLiteral("330100198506150048"),
                                  .validTo = {.isLong = true}},
                  .mobile = QStringLiteral("13900000003"),
                  .office = QStringLiteral("0571-00000003"),
                  .emergency = QStringLiteral("13900000004"),
                  .email = QStringLiteral("li@specimen-handshake.cn")};
}

/// One website with one domain, one access, one address; ids end alike.
[[nodiscard]] inline Website specimenWebsite(qint64 number, const QString& domain,
                                             const Person& person)
{
    const QString address = QStringLiteral("192.0.2.%1").arg(number * 10);
    return Website{.id = *WebsiteId::make(2000 + number),
                   .name = QStringLiteral("样本网络科技"),
                   .homeUrl = QStringLiteral("www.") + domain,
                   .domains = {Domain{.id = *DomainId::make(3000 + number), .name = domain}},
                   .services = {8},
                   .languages = {1},
                   .accesses = {Access{.id = *AccessId::make(4000 + number),
                                       .places = {34},
                                       .ways = {3},
                                       .ips = {IpRange{.id = *IpRangeId::make(5000 + number),
                                                       .from = address,
                                                       .to = address}}}},
                   .person = person};
}

/// A unit in Zhejiang with one website: 杭州样本网络科技有限公司, specimen-handshake.cn.
[[nodiscard]] inline Filing specimenFiling()
{
    const QString address = QStringLiteral("浙江省杭州市滨江区样本路1号1幢101室");
    return Filing{.orderId = *OrderId::parse(u"D-2026-000001"),
                  .province = 330000,
                  .enteredBy = EnteredBy::Provider,
                  .subject = Subject{.id = *SubjectId::make(1001),
                                     .name = QStringLiteral("杭州样本网络科技有限公司"),
                                     .nature = 4,
                                     .superior = QStringLiteral("张样本"),
                                     .address = {.province = 330000,
                                                 .city = 330100,
                                                 .county = 330108,
                                                 .detail = address},
                                     .certificate = {.type = 1,
                                                     .number = QStringLiteral("91330100MA0000YB3B"),
                                                     .address = address,
                                                     .validTo = {.isLong = true}},
                                     .person = specimenPerson(),
                                     .remark = QStringLiteral("样本 SPECIMEN")},
                  .websites = {specimenWebsite(1, QStringLiteral("specimen-handshake.cn"),
                                               specimenPerson())}};
}

/// The same unit; its website needs a news licence (two scans) and a publishing licence (the order
/// names no scan of it).
[[nodiscard]] inline Filing specimenWithApprovals()
{
    Filing filing = specimenFiling();
    filing.websites[0].approvals = {
        Approval{.type = 1,
                 .number = QStringLiteral("样本新许0001"),
                 .scans = {QStringLiteral("scan.jpg"), QStringLiteral("scan.jpg")}},
        Approval{.type = 2, .number = QStringLiteral("样本版许0002")}};
    return filing;
}

/// The same unit with a second website under another person.
[[nodiscard]] inline Filing specimenTwoWebsites()
{
    Filing filing = specimenFiling();
    filing.orderId = *OrderId::parse(u"D-2026-000003");
    Website second =
        specimenWebsite(3, QStringLiteral("specimen-second.cn"), specimenSecondPerson());
    second.name = QStringLiteral("样本商城服务");
    filing.websites.push_back(second);
    return filing;
}

/// An individual in Zhejiang, 王样本, with one website; he typed his data himself.
[[nodiscard]] inline Filing specimenIndividual()
{
    const QString address = QStringLiteral("浙江省杭州市滨江区样本路2号2幢202室");
    const QString number = QStringLiteral("330100197901010032");
    const Person person{.name = QStringLiteral("王样本"),
                        .certificate = {.type = 2, .number = number, .validTo = {.isLong = true}},
                        .mobile = QStringLiteral("13900000005"),
                        .emergency = QStringLiteral("13900000006"),
                        .email = QStringLiteral("wang@specimen-diary.cn")};
    Filing filing = specimenFiling();
    filing.orderId = *OrderId::parse(u"D-2026-000002");
    filing.enteredBy = EnteredBy::Operator;
    filing.subject = Subject{
        .id = *SubjectId::make(1002),
        .name = person.name,
        .nature = 5,
        .address = {.province = 330000, .city = 330100, .county = 330108, .detail = address},
        .certificate = {.type = 2,
                        .number = number,
                        .address = address,
                        .validTo = {.isLong = true}},
        .person = person,
        .remark = QStringLiteral("样本 SPECIMEN")};
    Website site = specimenWebsite(2, QStringLiteral("specimen-diary.cn"), person);
    site.name = QStringLiteral("样本随笔小站");
    site.homeUrl = QStringLiteral("specimen-diary.cn");
    site.services = {6};
    filing.websites = {site};
    return filing;
}

} // namespace handshake::test
