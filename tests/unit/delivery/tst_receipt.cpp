// SPDX-License-Identifier: Apache-2.0
#include "app/delivery/receipt.h"
#include "support/specimen_receipt.h"

#include <QJsonArray>
#include <QTest>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;

class TestReceipt : public QObject
{
    Q_OBJECT

private:
    const Sha256 m_sha256 = Sha256::of("the dossier");
    const DossierId m_id = *DossierId::parse(Sha256::of("the manifest").hex());
    static constexpr qint64 kBytes = 11;
    SpecimenSigner m_signer;

    ReceiptKey key() const { return *ReceiptKey::fromBytes(base64Url(m_signer.publicKey())); }
    QJsonObject payload() const { return SpecimenSigner::payload(m_id, m_sha256, kBytes); }
    QByteArray valid() const { return m_signer.jws(SpecimenSigner::header(), payload()); }
    Result<Receipt> verify(const QByteArray& jws) const
    {
        return verifyReceipt(jws, key(), m_id, m_sha256, kBytes);
    }

private Q_SLOTS:
    void aTrueReceiptIsRead()
    {
        const QByteArray jws = valid();
        const auto receipt = verify(jws + '\n');
        QVERIFY(receipt);
        QVERIFY(receipt->dossier == m_id);
        QVERIFY(receipt->sha256 == m_sha256);
        QCOMPARE(receipt->bytes, kBytes);
        QCOMPARE(receipt->filingNumber, u"SPECIMEN-1"_s);
        QCOMPARE(receipt->filedAt, QDateTime(QDate(2026, 8, 11), QTime(2, 3, 4), Qt::UTC));
        QCOMPARE(receipt->auditSequence, 7);
        QVERIFY(receipt->auditHash == Sha256::of("audit"));
        QCOMPARE(receipt->keyId, u"specimen-1"_s);
        QCOMPARE(receipt->jws, jws);
    }

    void membersThatCameLaterAreNoHarm()
    {
        QJsonObject more = payload();
        more.insert(u"region"_s, u"x"_s);
        QVERIFY(verify(m_signer.jws(SpecimenSigner::header(), more)));
    }

    void aForeignSignatureIsRefused()
    {
        const SpecimenSigner other;
        const auto receipt = verify(other.jws(SpecimenSigner::header(), payload()));
        QVERIFY(!receipt);
        QVERIFY(receipt.error().code == ErrorCode::Corrupt);
    }

    void everyFlippedBitIsNoticed()
    {
        const QByteArray jws = valid();
        for (qsizetype i = 0; i < jws.size(); ++i) {
            QByteArray changed = jws;
            changed[i] = changed[i] == 'A' ? 'B' : 'A';
            // The last letter of each part carries bits that decode to nothing.
            if (QByteArray::fromBase64(changed.mid(changed.lastIndexOf('.') + 1),
                                       QByteArray::Base64UrlEncoding) ==
                    QByteArray::fromBase64(jws.mid(jws.lastIndexOf('.') + 1),
                                           QByteArray::Base64UrlEncoding) &&
                changed.left(changed.lastIndexOf('.')) == jws.left(jws.lastIndexOf('.')))
                continue;
            QVERIFY2(!verify(changed), changed.constData());
        }
    }

