// SPDX-License-Identifier: Apache-2.0
#include "support/fake_desk.h"
#include "support/gui_checks.h"
#include "ui/common/theme.h"
#include "ui/shell/screenshots.h"
#include "ui/shell/shell.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#include <memory>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;

class TestShell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::theme::apply(*qApp); }

    void init()
    {
        failOnUnexpectedWarnings();
        m_desk = std::make_unique<FakeDesk>();
        m_desk->orders.orders = {specimenFiling()};
        addSession(u"S1"_s, SessionState::Capturing, 3);
        addSession(u"S2"_s, SessionState::AwaitingReview, 0);
        addSession(u"S3"_s, SessionState::Sent, 0);
        m_desk->transfers.all = {FakeDeliveryGateway::row(1, TransferState::Waiting),
                                 FakeDeliveryGateway::row(2, TransferState::Parked),
                                 FakeDeliveryGateway::row(3, TransferState::Receipted)};
        m_desk->transfers.all[1].reason = u"error.unavailable"_s;
    }

    void cleanup()
    {
        m_shell.reset();
        m_desk.reset();
        QCoreApplication::removeTranslator(&m_translator);
        QLocale::setDefault(QLocale::c());
    }

    void nothingIsClippedInEitherLanguage_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("Chinese") << u"zh_CN"_s;
    }

    void nothingIsClippedInEitherLanguage()
    {
        QFETCH(const QString, language);
        build(language);
        const auto verify = [this] {
            QTest::qWait(1); // lets layouts settle
            QCOMPARE(clippedWidgets(*m_shell), QStringList());
            QCOMPARE(namelessWidgets(*m_shell), QStringList());
        };
        verify();
        m_shell->show(ui::Shell::Screen::Upload);
        verify();
        beginSession();
        verify(); // the notice
        m_desk->session.giveConsent();
        feed();
        verify();
        m_desk->cameras.camera->vanish();
        verify();
        m_desk->live.retry();
        captureAll();
        for (int step = 0; step < static_cast<int>(m_desk->session.state().steps.size()); ++step) {
            m_desk->session.goTo(step);
            verify();
        }
    }

    void screenshotsShowEveryScreen_data() { nothingIsClippedInEitherLanguage_data(); }

    void screenshotsShowEveryScreen()
    {
        QFETCH(const QString, language);
        build(language);
        beginSession();
        m_desk->session.giveConsent();
        feed();
        captureAll();
        const QTemporaryDir folder;
        const QString kept = qEnvironmentVariable("HANDSHAKE_KEEP_SCREENSHOTS");
        const QString target = kept.isEmpty() ? folder.path() : kept + u'/' + language;

        const auto files = ui::takeScreenshots(*m_shell, target);

        QVERIFY(files);
        QVERIFY(files->size() >= 10);
        for (const QString& file : *files)
            QCOMPARE(QImage(file).size(), QSize(1366, 768));
        QCOMPARE(QDir(target).entryList({u"*.png"_s}).size(), files->size());
    }

    void anUnwritableFolderIsReported()
    {
        build(u"en"_s);
        QTemporaryDir folder;
        QFile blocker(folder.filePath(u"file"_s));
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        const auto files = ui::takeScreenshots(*m_shell, blocker.fileName() + u"/inside"_s);
        QVERIFY(!files);
        QVERIFY(files.error().code == ErrorCode::Storage);
    }

    void escapeLeavesTheSessionAndClosesTheCamera()
    {
        build(u"en"_s);
        beginSession();
        m_desk->session.giveConsent();
        QTRY_VERIFY(m_desk->cameras.camera);
        QTest::keyClick(m_shell.get(), Qt::Key_Escape);
        QVERIFY(m_shell->screen() == ui::Shell::Screen::Today);
        QVERIFY(!m_desk->cameras.camera);
    }

    void theKeySheetOpensAndAnyKeyClosesIt()
    {
        build(u"en"_s);
        auto* sheet = m_shell->findChild<QWidget*>(u"keySheet"_s);
        QTest::keyClick(m_shell.get(), Qt::Key_F1);
        QVERIFY(sheet->isVisible());
        QVERIFY(sheet->accessibleDescription().contains(u"F2"_s));
        QTest::keyClick(sheet, Qt::Key_A);
        QVERIFY(!sheet->isVisible());
    }

    void theDemoSaysSoOnEveryScreen()
    {
        build(u"en"_s, true);
        QVERIFY(m_shell->findChild<QLabel*>(u"demoMark"_s)->isVisible());
    }

