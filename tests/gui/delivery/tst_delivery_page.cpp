// SPDX-License-Identifier: Apache-2.0
#include "support/fake_desk.h"
#include "support/gui_checks.h"
#include "ui/delivery/delivery_page.h"

#include <QProgressBar>
#include <QTableView>
#include <QTest>

#include <memory>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;

class TestDeliveryPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::theme::apply(*qApp); }
    void init()
    {
        failOnUnexpectedWarnings();
        m_desk = std::make_unique<FakeDesk>();
        m_desk->transfers.all = {FakeDeliveryGateway::row(1, TransferState::Waiting),
                                 FakeDeliveryGateway::row(2, TransferState::Parked)};
        m_desk->transfers.all[1].reason = u"error.unavailable"_s;
    }
    void cleanup()
    {
        m_page.reset();
        m_desk.reset();
    }

    void controlEnterSendsAndTheBarFollows()
    {
        build();
        auto* bar = m_page->findChild<QProgressBar*>(u"progress"_s);
        QVERIFY(!bar->isVisible());
        QTest::keyClick(m_page.get(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_desk->transfers.startedAll, 1);
        QVERIFY(bar->isVisible());
        Q_EMIT m_desk->transfers.progress(
            {m_desk->transfers.all[0].dossier, 340'000, 680'000, TransferState::Uploading, {}});
        QCOMPARE(bar->value(), 500);
    }

    void controlKStops()
    {
        build();
        QTest::keyClick(m_page.get(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(m_desk->transfers.running);
        QTest::keyClick(m_page.get(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(!m_desk->transfers.running);
    }

    void controlTTriesTheMarkedRow()
    {
        build();
        auto* table = m_page->findChild<QTableView*>(u"deliveryTable"_s);
        QVERIFY(table->currentIndex().isValid()); // one is marked from the beginning
        table->selectRow(1);
        QTest::keyClick(m_page.get(), Qt::Key_T, Qt::ControlModifier);
        QCOMPARE(m_desk->transfers.started.size(), std::size_t(1));
        QVERIFY(m_desk->transfers.started.front() == m_desk->transfers.all[1].dossier);
    }

    void aFailureIsSaidAboveTheList()
    {
        build();
        DeliverySummary summary;
        summary.stoppedBy = Error{ErrorCode::Unavailable, u"no server"_s};
        m_desk->transfers.finish(summary);
        QVERIFY(m_page->findChild<QWidget*>(u"banner"_s)->isVisible());
    }

    void anEmptyListSaysHowItFills()
    {
        m_desk->transfers.all.clear();
        build();
        QVERIFY(m_page->findChild<QLabel*>(u"emptyHint"_s)->isVisible());
        QVERIFY(!m_page->findChild<QWidget*>(u"deliveryTable"_s)->isVisible());
    }

    void tabGoesThroughButtonsAndList()
    {
        build();
        auto* first = m_page->findChild<QWidget*>(u"sendButton"_s);
        QCOMPARE(tabOrder(*first),
                 QStringList({u"sendButton"_s, u"deliveryTable"_s, u"againButton"_s}));
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
        QTest::keyClick(m_page.get(), Qt::Key_Return, Qt::ControlModifier);
        faults += faultsOf(*m_page);
        DeliverySummary summary;
        summary.stoppedBy = Error{ErrorCode::Unavailable, u"no server"_s};
        m_desk->transfers.finish(summary);
        faults += faultsOf(*m_page);
        QVERIFY2(faults.isEmpty(), qPrintable(faults));
    }

private:
    void build(QSize size = {1366, 714})
    {
        m_page = std::make_unique<ui::DeliveryPage>(m_desk->delivery);
        m_page->resize(size);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_desk->delivery.refresh();
        QTRY_COMPARE(m_desk->delivery.model().rowCount(),
                     static_cast<int>(m_desk->transfers.all.size()));
    }

    std::unique_ptr<FakeDesk> m_desk;
    std::unique_ptr<ui::DeliveryPage> m_page;
};

QTEST_MAIN(TestDeliveryPage)
#include "tst_delivery_page.moc"