    void otherThingsThanTheExpectedAreAConflict_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("other dossier") << u"dossier_id"_s << QJsonValue(Sha256::of("x").hex());
        QTest::newRow("other bytes") << u"sha256"_s << QJsonValue(Sha256::of("x").hex());
        QTest::newRow("other length") << u"bytes"_s << QJsonValue(12);
    }

    void otherThingsThanTheExpectedAreAConflict()
    {
        QFETCH(const QString, member);
        QFETCH(const QJsonValue, value);
        QJsonObject changed = payload();
        changed.insert(member, value);
        const auto receipt = verify(m_signer.jws(SpecimenSigner::header(), changed));
        QVERIFY(!receipt);
        QVERIFY(receipt.error().code == ErrorCode::Conflict);
    }

    void badPayloadsAreNotReceipts_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const char* name, const QString& member, const QJsonValue& value) {
            QTest::newRow(name) << member << value;
        };
        const QJsonValue absent(QJsonValue::Undefined);
        for (const char* member :
             {"status", "dossier_id", "sha256", "bytes", "filing_number", "filed_at", "audit"})
            row(qPrintable(QStringLiteral("no %1").arg(QLatin1StringView(member))),
                QString::fromLatin1(member), absent);
        row("received only", u"status"_s, u"received"_s);
        row("status of another type", u"status"_s, true);
        row("length as text", u"bytes"_s, u"11"_s);
        row("broken length", u"bytes"_s, 11.5);
        row("negative length", u"bytes"_s, -11);
        row("short digest", u"sha256"_s, u"abc"_s);
        row("empty number", u"filing_number"_s, QString());
        row("number with a line break", u"filing_number"_s, u"a\nb"_s);
        row("number without end", u"filing_number"_s, QString(200, u'x'));
        row("moment without zone", u"filed_at"_s, u"2026-08-11T02:03:04"_s);
        row("no moment", u"filed_at"_s, u"yesterday"_s);
        row("audit without hash", u"audit"_s, QJsonObject{{u"sequence"_s, 1}});
        row("audit as a list", u"audit"_s, QJsonArray{});
    }

    void badPayloadsAreNotReceipts()
    {
        QFETCH(const QString, member);
        QFETCH(const QJsonValue, value);
        QJsonObject changed = payload();
        changed.insert(member, value); // Undefined removes
        const auto receipt = verify(m_signer.jws(SpecimenSigner::header(), changed));
        QVERIFY(!receipt);
        QVERIFY(receipt.error().code == ErrorCode::Protocol);
    }

    void badHeadersAreNotReceipts_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("alg none") << u"alg"_s << QJsonValue(u"none"_s);
        QTest::newRow("alg HS256") << u"alg"_s << QJsonValue(u"HS256"_s);
        QTest::newRow("alg missing") << u"alg"_s << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("a result") << u"typ"_s << QJsonValue(u"handshake-result"_s);
        QTest::newRow("typ missing") << u"typ"_s << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("kid missing") << u"kid"_s << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("kid as number") << u"kid"_s << QJsonValue(1);
        QTest::newRow("critical extension") << u"crit"_s << QJsonValue(QJsonArray{u"b64"_s});
    }

    void badHeadersAreNotReceipts()
    {
        QFETCH(const QString, member);
        QFETCH(const QJsonValue, value);
        QJsonObject header = SpecimenSigner::header();
        header.insert(member, value);
        const auto receipt = verify(m_signer.jws(header, payload()));
        QVERIFY(!receipt);
        QVERIFY(receipt.error().code == ErrorCode::Protocol);
    }

    void whatIsNoJwsIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        const QByteArray jws = valid();
        const QByteArray head = jws.left(jws.lastIndexOf('.'));
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a sign-in page") << QByteArray("<html><body>Sign in.</body></html>");
        QTest::newRow("JSON") << canonicalJson(payload());
        QTest::newRow("two parts") << head;
        QTest::newRow("four parts") << jws + ".x";
        QTest::newRow("empty signature") << head + '.';
        QTest::newRow("short signature") << head + ".AAAA";
        QTest::newRow("padding") << jws + "==";
        QTest::newRow("cut off") << jws.left(100);
        QTest::newRow("payload no object") << base64Url("{}") + '.' + base64Url("[]") + ".AA";
        QTest::newRow("over 64 KB") << jws + QByteArray(64 * 1024, ' ');
        QTest::newRow("zeros") << QByteArray(500, '\0');
    }

    void whatIsNoJwsIsRefused()
    {
        QFETCH(const QByteArray, body);
        QVERIFY(!verify(body));
    }

    void unsignedIsNotBelievedWhateverItsHeaderSays()
    {
        QJsonObject header = SpecimenSigner::header();
        header.insert(u"alg"_s, u"none"_s);
        const QByteArray input =
            base64Url(canonicalJson(header)) + '.' + base64Url(canonicalJson(payload()));
        QVERIFY(!verify(input + '.'));
        QVERIFY(!verify(input + ".AA"));
    }
};

QTEST_GUILESS_MAIN(TestReceipt)
#include "tst_receipt.moc"
