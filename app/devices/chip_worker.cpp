// SPDX-License-Identifier: Apache-2.0
#include "app/devices/chip_worker.h"

#include "app/devices/chip_protocol.h"
#include "app/devices/scan_protocol.h"
#include "app/devices/sdt_library.h"
#include "app/imaging/worker_limits.h"
#include "app/imaging/worker_streams.h"

#include <QFileInfo>

#include <cstdio>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

Result<QByteArray> readCard(const chip_protocol::ChipRequest& request)
{
    if (!QFileInfo(request.library).isFile())
        return Error{ErrorCode::Configuration, u"chip-library-missing"_s};
    const auto library = SdtLibrary::load(request.library);
    if (!library)
        return library.error();
    return library->readText(request.port, request.patience);
}

QByteArray readInput(qsizetype length)
{
    QByteArray bytes(length, Qt::Uninitialized);
    bytes.truncate(qsizetype(std::fread(bytes.data(), 1, static_cast<std::size_t>(length), stdin)));
    return bytes;
}

bool say(std::FILE* stream, const QByteArray& bytes)
{
    const auto size = static_cast<std::size_t>(bytes.size());
    return std::fwrite(bytes.constData(), 1, size, stream) == size && std::fflush(stream) == 0;
}

} // namespace

int runChipWorker()
{
    constexpr int kFailed = 70; // EX_SOFTWARE

    worker_limits::closeInherited();
    std::FILE* answers = worker_streams::takeOutput();
    if (!answers || !worker_limits::applyToDriver() ||
        !say(answers, chip_protocol::kHello.toByteArray()))
        return kFailed;
    QByteArray bytes = readInput(scan_protocol::kFrameHead);
    const auto head = scan_protocol::parseFrameHead(bytes, chip_protocol::kMaxRequest);
    if (!head)
        return kFailed;
    bytes += readInput(head->length);
    const auto request = chip_protocol::parseRequest(bytes);
    if (!request)
        return kFailed;
    const auto text = readCard(*request);
    return say(answers,
               text ? chip_protocol::textReply(*text) : chip_protocol::refusal(text.error().detail))
               ? 0
               : kFailed;
}

} // namespace handshake
