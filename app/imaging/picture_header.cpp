// SPDX-License-Identifier: Apache-2.0
#include "app/imaging/picture_header.h"

#include "app/imaging/exif.h"

#include <QtEndian>

#include <array>
#include <cstring>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

Error unreadable(const QString& what)
{
    return {ErrorCode::Unreadable, u"picture: "_s + what};
}

Result<void> checkSize(quint32 width, quint32 height)
{
    constexpr auto kMaxSide = quint32(PictureLimits::kMaxSide);
    if (width == 0 || height == 0)
        return unreadable(u"no width or no height"_s);
    if (width > kMaxSide || height > kMaxSide ||
        quint64(width) * height > quint64(PictureLimits::kMaxPixels))
        return Error{ErrorCode::TooLarge, u"picture: more pixels than permitted"_s};
    return {};
}

// PNG (ISO/IEC 15948) ------------------------------------------------------------------------

constexpr QByteArrayView kPngMagic("\x89PNG\r\n\x1a\n", 8);

bool isPermittedDepth(int colourType, int depth)
{
    const bool isByteDepth = depth == 8 || depth == 16;
    switch (colourType) {
    case 0:
        return depth == 1 || depth == 2 || depth == 4 || isByteDepth;
    case 3:
        return depth == 1 || depth == 2 || depth == 4 || depth == 8;
    case 2:
    case 4:
    case 6:
        return isByteDepth;
    default:
        return false;
    }
}

Result<void> readPngStart(QByteArrayView data, PictureHeader& header)
{
    if (data.size() != 13)
        return unreadable(u"PNG header of a wrong length"_s);
    const auto width = qFromBigEndian<quint32>(data.data());
    const auto height = qFromBigEndian<quint32>(data.data() + 4);
    const int depth = uchar(data[8]);
    const int colourType = uchar(data[9]);
    if (!isPermittedDepth(colourType, depth) || data[10] != 0 || data[11] != 0 ||
        uchar(data[12]) > 1)
        return unreadable(u"PNG header with values that do not exist"_s);
    if (const auto permitted = checkSize(width, height); !permitted)
        return permitted.error();
    header.size = {static_cast<int>(width), static_cast<int>(height)};
    return {};
}

Result<PictureHeader> readPng(QByteArrayView bytes)
{
    PictureHeader header{u"image/png"_s, {}, 1, false, {}};
    bool hasPixels = false;
    qsizetype at = kPngMagic.size();
    while (bytes.size() - at >= 12) { // length, name, checksum
        const auto length = qFromBigEndian<quint32>(bytes.data() + at);
        if (qint64(length) > bytes.size() - at - 12)
            break;
        const QByteArrayView name = bytes.sliced(at + 4, 4);
        const QByteArrayView data = bytes.sliced(at + 8, qsizetype(length));
        const bool isFirst = at == kPngMagic.size();
        if (isFirst != (name == "IHDR"))
            return unreadable(u"PNG header missing or repeated"_s);
        if (isFirst) {
            if (const auto started = readPngStart(data, header); !started)
                return started.error();
        } else if (name == "acTL") {
            header.animated = true;
        } else if (name == "eXIf") {
            const ExifFacts facts = readExif(data);
            header.orientation = facts.orientation;
            header.takenAt = facts.takenAt;
        } else if (name == "IDAT") {
            hasPixels = true;
        } else if (name == "IEND") {
            if (!hasPixels)
                return unreadable(u"PNG without pixels"_s);
            return header;
        }
        at += 12 + qsizetype(length);
    }
    return unreadable(u"PNG cut off"_s);
}

// JPEG (ITU-T T.81) --------------------------------------------------------------------------

/// A progressive file may ask for any number of passes over all pixels; cameras make about ten.
constexpr int kMaxScans = 100;

