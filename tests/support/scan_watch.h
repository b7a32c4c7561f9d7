// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/devices/scanner.h"

#include <QEventLoop>
#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

namespace handshake::test {

/// What a scanner told in one scan.
struct ScanStory {
    std::vector<ScannedPage> pages{};
    std::vector<double> parts{};
    std::optional<ScanEnd> end{};
    int ends = 0;

    [[nodiscard]] std::optional<ScanFault> fault() const { return end ? end->fault : std::nullopt; }
};

/// Listens to a scanner while it lives.
class ScanWatch final
{
public:
    explicit ScanWatch(Scanner& scanner)
    {
        QObject::connect(&scanner, &Scanner::pageScanned, &m_context,
                         [this](const ScannedPage& page) { story.pages.push_back(page); });
        QObject::connect(&scanner, &Scanner::progressed, &m_context,
                         [this](double part) { story.parts.push_back(part); });
        QObject::connect(&scanner, &Scanner::ended, &m_context, [this](const ScanEnd& how) {
            story.end = how;
            ++story.ends;
            if (m_loop)
                m_loop->quit();
        });
    }

    /// Runs an event loop until the scan has ended. Not QTest::qWaitFor(): that sleeps ten
    /// milliseconds after every piece that a pipe delivers.
    [[nodiscard]] bool waitForEnd(int milliseconds = 10'000)
    {
        if (story.end)
            return true;
        QEventLoop loop;
        m_loop = &loop;
        QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
        loop.exec();
        m_loop = nullptr;
        return story.end.has_value();
    }

    ScanStory story{};

private:
    QEventLoop* m_loop = nullptr; ///< while somebody waits
    QObject m_context;
};

} // namespace handshake::test
