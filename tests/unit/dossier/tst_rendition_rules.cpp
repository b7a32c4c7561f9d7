// SPDX-License-Identifier: Apache-2.0
#include "app/dossier/rendition_rules.h"
#include "support/source_file.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

namespace {

QByteArray shippedRules()
{
    QFile file(test::sourceFile(u"data/renditions/default.json"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestRenditionRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shippedRulesKeepTheAuthoritysLimits();
    void refusesWhatMakesNoSense_data();
    void refusesWhatMakesNoSense();
    void aMissingFileIsAConfigurationError();
};

void TestRenditionRules::shippedRulesKeepTheAuthoritysLimits()
{
    const auto rules = RenditionRules::load(test::sourceFile(u"data/renditions/default.json"_s));
    QVERIFY2(rules, qPrintable(rules ? QString() : rules.error().detail + rules.error().where));
    QCOMPARE(rules->photo.size, QSize(800, 600));
    QCOMPARE(rules->photo.maxBase64, 100 * 1024);
    QCOMPARE(rules->identity.maxBase64, 100 * 1024);
    QCOMPARE(rules->licence.maxBase64, 100 * 1024);
    QCOMPARE(rules->form.maxBase64, 150 * 1024);
    QCOMPARE(rules->form.websitePurpose, 1);
    QCOMPARE(rules->licence.subjectPurpose, 2);
    QCOMPARE(rules->identity.subjectPurpose, 3);
    QCOMPARE(rules->identity.websitePurpose, 4);
    QCOMPARE(rules->photo.websitePurpose, 5);
    QVERIFY(rules->date.isValid());
}

void TestRenditionRules::refusesWhatMakesNoSense_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("no cap") << QByteArray("\"maxBase64\": 153600")
                            << QByteArray("\"maxBase64\": 0");
    QTest::newRow("quality over 100")
        << QByteArray("\"maxQuality\": 95") << QByteArray("\"maxQuality\": 101");
    QTest::newRow("lowest over highest")
        << QByteArray("\"minQuality\": 30") << QByteArray("\"minQuality\": 96");
    QTest::newRow("sides not falling") << QByteArray("2000, 1750") << QByteArray("1750, 2000");
    QTest::newRow("a side of nothing") << QByteArray("1000, 850") << QByteArray("1000, 0");
    QTest::newRow("no size at all") << QByteArray("\"size\": [800, 600], ") << QByteArray();
    QTest::newRow("no purpose") << QByteArray("\"site\": 5") << QByteArray("\"site\": 0");
    QTest::newRow("no source") << QByteArray("\"source\"") << QByteArray("\"sauce\"");
    QTest::newRow("another format") << QByteArray("renditions/1") << QByteArray("renditions/9");
}

void TestRenditionRules::refusesWhatMakesNoSense()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QByteArray text = shippedRules();
    QVERIFY(text.contains(from));
    text.replace(from, to);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"rules.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    file.close();
    const auto rules = RenditionRules::load(file.fileName());
    QVERIFY(!rules);
    QCOMPARE(rules.error().code, ErrorCode::Configuration);
}

void TestRenditionRules::aMissingFileIsAConfigurationError()
{
    const auto rules = RenditionRules::load(u"/nowhere/rules.json"_s);
    QVERIFY(!rules);
    QCOMPARE(rules.error().code, ErrorCode::Configuration);
}

QTEST_GUILESS_MAIN(TestRenditionRules)
#include "tst_rendition_rules.moc"
