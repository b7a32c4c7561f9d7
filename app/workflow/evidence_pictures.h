// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/workflow/session_page_state.h"

#include <QImage>
#include <QObject>
#include <QString>

#include <map>

namespace handshake {

/// The captured pictures of the session shown, fetched once each: small ones for the stepper, the
/// large one of the step looked at, the portrait on an ID card to stand beside the live photo.
class EvidencePictures final : public QObject
{
    Q_OBJECT

public:
    /// `sessions` outlives this object.
    explicit EvidencePictures(SessionGateway& sessions, QObject* parent = nullptr);

    /// Another session: everything is forgotten, late answers are dropped.
    void forgetAll();
    /// Puts in what is there and sends for what is missing; arrived() says when to fill again.
    void fill(SessionPageState& state);

Q_SIGNALS:
    void arrived();

private:
    [[nodiscard]] QImage thumbnail(const Evidence& evidence);
    [[nodiscard]] QImage portrait(const Evidence& idPortrait);
    /// Null until it is there; only the one asked for last is kept.
    [[nodiscard]] QImage large(const Evidence& evidence);
    [[nodiscard]] QImage portraitBeside(const SessionPageState& state);

    SessionGateway& m_sessions;
    std::map<QString, QImage> m_thumbnails; ///< by item; null: on its way
    std::map<QString, QImage> m_portraits;  ///< likewise
    QString m_largeItem;
    QImage m_large;
    quint64 m_generation = 0;
};

} // namespace handshake
