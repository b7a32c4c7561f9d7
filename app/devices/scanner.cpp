// SPDX-License-Identifier: Apache-2.0
#include "app/devices/scanner.h"

#include "app/devices/master_picture.h"

#include <QtEndian>

#include <algorithm>
#include <cmath>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

/// The resolution in a JPEG's JFIF header, in dots per inch.
void putResolution(QByteArray& jpeg, const QImage& image)
{
    constexpr double kInch = 0.0254;
    constexpr qsizetype kUnits = 13;
    constexpr qsizetype kEnd = 18;
    if (jpeg.size() < kEnd || jpeg.mid(6, 5) != QByteArray("JFIF\0", 5))
        return;
    const auto dpi = [](int dotsPerMeter) {
        return quint16(std::clamp(std::lround(dotsPerMeter * kInch), 1L, 65'535L));
    };
    jpeg[kUnits] = 1; // dots per inch
    qToBigEndian(dpi(image.dotsPerMeterX()), jpeg.data() + kUnits + 1);
    qToBigEndian(dpi(image.dotsPerMeterY()), jpeg.data() + kUnits + 3);
}

} // namespace

QString scanFaultName(ScanFault fault)
{
    switch (fault) {
    case ScanFault::FeederEmpty:
        return u"feeder-empty"_s;
    case ScanFault::Jammed:
        return u"jammed"_s;
    case ScanFault::CoverOpen:
        return u"cover-open"_s;
    case ScanFault::Busy:
        return u"busy"_s;
    case ScanFault::Cancelled:
        return u"cancelled"_s;
    case ScanFault::Lost:
        return u"lost"_s;
    case ScanFault::Hung:
        return u"hung"_s;
    case ScanFault::Denied:
        return u"denied"_s;
    case ScanFault::Unsupported:
        return u"unsupported"_s;
    case ScanFault::TooLarge:
        return u"too-large"_s;
    case ScanFault::Unavailable:
        return u"unavailable"_s;
    case ScanFault::Failed:
        break;
    }
    return u"failed"_s;
}

Picture pictureOfPage(const QImage& image, const Provenance& provenance)
{
    Picture picture = masterPicture(image, provenance);
    putResolution(picture.master, image);
    return picture;
}

} // namespace handshake
