// SPDX-License-Identifier: Apache-2.0
#include "app/core/sha256.h"
#include "app/demo/evaluation/sample.h"
#include "tests/support/source_file.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace handshake;
using namespace handshake::evaluation;
using namespace Qt::StringLiterals;

/// Figures are comparable only while the evaluation is the same. Whoever changes how its scenes
/// look raises kEvaluationVersion and runs .ci/freeze_evaluation.py, and says so beside the
/// figures.
class TestFrozen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sourcesAreThoseOfTheVersion()
    {
        const QJsonObject manifest =
            QJsonDocument::fromJson(test::sourceBytes(u"tests/data/evaluation/frozen.json"_s))
                .object();
        QCOMPARE(manifest.value(u"version"_s).toInt(), kEvaluationVersion);
        const QJsonObject sources = manifest.value(u"sources"_s).toObject();
        const QString folder = u"app/demo/evaluation"_s;
        const QStringList files = QDir(test::sourceFile(folder)).entryList(QDir::Files);
        QCOMPARE(files, sources.keys());
        for (const QString& file : files)
            QVERIFY2(Sha256::of(test::sourceBytes(folder + u'/' + file)).hex() ==
                         sources.value(file).toString(),
                     qPrintable(file));
    }

    void designsAreThoseOfTheVersion()
    {
        QByteArray text;
        for (int i = 0; i < 200; ++i) {
            const SampleDesign sample = evaluationSample(i);
            text += u"%1 %2 %3 %4 %5 %6 %7\n"_s.arg(i)
                        .arg(kindName(sample.kind), familyName(sample.asked.family),
                             severityName(sample.severity))
                        .arg(sample.asked.provider)
                        .arg(sample.take.fill, 0, 'f', 4)
                        .arg(sample.take.noise, 0, 'f', 4)
                        .toUtf8();
        }
        const QJsonObject manifest =
            QJsonDocument::fromJson(test::sourceBytes(u"tests/data/evaluation/frozen.json"_s))
                .object();
        QCOMPARE(Sha256::of(text).hex(), manifest.value(u"designs"_s).toString());
    }
};

QTEST_APPLESS_MAIN(TestFrozen)
#include "tst_frozen.moc"
