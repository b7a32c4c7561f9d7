// SPDX-License-Identifier: Apache-2.0
#include "app/reading/qr_code.h"

#include "app/core/text.h"

#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>

#include <exception>

using namespace Qt::StringLiterals;

namespace handshake {

namespace {

constexpr qsizetype kMaxText = 4096;

QString decoded(const QImage& gray, bool hard)
{
    ZXing::DecodeHints hints;
    hints.setFormats(ZXing::BarcodeFormat::QRCode);
    hints.setTryHarder(hard);
    hints.setTryRotate(hard);
    const ZXing::ImageView view(gray.constBits(), gray.width(), gray.height(),
                                ZXing::ImageFormat::Lum, static_cast<int>(gray.bytesPerLine()));
    const ZXing::Result result = ZXing::ReadBarcode(view, hints);
    return result.isValid() ? QString::fromStdString(result.text()) : QString();
}

} // namespace

Result<QString> readQrCode(const QImage& picture)
{
    if (picture.isNull())
        return Error{ErrorCode::InvalidInput, u"QR code: empty picture"_s};
    const QImage gray = picture.convertToFormat(QImage::Format_Grayscale8);
    try {
        QString text = decoded(gray, true);
        // Small codes gain from being enlarged; a whole camera picture would only cost time.
        constexpr int kSmall = 700;
        if (text.isEmpty() && gray.width() <= kSmall && gray.height() <= kSmall)
            text = decoded(
                gray.scaled(gray.size() * 2, Qt::KeepAspectRatio, Qt::SmoothTransformation), true);
        text = cleanForeignText(text, kMaxText).trimmed();
        if (!text.isEmpty())
            return text;
    } catch (const std::exception&) {
        return Error{ErrorCode::Internal, u"QR code: the decoder failed"_s};
    }
    return Error{ErrorCode::NotFound, u"no QR code seen"_s};
}

} // namespace handshake
