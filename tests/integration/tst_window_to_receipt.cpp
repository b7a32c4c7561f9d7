// SPDX-License-Identifier: Apache-2.0
#include "app/cli/command_line.h"
#include "app/imaging/decode_worker.h"
#include "app/main/demo_world.h"
#include "app/main/program_services.h"
#include "app/main/translation.h"
#include "app/main/window_graph.h"
#include "support/gui_checks.h"
#include "ui/common/theme.h"
#include "ui/shell/shell.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QTableView>
#include <QTest>

#include <cstring>
#include <memory>
#include <optional>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;

/// The whole way through the real window, by key events only: from F2 to a receipt of the sample
/// server, with the real services and detectors; only the devices are simulated.
class TestWindowToReceipt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::theme::apply(*qApp); }

    void cleanup()
    {
        m_shell.reset();
        m_graph.reset();
        m_services.reset();
        m_translation.reset();
        m_demo.reset();
    }

    void keysLeadFromTheOrderToTheReceipt_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("Chinese") << u"zh_CN"_s;
        QTest::newRow("English") << u"en"_s;
    }

    void keysLeadFromTheOrderToTheReceipt()
    {
        QFETCH(const QString, language);
        open(language);
        if (QTest::currentTestFailed())
            return;
        look(u"today"_s);

        press(Qt::Key_F2);
        QTRY_VERIFY_WITH_TIMEOUT(state().consent, kPatienceMs);
        look(u"consent"_s);
        press(Qt::Key_Space);
        // The papers lie still and take themselves.
        QTRY_VERIFY_WITH_TIMEOUT(isAt(EvidenceRole::Photo) && camera().view.allGreen, kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(!state().portrait.isNull(), kPatienceMs);
        look(u"photo"_s);
        press(Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(state().canPrint, kPatienceMs);
        QVERIFY(state().currentStep()->kind == StepItem::Kind::CheckAndPrint);
        look(u"check"_s);
        press(Qt::Key_P, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(state().canApprove, kPatienceMs); // the signed form took itself
        look(u"signed"_s);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(state().view->session.state == SessionState::Approved,
                                 kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(upload().waiting, 1, kPatienceMs);
        look(u"approved"_s);
        press(Qt::Key_U, Qt::ControlModifier);
        QVERIFY(m_shell->screen() == ui::Shell::Screen::Upload);
        look(u"upload"_s);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(upload().receipted, 1, kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(!upload().running, kPatienceMs);
        QVERIFY(!upload().error);
        const QStringList filed = QDir(m_demo->folder() + u"/provider/filed"_s)
                                      .entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        QCOMPARE(filed.size(), 1);
        const DeliveryModel& rows = m_shell->parts().delivery.model();
        QTRY_VERIFY_WITH_TIMEOUT(!rows.rows().front().filingNumber.isEmpty(), kPatienceMs);
        QCOMPARE(rows.rows().front().dossier.text(), filed.front());
        const auto* table = m_shell->findChild<QTableView*>(u"deliveryTable"_s);
        QVERIFY(
            cell(*table, DeliveryModel::Column::Advice).contains(rows.rows().front().filingNumber));
        look(u"receipt"_s);

        press(Qt::Key_F4);
        QVERIFY(m_shell->screen() == ui::Shell::Screen::Today);
        TodayModel& cards = m_shell->parts().today.model();
        QTRY_COMPARE_WITH_TIMEOUT(cards.countOf(TodayModel::Column::Sent), 1, kPatienceMs);
        QCOMPARE(cards.countOf(TodayModel::Column::ToSend), 0);
        QCOMPARE(cards.countOf(TodayModel::Column::Orders), 1);
        look(u"sent"_s);
        QCOMPARE(m_keys, 8); // F2, agree, photo, print, approve, to the upload, send, today
    }

private:
    static constexpr int kPatienceMs = 60'000;

    const SessionPageState& state() { return m_shell->parts().session.state(); }
    const LiveCameraState& camera() { return m_shell->parts().session.camera().state(); }
    const DeliveryState& upload() { return m_shell->parts().delivery.state(); }

    bool isAt(EvidenceRole role)
    {
        const StepItem* step = state().currentStep();
        return step && step->kind == StepItem::Kind::Capture && step->step.role == role;
    }

    static QString cell(const QTableView& table, DeliveryModel::Column column)
    {
        return table.model()->index(0, static_cast<int>(column)).data().toString();
    }

    void open(const QString& language)
    {
        m_keys = 0;
        GlobalOptions options;
        options.demo = true;
        auto demo = DemoWorld::create(options);
        QVERIFY(demo);
        QVERIFY2(options.settings.contains(u"delivery/serverUrl"_s),
                 "the sample server is missing");
        m_demo.emplace(*std::move(demo));
        auto services = ProgramServices::createProgram(options);
        QVERIFY(services);
        m_services = *std::move(services);
        m_translation = std::make_unique<Translation>(
            language, QFileInfo(qEnvironmentVariable("HANDSHAKE_PROGRAM")).absolutePath());
        auto graph = WindowGraph::create(*m_services, &*m_demo);
        QVERIFY(graph);
        m_graph = *std::move(graph);
        m_shell = std::make_unique<ui::Shell>(m_graph->shellParts());
        m_graph->start(*m_shell);
        m_shell->showNormal();
        m_shell->resize(1366, 768);
        QVERIFY(QTest::qWaitForWindowActive(m_shell.get()));
        QTRY_COMPARE_WITH_TIMEOUT(
            m_shell->parts().today.model().countOf(TodayModel::Column::Orders), 2, kPatienceMs);
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++m_keys;
        QWidget* target = QApplication::focusWidget();
        QTest::keyClick(target ? target : m_shell.get(), key, modifiers);
    }

    /// Nothing is cut off; keeps a picture of the screen where HANDSHAKE_KEEP_SCREENSHOTS says.
    void look(const QString& name)
    {
        QTest::qWait(1); // lets layouts settle
        const QString clipped = clippedWidgets(*m_shell).join(u'\n');
        QVERIFY2(clipped.isEmpty(), qPrintable(name + u": "_s + clipped));
        const QString kept = qEnvironmentVariable("HANDSHAKE_KEEP_SCREENSHOTS");
        if (kept.isEmpty())
            return;
        const QString folder = kept + u"/way-"_s + QString::fromLatin1(QTest::currentDataTag());
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(m_shell->grab().save(folder + u"/%1-"_s.arg(m_keys) + name + u".png"_s));
    }

    std::optional<DemoWorld> m_demo;
    std::unique_ptr<ProgramServices> m_services;
    std::unique_ptr<Translation> m_translation;
    std::unique_ptr<WindowGraph> m_graph;
    std::unique_ptr<ui::Shell> m_shell;
    int m_keys = 0;
};

int main(int argc, char* argv[])
{
    // Pictures are decoded by a worker process, which is this program again.
    if (argc == 2 && std::strcmp(argv[1], "worker") == 0)
        return runDecodeWorker();
    QApplication application(argc, argv);
    TestWindowToReceipt test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_window_to_receipt.moc"
