// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/strong_id.h"
#include "app/filing/filing_ids.h"
#include "app/filing/person.h"

#include <QJsonObject>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace handshake {

/// What is filed: plain values, one struct per level of the JSON model (contract.md, "The order and
/// the filing"). Codes are the authority's (data/codes). `extra` holds the members we do not know,
/// and known ones that say nothing (null, "", []), so that writing gives back what was read.

enum class FilingKind : std::uint8_t {
    FirstFiling,  ///< XZBA 首次备案
    NewWebsite,   ///< XZWZ 新增网站
    NewAccess,    ///< XZJR 新增接入
    Change,       ///< BGBA 变更备案
    Cancellation, ///< ZXBA 注销备案
};

/// Who typed the data: the website's operator in the provider's system, or the provider for him.
enum class EnteredBy : std::uint8_t { Operator, Provider };

/// What the authority gave an object when it was filed; JSON members provincialId, recordNumber.
struct Provincial {
    std::optional<qint64> id{};
    QString recordNumber{}; ///< 备案号

    friend bool operator==(const Provincial&, const Provincial&) = default;
};

/// 主体: the unit or individual that runs the websites.
struct Subject {
    SubjectId id;
    QString name{};
    int nature = 0;     ///< table natures (Dwxz); 5 is an individual
    QString superior{}; ///< 投资人或主管单位
    PostalAddress address{};
    Certificate certificate{};
    Person person{};
    QString remark{};
    Provincial provincial{};
    QJsonObject extra{};

    friend bool operator==(const Subject&, const Subject&) = default;
};

struct Domain {
    DomainId id;
    QString name{};
    Provincial provincial{};
    QJsonObject extra{};

    friend bool operator==(const Domain&, const Domain&) = default;
};

/// `from` and `to` inclusive, dotted IPv4.
struct IpRange {
    IpRangeId id;
    QString from{};
    QString to{};
    Provincial provincial{};
    QJsonObject extra{};

    friend bool operator==(const IpRange&, const IpRange&) = default;
};

/// 接入: one access point of a website.
struct Access {
    AccessId id;
    std::vector<int> places{}; ///< table places (Fbdd)
    std::vector<int> ways{};   ///< table access-ways (Jrfs)
    std::vector<IpRange> ips{};
    Provincial provincial{};
    QJsonObject extra{};

    friend bool operator==(const Access&, const Access&) = default;
};

/// 前置或专项审批. `scans` are names; the bytes come beside the filing.
struct Approval {
    int type = 0; ///< table approvals (Nrlx)
    QString number{};
    std::vector<QString> scans{};
    QJsonObject extra{};

    friend bool operator==(const Approval&, const Approval&) = default;
};

struct Website {
    WebsiteId id;
    QString name{};
    QString homeUrl{};
    std::vector<Domain> domains{};
    std::vector<int> services{};  ///< table services (Fwnr)
    std::vector<int> languages{}; ///< table languages (Yylb)
    std::vector<Approval> approvals{};
    std::vector<Access> accesses{};
    Person person{};
    QString remark{};
    Provincial provincial{};
    QJsonObject extra{};

    friend bool operator==(const Website&, const Website&) = default;
};

struct Filing {
    FilingKind kind = FilingKind::FirstFiling;
    OrderId orderId;
    int province = 0; ///< of the bureau that receives it, six digits
    EnteredBy enteredBy = EnteredBy::Provider;
    Subject subject;
    std::vector<Website> websites{};
    QJsonObject extra{};

    /// An organisation, not an individual (个人).
    [[nodiscard]] bool isUnit() const;
    /// nullptr when there is none with this id; valid as long as this filing is not changed.
    [[nodiscard]] const Website* website(WebsiteId id) const;

    friend bool operator==(const Filing&, const Filing&) = default;
};

} // namespace handshake
