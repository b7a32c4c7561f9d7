// SPDX-License-Identifier: Apache-2.0
#include "app/core/json.h"
#include "app/filing/code_table.h"
#include "app/filing/filing_json.h"
#include "app/filing/local_knowledge.h"
#include "app/filing/preflight.h"
#include "app/filing/province_rules.h"
#include "app/filing/xzba_writer.h"
#include "support/source_file.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QTest>

#include <limits>
#include <optional>

using namespace handshake;
using namespace Qt::StringLiterals;

namespace {

/// What may stand where something else is expected.
QJsonValue oddity(QRandomGenerator& random)
{
    static const QList<QJsonValue> values{QJsonValue::Null,
                                          true,
                                          0,
                                          -1,
                                          1.5,
                                          1e300,
                                          std::numeric_limits<qint64>::min(),
                                          std::numeric_limits<qint64>::max(),
                                          u""_s,
                                          u" "_s,
                                          u"0"_s,
                                          u"𠮷\u202E"_s,
                                          QString(QChar(0xD842)),
                                          u"a\u0001<&>]]>"_s,
                                          QString(5000, u'样'),
                                          u"999.1.1.1"_s,
                                          u"http://[::1]:99999/%zz"_s,
                                          QJsonArray{},
                                          QJsonArray{QJsonArray{}, QJsonValue::Null},
                                          QJsonObject{},
                                          QJsonObject{{u"id"_s, 1}}};
    return values.at(random.bounded(static_cast<int>(values.size())));
}

/// `value` with one place somewhere inside replaced, removed or doubled.
QJsonValue mutated(const QJsonValue& value, QRandomGenerator& random)
{
    constexpr int kStop = 25;
    if (random.bounded(kStop) == 0)
        return oddity(random);
    if (value.isArray() && !value.toArray().isEmpty()) {
        QJsonArray array = value.toArray();
        const int at = random.bounded(static_cast<int>(array.size()));
        if (random.bounded(kStop) == 0)
            array.append(array.at(at));
        else
            array.replace(at, mutated(array.at(at), random));
        return array;
    }
    if (value.isObject() && !value.toObject().isEmpty()) {
        QJsonObject object = value.toObject();
        const QStringList keys = object.keys();
        const QString& key = keys.at(random.bounded(static_cast<int>(keys.size())));
        if (random.bounded(kStop) == 0)
            object.remove(key);
        else
            object.insert(key, mutated(object.value(key), random));
        return object;
    }
    // Mostly of the type that belongs there, so that the rules get something to judge.
    QJsonValue odd = oddity(random);
    for (int tries = 0; tries < 20 && odd.type() != value.type(); ++tries)
        odd = oddity(random);
    return odd;
}

} // namespace

/// Thousands of spoilt filings, the same ones in every run: whatever comes, it is read and written
/// back as it was, or refused with a place; and no rule falls over it.
class TestFilingMutations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto codes = CodeTables::load(test::sourceFile(u"data/codes"_s));
        const auto provinces =
            ProvinceRules::load(test::sourceFile(u"data/rules/provinces.json"_s));
        QVERIFY(codes && provinces);
        m_codes = *codes;
        m_provinces = *provinces;
    }

    void spoiltFilingsAreReadOrRefused_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("two websites") << u"two-websites.json"_s;
        QTest::newRow("unknown members") << u"unknown-members.json"_s;
        QTest::newRow("individual") << u"valid-individual.json"_s;
    }

    void spoiltFilingsAreReadOrRefused()
    {
        QFETCH(const QString, file);
        constexpr quint32 kSeed = 20261123;
        constexpr int kRounds = 800;
        QRandomGenerator random(kSeed);
        const QJsonObject whole =
            *parseJsonObject(test::sourceBytes(u"tests/data/filing/"_s + file));
        int read = 0;
        for (int round = 0; round < kRounds; ++round) {
            QJsonValue spoilt = mutated(whole, random);
            if (random.bounded(2) == 0)
                spoilt = mutated(spoilt, random);
            const QJsonObject object = spoilt.toObject();
            const auto filing = filingFromJson(object);
            if (!filing) {
                QCOMPARE(filing.error().code, ErrorCode::Unreadable);
                QVERIFY(!filing.error().where.isEmpty());
                continue;
            }
            ++read;
            QVERIFY(*filingFromJson(filingToJson(*filing)) == *filing);
            judge(*filing);
        }
        // Neither nothing but refusals, nor nothing that had to be refused.
        QVERIFY2(read > kRounds / 20 && read < kRounds, qPrintable(QString::number(read)));
    }

    void spoiltBytesAreReadOrRefused()
    {
        constexpr quint32 kSeed = 7;
        constexpr int kRounds = 3000;
        QRandomGenerator random(kSeed);
        const QByteArray whole = test::sourceBytes(u"tests/data/filing/two-websites.json"_s);
        for (int round = 0; round < kRounds; ++round) {
            QByteArray bytes = whole;
            for (int i = 0; i < 3; ++i)
                bytes[random.bounded(static_cast<int>(bytes.size()))] =
                    static_cast<char>(random.bounded(256));
            if (random.bounded(4) == 0)
                bytes.truncate(random.bounded(static_cast<int>(bytes.size())));
            const auto filing = parseFiling(bytes);
            if (filing)
                QVERIFY(*filingFromJson(filingToJson(*filing)) == *filing);
        }
    }

private:
    void judge(const Filing& filing) const
    {
        const NoLocalKnowledge none;
        for (const Finding& finding :
             preflight(filing, {QDate(2026, 11, 23), *m_codes, *m_provinces, none})) {
            QVERIFY(!finding.code.isEmpty());
            QVERIFY(!finding.field.isEmpty());
            QVERIFY(finding.messageKey.startsWith(u"filing."_s));
        }
        const auto message = writeXzba(filing, {}, 1);
        QVERIFY(message || !message.error().where.isEmpty());
    }

    std::optional<CodeTables> m_codes;
    std::optional<ProvinceRules> m_provinces;
};

QTEST_GUILESS_MAIN(TestFilingMutations)
#include "tst_filing_mutations.moc"