private:
    void build(const QString& language, bool demo = false)
    {
        if (language != u"en") {
            const QString program = qEnvironmentVariable("HANDSHAKE_PROGRAM");
            const QString folder = QFileInfo(program).absolutePath() + u"/translations"_s;
            QVERIFY2(m_translator.load(u"handshake_"_s + language, folder), qPrintable(folder));
            QCoreApplication::installTranslator(&m_translator);
        }
        QLocale::setDefault(QLocale(language));
        m_shell = std::make_unique<ui::Shell>(ui::ShellParts{m_desk->today, m_desk->session,
                                                             m_desk->delivery, m_desk->printer,
                                                             u"HZ-01"_s, u"op1"_s, demo});
        m_shell->resize(1366, 768);
        m_shell->QWidget::show();
        QVERIFY(QTest::qWaitForWindowActive(m_shell.get()));
        QTRY_VERIFY(!m_desk->today.state().loading);
    }

    void beginSession()
    {
        m_desk->today.startNext();
        QTRY_VERIFY(m_desk->session.state().view);
    }

    void feed()
    {
        QTRY_VERIFY(!m_desk->session.state().consent);
        QVERIFY(m_desk->cameras.camera);
        m_desk->watch.view.lamps = {{.id = u"sheet"_s, .result = CheckResult::Pass},
                                    {.id = u"steady"_s, .result = CheckResult::Fail}};
        m_desk->watch.view.advice = u"live.paper.moving"_s;
        m_desk->watch.view.outline = QPolygonF({{120, 90}, {520, 100}, {510, 380}, {125, 370}});
        m_desk->cameras.camera->showFrame();
        QTRY_VERIFY(m_desk->session.state().canCapture);
    }

    /// All but the signed form; the emblem side turns out bad.
    void captureAll()
    {
        for (int step = 0; step < 4; ++step) {
            m_desk->session.goTo(step);
            m_desk->session.retake();
            m_desk->sessions.nextChecks = {{.id = u"sharp"_s, .result = CheckResult::Pass},
                                           {.id = u"glare"_s, .result = CheckResult::Pass}};
            if (step == 1)
                m_desk->sessions.nextChecks[0] = {.id = u"sharp"_s,
                                                  .result = CheckResult::Fail,
                                                  .value = 7.0,
                                                  .limit = 25.0,
                                                  .advice = u"live.paper.moving"_s};
            QVERIFY(m_desk->cameras.camera);
            m_desk->cameras.camera->showFrame();
            const int before = m_desk->sessions.pictures;
            m_desk->session.capture();
            if (step == 3) { // the photo: at once
                m_desk->session.capture();
                m_desk->cameras.camera->showBurst();
            }
            QCOMPARE(m_desk->sessions.pictures, before + 1);
            QTRY_VERIFY(!m_desk->session.state().busy);
        }
    }

    void addSession(const QString& id, SessionState state, int missing)
    {
        SessionSummary summary{.id = *SessionId::parse(id),
                               .state = state,
                               .order = *OrderId::parse(u"D-2026-"_s + id)};
        summary.subjectName = u"杭州样本网络科技有限公司"_s;
        summary.missing = missing;
        summary.changedAt = m_desk->clock.now().wall;
        m_desk->sessions.summaries.push_back(summary);
    }

    QTranslator m_translator;
    std::unique_ptr<FakeDesk> m_desk;
    std::unique_ptr<ui::Shell> m_shell;
};

QTEST_MAIN(TestShell)
#include "tst_shell.moc"
