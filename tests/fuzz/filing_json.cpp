// SPDX-License-Identifier: Apache-2.0
#include "app/filing/filing_json.h"

#include "fuzz/fuzz_target.h"

#include <QJsonDocument>

using namespace handshake;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto filing = parseFiling(fuzz::bytesOf(data, size));
    if (!filing)
        return 0;
    const QJsonObject written = filingToJson(*filing);
    const auto again = parseFiling(QJsonDocument(written).toJson());
    fuzz::require(again.has_value(), "a filing that was read can be written and read");
    fuzz::require(filingToJson(*again) == written, "and is the same then");
    return 0;
}
