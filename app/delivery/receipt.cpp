// SPDX-License-Identifier: Apache-2.0
#include "app/delivery/receipt.h"

#include "app/delivery/signed_message.h"

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

Result<Receipt> readReceipt(const SignedMessage& message)
{
    const auto id = message.dossier();
    const auto sha256 = message.digest("sha256"_L1);
    const auto bytes = message.wholeNumber("bytes"_L1);
    const auto filingNumber = message.shortText("filing_number"_L1);
    const auto filedAt = message.moment("filed_at"_L1);
    const SignedMessage audit = message.inside("audit"_L1);
    const auto sequence = audit.wholeNumber("sequence"_L1);
    const auto hash = audit.digest("hash"_L1);
    if (message.payload().value("status"_L1).toString() != "filed"_L1)
        return message.refusal(u"does not say that the dossier is filed"_s);
    if (!id)
        return id.error();
    if (!sha256)
        return sha256.error();
    if (!bytes)
        return bytes.error();
    if (!filingNumber)
        return filingNumber.error();
    if (!filedAt)
        return filedAt.error();
    if (!sequence)
        return sequence.error();
    if (!hash)
        return hash.error();
    return Receipt{*id,       *sha256, *bytes,          *filingNumber, *filedAt,
                   *sequence, *hash,   message.keyId(), message.jws()};
}

} // namespace

Result<Receipt> verifyReceipt(const QByteArray& jws, const ReceiptKey& key,
                              const DossierId& expected, const Sha256& sha256, qint64 bytes)
{
    const auto message = SignedMessage::verify(jws, key, u"handshake-receipt"_s, u"receipt"_s);
    if (!message)
        return message.error();
    auto receipt = readReceipt(*message);
    if (!receipt)
        return receipt.error();
    if (receipt->dossier != expected)
        return Error{ErrorCode::Conflict, u"receipt: of another dossier"_s};
    if (receipt->sha256 != sha256 || receipt->bytes != bytes)
        return Error{ErrorCode::Conflict, u"receipt: of other bytes than were sent"_s};
    return receipt;
}

} // namespace handshake
