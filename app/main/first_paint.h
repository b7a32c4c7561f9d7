// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QObject>

namespace handshake {

/// Logs once, when a widget has painted for the first time, how long that took: the start as staff
/// see it, measured by tests/bench.
class FirstPaint final : public QObject
{
    Q_OBJECT

public:
    /// The time counts from now; `watch` says of what.
    explicit FirstPaint(QObject* parent = nullptr);
    void watch(QObject& widget);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QElapsedTimer m_elapsed;
};

} // namespace handshake
