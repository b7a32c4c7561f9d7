// SPDX-License-Identifier: Apache-2.0
#include "app/delivery/provider_result.h"

#include "app/core/text.h"
#include "app/delivery/signed_message.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostItems = 200;
constexpr qsizetype kMostNumbers = 200;
constexpr qsizetype kLongestName = 128;
constexpr qsizetype kLongestText = 1000;

template <std::size_t N>
Result<QString> oneOf(const SignedMessage& message, QLatin1StringView name,
                      const std::array<QStringView, N>& allowed)
{
    const QString value = message.payload().value(name).toString();
    if (std::find(allowed.begin(), allowed.end(), value) == allowed.end())
        return message.refusal(u"%1 is missing or not a known one"_s.arg(name));
    return value;
}

/// A text for staff: one that would have to be cut or cleaned to nothing is not what was meant.
Result<QString> text(const SignedMessage& message, const QJsonObject& item, QLatin1StringView name,
                     qsizetype longest, bool isNeeded)
{
    const QJsonValue value = item.value(name);
    if (value.isUndefined() && !isNeeded)
        return QString();
    const QString given = value.toString();
    const QString cleaned = cleanForeignText(given, longest);
    if (!value.isString() || given.size() > longest || (isNeeded && cleaned.trimmed().isEmpty()))
        return message.refusal(u"an item's %1 is missing or no text of fitting length"_s.arg(name));
    return cleaned;
}

Result<ResultItem> readItem(const SignedMessage& message, const QJsonValue& value)
{
    if (!value.isObject())
        return message.refusal(u"an item is no object"_s);
    const QJsonObject item = value.toObject();
    const auto target = text(message, item, "target"_L1, kLongestName, true);
    const auto code = text(message, item, "code"_L1, kLongestName, true);
    const auto reason = text(message, item, "reason"_L1, kLongestText, true);
    const auto advice = text(message, item, "advice"_L1, kLongestText, false);
    for (const auto* part : {&target, &code, &reason, &advice}) {
        if (!*part)
            return part->error();
    }
    return ResultItem{*target, *code, *reason, *advice};
}

Result<std::vector<ResultItem>> readItems(const SignedMessage& message, const QString& status)
{
    const QJsonValue value = message.payload().value("items"_L1);
    const QJsonArray list = value.toArray();
    if (!value.isUndefined() && !value.isArray())
        return message.refusal(u"items is no list"_s);
    if (list.size() > kMostItems)
        return message.refusal(u"more items than a dossier has"_s);
    if (status == u"returned" && list.isEmpty())
        return message.refusal(u"returned, but nothing is named to correct"_s);
    std::vector<ResultItem> items;
    for (const auto& entry : list) {
        auto item = readItem(message, entry);
        if (!item)
            return item.error();
        items.push_back(*std::move(item));
    }
    return items;
}

Result<std::map<QString, QString>> readNumbers(const SignedMessage& message)
{
    const QJsonValue value = message.payload().value("numbers"_L1);
    if (!value.isUndefined() && !value.isObject())
        return message.refusal(u"numbers is no object"_s);
    const QJsonObject given = value.toObject();
    if (given.size() > kMostNumbers)
        return message.refusal(u"more numbers than a filing has"_s);
    std::map<QString, QString> numbers;
    for (auto number = given.begin(); number != given.end(); ++number) {
        const QString name = cleanForeignText(number.key(), kLongestName);
        const QString content = cleanForeignText(number.value().toString(), kLongestName);
        if (name != number.key() || content != number.value().toString() || name.isEmpty() ||
            content.isEmpty())
            return message.refusal(u"a number that is none"_s);
        numbers.emplace(name, content);
    }
    return numbers;
}

} // namespace

Result<ResultRecord> verifyResult(const QByteArray& jws, const ReceiptKey& key)
{
    constexpr std::array<QStringView, 4> kStatuses{u"accepted", u"returned", u"passed",
                                                   u"rejected"};
    constexpr std::array<QStringView, 2> kWhom{u"counter", u"applicant"};
    const auto message = SignedMessage::verify(jws, key, u"handshake-result"_s, u"result"_s);
    if (!message)
        return message.error();
    const auto dossier = message->dossier();
    if (!dossier)
        return dossier.error();
    const auto status = oneOf(*message, "status"_L1, kStatuses);
    if (!status)
        return status.error();
    const bool isAddressed = message->payload().contains("to"_L1);
    const auto to = isAddressed ? oneOf(*message, "to"_L1, kWhom) : Result<QString>(QString());
    if (!to)
        return to.error();
    const auto items = readItems(*message, *status);
    if (!items)
        return items.error();
    const auto numbers = readNumbers(*message);
    if (!numbers)
        return numbers.error();
    return ResultRecord{.identity = message->identity(),
                        .dossier = *dossier,
                        .status = *status,
                        .to = *to,
                        .items = *items,
                        .numbers = *numbers,
                        .jws = message->jws()};
}

} // namespace handshake
