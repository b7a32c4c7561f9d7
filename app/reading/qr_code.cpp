// SPDX-License-Identifier: Apache-2.0
#include "app/reading/qr_code.h"

#include "app/core/text.h"
#include "app/imaging/mat_view_p.h"
#include "app/reading/ink_p.h"
#include "app/reading/sheet_geometry.h"

#include <QLineF>

#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <exception>

using namespace Qt::StringLiterals;

namespace handshake {

namespace {

constexpr qsizetype kMaxText = 4096;
constexpr int kLeastSide = 24; // of a picture: the smallest code has 21 modules

QString decoded(const QImage& gray, ZXing::Binarizer binarizer)
{
    ZXing::DecodeHints hints;
    hints.setFormats(ZXing::BarcodeFormat::QRCode);
    hints.setTryHarder(true);
    hints.setTryRotate(true);
    hints.setBinarizer(binarizer);
    const ZXing::ImageView view(gray.constBits(), gray.width(), gray.height(),
                                ZXing::ImageFormat::Lum, static_cast<int>(gray.bytesPerLine()));
    const ZXing::Result result = ZXing::ReadBarcode(view, hints);
    const QString text = result.isValid() ? QString::fromStdString(result.text()) : QString();
    return cleanForeignText(text, kMaxText).trimmed();
}

/// Strokes thickened or thinned by blur, shadow and print come right at one threshold or another;
/// `level` is Sauvola's.
QImage blackAndWhite(const QImage& gray, double level)
{
    const int window = std::max(15, (std::min(gray.width(), gray.height()) / 8) | 1);
    return ink::toImage(ink::sauvola(matView(gray), window, level));
}

QString decodedSomehow(const QImage& gray)
{
    QString text = decoded(gray, ZXing::Binarizer::LocalAverage);
    if (text.isEmpty())
        text = decoded(gray, ZXing::Binarizer::GlobalHistogram);
    // A whole camera picture would only cost time.
    constexpr int kSmall = 700;
    if (!text.isEmpty() || std::max(gray.width(), gray.height()) > kSmall ||
        std::min(gray.width(), gray.height()) < kLeastSide)
        return text;
    cv::Mat doubled;
    cv::resize(matView(gray), doubled, {}, 2, 2, cv::INTER_CUBIC);
    // Sharpened: small modules run into each other.
    cv::Mat soft;
    cv::GaussianBlur(doubled, soft, {}, 2);
    cv::Mat crisp;
    cv::addWeighted(doubled, 1.8, soft, -0.8, 0, crisp);
    for (const cv::Mat& variant : {doubled, crisp}) {
        const QImage image = ink::toImage(variant);
        text = decoded(image, ZXing::Binarizer::LocalAverage);
        for (const double level : {0.1, 0.25}) {
            if (text.isEmpty())
                text = decoded(blackAndWhite(image, level), ZXing::Binarizer::FixedThreshold);
        }
        if (!text.isEmpty())
            break;
    }
    return text;
}

} // namespace

Result<QString> readQrCode(const QImage& picture)
{
    if (picture.isNull())
        return Error{ErrorCode::InvalidInput, u"QR code: empty picture"_s};
    const QImage gray = picture.convertToFormat(QImage::Format_Grayscale8);
    try {
        QString text = decodedSomehow(gray);
        if (!text.isEmpty())
            return text;
    } catch (const std::exception&) {
        return Error{ErrorCode::Internal, u"QR code: the decoder failed"_s};
    }
    return Error{ErrorCode::NotFound, u"no QR code seen"_s};
}

Result<QString> readSheetCode(const QImage& picture, const QTransform& paperToPicture,
                              const QRectF& box, QSizeF sheet)
{
    // As fine as the picture is, twice over: modules of a licence's code are 0.5 mm.
    const QPointF middle = paperToPicture.map(box.center());
    const QPointF beside = paperToPicture.map(box.center() + QPointF(1, 0));
    const double dots = std::clamp(QLineF(middle, beside).length(), 2.0, 16.0);
    constexpr double kMargin = 4; // mm: the outline may be a little off
    const QRectF whole(QPointF(0, 0), sheet);
    const QRectF wide = box.adjusted(-kMargin, -kMargin, kMargin, kMargin) & whole;
    for (const double factor : {2.0, 1.0, 1.4}) {
        auto text = readQrCode(flatPart(picture, paperToPicture, wide, dots * factor));
        if (text)
            return text;
    }
    // Elsewhere on the sheet: other editions.
    return readQrCode(flatPart(picture, paperToPicture, whole, dots));
}

} // namespace handshake
