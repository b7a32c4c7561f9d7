// SPDX-License-Identifier: Apache-2.0
#include "app/vault/cell_cipher.h"

#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

class TestCellCipher : public QObject
{
    Q_OBJECT

private:
    const SecretBytes m_key = SecretBytes::copyOf(QByteArray(CellCipher::kKeySize, 'k'));
    const CellCipher m_cipher{m_key};

private Q_SLOTS:
    void whatWasSealedOpensForItsPlaceOnly_data()
    {
        QTest::addColumn<QByteArray>("plain");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("SPECIMEN 样本");
        QTest::newRow("long") << QByteArray(100'000, 'x');
    }
    void whatWasSealedOpensForItsPlaceOnly()
    {
        QFETCH(const QByteArray, plain);
        const QByteArray sealed = m_cipher.seal(plain, "table row 1");
        QCOMPARE(sealed.size(), plain.size() + CellCipher::kNonceSize + CellCipher::kTagSize);
        QCOMPARE(m_cipher.open(sealed, "table row 1").value(), plain);
        QCOMPARE(m_cipher.open(sealed, "table row 2").error().code, ErrorCode::Corrupt);
        QVERIFY(plain.size() < 4 || !sealed.contains(plain));
        QVERIFY(m_cipher.seal(plain, "table row 1") != sealed);
    }

    void everyChangedBitAndEveryCutIsFound()
    {
        const QByteArray sealed = m_cipher.seal("SPECIMEN", "c");
        for (qsizetype at = 0; at < sealed.size(); ++at) {
            QByteArray altered = sealed;
            altered[at] = static_cast<char>(altered.at(at) ^ 1);
            QCOMPARE(m_cipher.open(altered, "c").error().code, ErrorCode::Corrupt);
            QCOMPARE(m_cipher.open(sealed.first(at), "c").error().code, ErrorCode::Corrupt);
        }
    }

    void anotherKeyOpensNothing()
    {
        const SecretBytes other = SecretBytes::copyOf(QByteArray(CellCipher::kKeySize, 'o'));
        QCOMPARE(CellCipher(other).open(m_cipher.seal("x", {}), {}).error().code,
                 ErrorCode::Corrupt);
    }

    void secretsGoIntoSecretMemory()
    {
        const QByteArray sealed = m_cipher.seal("SPECIMEN", "c");
        QCOMPARE(m_cipher.openSecret(sealed, "c")->view(), QByteArrayView("SPECIMEN"));
        QCOMPARE(m_cipher.openSecret(sealed, "d").error().code, ErrorCode::Corrupt);
        QCOMPARE(m_cipher.openSecret("short", "c").error().code, ErrorCode::Corrupt);
    }
};

QTEST_GUILESS_MAIN(TestCellCipher)
#include "tst_cell_cipher.moc"
