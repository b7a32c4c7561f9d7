// SPDX-License-Identifier: Apache-2.0
#include "app/delivery/receipt.h"
#include "app/delivery/provider_result.h"

#include "fuzz/fuzz_target.h"

using namespace handshake;

namespace {

/// RFC 8032, 7.1, test 1: a public key everyone knows the private half of.
const ReceiptKey& specimenKey()
{
    static const Result<ReceiptKey> key =
        ReceiptKey::fromBytes("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
    fuzz::require(key.has_value(), "the specimen key is one");
    return *key;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    if (const auto keys = ReceiptKey::fromBytes(bytes)) {
        fuzz::require(!keys->keys().empty(), "at least one key");
        for (const ReceiptKey::One& one : keys->keys())
            fuzz::require(one.raw.size() == 32, "a key has 32 bytes");
    }
    constexpr qint64 kBytes = 12'345;
    const DossierId dossier = *DossierId::parse(QString(64, u'1'));
    const Sha256 sha256 = *Sha256::fromHex(QString(64, u'2'));
    const auto receipt = verifyReceipt(bytes, specimenKey(), dossier, sha256, kBytes);
    if (receipt) {
        fuzz::require(receipt->dossier == dossier && receipt->bytes == kBytes &&
                          receipt->sha256.hex() == sha256.hex(),
                      "a receipt speaks of the dossier asked about");
    }
    if (const auto result = verifyResult(bytes, specimenKey()))
        fuzz::require(!result->status.isEmpty() && !result->jws.isEmpty(),
                      "a result says something");
    return 0;
}
