// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QString>

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

namespace handshake {

/// The authority's code tables that a filing refers to.
enum class CodeTableId : std::uint8_t {
    CertificateTypes,   ///< Zjlx 证件类型
    Natures,            ///< Dwxz 单位性质
    Approvals,          ///< Nrlx 前置或专项审批
    Services,           ///< Fwnr 服务内容
    Languages,          ///< Yylb 语言类别
    AccessWays,         ///< Jrfs 接入方式
    Places,             ///< Fbdd 服务器放置地
    AttachmentFormats,  ///< Fjwjgs 附件文件格式
    AttachmentPurposes, ///< Fjyt 附件用途
    Provinces,          ///< Qy 省 (Shengid)
};
inline constexpr std::size_t kCodeTableCount = 10;

/// What the number on a certificate has to look like.
enum class NumberFormat : std::uint8_t {
    Free, ///< nothing known
    CitizenNumber,
    PermanentResidentCard,
    Passport,
    HongKongMacauPermit,
    TaiwanPermit,
    CreditCode,
    CreditCodeOrOther, ///< a certificate from before 2015 has another number
    CreditCodeOrRegistrationNumber,
    OrganisationCode,
};

/// One row. `natures` holds what a row is restricted to: a certificate type to the natures of unit
/// that may hold it (5: a person's certificate); empty when the source says nothing.
struct CodeEntry {
    int id = 0;
    QString chinese{};
    QString english{};
    std::vector<int> natures{};
    NumberFormat number = NumberFormat::Free; ///< of certificate types
};

/// The code tables of data/codes: one JSON file each, with source, date and names in both
/// languages. Immutable after loading.
class CodeTables final
{
public:
    /// Reads every table's file in `folder`; Configuration naming the file when one is missing or
    /// not what it should be.
    static Result<CodeTables> load(const QString& folder);

    /// The name of a code, or the number itself when the table does not know it.
    [[nodiscard]] QString name(CodeTableId table, int id, bool english) const;
    [[nodiscard]] bool contains(CodeTableId table, int id) const;
    /// In the order of ids.
    [[nodiscard]] std::vector<CodeEntry> entries(CodeTableId table) const;
    /// nullptr when the table does not know it; valid as long as this object.
    [[nodiscard]] const CodeEntry* entry(CodeTableId table, int id) const;

private:
    CodeTables() = default;

    std::array<std::map<int, CodeEntry>, kCodeTableCount> m_tables;
};

} // namespace handshake
