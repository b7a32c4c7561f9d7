// SPDX-License-Identifier: Apache-2.0
#include "app/vault/day_key.h"

#include "app/core/canonical_fields.h"
#include "app/core/json.h"
#include "app/vault/sodium_p.h"

#include <algorithm>
#include <utility>

namespace handshake {

using namespace Qt::StringLiterals;
using namespace sodium;

namespace {

QString dayText(const QDate& day)
{
    return day.toString(Qt::ISODate);
}

QByteArray signedText(const DayKeyRecord& record)
{
    return CanonicalFields()
        .add("handshake day key 1")
        .add(record.id.view())
        .add(QStringView(dayText(record.day)))
        .add(QStringView(record.maker.text()))
        .bytes();
}

QString base64(const SealedBytes& sealed)
{
    return QString::fromLatin1(sealed.bytes().toBase64());
}

SealedBytes sealedFrom(const QJsonValue& value)
{
    return SealedBytes(QByteArray::fromBase64(value.toString().toLatin1()));
}

/// The maker may have been removed since: their signature still says who made it.
Result<void> checkMaker(const DayKeyRecord& record, const Roster& roster)
{
    const Member* maker = roster.find(record.maker);
    const bool mayMake = maker && (maker->has(Role::Operator) || maker->has(Role::Reviewer));
    if (!mayMake || !isSignedBy(maker->keys.signing, signedText(record), record.signature))
        return Error{ErrorCode::Corrupt, u"day key: made by nobody who may"_s, dayText(record.day)};
    return {};
}

Result<SecretBytes> opened(const DayKeyRecord& record, const Roster& roster, const SealedBytes& box,
                           const PersonKey& person)
{
    const Result<void> checked = checkMaker(record, roster);
    if (!checked)
        return checked.error();
    auto key = person.open(box);
    if (!key || key->size() != kKeySize || keyIdOf(*key) != record.id)
        return Error{ErrorCode::Corrupt, u"day key: another key, or a damaged one"_s,
                     dayText(record.day)};
    return key;
}

} // namespace

KeyId keyIdOf(const SecretBytes& key)
{
    constexpr QByteArrayView kPurpose("handshake key id 1");
    KeyId id;
    crypto_generichash(id.data(), static_cast<std::size_t>(KeyId::kSize),
                       reinterpret_cast<const unsigned char*>(kPurpose.data()),
                       static_cast<unsigned long long>(kPurpose.size()), key.data(),
                       static_cast<std::size_t>(key.size()));
    return id;
}

Result<DayKeyRecord> resealedDayKey(DayKeyRecord record, const SecretBytes& key,
                                    const Roster& roster)
{
    if (keyIdOf(key) != record.id)
        return Error{ErrorCode::InvalidInput, u"day key: not the key of this record"_s,
                     dayText(record.day)};
    record.boxes.clear();
    for (const Member* reader : roster.readers()) {
        auto box = sealTo(reader->keys.sealing, key);
        if (!box)
            return box.error().at(reader->id.text());
        record.boxes.emplace(reader->id, *std::move(box));
    }
    auto box = sealTo(roster.recovery.sealing, key);
    if (!box)
        return box.error();
    record.recoveryBox = *std::move(box);
    return record;
}

Result<NewDayKey> makeDayKey(const QDate& day, const Roster& roster, const OperatorId& makerId,
                             const PersonKey& maker)
{
    const auto readers = roster.readers();
    const bool isReader = std::any_of(readers.begin(), readers.end(), [&](const Member* reader) {
        return reader->id == makerId && reader->keys == maker.publicKeys();
    });
    if (!isReader)
        return Error{ErrorCode::Denied, u"day key: only an operator or reviewer makes one"_s,
                     makerId.text()};
    SecretBytes key = randomKey();
    DayKeyRecord record{.id = keyIdOf(key), .day = day, .maker = makerId};
    record.signature = maker.sign(signedText(record));
    auto sealed = resealedDayKey(std::move(record), key, roster);
    if (!sealed)
        return sealed.error();
    return NewDayKey{*std::move(sealed), std::move(key)};
}

Result<SecretBytes> openDayKey(const DayKeyRecord& record, const Roster& roster,
                               const OperatorId& personId, const PersonKey& person)
{
    const auto box = record.boxes.find(personId);
    if (box == record.boxes.end())
        return Error{ErrorCode::NotFound, u"day key: not closed for this person"_s,
                     dayText(record.day)};
    return opened(record, roster, box->second, person);
}

Result<SecretBytes> recoverDayKey(const DayKeyRecord& record, const Roster& roster,
                                  const PersonKey& recovery)
{
    return opened(record, roster, record.recoveryBox, recovery);
}

QByteArray DayKeyRecord::toBytes() const
{
    QJsonObject sealed;
    for (const auto& [person, box] : boxes)
        sealed.insert(person.text(), base64(box));
    return canonicalJson({{u"id"_s, id.base64()},
                          {u"day"_s, dayText(day)},
                          {u"maker"_s, maker.text()},
                          {u"boxes"_s, sealed},
                          {u"recovery"_s, base64(recoveryBox)},
                          {u"signature"_s, signature.base64()}});
}

Result<DayKeyRecord> DayKeyRecord::fromBytes(const QByteArray& bytes)
{
    const Error corrupt{ErrorCode::Corrupt, u"day key: not as it was written"_s};
    const auto object = parseJsonObject(bytes);
    if (!object)
        return corrupt;
    const auto id = KeyId::fromBase64(object->value(u"id"_s).toString());
    const auto maker = OperatorId::parse(object->value(u"maker"_s).toString());
    const auto signature = Signature::fromBase64(object->value(u"signature"_s).toString());
    const QDate day = QDate::fromString(object->value(u"day"_s).toString(), Qt::ISODate);
    if (!id || !maker || !signature || !day.isValid())
        return corrupt;
    DayKeyRecord record{.id = *id,
                        .day = day,
                        .maker = *maker,
                        .boxes = {},
                        .recoveryBox = sealedFrom(object->value(u"recovery"_s)),
                        .signature = *signature};
    const QJsonObject boxes = object->value(u"boxes"_s).toObject();
    for (auto box = boxes.begin(); box != boxes.end(); ++box) {
        const auto person = OperatorId::parse(box.key());
        if (!person)
            return corrupt;
        record.boxes.emplace(*person, sealedFrom(box.value()));
    }
    return record;
}

} // namespace handshake
