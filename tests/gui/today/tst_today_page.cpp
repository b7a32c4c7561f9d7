// SPDX-License-Identifier: Apache-2.0
#include "support/fake_desk.h"
#include "support/gui_checks.h"
#include "ui/today/today_page.h"

#include <QListView>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;

class TestTodayPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::theme::apply(*qApp); }
    void init()
    {
        failOnUnexpectedWarnings();
        m_desk = std::make_unique<FakeDesk>();
    }
    void cleanup()
    {
        m_page.reset();
        m_desk.reset();
    }

    void anEmptyDaySaysWhatToLayOutAndWhichKeyBegins()
    {
        build();
        const auto* hint = m_page->findChild<QLabel*>(u"emptyHint"_s);
        QVERIFY(hint->isVisible());
        QVERIFY(hint->text().contains(u"F2"));
    }

    void enterOpensTheMarkedCard()
    {
        fill();
        build();
        const QSignalSpy wanted(&m_desk->today, &TodayPresenter::beginWanted);
        m_page->focusFirst();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
    }

    void arrowsGoToTheNextColumnThatHasACard()
    {
        fill();
        build();
        m_page->focusFirst();
        QCOMPARE(QApplication::focusWidget()->objectName(), u"column0"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"column2"_s); // none in progress
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"column0"_s);
    }

    void tabSkipsColumnsWithoutCards()
    {
        fill();
        build();
        auto* first = m_page->findChild<QWidget*>(u"openOrderButton"_s);
        QCOMPARE(tabOrder(*first), QStringList({u"openOrderButton"_s, u"newSessionButton"_s,
                                                u"column0"_s, u"column2"_s, u"column4"_s}));
    }

    void anUnreadableListIsSaidWithAWayOut()
    {
        m_desk->sessions.failNext = Error{ErrorCode::Storage, u"broken"_s};
        build();
        auto* banner = m_page->findChild<QWidget*>(u"banner"_s);
        QVERIFY(banner->isVisible());
        auto* action = banner->findChild<QAbstractButton*>(u"bannerAction"_s);
        QTest::mouseClick(action, Qt::LeftButton);
        QTRY_VERIFY(!banner->isVisible());
    }

    void nothingIsWrongInEitherLanguage_data() { addLanguagesAndSizes(); }
    void nothingIsWrongInEitherLanguage()
    {
        QFETCH(const QString, language);
        QFETCH(const QSize, size);
        const InLanguage words(language);
        QVERIFY(words.isLoaded);
        build(size);
        QString faults = faultsOf(*m_page);
        fill();
        build(size);
        faults += faultsOf(*m_page);
        m_page.reset();
        QVERIFY2(faults.isEmpty(), qPrintable(faults));
    }

private:
    void fill()
    {
        m_desk->orders.orders = {specimenFiling()};
        for (const SessionState state : {SessionState::AwaitingReview, SessionState::Sent}) {
            const int number = static_cast<int>(m_desk->sessions.summaries.size()) + 1;
            SessionSummary summary{.id = *SessionId::parse(u"S%1"_s.arg(number)),
                                   .state = state,
                                   .order = *OrderId::parse(u"D-2026-00001%1"_s.arg(number))};
            summary.subjectName = u"杭州样本网络科技有限公司"_s;
            summary.changedAt = m_desk->clock.now().wall;
            m_desk->sessions.summaries.push_back(summary);
        }
    }

    void build(QSize size = {1366, 714})
    {
        m_page = std::make_unique<ui::TodayPage>(m_desk->today);
        m_page->resize(size);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_desk->today.refresh();
        QTRY_VERIFY(!m_desk->today.state().loading);
    }

    std::unique_ptr<FakeDesk> m_desk;
    std::unique_ptr<ui::TodayPage> m_page;
};

QTEST_MAIN(TestTodayPage)
#include "tst_today_page.moc"
