// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <array>
#include <memory>

class QIODevice;

namespace handshake {

/// A SHA-256 digest (FIPS 180-4). Computed by OpenSSL: Qt 6.4's own runs at a tenth of its speed.
class Sha256 final
{
public:
    static constexpr qsizetype kSize = 32;

    static Sha256 of(QByteArrayView bytes);
    /// Reads `device` to its end; Storage when reading fails.
    static Result<Sha256> ofDevice(QIODevice& device);
    /// 64 hexadecimal digits, either case.
    static Result<Sha256> fromHex(QStringView hex);

    [[nodiscard]] QString hex() const; ///< 64 lower-case digits
    [[nodiscard]] QByteArray bytes() const;
    [[nodiscard]] QString logText() const { return hex().first(12); }

    friend bool operator==(const Sha256&, const Sha256&) = default;

private:
    friend class Sha256Stream;
    Sha256() = default;

    std::array<unsigned char, kSize> m_digest{};
};

/// A digest built piece by piece.
class Sha256Stream final
{
public:
    Sha256Stream();
    ~Sha256Stream();
    Q_DISABLE_COPY_MOVE(Sha256Stream)

    void add(QByteArrayView bytes);
    /// Ends the stream: call once.
    [[nodiscard]] Sha256 finish();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace handshake
