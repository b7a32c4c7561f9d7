// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QBuffer>
#include <QByteArray>
#include <QByteArrayView>
#include <QColor>
#include <QImage>
#include <QtEndian>

#include <array>

/// Picture files made on the spot, whole ones and damaged ones.
namespace handshake::picture_files {

inline QImage filled(int width, int height, const QColor& colour)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(colour);
    return image;
}

/// Red, green, blue and yellow quarters (TL TR BL BR): shows at once how a picture was turned.
inline QImage quarters(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const bool left = x < width / 2;
            const bool upper = y < height / 2;
            image.setPixelColor(
                x, y, upper ? (left ? Qt::red : Qt::green) : (left ? Qt::blue : Qt::yellow));
        }
    }
    return image;
}

/// Rough structure everywhere, the same each time: what no codec can make small.
inline QImage noise(int width, int height, quint32 seed = 1)
{
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y) {
        auto* row = reinterpret_cast<quint32*>(image.scanLine(y));
        for (int x = 0; x < width; ++x) {
            seed = seed * 1664525U + 1013904223U;
            row[x] = 0xFF000000U | (seed >> 8);
        }
    }
    return image;
}

inline QByteArray encoded(const QImage& image, const char* format, int quality = -1)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, format, quality))
        qFatal("cannot encode a test picture");
    return bytes;
}

inline QByteArray bigEndian(quint32 number)
{
    std::array<char, 4> raw{};
    qToBigEndian(number, raw.data());
    return {raw.data(), 4};
}

/// CRC-32 of ISO 3309, as PNG wants it.
inline quint32 crc32(QByteArrayView bytes)
{
    quint32 crc = 0xFFFFFFFFU;
    for (const char byte : bytes) {
        crc ^= uchar(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
    }
    return ~crc;
}

inline QByteArray pngChunk(const char* name, const QByteArray& data)
{
    const QByteArray body = QByteArray(name, 4) + data;
    return bigEndian(quint32(data.size())) + body + bigEndian(crc32(body));
}

inline QByteArray pngMagic()
{
    return QByteArray::fromRawData("\x89PNG\r\n\x1a\n", 8);
}

/// A PNG of this size whose pixel data is `deflated` (a zlib stream), whatever it holds.
inline QByteArray png(quint32 width, quint32 height, const QByteArray& deflated, char depth = 8,
                      char colourType = 2)
{
    const QByteArray start =
        bigEndian(width) + bigEndian(height) + depth + colourType + QByteArray(3, '\0');
    return pngMagic() + pngChunk("IHDR", start) + pngChunk("IDAT", deflated) + pngChunk("IEND", {});
}

/// `length` zero bytes as a zlib stream: a thousand times smaller than what comes out of it.
inline QByteArray deflatedZeros(qsizetype length)
{
    return qCompress(QByteArray(length, '\0'), 9).sliced(4); // without Qt's length in front
}

/// Puts a chunk behind the PNG's header.
inline QByteArray withPngChunk(QByteArray bytes, const QByteArray& chunk)
{
    return bytes.insert(8 + 25, chunk);
}

/// A TIFF block with the orientation and, if not empty, the time and its offset from UTC.
inline QByteArray exifBlock(quint16 orientation, const QByteArray& time = {},
                            const QByteArray& offset = {})
{
    const auto big16 = [](quint16 number) { return bigEndian(number).sliced(2); };
    const auto entry = [&](quint16 tag, quint16 type, quint32 count, const QByteArray& value) {
        return big16(tag) + big16(type) + bigEndian(count) + value;
    };
    // 8 bytes of header, a folder of 2 entries (30 bytes), a folder of 2 (30), then the texts.
    const QByteArray none = bigEndian(0);
    return QByteArray("MM\0*", 4) + bigEndian(8) + big16(2) +
           entry(0x0112, 3, 1, big16(orientation) + big16(0)) + entry(0x8769, 4, 1, bigEndian(38)) +
           none + big16(2) + entry(0x9003, 2, quint32(time.size() + 1), bigEndian(68)) +
           entry(0x9011, 2, quint32(offset.size() + 1), bigEndian(68 + quint32(time.size()) + 1)) +
           none + time + '\0' + offset + '\0';
}

/// Puts an APP1 segment with this TIFF block behind the start of a JPEG.
inline QByteArray withExif(QByteArray jpeg, const QByteArray& tiff)
{
    const QByteArray body = QByteArray("Exif\0\0", 6) + tiff;
    return jpeg.insert(2, QByteArray("\xFF\xE1", 2) +
                              bigEndian(quint32(body.size() + 2)).sliced(2) + body);
}

/// Where the segment with this marker starts in a JPEG, or -1.
inline qsizetype segmentAt(const QByteArray& jpeg, uchar marker)
{
    return jpeg.indexOf(QByteArray("\xFF", 1) + char(marker));
}

} // namespace handshake::picture_files
