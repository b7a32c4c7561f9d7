// SPDX-License-Identifier: Apache-2.0
#include "app/vault/unsealed_sealer.h"

#include "app/core/sha256.h"

#include <QtEndian>

#include <array>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView kMagic("HDPLAIN1");
constexpr qsizetype kCheckSize = UnsealedSealer::kHeaderSize - kMagic.size();

QByteArray checkOf(QByteArrayView plain, QByteArrayView context)
{
    // The context's length goes first: nothing can move from the context into the content.
    std::array<char, sizeof(quint64)> length{};
    qToBigEndian(static_cast<quint64>(context.size()), length.data());
    Sha256Stream stream;
    stream.add(QByteArrayView(length.data(), static_cast<qsizetype>(length.size())));
    stream.add(context);
    stream.add(plain);
    return stream.finish().bytes().first(kCheckSize);
}

} // namespace

Result<SealedBytes> UnsealedSealer::seal(QByteArrayView plain, QByteArrayView context)
{
    QByteArray bytes;
    bytes.reserve(kHeaderSize + plain.size());
    bytes.append(kMagic);
    bytes.append(checkOf(plain, context));
    bytes.append(plain);
    return SealedBytes(std::move(bytes));
}

Result<QByteArray> UnsealedSealer::open(const SealedBytes& sealed, QByteArrayView context)
{
    const QByteArrayView bytes(sealed.bytes());
    if (bytes.size() < kHeaderSize || !bytes.startsWith(kMagic))
        return Error{ErrorCode::Corrupt, u"sealed content: no header of a known kind"_s};
    const QByteArrayView plain = bytes.sliced(kHeaderSize);
    if (bytes.sliced(kMagic.size(), kCheckSize) != checkOf(plain, context))
        return Error{ErrorCode::Corrupt, u"sealed content: altered, or of another place"_s};
    return plain.toByteArray();
}

} // namespace handshake
