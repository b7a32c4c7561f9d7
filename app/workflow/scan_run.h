// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/devices/scanner.h"

#include <QObject>
#include <QString>

namespace handshake {

/// One paper from the scanner, for the step that is on the screen: finds the scanner where none is
/// set, scans one page, and says in words why it could not.
class ScanRun final : public QObject
{
    Q_OBJECT

public:
    /// `scanner` outlives this object; null: there is none. `request` is what every scan asks for;
    /// without a scanner in it the first one found is taken.
    ScanRun(Scanner* scanner, ScanRequest request, QObject* parent = nullptr);

    [[nodiscard]] bool isPossible() const { return m_scanner != nullptr; }
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    /// Of the page, 0 to 1; negative while it is not known.
    [[nodiscard]] double part() const { return m_part; }

    /// Without effect while it runs.
    void start();
    /// Whatever still comes is dropped; nothing is told.
    void cancel();

Q_SIGNALS:
    /// isRunning() or part() is another.
    void changed();
    void scanned(const handshake::Picture& paper);
    /// `advice` is a key of ErrorText.
    void failed(const QString& advice);

private:
    void choose(quint64 ticket, const Result<std::vector<ScannerInfo>>& scanners);
    void scanWith(const QString& scanner);
    void follow(double part);
    void finish(const ScanEnd& end);
    void stop();
    void fail(const QString& advice);

    Scanner* m_scanner;
    ScanRequest m_request;
    bool m_isRunning = false;
    bool m_isScanning = false; ///< the scanner was asked; else it is still looked for
    double m_part = -1;
    quint64 m_ticket = 0; ///< of the run under way
};

} // namespace handshake
