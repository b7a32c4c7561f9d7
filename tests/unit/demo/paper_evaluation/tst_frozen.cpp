// SPDX-License-Identifier: Apache-2.0
#include "app/core/json.h"
#include "app/core/sha256.h"
#include "app/demo/paper_evaluation/paper_sample.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace handshake;

namespace {

QString folder()
{
    return qEnvironmentVariable("HANDSHAKE_DATA_ROOT") +
           QStringLiteral("/app/demo/paper_evaluation");
}

/// Over the name and the bytes of every source, in the order of the names.
QString digestOfSources()
{
    const QStringList patterns{QStringLiteral("*.h"), QStringLiteral("*.cpp")};
    Sha256Stream stream;
    for (const QString& name : QDir(folder()).entryList(patterns, QDir::Files, QDir::Name)) {
        QFile file(folder() + u'/' + name);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        stream.add(name.toUtf8() + '\n');
        stream.add(file.readAll());
    }
    return stream.finish().hex();
}

} // namespace

class TestFrozen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sourcesAreThoseOfTheVersion()
    {
        const auto manifest = readJsonFile(folder() + QStringLiteral("/frozen.json"));
        QVERIFY(manifest.has_value());
        const QJsonArray versions = manifest->value(QLatin1String("versions")).toArray();
        QVERIFY(!versions.isEmpty());
        const QJsonObject newest = versions.last().toObject();
        QCOMPARE(newest.value(QLatin1String("version")).toInt(), papereval::kEvaluationVersion);
        const QString digest = digestOfSources();
        QVERIFY2(newest.value(QLatin1String("sha256")).toString() == digest,
                 qPrintable(QStringLiteral("the frozen evaluation of papers was changed: that "
                                           "takes a new version in paper_sample.h and in "
                                           "frozen.json, with the digest ") +
                            digest));
    }

    void everyVersionHasItsDigestDateAndReason()
    {
        const auto manifest = readJsonFile(folder() + QStringLiteral("/frozen.json"));
        QVERIFY(manifest.has_value());
        int expected = 1;
        for (const QJsonValue value : manifest->value(QLatin1String("versions")).toArray()) {
            const QJsonObject version = value.toObject();
            QCOMPARE(version.value(QLatin1String("version")).toInt(), expected++);
            QVERIFY(Sha256::fromHex(version.value(QLatin1String("sha256")).toString()));
            QVERIFY(!version.value(QLatin1String("frozen")).toString().isEmpty());
            QVERIFY(!version.value(QLatin1String("reason")).toString().isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestFrozen)
#include "tst_frozen.moc"
