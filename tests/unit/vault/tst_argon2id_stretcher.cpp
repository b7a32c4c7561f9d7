// SPDX-License-Identifier: Apache-2.0
#include "app/vault/argon2id_stretcher.h"

#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

class TestArgon2idStretcher : public QObject
{
    Q_OBJECT

private:
    const QByteArray m_salt = QByteArray("0123456789abcdef");
    const Argon2idStretcher m_stretcher;

private Q_SLOTS:
    void theSameWorkGivesTheSameKey()
    {
        const PassphraseCost cost;
        const auto key = m_stretcher.stretch(SecretBytes::copyOf("SPECIMEN"), m_salt, cost);
        QVERIFY(key);
        QCOMPARE(key->size(), qsizetype{32});
        // By the reference program: argon2 0123456789abcdef -id -t 3 -k 131072 -p 1 -l 32
        QCOMPARE(key->view().toByteArray().toHex(),
                 QByteArray("65d76125cf5631f263e84d5010c40c1f5f8ded270433e45b1243a5736fa3099c"));
    }

    void whatIsOutsideTheLimitsIsRefused_data()
    {
        QTest::addColumn<quint64>("memory");
        QTest::addColumn<quint32>("passes");
        QTest::addColumn<ErrorCode>("code");
        using Cost = PassphraseCost;
        QTest::newRow("less memory")
            << Cost::kLeastMemory - 1 << Cost::kLeastPasses << ErrorCode::Denied;
        QTest::newRow("fewer passes")
            << Cost::kLeastMemory << Cost::kLeastPasses - 1 << ErrorCode::Denied;
        QTest::newRow("hostile memory")
            << Cost::kMostMemory + 1 << Cost::kLeastPasses << ErrorCode::TooLarge;
        QTest::newRow("hostile passes")
            << Cost::kLeastMemory << Cost::kMostPasses + 1 << ErrorCode::TooLarge;
    }
    void whatIsOutsideTheLimitsIsRefused()
    {
        QFETCH(const quint64, memory);
        QFETCH(const quint32, passes);
        QFETCH(const ErrorCode, code);
        const auto key = m_stretcher.stretch(SecretBytes::copyOf("x"), m_salt, {memory, passes});
        QVERIFY(!key);
        QCOMPARE(key.error().code, code);
    }

    void nothingIsMadeOfNothing()
    {
        QCOMPARE(m_stretcher.stretch(SecretBytes(), m_salt, {}).error().code,
                 ErrorCode::InvalidInput);
        QCOMPARE(m_stretcher.stretch(SecretBytes::copyOf("x"), "short", {}).error().code,
                 ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(TestArgon2idStretcher)
#include "tst_argon2id_stretcher.moc"
