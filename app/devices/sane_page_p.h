// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/devices/sane_api_p.h"

#include <QByteArray>
#include <QSizeF>

#include <array>
#include <functional>
#include <optional>

namespace handshake {

/// Reads one page from a scanner that was started, and tells it in rows of 8 bits a channel: gray
/// or RGB, whatever the device delivers (1, 8 or 16 bits, one pass or three).
class SanePage final
{
public:
    struct Way {
        std::function<void(const QByteArray& frame)> send; ///< a frame of scan_protocol
        std::function<bool()> isStopped;                   ///< asked between two reads
    };

    /// `api` outlives this object.
    SanePage(const SaneApi& api, SANE_Handle device, QSizeF dpi, const Way& way)
        : m_api(api)
        , m_device(device)
        , m_dpi(dpi)
        , m_way(way)
    {
    }

    /// Nothing when the page is complete and was told.
    [[nodiscard]] std::optional<ScanFault> transfer();

private:
    [[nodiscard]] std::optional<ScanFault> transferPasses(SANE_Parameters parameters);
    /// Every whole row of one frame, as the device gives it, in pieces.
    [[nodiscard]] std::optional<ScanFault>
    readRows(const SANE_Parameters& parameters,
             const std::function<void(const QByteArray& rows)>& take);
    void tellHead(const SANE_Parameters& parameters, int channels);
    void tellRows(const QByteArray& pixels, qsizetype perRow);
    void tellEnd();

    const SaneApi& m_api;
    SANE_Handle m_device;
    QSizeF m_dpi;
    const Way& m_way;
    QByteArray m_unsent;
};

} // namespace handshake
