// SPDX-License-Identifier: Apache-2.0
#include "app/vault/wrapped_key.h"

#include "support/quick_stretcher.h"

#include <QJsonObject>
#include <QTest>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;

class TestWrappedKey : public QObject
{
    Q_OBJECT

private:
    const QuickStretcher m_stretcher;
    const SecretBytes m_secret = SecretBytes::copyOf("SPECIMEN seed of thirty-two byte");
    const SecretBytes m_passphrase = SecretBytes::copyOf("correct horse");

    WrappedKey wrapped() const { return *wrapKey(m_secret, m_passphrase, {}, "op-1", m_stretcher); }

private Q_SLOTS:
    void itOpensWithItsPassphraseForItsPerson()
    {
        const auto opened = unwrapKey(wrapped(), m_passphrase, "op-1", m_stretcher);
        QVERIFY(opened);
        QVERIFY(opened->equals(m_secret));
    }

    void anythingElseIsDenied()
    {
        const SecretBytes other = SecretBytes::copyOf("correct hors");
        QCOMPARE(unwrapKey(wrapped(), other, "op-1", m_stretcher).error().code, ErrorCode::Denied);
        QCOMPARE(unwrapKey(wrapped(), m_passphrase, "op-2", m_stretcher).error().code,
                 ErrorCode::Denied);
        WrappedKey cheaper = wrapped();
        cheaper.cost.passes -= 1;
        QCOMPARE(unwrapKey(cheaper, m_passphrase, "op-1", m_stretcher).error().code,
                 ErrorCode::Denied);
    }

    void twoKeysOfOnePassphraseShareNothing()
    {
        QVERIFY(wrapped().salt != wrapped().salt);
        QVERIFY(wrapped().ciphertext != wrapped().ciphertext);
    }

    void itSurvivesAsJson()
    {
        const WrappedKey key = wrapped();
        QVERIFY(WrappedKey::fromJson(key.toJson()).value() == key);
    }

    void otherJsonIsRefused_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("no memory") << u"memory"_s << QJsonValue() << ErrorCode::Corrupt;
        QTest::newRow("negative") << u"passes"_s << QJsonValue(-1) << ErrorCode::Corrupt;
        QTest::newRow("short salt") << u"salt"_s << QJsonValue(u"AAAA"_s) << ErrorCode::Corrupt;
        QTest::newRow("no nonce") << u"nonce"_s << QJsonValue(u""_s) << ErrorCode::Corrupt;
        QTest::newRow("no ciphertext")
            << u"ciphertext"_s << QJsonValue(u"AAAA"_s) << ErrorCode::Corrupt;
        QTest::newRow("hostile memory")
            << u"memory"_s << QJsonValue(qint64{1} << 40) << ErrorCode::TooLarge;
        QTest::newRow("hostile passes") << u"passes"_s << QJsonValue(1e9) << ErrorCode::Corrupt;
    }
    void otherJsonIsRefused()
    {
        QFETCH(const QString, member);
        QFETCH(const QJsonValue, value);
        QFETCH(const ErrorCode, code);
        QJsonObject object = wrapped().toJson();
        object.insert(member, value);
        QCOMPARE(WrappedKey::fromJson(object).error().code, code);
    }
};

QTEST_GUILESS_MAIN(TestWrappedKey)
#include "tst_wrapped_key.moc"
