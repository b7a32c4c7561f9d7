// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace handshake {

/// Persons, their certificates and addresses: plain values of the JSON model, see filing.h.

/// End of validity: a date, "long" (长期), or not known.
struct ValidTo {
    std::optional<QDate> date{};
    bool isLong = false;

    friend bool operator==(const ValidTo&, const ValidTo&) = default;
};

struct Certificate {
    int type = 0;      ///< table certificate-types (Zjlx)
    QString number{};  ///< as typed; folded only for comparing
    QString address{}; ///< 证件住所 as printed
    ValidTo validTo{};
    QJsonObject extra{};

    friend bool operator==(const Certificate&, const Certificate&) = default;
};

/// An account of an instant messenger: kind 1 QQ, 2 WeChat, 3 DingTalk, 4 HI.
struct Messenger {
    int kind = 0;
    QString account{};
    QJsonObject extra{};

    friend bool operator==(const Messenger&, const Messenger&) = default;
};

/// 负责人: the person responsible for the subject or for a website.
struct Person {
    QString name{};
    Certificate certificate{};
    QString mobile{};
    QString office{};    ///< 办公电话, "0571-00000000"
    QString emergency{}; ///< 应急联系电话
    QString email{};
    std::optional<Messenger> messenger{};
    QJsonObject extra{};

    friend bool operator==(const Person&, const Person&) = default;
};

/// Region codes are those of GB/T 2260, six digits; 0 when absent.
struct PostalAddress {
    int province = 0;
    int city = 0;
    int county = 0;
    QString detail{};
    QJsonObject extra{};

    friend bool operator==(const PostalAddress&, const PostalAddress&) = default;
};

/// Same certificate type, number and name, as compared after folding width, spaces and the case of
/// the number. Two blank persons are not the same person.
[[nodiscard]] bool isSamePerson(const Person& a, const Person& b);

} // namespace handshake
