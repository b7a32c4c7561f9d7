// SPDX-License-Identifier: Apache-2.0
#include "app/vision/thresholds_p.h"

#include "app/core/paths.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

class TestThresholds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto paths = Paths::find(QCoreApplication::applicationDirPath());
        QVERIFY(paths);
        m_shipped = paths->data(u"vision/thresholds.json"_s);
    }

    void ownFiguresGoOverTheShippedOnes()
    {
        const auto shipped = Thresholds::load(m_shipped);
        QVERIFY(shipped);
        const auto own = Thresholds::load(
            m_shipped, written(R"({"about":"x","date":"2026-11-26","sharp":{"pass":31.5}})"));
        QVERIFY(own);
        QCOMPARE(own->sharpPass, 31.5);
        QCOMPARE(own->sharpFail, shipped->sharpFail);
        QCOMPARE(Thresholds::load(m_shipped, {})->sharpPass, shipped->sharpPass);
    }

    void wrongOwnFiguresAreSaidByName_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("name");
        QTest::newRow("no such group")
            << QByteArray(R"({"nosuch":{"pass":1}})") << u"nosuch.pass"_s;
        QTest::newRow("no such figure")
            << QByteArray(R"({"sharp":{"nosuch":1}})") << u"sharp.nosuch"_s;
        QTest::newRow("no number") << QByteArray(R"({"sharp":{"pass":"31"}})") << u"sharp.pass"_s;
        QTest::newRow("out of range") << QByteArray(R"({"sharp":{"pass":-5}})") << u"sharp.pass"_s;
        QTest::newRow("no group") << QByteArray(R"({"sharp":31})") << u"sharp"_s;
        QTest::newRow("no JSON") << QByteArray("{") << QString();
    }

    void wrongOwnFiguresAreSaidByName()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const QString, name);
        const auto own = Thresholds::load(m_shipped, written(json));
        QVERIFY(!own);
        QVERIFY(own.error().code == ErrorCode::Configuration);
        QVERIFY2(own.error().where.contains(name), qPrintable(own.error().where));
    }

    void aRefusedFileChangesNothing()
    {
        auto thresholds = Thresholds::load(m_shipped);
        QVERIFY(thresholds);
        const double before = thresholds->sharpPass;
        QVERIFY(!thresholds->overlay(written(R"({"sharp":{"pass":31,"zzz":1}})")));
        QCOMPARE(thresholds->sharpPass, before);
        QVERIFY(!thresholds->overlay(m_folder.filePath(u"missing.json"_s)));
    }

private:
    QString written(const QByteArray& json)
    {
        QFile file(m_folder.filePath(u"own.json"_s));
        if (file.open(QIODevice::WriteOnly))
            file.write(json);
        return file.fileName();
    }

    QTemporaryDir m_folder;
    QString m_shipped;
};

QTEST_GUILESS_MAIN(TestThresholds)
#include "tst_thresholds.moc"