/// Walks over the markers of one JPEG file.
class JpegWalk final
{
public:
    explicit JpegWalk(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    Result<PictureHeader> run()
    {
        while (const auto marker = nextMarker()) {
            if (*marker == 0xD9) { // end of image
                if (m_header.size.isEmpty() || m_scans == 0)
                    return unreadable(u"JPEG without pixels"_s);
                return m_header;
            }
            if (*marker == 0xD8)
                return unreadable(u"JPEG begins twice"_s);
            const bool standsAlone = *marker == 0x01 || (*marker >= 0xD0 && *marker <= 0xD7);
            if (standsAlone)
                continue;
            const auto segment = nextSegment();
            if (!segment)
                break;
            if (const auto taken = takeSegment(*marker, *segment); !taken)
                return taken.error();
        }
        return unreadable(u"JPEG cut off"_s);
    }

private:
    /// The next marker; skips fill bytes before it. Nothing when the bytes are not one.
    std::optional<int> nextMarker()
    {
        if (m_at >= m_bytes.size() || uchar(m_bytes[m_at]) != 0xFF)
            return std::nullopt;
        while (m_at < m_bytes.size() && uchar(m_bytes[m_at]) == 0xFF)
            ++m_at;
        if (m_at >= m_bytes.size() || m_bytes[m_at] == 0)
            return std::nullopt;
        return uchar(m_bytes[m_at++]);
    }

    std::optional<QByteArrayView> nextSegment()
    {
        if (m_bytes.size() - m_at < 2)
            return std::nullopt;
        const qsizetype length = qFromBigEndian<quint16>(m_bytes.data() + m_at);
        if (length < 2 || length > m_bytes.size() - m_at)
            return std::nullopt;
        const QByteArrayView segment = m_bytes.sliced(m_at + 2, length - 2);
        m_at += length;
        return segment;
    }

    Result<void> takeSegment(int marker, QByteArrayView segment)
    {
        const bool isFrame =
            marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (isFrame)
            return takeFrame(marker, segment);
        if (marker == 0xE1 && segment.startsWith(QByteArrayView("Exif\0\0", 6))) {
            const ExifFacts facts = readExif(segment.sliced(6));
            m_header.orientation = facts.orientation;
            m_header.takenAt = facts.takenAt;
        } else if (marker == 0xDA) {
            if (m_header.size.isEmpty())
                return unreadable(u"JPEG pixels before their size"_s);
            if (++m_scans > kMaxScans)
                return Error{ErrorCode::TooLarge, u"picture: JPEG with too many passes"_s};
            skipCodedPixels();
        }
        return {};
    }

    Result<void> takeFrame(int marker, QByteArrayView segment)
    {
        if (marker > 0xC2)
            return unreadable(u"JPEG of a kind no camera makes (lossless or arithmetic)"_s);
        if (!m_header.size.isEmpty())
            return unreadable(u"JPEG states its size twice"_s);
        if (segment.size() < 6)
            return unreadable(u"JPEG size cut off"_s);
        const int components = uchar(segment[5]);
        if (segment[0] != 8 || (components != 1 && components != 3 && components != 4) ||
            segment.size() != 6 + 3 * components)
            return unreadable(u"JPEG with other than 8 bits of gray, colour or CMYK"_s);
        const auto height = qFromBigEndian<quint16>(segment.data() + 1);
        const auto width = qFromBigEndian<quint16>(segment.data() + 3);
        if (const auto permitted = checkSize(width, height); !permitted)
            return permitted.error();
        m_header.size = {width, height};
        return {};
    }

    /// On to the next marker that is neither a stuffed zero nor a restart.
    void skipCodedPixels()
    {
        while (m_at < m_bytes.size()) {
            const void* found = std::memchr(m_bytes.data() + m_at, 0xFF,
                                            static_cast<std::size_t>(m_bytes.size() - m_at));
            if (found == nullptr) {
                m_at = m_bytes.size();
                return;
            }
            m_at = static_cast<const char*>(found) - m_bytes.data();
            const int next = m_at + 1 < m_bytes.size() ? uchar(m_bytes[m_at + 1]) : 0;
            const bool isData = next == 0 || (next >= 0xD0 && next <= 0xD7);
            if (!isData)
                return;
            m_at += 2;
        }
    }

    QByteArrayView m_bytes;
    qsizetype m_at = 2; // behind the start marker
    int m_scans = 0;
    PictureHeader m_header{u"image/jpeg"_s, {}, 1, false, {}};
};

// Everything else ----------------------------------------------------------------------------

/// What the bytes are instead, so that the message can say more than "unreadable".
QString nameOfOther(QByteArrayView bytes)
{
    struct Magic {
        qsizetype offset;
        QByteArrayView bytes;
        const char* name;
    };
    static constexpr std::array kOthers{
        Magic{0, "GIF8", "GIF"},
        Magic{8, "WEBP", "WebP"},
        Magic{0, "BM", "BMP"},
        Magic{0, QByteArrayView("II*\0", 4), "TIFF"},
        Magic{0, QByteArrayView("MM\0*", 4), "TIFF"},
        Magic{4, "ftyphei", "HEIC"},
        Magic{4, "ftypmif1", "HEIC"},
        Magic{4, "ftypavif", "AVIF"},
        Magic{0, "%PDF", "PDF"},
        Magic{0, "PK\x03\x04", "ZIP"},
        Magic{0, "<?xml", "XML"},
        Magic{0, "<svg", "SVG"},
    };
    for (const Magic& magic : kOthers) {
        if (bytes.size() >= magic.offset + magic.bytes.size() &&
            bytes.sliced(magic.offset, magic.bytes.size()) == magic.bytes)
            return QString::fromLatin1(magic.name);
    }
    return u"not a picture"_s;
}

} // namespace

Result<PictureHeader> readPictureHeader(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return unreadable(u"empty file"_s);
    if (bytes.size() > PictureLimits::kMaxBytes)
        return Error{ErrorCode::TooLarge, u"picture: more bytes than permitted"_s};
    if (bytes.startsWith(kPngMagic))
        return readPng(bytes);
    if (bytes.startsWith("\xFF\xD8\xFF"))
        return JpegWalk(bytes).run();
    return unreadable(nameOfOther(bytes) + u", only JPEG and PNG are taken"_s);
}

} // namespace handshake
