// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/core/sha256.h"
#include "app/core/strong_id.h"
#include "app/delivery/receipt_key.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QString>

namespace handshake {

/// What the provider's server signed (a receipt, a result): a JWS in compact form whose signature a
/// pinned key made. The accessors are strict and name what is wrong; members nobody asks for are no
/// harm: more of them may come later.
class SignedMessage final
{
public:
    static constexpr qsizetype kMaxBytes = 64 * 1024;

    /// The message inside `jws`, or why it is none: Protocol: not a JWS, wrong `alg` or `typ`;
    /// Corrupt: no pinned key signed it. `what` is its name in errors: "receipt".
    static Result<SignedMessage> verify(const QByteArray& jws, const ReceiptKey& key,
                                        const QString& type, const QString& what);

    [[nodiscard]] const QByteArray& jws() const noexcept { return m_jws; }
    /// Of what was signed. The signature does not count: one text has several spellings of it, and
    /// is the same message in each.
    [[nodiscard]] Sha256 identity() const;
    [[nodiscard]] const QString& keyId() const noexcept { return m_keyId; }
    [[nodiscard]] const QJsonObject& payload() const noexcept { return m_payload; }

    /// 1 to 128 visible ASCII characters, in the payload or in an object of it; likewise below.
    [[nodiscard]] Result<QString> shortText(QLatin1StringView name) const;
    [[nodiscard]] Result<qint64> wholeNumber(QLatin1StringView name) const;
    [[nodiscard]] Result<Sha256> digest(QLatin1StringView name) const;
    [[nodiscard]] Result<DossierId> dossier() const; ///< "dossier_id"
    /// With its zone; given in UTC.
    [[nodiscard]] Result<QDateTime> moment(QLatin1StringView name) const;
    /// The object under `name` (an empty one when there is none), read in the same strict way.
    [[nodiscard]] SignedMessage inside(QLatin1StringView name) const;

    /// Protocol, saying of which kind of message.
    [[nodiscard]] Error refusal(const QString& why) const;

private:
    SignedMessage(QByteArray jws, QString what);

    QByteArray m_jws; ///< as received, without surrounding white space: what is stored
    QString m_what;
    QString m_keyId;
    QJsonObject m_payload;
};

} // namespace handshake
