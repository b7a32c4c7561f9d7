// SPDX-License-Identifier: Apache-2.0
#include "app/filing/gbk.h"

#include <QList>
#include <QStringConverter>
#include <QStringDecoder>
#include <QStringEncoder>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr const char* kName = "GBK";
/// GBK proper is two bytes a character. The converter knows more: the euro sign as one byte, which
/// is code page 936 only, and the private area, where every system means something else.
bool isCarried(char32_t c)
{
    constexpr char32_t kLastAscii = 0x7F;
    if (c <= kLastAscii)
        return true;
    if (QChar::requiresSurrogates(c) || QChar::isSurrogate(c) ||
        QChar::category(c) == QChar::Other_PrivateUse)
        return false;
    QStringEncoder encoder(kName, QStringConverter::Flag::Stateless);
    const QByteArray bytes = encoder.encode(QString(QChar(static_cast<char16_t>(c))));
    return !encoder.hasError() && bytes.size() == 2;
}

Error unavailable()
{
    return Error{ErrorCode::Unavailable, u"GBK: this Qt has no converter for it"_s};
}

} // namespace

Result<QByteArray> toGbk(QStringView text)
{
    QStringEncoder encoder(kName, QStringConverter::Flag::Stateless);
    if (!encoder.isValid())
        return unavailable();
    const qsizetype outside = firstOutsideGbk(text);
    if (outside >= 0)
        return Error{ErrorCode::InvalidInput,
                     u"GBK: character %1 cannot be carried"_s.arg(outside + 1)};
    return QByteArray(encoder.encode(text));
}

Result<QString> fromGbk(const QByteArray& bytes)
{
    QStringDecoder decoder(kName, QStringConverter::Flag::Stateless);
    if (!decoder.isValid())
        return unavailable();
    const QString text = decoder.decode(bytes);
    if (decoder.hasError())
        return Error{ErrorCode::Unreadable, u"GBK: bytes that are no character"_s};
    return text;
}

qsizetype firstOutsideGbk(QStringView text)
{
    qsizetype index = 0;
    for (const char32_t c : text.toUcs4()) {
        if (!isCarried(c))
            return index;
        ++index;
    }
    return -1;
}

} // namespace handshake
