// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/imaging/picture.h"

#include <QFuture>
#include <QObject>
#include <QSizeF>
#include <QString>

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace handshake {

/// A scanner as the system lists it.
struct ScannerInfo {
    QString id;   ///< what ScanRequest names; for SANE its device name
    QString name; ///< maker and model
};

enum class ScanSource : std::uint8_t { Flatbed, Feeder };
enum class ScanColour : std::uint8_t { Colour, Grey };

/// What to scan and how.
struct ScanRequest {
    QString scanner{};
    int dpi = 300; ///< the nearest the scanner can; the page says what it became
    ScanColour colour = ScanColour::Colour;
    ScanSource source = ScanSource::Flatbed;
    QSizeF area{};     ///< from the upper left corner, millimetres; empty: all there is
    int maxPages = 50; ///< from a feeder; what is left stays in it
    /// Further options by the driver's own names, in this order, as an administrator sets them.
    std::vector<std::pair<QString, QString>> options{};
};

/// Why a scan ended early.
enum class ScanFault : std::uint8_t {
    FeederEmpty, ///< before the first page; after it, an empty feeder is the end
    Jammed,
    CoverOpen,
    Busy,        ///< somebody else scans
    Cancelled,   ///< by cancel()
    Lost,        ///< unplugged, switched off, or its driver died
    Hung,        ///< nothing came in the time allowed; its driver was ended
    Denied,      ///< the system does not let this user at the device
    Unsupported, ///< the scanner has no such source or option
    TooLarge,    ///< more pixels than PictureLimits permit
    Unavailable, ///< no scanner system on this machine
    Failed,      ///< the driver says no more than that
};

/// "feeder-empty"; the words for staff stand under "scanner.feeder-empty".
[[nodiscard]] QString scanFaultName(ScanFault fault);

/// One page. Its dots per metre are the true resolution, in the image and in the master's header.
struct ScannedPage {
    Picture picture;
    int number = 1; ///< within this scan
};

/// How a scan ended. Pages that came before a fault are good.
struct ScanEnd {
    int pages = 0;
    std::optional<ScanFault> fault{};
};

/// Scans papers. Everything happens in the thread it lives in and nothing blocks; pages are told in
/// their order, all of them before the end.
class Scanner : public QObject
{
    Q_OBJECT

public:
    /// Fails with Unavailable where no scanner system is installed, Timeout, Protocol.
    [[nodiscard]] virtual QFuture<Result<std::vector<ScannerInfo>>> list() = 0;
    /// Without effect while isScanning().
    virtual void scan(const ScanRequest& request) = 0;
    /// The page under way is dropped; ended(Cancelled) follows, also when the driver hangs.
    virtual void cancel() = 0;
    [[nodiscard]] virtual bool isScanning() const = 0;

Q_SIGNALS:
    /// Part of the page under way, 0 to 1; not told when its length is not known.
    void progressed(double part);
    void pageScanned(const handshake::ScannedPage& page);
    void ended(const handshake::ScanEnd& end);

protected:
    using QObject::QObject;
};

/// `image` (with its dots per metre set) as a picture; its master is made here, once: a JPEG of
/// quality 95 that carries the resolution. Some 150 ms for A4 at 300 dpi: not in the window's
/// thread.
[[nodiscard]] Picture pictureOfPage(const QImage& image, const Provenance& provenance);

} // namespace handshake
