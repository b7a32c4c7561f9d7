// SPDX-License-Identifier: Apache-2.0
#include "app/core/json.h"

#include <QTemporaryDir>
#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

class TestJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void canonicalFormSortsKeysAndKeepsWideIntegers()
    {
        const QJsonObject object{{u"b"_s, 1}, {u"a"_s, qint64(9'007'199'254'740'993)}};
        QCOMPARE(canonicalJson(object), QByteArray(R"({"a":9007199254740993,"b":1})"));
    }

    void whatIsNotAnObjectIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("list") << QByteArray("[1]");
        QTest::newRow("cut") << QByteArray(R"({"a":)");
        QTest::newRow("picture") << QByteArray("\xFF\xD8\xFF\xE0", 4);
    }

    void whatIsNotAnObjectIsRefused()
    {
        QFETCH(const QByteArray, bytes);
        const auto result = parseJsonObject(bytes);
        QVERIFY(!result);
        QVERIFY(result.error().code == ErrorCode::Unreadable);
    }

    void tooLargeIsSaid() { QVERIFY(parseJsonObject("{}", 1).error().code == ErrorCode::TooLarge); }

    void missingFileNamesThePlace()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"absent.json"_s);
        const auto result = readJsonFile(path);
        QVERIFY(result.error().code == ErrorCode::NotFound);
        QCOMPARE(result.error().where, path);
    }
};

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"
