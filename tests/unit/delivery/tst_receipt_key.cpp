// SPDX-License-Identifier: Apache-2.0
#include "app/delivery/receipt.h"
#include "support/specimen_receipt.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;

// The key of RFC 8037, appendix A, in every form it may come in.
constexpr const char* kX = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
constexpr const char* kPem = "-----BEGIN PUBLIC KEY-----\n"
                             "MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n"
                             "-----END PUBLIC KEY-----\n";

static QJsonObject jwk(const QByteArray& x, const QString& id = {},
                       const QString& curve = u"Ed25519"_s)
{
    QJsonObject key{{u"kty"_s, u"OKP"_s}, {u"crv"_s, curve}, {u"x"_s, QString::fromLatin1(x)}};
    if (!id.isEmpty())
        key.insert(u"kid"_s, id);
    return key;
}

static QByteArray setOf(const QJsonArray& keys)
{
    return canonicalJson({{u"keys"_s, keys}});
}

class TestReceiptKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFormIsRead_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("id");
        QTest::newRow("bare") << QByteArray(kX) << QString();
        QTest::newRow("with line break") << QByteArray(kX) + "\r\n" << QString();
        QTest::newRow("JSON string") << '"' + QByteArray(kX) + '"' << QString();
        QTest::newRow("JWK") << canonicalJson(jwk(kX, u"k1"_s)) << u"k1"_s;
        QTest::newRow("JWK set") << setOf({jwk(kX)}) << QString();
        QTest::newRow("PEM") << QByteArray(kPem) << QString();
    }

    void everyFormIsRead()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, id);
        const auto key = ReceiptKey::fromBytes(bytes);
        QVERIFY(key);
        QCOMPARE(key->keys().size(), std::size_t(1));
        QCOMPARE(key->keys().front().raw.toHex(),
                 QByteArray("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
        QCOMPARE(key->keys().front().id, id);
    }

    void whatIsNoKeyIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("too short") << QByteArray(kX).chopped(2);
        QTest::newRow("too long") << QByteArray(kX) + "AAAA";
        QTest::newRow("text") << QByteArray("not a key, but a sentence");
        QTest::newRow("empty object") << QByteArray("{}");
        QTest::newRow("empty set") << setOf({});
        QTest::newRow("other curve") << canonicalJson(jwk(kX, {}, u"X25519"_s));
        QTest::newRow("broken PEM") << QByteArray("-----BEGIN PUBLIC KEY-----\nAAAA\n");
        QTest::newRow("private key") << QByteArray("-----BEGIN PRIVATE KEY-----\nAAAA\n");
        QTest::newRow("huge") << QByteArray(100'000, 'A');
    }

    void whatIsNoKeyIsRefused()
    {
        QFETCH(const QByteArray, bytes);
        const auto key = ReceiptKey::fromBytes(bytes);
        QVERIFY(!key);
        QVERIFY(key.error().code == ErrorCode::Configuration);
    }

    void theSuccessorIsTakenToo()
    {
        const SpecimenSigner now;
        const SpecimenSigner next;
        const auto keys =
            ReceiptKey::fromBytes(setOf({jwk(base64Url(now.publicKey()), u"specimen-0"_s),
                                         jwk(base64Url(next.publicKey()), u"specimen-1"_s)}));
        QVERIFY(keys);
        const auto id = *DossierId::parse(Sha256::of("m").hex());
        const auto payload = SpecimenSigner::payload(id, Sha256::of("z"), 1);
        const auto check = [&](const SpecimenSigner& signer, const QString& keyId) {
            QJsonObject header = SpecimenSigner::header();
            header.insert(u"kid"_s, keyId);
            return verifyReceipt(signer.jws(header, payload), *keys, id, Sha256::of("z"), 1)
                .has_value();
        };
        QVERIFY(check(next, u"specimen-1"_s));
        QVERIFY(check(now, u"specimen-0"_s));
        QVERIFY(!check(now, u"specimen-1"_s)); // signed by one, named after the other
        QVERIFY(!check(next, u"specimen-2"_s));
    }

    void aFileThatIsNotThereIsNamed()
    {
        const QTemporaryDir folder;
        const auto key = ReceiptKey::fromFile(folder.filePath(u"none"_s));
        QVERIFY(!key);
        QVERIFY(key.error().where.endsWith(u"none"));
        QCOMPARE(ReceiptKey::fromFile({}).error().where, u"delivery/receiptKeyFile"_s);
    }
};

QTEST_GUILESS_MAIN(TestReceiptKey)
#include "tst_receipt_key.moc"
