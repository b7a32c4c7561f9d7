// SPDX-License-Identifier: Apache-2.0
#include "app/vault/person_key.h"

#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

class TestPersonKey : public QObject
{
    Q_OBJECT

private:
    const PersonKey m_key =
        *PersonKey::fromSeed(SecretBytes::copyOf(QByteArray(PersonKey::kSeedSize, 's')));

private Q_SLOTS:
    void theSameSeedGivesTheSameKeys()
    {
        const auto again = PersonKey::fromSeed(SecretBytes::copyOf(m_key.seed().view()));
        QVERIFY(again);
        QVERIFY(again->publicKeys() == m_key.publicKeys());
        QVERIFY(!(PersonKey::generate().publicKeys() == PersonKey::generate().publicKeys()));
        QCOMPARE(PersonKey::fromSeed(SecretBytes(31)).error().code, ErrorCode::InvalidInput);
    }

    void whatIsSealedToAPersonOpensForThemOnly()
    {
        const auto sealed = sealTo(m_key.publicKeys().sealing, SecretBytes::copyOf("day key"));
        QVERIFY(sealed);
        QCOMPARE(m_key.open(*sealed)->view(), QByteArrayView("day key"));
        QCOMPARE(PersonKey::generate().open(*sealed).error().code, ErrorCode::Denied);
        for (qsizetype at = 0; at < sealed->bytes().size(); ++at) {
            QByteArray altered = sealed->bytes();
            altered[at] = static_cast<char>(altered.at(at) ^ 1);
            QCOMPARE(m_key.open(SealedBytes(altered)).error().code, ErrorCode::Denied);
        }
        QCOMPARE(m_key.open(SealedBytes("short")).error().code, ErrorCode::Denied);
    }

    void nothingIsSealedToWhatIsNoKey()
    {
        const auto zero = SealingPublicKey::fromBytes(QByteArray(32, '\0'));
        QCOMPARE(sealTo(*zero, SecretBytes::copyOf("x")).error().code, ErrorCode::InvalidInput);
    }

    void aSignatureHoldsForItsTextAndSigner()
    {
        const Signature signature = m_key.sign("day 2026-11-26");
        QVERIFY(isSignedBy(m_key.publicKeys().signing, "day 2026-11-26", signature));
        QVERIFY(!isSignedBy(m_key.publicKeys().signing, "day 2026-11-27", signature));
        QVERIFY(
            !isSignedBy(PersonKey::generate().publicKeys().signing, "day 2026-11-26", signature));
    }

    void publicBytesSurviveAsText()
    {
        const SealingPublicKey key = m_key.publicKeys().sealing;
        QVERIFY(SealingPublicKey::fromBase64(key.base64()).value() == key);
        for (const QString& text : {u""_s, u"AAAA"_s, key.base64() + u"AAAA"_s, u"%%%"_s})
            QCOMPARE(SealingPublicKey::fromBase64(text).error().code, ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(TestPersonKey)
#include "tst_person_key.moc"
