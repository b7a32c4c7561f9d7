// SPDX-License-Identifier: Apache-2.0
#include "app/imaging/jpeg_fit.h"

#include "app/imaging/mat_view_p.h"

#include <QBuffer>
#include <QImageWriter>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <optional>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSmallestLongSide = 320;

qsizetype base64Length(qsizetype bytes)
{
    return (bytes + 2) / 3 * 4;
}

int longSide(QSize size)
{
    return std::max(size.width(), size.height());
}

QImage scaledTo(const QImage& image, QSize size)
{
    if (image.size() == size)
        return image;
    cv::Mat scaled;
    cv::resize(matView(image), scaled, {size.width(), size.height()}, 0, 0, cv::INTER_AREA);
    return imageCopy(scaled);
}

QSize sizeWithLongSide(QSize size, int side)
{
    const double scale = double(side) / longSide(size);
    return {std::max(1, static_cast<int>(std::lround(size.width() * scale))),
            std::max(1, static_cast<int>(std::lround(size.height() * scale)))};
}

QSize wantedSize(QSize size, QSize target)
{
    if (target.isEmpty() || (size.width() <= target.width() && size.height() <= target.height()))
        return size;
    return size.scaled(target, Qt::KeepAspectRatio).expandedTo({1, 1});
}

/// How coarsely libjpeg quantises at a quality, in percent of the tables of the standard. The
/// length of a JPEG falls with about the 0.65th power of it, whatever it shows.
double coarseness(int quality)
{
    return quality < 50 ? 5000.0 / quality : 200.0 - 2.0 * quality;
}

int qualityOf(double coarse)
{
    return static_cast<int>(coarse > 100 ? 5000 / coarse : (200 - coarse) / 2);
}

/// One measured point of the search.
struct Tried {
    double logCoarseness;
    double logLength;
};

/// Where the limit is to be expected, after what was measured so far.
int guess(const std::optional<Tried>& fits, const Tried& tooLong, double logLimit)
{
    constexpr double kUsualPower = 0.65;
    double power = kUsualPower;
    if (fits && fits->logCoarseness > tooLong.logCoarseness)
        power =
            (tooLong.logLength - fits->logLength) / (fits->logCoarseness - tooLong.logCoarseness);
    power = std::clamp(power, 0.2, 2.0);
    return qualityOf(std::exp(tooLong.logCoarseness + (tooLong.logLength - logLimit) / power));
}

/// The highest quality at which the picture keeps to the limit; nothing when none does. Closes in
/// by guesses, by halves when those take long. Length is not strictly monotonic in quality, but
/// whatever is returned was measured.
Result<std::optional<FittedJpeg>> bestQuality(const QImage& image, const JpegLimit& limit)
{
    constexpr int kGuesses = 4;

    const double logLimit = std::log(double(limit.maxBase64));
    std::optional<FittedJpeg> best;
    std::optional<Tried> fits;
    int low = limit.minQuality;
    int high = limit.maxQuality;
    int quality = high; // most small pictures fit at once
    for (int round = 0; low <= high; ++round) {
        auto bytes = encodeJpeg(image, quality);
        if (!bytes)
            return bytes.error();
        const auto length = base64Length(bytes->size());
        const Tried tried{std::log(std::max(coarseness(quality), 1.0)), std::log(double(length))};
        if (length <= limit.maxBase64) {
            best = FittedJpeg{std::move(*bytes), quality, image.size()};
            fits = tried;
            low = quality + 1;
            quality = round < kGuesses ? low : (low + high) / 2; // a guess is rarely far off
        } else {
            high = quality - 1;
            quality = round < kGuesses ? guess(fits, tried, logLimit) : (low + high) / 2;
        }
        quality = std::clamp(quality, low, std::max(low, high));
    }
    return best;
}

Result<void> checkLimit(const QImage& image, const JpegLimit& limit)
{
    if (image.isNull())
        return Error{ErrorCode::InvalidInput, u"JPEG: empty picture"_s};
    const bool makesSense = limit.maxBase64 > 0 && limit.minQuality >= 1 &&
                            limit.minQuality <= limit.maxQuality && limit.maxQuality <= 100 &&
                            limit.minLongSide >= 0;
    if (!makesSense)
        return Error{ErrorCode::InvalidInput, u"JPEG: limits contradict each other"_s};
    return {};
}

} // namespace

// Qt's encoder and not OpenCV's: with optimised Huffman tables it gives the same libjpeg-turbo
// quality in fewer bytes, and it does not pull OpenCV's codecs and their hundred libraries in.
Result<QByteArray> encodeJpeg(const QImage& image, int quality)
{
    if (image.isNull())
        return Error{ErrorCode::InvalidInput, u"JPEG: empty picture"_s};
    const QImage known = image.format() == QImage::Format_RGB32
                             ? image
                             : image.convertToFormat(QImage::Format_RGB32);
    // The pixels alone: Qt writes an image's texts and colour space into the file.
    const QImage plain(known.constBits(), known.width(), known.height(), known.bytesPerLine(),
                       known.format());
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(quality);
    writer.setOptimizedWrite(true);
    if (!writer.write(plain))
        return Error{ErrorCode::Internal, u"JPEG: encoder failed: "_s + writer.errorString()};
    return bytes;
}

Result<FittedJpeg> fitJpeg(const QImage& image, const JpegLimit& limit)
{
    if (const auto checked = checkLimit(image, limit); !checked)
        return checked.error();
    const QImage known = image.format() == QImage::Format_RGB32
                             ? image
                             : image.convertToFormat(QImage::Format_RGB32);
    const QSize wanted = wantedSize(known.size(), limit.targetSize);
    auto fitted = bestQuality(scaledTo(known, wanted), limit);
    if (!fitted)
        return fitted.error();

    // Not even at the lowest quality: find the largest size that fits there.
    int low =
        std::min(limit.minLongSide > 0 ? limit.minLongSide : kSmallestLongSide, longSide(wanted));
    int high = longSide(wanted) - 1;
    bool isSmallest = true; // the smallest size is tried first: it decides between answer and error
    JpegLimit lowest = limit;
    lowest.maxQuality = limit.minQuality;
    std::optional<FittedJpeg> smaller;
    while (!*fitted && low <= high) {
        const int side = isSmallest ? low : (low + high) / 2;
        auto tried = bestQuality(scaledTo(known, sizeWithLongSide(known.size(), side)), lowest);
        if (!tried)
            return tried.error();
        if (*tried) {
            smaller = std::move(*tried);
            low = side + 1;
        } else if (isSmallest) {
            break;
        } else {
            high = side - 1;
        }
        isSmallest = false;
    }
    if (*fitted)
        return **fitted;
    if (!smaller)
        return Error{ErrorCode::TooLarge, u"JPEG: does not fit at the smallest size"_s};
    // The size goes in whole pixels; what that leaves free goes into quality.
    auto final = bestQuality(scaledTo(known, smaller->size), limit);
    if (!final)
        return final.error();
    return final->value_or(*smaller);
}

} // namespace handshake
