// SPDX-License-Identifier: Apache-2.0
#include "app/reading/paper_layout.h"

#include "app/core/paths.h"
#include "app/reading/paper_checks.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace handshake;
using namespace Qt::StringLiterals;

namespace {

QString shipped(const QString& relative)
{
    const auto paths = Paths::find(QCoreApplication::applicationDirPath());
    return paths ? paths->data(relative) : QString();
}

const QByteArray kGood = R"({"kind":"licence","size":[297,210],"dotsPerMm":8,
 "anchors":[{"text":"样本","box":[10,10,20,10]}],"inked":[[1,1,5,5]],"blank":[[50,50,5,5]],
 "fields":[{"key":"name","type":"text","box":[10,20,30,10]}]})";

} // namespace

class TestPaperLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shippedLayoutsCoverThePapersOfTheCounter()
    {
        const auto layouts = loadPaperLayouts(shipped(u"reading/layouts"_s));
        QVERIFY(layouts.has_value());
        for (const PaperKind kind :
             {PaperKind::IdPortrait, PaperKind::IdEmblem, PaperKind::Licence}) {
            QVERIFY(std::ranges::any_of(*layouts, [&](const PaperLayout& layout) {
                return layout.kind == kind && !layout.fields.empty();
            }));
        }
    }

    void shippedThresholdsAreComplete()
    {
        const auto thresholds = loadPaperThresholds(shipped(u"reading/thresholds.json"_s));
        QVERIFY(thresholds.has_value());
        QVERIFY(thresholds->sharpFail < thresholds->sharpWarn);
        QVERIFY(thresholds->glareWarn < thresholds->glareFail);
    }

    void unusableLayoutsNameTheirFile_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("not JSON") << QByteArray("{\"kind\"") << QByteArray("{kind");
        QTest::newRow("kind") << QByteArray("licence") << QByteArray("library-card");
        QTest::newRow("size") << QByteArray("[297,210]") << QByteArray("[297]");
        QTest::newRow("box beyond the paper")
            << QByteArray("[10,20,30,10]") << QByteArray("[290,20,30,10]");
        QTest::newRow("type") << QByteArray("\"type\":\"text\"") << QByteArray("\"type\":\"poem\"");
        QTest::newRow("word without words")
            << QByteArray("\"type\":\"text\"") << QByteArray("\"type\":\"word\"");
        QTest::newRow("huge") << QByteArray("\"dotsPerMm\":8") << QByteArray("\"dotsPerMm\":9000");
        QTest::newRow("no anchors") << QByteArray("\"anchors\"") << QByteArray("\"ankers\"");
        QTest::newRow("empty anchor") << QByteArray("\"样本\"") << QByteArray("\"\"");
    }

    void unusableLayoutsNameTheirFile()
    {
        QFETCH(const QByteArray, from);
        QFETCH(const QByteArray, to);
        const QTemporaryDir dir;
        QVERIFY(loadedFrom(dir, kGood).has_value());
        QByteArray bad = kGood;
        bad.replace(from, to);
        QVERIFY(bad != kGood);
        const auto layouts = loadedFrom(dir, bad);
        QVERIFY(!layouts.has_value());
        QCOMPARE(layouts.error().code, ErrorCode::Configuration);
        QVERIFY(layouts.error().where.endsWith(u"a.json"_s));
    }

    void anEmptyFolderIsAConfigurationError()
    {
        const QTemporaryDir dir;
        const auto layouts = loadPaperLayouts(dir.path());
        QVERIFY(!layouts.has_value());
        QCOMPARE(layouts.error().code, ErrorCode::Configuration);
    }

    void aMissingThresholdIsAConfigurationError()
    {
        const QTemporaryDir dir;
        const QString name = dir.filePath(u"thresholds.json"_s);
        write(name, R"({"sharpWarn":1})");
        const auto thresholds = loadPaperThresholds(name);
        QVERIFY(!thresholds.has_value());
        QCOMPARE(thresholds.error().code, ErrorCode::Configuration);
        QCOMPARE(thresholds.error().where, name);
    }

private:
    static void write(const QString& name, const QByteArray& content)
    {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    static Result<std::vector<PaperLayout>> loadedFrom(const QTemporaryDir& dir,
                                                       const QByteArray& content)
    {
        write(dir.filePath(u"a.json"_s), content);
        return loadPaperLayouts(dir.path());
    }
};

QTEST_GUILESS_MAIN(TestPaperLayout)
#include "tst_paper_layout.moc"
