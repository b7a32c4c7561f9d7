// SPDX-License-Identifier: Apache-2.0
#include "app/imaging/exif.h"

#include <QString>
#include <QTimeZone>
#include <QtEndian>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

enum Tag : quint16 {
    Orientation = 0x0112,
    ExifFolder = 0x8769,
    DateTimeOriginal = 0x9003,
    OffsetTimeOriginal = 0x9011,
};
enum Type : quint16 { Ascii = 2, Short = 3, Long = 4 };

/// Reads numbers of either byte order and never past the end.
class TiffView final
{
public:
    explicit TiffView(QByteArrayView bytes)
        : m_bytes(bytes)
        , m_isLittleEndian(bytes.startsWith("II*\0"))
    {
    }

    [[nodiscard]] bool isTiff() const
    {
        return m_isLittleEndian ||
               m_bytes.first(std::min<qsizetype>(4, m_bytes.size())) == QByteArrayView("MM\0*", 4);
    }
    [[nodiscard]] std::optional<quint16> number16(quint64 at) const { return number<quint16>(at); }
    [[nodiscard]] std::optional<quint32> number32(quint64 at) const { return number<quint32>(at); }
    [[nodiscard]] QByteArrayView part(quint64 at, quint64 length) const
    {
        const auto size = quint64(m_bytes.size());
        if (at > size || length > size - at)
            return {};
        return m_bytes.sliced(qsizetype(at), qsizetype(length));
    }

private:
    template <typename T>
    [[nodiscard]] std::optional<T> number(quint64 at) const
    {
        const QByteArrayView bytes = part(at, sizeof(T));
        if (bytes.isEmpty())
            return std::nullopt;
        return m_isLittleEndian ? qFromLittleEndian<T>(bytes.data())
                                : qFromBigEndian<T>(bytes.data());
    }

    QByteArrayView m_bytes;
    bool m_isLittleEndian;
};

struct RawFacts {
    std::optional<quint32> orientation;
    std::optional<quint32> exifFolder;
    QByteArrayView taken;
    QByteArrayView offset;
};

void readFolder(const TiffView& tiff, quint64 at, RawFacts& facts)
{
    constexpr quint64 kEntrySize = 12;
    const auto count = tiff.number16(at);
    for (quint64 i = 0; count && i < *count; ++i) {
        const quint64 entry = at + 2 + i * kEntrySize;
        const auto tag = tiff.number16(entry);
        const auto type = tiff.number16(entry + 2);
        const auto length = tiff.number32(entry + 4);
        const auto value = tiff.number32(entry + 8);
        if (!tag || !type || !length || !value)
            return;
        const bool isText = *type == Ascii;
        if (*tag == Orientation && *type == Short)
            facts.orientation = tiff.number16(entry + 8);
        else if (*tag == ExifFolder && *type == Long)
            facts.exifFolder = value;
        else if (*tag == DateTimeOriginal && isText && *length >= 19)
            facts.taken = tiff.part(*value, 19);
        else if (*tag == OffsetTimeOriginal && isText && *length >= 6)
            facts.offset = tiff.part(*value, 6);
    }
}

/// "+08:00" in seconds; Beijing's when it is not of this form.
int offsetSeconds(QByteArrayView text)
{
    constexpr int kBeijing = 8 * 3600;
    const QTime time = QTime::fromString(QString::fromLatin1(text.sliced(1)), u"HH:mm"_s);
    if (!time.isValid() || (text.front() != '+' && text.front() != '-'))
        return kBeijing;
    const int seconds = QTime(0, 0).secsTo(time);
    return text.front() == '-' ? -seconds : seconds;
}

} // namespace

ExifFacts readExif(QByteArrayView bytes)
{
    ExifFacts facts;
    const TiffView tiff(bytes);
    const auto first = tiff.number32(4);
    if (!tiff.isTiff() || !first)
        return facts;
    RawFacts raw;
    readFolder(tiff, *first, raw);
    if (raw.exifFolder)
        readFolder(tiff, *raw.exifFolder, raw);

    if (raw.orientation && *raw.orientation >= 1 && *raw.orientation <= 8)
        facts.orientation = static_cast<int>(*raw.orientation);
    if (!raw.taken.isEmpty()) {
        QDateTime taken =
            QDateTime::fromString(QString::fromLatin1(raw.taken), u"yyyy:MM:dd HH:mm:ss"_s);
        if (taken.isValid()) {
            taken.setOffsetFromUtc(raw.offset.isEmpty() ? 8 * 3600 : offsetSeconds(raw.offset));
            facts.takenAt = taken.toUTC();
        }
    }
    return facts;
}

} // namespace handshake
