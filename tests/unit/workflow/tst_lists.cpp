// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/check_lines_model.h"
#include "app/workflow/executor_order_shelf.h"
#include "support/fake_desk.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;

/// The item models of the screens and the presenters that fill them.
class TestLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOrderWithASessionIsNoLongerOffered()
    {
        TodayModel model;
        const QAbstractItemModelTester tester(&model);
        model.setOrders({specimenFiling()});
        QCOMPARE(model.countOf(TodayModel::Column::Orders), 1);
        model.setSessions({summary(SessionState::Capturing)});
        QCOMPARE(model.countOf(TodayModel::Column::Orders), 0);
        QCOMPARE(model.countOf(TodayModel::Column::Drafts), 1);
        QCOMPARE(model.index(0).data(TodayModel::SessionRole).toString(), u"S1"_s);
    }

    void everyStateHasItsColumn_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("column");
        const auto row = [](const char* name, SessionState state, TodayModel::Column column) {
            QTest::newRow(name) << static_cast<int>(state) << static_cast<int>(column);
        };
        row("capturing", SessionState::Capturing, TodayModel::Column::Drafts);
        row("form", SessionState::AwaitingForm, TodayModel::Column::Drafts);
        row("review", SessionState::AwaitingReview, TodayModel::Column::ToReview);
        row("approved", SessionState::Approved, TodayModel::Column::ToSend);
        row("sent", SessionState::Sent, TodayModel::Column::Sent);
        row("accepted", SessionState::Accepted, TodayModel::Column::Sent);
        row("passed", SessionState::Passed, TodayModel::Column::Sent);
        row("returned", SessionState::Returned, TodayModel::Column::Returned);
        row("rejected", SessionState::Rejected, TodayModel::Column::Returned);
    }

    void everyStateHasItsColumn()
    {
        QFETCH(const int, state);
        QFETCH(const int, column);
        TodayModel model;
        model.setSessions({summary(static_cast<SessionState>(state))});
        QCOMPARE(model.index(0).data(TodayModel::ColumnRole).toInt(), column);
    }

    void theNextSessionIsTheFirstOrderElseAFile()
    {
        FakeDesk desk;
        QSignalSpy wanted(&desk.today, &TodayPresenter::beginWanted);
        desk.prompts.file = u"order.json"_s;
        desk.today.startNext();
        QTRY_COMPARE(wanted.size(), 1);
        QCOMPARE(desk.prompts.asked, 1);
        desk.orders.orders = {specimenFiling()};
        desk.today.refresh();
        QTRY_VERIFY(!desk.today.state().loading);
        desk.today.startNext();
        QCOMPARE(wanted.size(), 2);
        QCOMPARE(desk.prompts.asked, 1);
    }

    void anUnreadableOrderIsSaidAndBeginsNothing()
    {
        FakeDesk desk;
        QSignalSpy wanted(&desk.today, &TodayPresenter::beginWanted);
        desk.orders.unreadable = Error{ErrorCode::Unreadable, u"no order"_s, u"x.json"_s};
        desk.today.readOrder(u"x.json"_s);
        QTRY_VERIFY(desk.today.state().error);
        QCOMPARE(wanted.size(), 0);
    }

    void orderFilesAreReadOrNamed()
    {
        const QString root = qEnvironmentVariable("HANDSHAKE_DATA_ROOT");
        QVERIFY(readOrderFile(root + u"/data/demo/order-unit.json"_s));
        const auto missing = readOrderFile(u"/nowhere/order.json"_s);
        QVERIFY(!missing);
        QVERIFY(missing.error().code == ErrorCode::NotFound);
        QCOMPARE(missing.error().where, u"order.json"_s);
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"bad.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write("{\"format\":") > 0);
        file.close();
        const auto bad = readOrderFile(file.fileName());
        QVERIFY(!bad);
        QVERIFY(bad.error().code == ErrorCode::Unreadable);
    }

    void openLinesStandOnTopAndWhatAgreesBelow()
    {
        FakeSessionGateway gateway;
        Filing filing = specimenFiling();
        gateway.session = completeSession(filing, false);
        gateway.session->filing.subject.name = u"另一样本公司"_s;
        CheckLinesModel model;
        const QAbstractItemModelTester tester(&model);
        model.setView(gateway.view());
        QVERIFY(model.rowCount() > 3);
        QVERIFY(model.index(0, 0).data(CheckLinesModel::BlocksRole).toBool());
        QCOMPARE(model.index(0, 0).data(CheckLinesModel::KeyRole).toString(),
                 u"cross/subject.name"_s);
        QCOMPARE(model.index(0, 2).data(Qt::DisplayRole).toString(), u"另一样本公司"_s);
        QVERIFY(model.blockingCount() >= 1);
        const int last = model.rowCount() - 1;
        QVERIFY(model.index(last, 0).data(CheckLinesModel::KeyRole).toString().isEmpty());
    }

    void theSignedFormIsNoLineBeforePrinting()
    {
        FakeSessionGateway gateway;
        gateway.session = completeSession(specimenFiling(), false);
        CheckLinesModel model;
        model.setView(gateway.view());
        QCOMPARE(model.blockingCount(), 0);
    }

    void progressMovesItsRowOnly()
    {
        FakeDesk desk;
        const QAbstractItemModelTester tester(&desk.delivery.model());
        desk.transfers.all = {FakeDeliveryGateway::row(1, TransferState::Waiting),
                              FakeDeliveryGateway::row(2, TransferState::Waiting)};
        desk.delivery.refresh();
        QTRY_COMPARE(desk.delivery.state().waiting, 2);
        desk.delivery.sendAll();
        Q_EMIT desk.transfers.progress(
            {desk.transfers.all[1].dossier, 340'000, 680'000, TransferState::Uploading, {}});
        QCOMPARE(desk.delivery.model().index(1, 0).data(DeliveryModel::ShareRole).toDouble(), 0.5);
        QCOMPARE(desk.delivery.model().index(0, 0).data(DeliveryModel::ShareRole).toDouble(), 0.0);
        QCOMPARE(desk.delivery.state().runSent, 340'000);
        QCOMPARE(desk.delivery.state().runBytes, 1'360'000);
    }

    void theRunsProgressNeverGoesBack()
    {
        FakeDesk desk;
        desk.transfers.all = {FakeDeliveryGateway::row(1, TransferState::Waiting),
                              FakeDeliveryGateway::row(2, TransferState::Waiting)};
        desk.delivery.refresh();
        QTRY_COMPARE(desk.delivery.state().waiting, 2);
        desk.delivery.sendAll();
        // The first one's receipt takes it out of what waits, not out of the run.
        desk.transfers.all[0].state = TransferState::Receipted;
        desk.delivery.refresh();
        QTRY_COMPARE(desk.delivery.state().waiting, 1);
        QCOMPARE(desk.delivery.state().runBytes, 1'360'000);
        QCOMPARE(desk.delivery.state().runSent, 680'000);
    }

    void theMarkedRowStaysMarkedWhenRowsAreReadAgain()
    {
        FakeDesk desk;
        desk.transfers.all = {FakeDeliveryGateway::row(1, TransferState::Waiting)};
        desk.delivery.refresh();
        QTRY_COMPARE(desk.delivery.state().waiting, 1);
        const QPersistentModelIndex marked = desk.delivery.model().index(0, 0);
        desk.transfers.all[0].state = TransferState::Receipted;
        desk.delivery.refresh();
        QTRY_COMPARE(desk.delivery.state().receipted, 1);
        QVERIFY(marked.isValid());
    }

    void ofTwoOrderFilesTheLaterIsMeant()
    {
        FakeDesk desk;
        desk.orders.hold = true;
        QSignalSpy wanted(&desk.today, &TodayPresenter::beginWanted);
        desk.today.readOrder(u"a.json"_s);
        desk.today.readOrder(u"b.json"_s);
        desk.orders.answer(1);
        QTRY_COMPARE(wanted.size(), 1);
        desk.orders.answer(0);
        QTest::qWait(5);
        QCOMPARE(wanted.size(), 1);
    }

    void sendingIsStartedOnce()
    {
        FakeDesk desk;
        desk.delivery.sendAll();
        QCOMPARE(desk.transfers.startedAll, 0); // nothing waits
        desk.transfers.all = {FakeDeliveryGateway::row(1, TransferState::Waiting)};
        desk.delivery.refresh();
        QTRY_COMPARE(desk.delivery.state().waiting, 1);
        desk.delivery.sendAll();
        desk.delivery.sendAll();
        QCOMPARE(desk.transfers.startedAll, 1);
        QVERIFY(desk.delivery.state().running);
    }

    void aStoppedRunSaysWhyAndAParkedOneIsTriedAgain()
    {
        FakeDesk desk;
        desk.transfers.all = {FakeDeliveryGateway::row(1, TransferState::Parked)};
        desk.delivery.refresh();
        QTRY_COMPARE(desk.delivery.state().parked, 1);
        desk.delivery.tryAgain(7); // no such row: the first that needs help
        QCOMPARE(desk.transfers.started.size(), std::size_t(1));
        QVERIFY(desk.transfers.started.front() == desk.transfers.all[0].dossier);
        DeliverySummary summary;
        summary.stoppedBy = Error{ErrorCode::Unavailable, u"no server"_s};
        desk.transfers.finish(summary);
        QVERIFY(desk.delivery.state().error);
    }

private:
    static SessionSummary summary(SessionState state)
    {
        SessionSummary result{
            .id = *SessionId::parse(u"S1"), .state = state, .order = specimenFiling().orderId};
        result.subjectName = u"样本公司"_s;
        return result;
    }
};

QTEST_GUILESS_MAIN(TestLists)
#include "tst_lists.moc"
