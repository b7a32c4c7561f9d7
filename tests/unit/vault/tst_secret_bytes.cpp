// SPDX-License-Identifier: Apache-2.0
#include "app/vault/secret_bytes.h"

#include <QTest>

#include <utility>

using namespace handshake;

class TestSecretBytes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewSecretIsZero()
    {
        const SecretBytes secret(32);
        QCOMPARE(secret.view(), QByteArrayView(QByteArray(32, '\0')));
    }

    void movingLeavesNothingBehind()
    {
        SecretBytes first = SecretBytes::copyOf("SPECIMEN");
        SecretBytes second = std::move(first);
        QVERIFY(first.isEmpty()); // NOLINT(bugprone-use-after-move): that is the question
        QCOMPARE(second.view(), QByteArrayView("SPECIMEN"));
        SecretBytes third = SecretBytes::copyOf("other");
        third = std::move(second);
        QCOMPARE(third.size(), qsizetype{8});
    }

    void comparingLooksAtLengthAndContent()
    {
        const SecretBytes secret = SecretBytes::copyOf("abc");
        QVERIFY(secret.equals(SecretBytes::copyOf("abc")));
        QVERIFY(!secret.equals(SecretBytes::copyOf("abd")));
        QVERIFY(!secret.equals(SecretBytes::copyOf("ab")));
        QVERIFY(SecretBytes().equals(SecretBytes(0)));
    }

    void clearingEmptiesIt()
    {
        SecretBytes secret = SecretBytes::copyOf("abc");
        secret.clear();
        QVERIFY(secret.isEmpty());
        secret.clear();
        QVERIFY(SecretBytes::copyOf({}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSecretBytes)
#include "tst_secret_bytes.moc"
