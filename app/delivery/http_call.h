// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/delivery/provider_link.h"

#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QTimer>

namespace handshake {

/// One request and its answer. Watches for silence, limits the answer, tells a whole HTTP answer
/// from a broken line. Destruction ends the request without calling the handler.
class HttpCall final : public QObject
{
    Q_OBJECT

public:
    struct Patience {
        std::chrono::milliseconds silence; ///< without any byte moving
        std::chrono::milliseconds answer;  ///< from its first byte to its last
    };

    /// `network` outlives this object.
    HttpCall(QNetworkAccessManager& network, const QNetworkRequest& request,
             const ProviderLink::Exchange& exchange, Patience patience,
             ProviderLink::Handler handler);
    ~HttpCall() override;
    Q_DISABLE_COPY_MOVE(HttpCall)

private:
    enum class Ended : std::uint8_t { ByItself, Silence, TooLong };

    void breakOff(Ended why);
    void takeBytes();
    void finish();
    [[nodiscard]] std::optional<DeliveryFailure> lineFailure() const;

    QByteArray m_upload; ///< what the reply reads from
    QByteArray m_body;
    qsizetype m_maxAnswer;
    std::function<void(qint64)> m_sent;
    ProviderLink::Handler m_handler;
    QTimer m_silence;
    QTimer m_answering;
    Ended m_ended = Ended::ByItself;
    QPointer<QNetworkReply> m_reply; ///< the network manager's; goes with it at the latest
};

} // namespace handshake
