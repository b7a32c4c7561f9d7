// SPDX-License-Identifier: Apache-2.0
#include "app/delivery/provider_result.h"
#include "support/specimen_receipt.h"

#include <QJsonArray>
#include <QTest>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;

class TestProviderResult : public QObject
{
    Q_OBJECT

private:
    const QString m_id = Sha256::of("the manifest").hex();
    SpecimenSigner m_signer;

    ReceiptKey key() const { return *ReceiptKey::fromBytes(base64Url(m_signer.publicKey())); }
    static QJsonObject header()
    {
        QJsonObject header = SpecimenSigner::header();
        header.insert(u"typ"_s, u"handshake-result"_s);
        return header;
    }
    static QJsonObject item()
    {
        return {{u"target"_s, u"photo@site:1"_s},
                {u"code"_s, u"P-01"_s},
                {u"reason"_s, u"背景不符 样本"_s},
                {u"advice"_s, u"take it again"_s}};
    }
    QJsonObject returned() const
    {
        return {{u"dossier_id"_s, m_id},
                {u"status"_s, u"returned"_s},
                {u"to"_s, u"counter"_s},
                {u"items"_s, QJsonArray{item()}}};
    }
    QJsonObject with(const QString& name, const QJsonValue& value) const
    {
        QJsonObject payload = returned();
        payload.insert(name, value);
        return payload;
    }
    QJsonObject withItem(const QString& name, const QJsonValue& value) const
    {
        QJsonObject changed = item();
        changed.insert(name, value);
        return with(u"items"_s, QJsonArray{changed});
    }
    Result<ResultRecord> verify(const QJsonObject& payload) const
    {
        return verifyResult(m_signer.jws(header(), payload), key());
    }

private Q_SLOTS:
    void aTrueResultIsRead()
    {
        const auto result = verify(returned());
        QVERIFY(result);
        QCOMPARE(result->dossier.text(), m_id);
        QCOMPARE(result->status, u"returned"_s);
        QCOMPARE(result->to, u"counter"_s);
        QCOMPARE(result->items.size(), std::size_t(1));
        QCOMPARE(result->items.front().target, u"photo@site:1"_s);
        QCOMPARE(result->items.front().reason, u"背景不符 样本"_s);
        QCOMPARE(result->items.front().advice, u"take it again"_s);
        QCOMPARE(result->jws, m_signer.jws(header(), returned()));
    }

    void numbersAreKept()
    {
        const auto result =
            verify({{u"dossier_id"_s, m_id},
                    {u"status"_s, u"passed"_s},
                    {u"numbers"_s, QJsonObject{{u"subject"_s, u"样本ICP备00000001号"_s},
                                               {u"site:1"_s, u"样本ICP备00000001号-1"_s}}},
                    {u"later"_s, 1}}); // members that came later are no harm
        QVERIFY(result);
        QCOMPARE(result->numbers.at(u"site:1"_s), u"样本ICP备00000001号-1"_s);
        QVERIFY(result->items.empty());
        QVERIFY(result->to.isEmpty());
    }

    void anotherSpellingOfTheSignatureIsTheSameResult()
    {
        const QByteArray jws = m_signer.jws(header(), returned());
        QByteArray respelled = jws;
        // The last of 86 letters carries four bits that decode to nothing.
        const QByteArray alphabet =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        const auto value = alphabet.indexOf(jws.back());
        respelled.back() = alphabet.at(value ^ 1);
        const auto one = verifyResult(jws, key());
        const auto other = verifyResult(respelled, key());
        QVERIFY(one);
        QVERIFY(!other || other->identity == one->identity);
        QVERIFY(verifyResult(jws + "\n", key())->identity == one->identity);
    }

    void aForeignSignatureIsRefused()
    {
        const SpecimenSigner other;
        const auto result = verifyResult(other.jws(header(), returned()), key());
        QVERIFY(!result);
        QVERIFY(result.error().code == ErrorCode::Corrupt);
    }

    void aReceiptIsNoResult()
    {
        const auto result = verifyResult(m_signer.jws(SpecimenSigner::header(), returned()), key());
        QVERIFY(!result);
        QVERIFY(result.error().code == ErrorCode::Protocol);
    }

    void whatIsNotMadeAsAgreedIsRefused_data()
    {
        QTest::addColumn<QJsonObject>("payload");
        const auto row = [](const char* name, const QJsonObject& payload) {
            QTest::newRow(name) << payload;
        };
        row("no dossier", with(u"dossier_id"_s, QJsonValue::Undefined));
        row("dossier in capitals", with(u"dossier_id"_s, m_id.toUpper()));
        row("status unknown", with(u"status"_s, u"lost"_s));
        row("status of our own", with(u"status"_s, u"capturing"_s));
        row("status no text", with(u"status"_s, 1));
        row("to nobody", with(u"to"_s, u"nobody"_s));
        row("to null", with(u"to"_s, QJsonValue::Null));
        row("returned without items", with(u"items"_s, QJsonValue::Undefined));
        row("returned with no items", with(u"items"_s, QJsonArray()));
        row("items no list", with(u"items"_s, u"photo"_s));
        row("item no object", with(u"items"_s, QJsonArray{1}));
        row("item without target", withItem(u"target"_s, QJsonValue::Undefined));
        row("item without code", withItem(u"code"_s, u""_s));
        row("item with blank reason", withItem(u"reason"_s, u" \u202e\n"_s));
        row("item with endless reason", withItem(u"reason"_s, QString(1001, u'x')));
        row("advice no text", withItem(u"advice"_s, QJsonArray()));
        QJsonArray many;
        for (int i = 0; i < 201; ++i)
            many.append(item());
        row("more items than a dossier has", with(u"items"_s, many));
        row("numbers no object", with(u"numbers"_s, QJsonArray()));
        row("number no text", with(u"numbers"_s, QJsonObject{{u"subject"_s, 1}}));
        row("number with control characters",
            with(u"numbers"_s, QJsonObject{{u"subject"_s, u"a\u202eb"_s}}));
    }

    void whatIsNotMadeAsAgreedIsRefused()
    {
        QFETCH(const QJsonObject, payload);
        const auto result = verify(payload);
        QVERIFY(!result);
        QVERIFY(result.error().code == ErrorCode::Protocol);
        QVERIFY(result.error().detail.startsWith(u"result: "));
    }

    void textsAreCleaned()
    {
        const auto result = verify(withItem(u"reason"_s, u"<b>not\u202e visible</b>"_s));
        QVERIFY(result);
        QCOMPARE(result->items.front().reason, u"<b>not visible</b>"_s); // shown as plain text
    }
};

QTEST_GUILESS_MAIN(TestProviderResult)
#include "tst_provider_result.moc"
