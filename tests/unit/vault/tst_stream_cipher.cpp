// SPDX-License-Identifier: Apache-2.0
#include "app/vault/stream_cipher.h"

#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

class TestStreamCipher : public QObject
{
    Q_OBJECT

private:
    static constexpr qsizetype kPiece = StreamCipher::kPiece;
    const SecretBytes m_key = SecretBytes::copyOf(QByteArray(StreamCipher::kKeySize, 'k'));
    const StreamCipher m_cipher{m_key};

    static QByteArray content(qsizetype size)
    {
        QByteArray bytes(size, '\0');
        for (qsizetype i = 0; i < size; ++i)
            bytes[i] = static_cast<char>((i * 31 + i / 255) & 0xff);
        return bytes;
    }

private Q_SLOTS:
    void whatWasSealedComesBack_data()
    {
        QTest::addColumn<qsizetype>("size");
        for (const qsizetype size : {qsizetype{0}, qsizetype{1}, kPiece - 1, kPiece, kPiece + 1,
                                     3 * kPiece, 3 * kPiece + 7})
            QTest::addRow("%lld bytes", static_cast<long long>(size)) << size;
    }
    void whatWasSealedComesBack()
    {
        QFETCH(const qsizetype, size);
        const QByteArray plain = content(size);
        const QByteArray sealed = m_cipher.seal(plain, "blob");
        QCOMPARE(m_cipher.open(sealed, "blob").value(), plain);
        QCOMPARE(m_cipher.open(sealed, "other").error().code, ErrorCode::Corrupt);
        QVERIFY(m_cipher.seal(plain, "blob") != sealed);
        QVERIFY(size < 16 || !sealed.contains(plain.first(16)));
        QCOMPARE(m_cipher.open(sealed + '\0', "blob").error().code, ErrorCode::Corrupt);
        QCOMPARE(m_cipher.open(sealed.chopped(1), "blob").error().code, ErrorCode::Corrupt);
    }

    void cutsAndSwapsOfPiecesAreFound()
    {
        const QByteArray sealed = m_cipher.seal(content(3 * kPiece), {});
        const qsizetype header = 24;
        const qsizetype piece = kPiece + 17;
        QCOMPARE(sealed.size(), header + 3 * piece);
        QCOMPARE(m_cipher.open(sealed.first(header + 2 * piece), {}).error().code,
                 ErrorCode::Corrupt);
        const QByteArray swapped = sealed.first(header) + sealed.sliced(header + piece, piece) +
                                   sealed.sliced(header, piece) + sealed.sliced(header + 2 * piece);
        QCOMPARE(m_cipher.open(swapped, {}).error().code, ErrorCode::Corrupt);
        QCOMPARE(
            m_cipher.open(sealed.first(header) + sealed.sliced(header + piece), {}).error().code,
            ErrorCode::Corrupt);
    }

    void everyChangedByteOfASmallOneIsFound()
    {
        const QByteArray sealed = m_cipher.seal("SPECIMEN", {});
        for (qsizetype at = 0; at < sealed.size(); ++at) {
            QByteArray altered = sealed;
            altered[at] = static_cast<char>(altered.at(at) ^ 0x40);
            QCOMPARE(m_cipher.open(altered, {}).error().code, ErrorCode::Corrupt);
            QCOMPARE(m_cipher.open(sealed.first(at), {}).error().code, ErrorCode::Corrupt);
        }
    }

    void anotherKeyOpensNothing()
    {
        const SecretBytes other = SecretBytes::copyOf(QByteArray(StreamCipher::kKeySize, 'o'));
        QCOMPARE(StreamCipher(other).open(m_cipher.seal("x", {}), {}).error().code,
                 ErrorCode::Corrupt);
    }
};

QTEST_GUILESS_MAIN(TestStreamCipher)
#include "tst_stream_cipher.moc"
