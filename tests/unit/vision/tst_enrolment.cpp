// SPDX-License-Identifier: Apache-2.0
#include "app/core/paths.h"
#include "app/vision/photo_checker.h"
#include "tests/support/backdrop_specimen.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace handshake;
using namespace Qt::StringLiterals;

namespace {

QString thresholdsFile()
{
    const auto paths = Paths::find(QCoreApplication::applicationDirPath());
    return paths ? paths->data(u"vision/thresholds.json"_s) : QString();
}

LearnRequest rehearsed(LearnRequest request, int photos)
{
    request.rehearsal = RehearsalRequest{thresholdsFile(), photos};
    return request;
}

/// Next to nothing to recognise: one tone, and another hardly lighter.
LearnRequest faintRequest()
{
    LearnRequest request;
    QImage artwork(900, 600, QImage::Format_RGB32);
    artwork.fill(QColor(120, 120, 120));
    for (int y = 250; y < 350; ++y) {
        for (int x = 300; x < 600; ++x)
            artwork.setPixelColor(x, y, QColor(122, 122, 122));
    }
    request.artwork = artwork;
    return request;
}

} // namespace

class TestEnrolment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_design.size = QSize(900, 600);
        const auto learnt =
            learnBackdrop(rehearsed(specimenRequest(m_design), kPhotos), path(u"good"_s));
        QVERIFY(learnt);
        QVERIFY(!learnt->isRefused);
        m_good = learnt->profile;
    }

    void aGoodDesignIsRecognised()
    {
        const auto figures = m_good->rehearsal();
        QVERIFY(figures);
        QCOMPARE(figures->photos, kPhotos);
        QCOMPARE(figures->recognised, kPhotos);
        QCOMPARE(figures->wrongPhotos, 2); // one that resembles it, one mirrored
        QVERIFY(figures->pass > 0.5 && figures->pass < 1);
        // What was measured stays with the profile.
        QCOMPARE(BackdropProfile::load(path(u"good"_s))->rehearsal(), figures);
    }

    void theSameDesignGetsTheSameFigures()
    {
        const auto one = learnBackdrop(rehearsed(specimenRequest(m_design), 1), path(u"one"_s));
        const auto two = learnBackdrop(rehearsed(specimenRequest(m_design), 1), path(u"two"_s));
        QVERIFY(one && two);
        QCOMPARE(one->profile.id(), two->profile.id());
    }

    void aUselessDesignIsRefusedAndChangesNothing()
    {
        const QString folder = path(u"good"_s);
        const auto refused = learnBackdrop(rehearsed(faintRequest(), 2), folder);
        QVERIFY(refused);
        QVERIFY(refused->isRefused);
        QVERIFY(refused->warnings.contains(u"backdrop.weak.useless"_s));
        QCOMPARE(BackdropProfile::load(folder)->id(), m_good->id());
        QVERIFY(!learnBackdrop(rehearsed(faintRequest(), 2), path(u"new"_s))->warnings.isEmpty());
        QVERIFY(!QDir(path(u"new"_s)).exists());
    }

    void aUselessDesignIsTakenWhenSomebodyInsists()
    {
        LearnRequest request = rehearsed(faintRequest(), 2);
        request.meta = {{u"acceptWeak"_s, true}};
        const auto learnt = learnBackdrop(request, path(u"insisted"_s));
        QVERIFY(learnt);
        QVERIFY(!learnt->isRefused);
        QVERIFY(learnt->warnings.contains(u"backdrop.weak.useless"_s));
        QVERIFY(BackdropProfile::load(path(u"insisted"_s)));
        request.meta = {{u"acceptWeak"_s, u"yes"_s}};
        const auto wrong = learnBackdrop(request, path(u"insisted"_s));
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().where, u"acceptWeak"_s);
    }

    void theProfilesOwnLimitIsUsed()
    {
        const auto checker = PhotoChecker::create({Paths::cascades(), thresholdsFile()});
        QVERIFY(checker);
        const auto report = (*checker)->check(drawBackdrop(m_design), &*m_good);
        QVERIFY(report);
        QCOMPARE(report->checks.front().id, u"backdrop"_s);
        QCOMPARE(report->checks.front().limit, m_good->rehearsal()->pass);
    }

    void thresholdsThatCannotBeReadAreNamed()
    {
        LearnRequest request = specimenRequest({});
        request.rehearsal = RehearsalRequest{u"/nowhere/thresholds.json"_s, kPhotos};
        const auto learnt = learnBackdrop(request, path(u"none"_s));
        QVERIFY(!learnt);
        QVERIFY(learnt.error().code == ErrorCode::Configuration);
    }

private:
    static constexpr int kPhotos = 4;
    [[nodiscard]] QString path(const QString& name) const { return m_dir.filePath(name); }

    QTemporaryDir m_dir;
    BackdropDesign m_design;
    std::optional<BackdropProfile> m_good;
};

QTEST_MAIN(TestEnrolment)
#include "tst_enrolment.moc"
