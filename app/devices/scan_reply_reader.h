// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/devices/scan_protocol.h"

#include <QImage>

namespace handshake {

/// Makes pages of what a scan worker says. A worker runs drivers of others on bytes of others, so
/// nothing it says is believed: every length is held against the limits before memory is taken, and
/// whatever does not follow the protocol is an error that ends the conversation.
class ScanReplyReader final
{
public:
    struct Ready {
    };
    struct Devices {
        std::vector<ScannerInfo> list;
    };
    struct Rows {
        double part = 0; ///< of the page, 0 to 1; negative when its height is not known
    };
    struct Page {
        QImage image; ///< Format_RGB32, dots per metre set
    };
    struct End {
        std::optional<ScanFault> fault;
    };
    using Event = std::variant<Ready, Devices, Rows, Page, End>;

    /// The next bytes of the worker.
    void append(QByteArrayView bytes);
    /// The next thing it said; nothing while more bytes are needed. Protocol when it makes no
    /// sense, TooLarge when a page is over PictureLimits; then every further call says the same.
    [[nodiscard]] Result<std::optional<Event>> next();
    /// Bytes that wait for their frame to be complete.
    [[nodiscard]] qsizetype waiting() const { return m_buffer.size() - m_read; }

private:
    enum class State : std::uint8_t { Start, Between, InPage, Ended };

    [[nodiscard]] QByteArrayView rest() const { return QByteArrayView(m_buffer).sliced(m_read); }
    [[nodiscard]] Result<std::optional<Event>> read();
    [[nodiscard]] Result<Event> readFrame(const QByteArray& tag, QByteArrayView content);
    [[nodiscard]] Result<Event> beginPage(QByteArrayView content);
    [[nodiscard]] Result<Event> addRows(QByteArrayView content);
    [[nodiscard]] Result<Event> endPage();
    [[nodiscard]] Result<void> makeRoom(int rows);

    QByteArray m_buffer;
    qsizetype m_read = 0; ///< bytes of the buffer that were taken
    State m_state = State::Start;
    scan_protocol::PageHead m_head;
    QImage m_image; ///< taller than what came, where the height is not known
    int m_rows = 0;
    std::optional<Error> m_failure;
};

} // namespace handshake
