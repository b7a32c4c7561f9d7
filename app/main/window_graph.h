// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/handoff.h"
#include "app/core/clock.h"
#include "app/core/serial_executor.h"
#include "app/delivery/archive_delivery_store.h"
#include "app/delivery/delivery_queue.h"
#include "app/devices/camera_directory.h"
#include "app/devices/id_chip_reader.h"
#include "app/devices/scanner.h"
#include "app/devices/simulated_chip_reader.h"
#include "app/devices/watched_folder.h"
#include "app/main/demo_stage.h"
#include "app/main/program_services.h"
#include "app/workflow/delivery_presenter.h"
#include "app/workflow/executor_live_watch.h"
#include "app/workflow/executor_order_shelf.h"
#include "app/workflow/executor_session_gateway.h"
#include "app/workflow/live_camera.h"
#include "app/workflow/queue_delivery_gateway.h"
#include "app/workflow/session_presenter.h"
#include "app/workflow/today_presenter.h"
#include "ui/common/qt_form_printer.h"
#include "ui/common/widget_prompts.h"
#include "ui/shell/shell.h"

#include <QThreadPool>

#include <memory>

namespace handshake {

class DemoWorld;

/// The window's object graph: engines on their own threads, gateways over them, presenters over
/// the gateways. Built once, destroyed backwards; the store is closed on the thread that opened it.
class WindowGraph final
{
public:
    /// Opens the store and builds the graph over it; Busy when another process owns the store.
    /// `services` and `demo` (null: the real devices) outlive the graph.
    static Result<std::unique_ptr<WindowGraph>> create(ProgramServices& services,
                                                       const DemoWorld* demo);
    ~WindowGraph();
    Q_DISABLE_COPY_MOVE(WindowGraph)

    [[nodiscard]] ui::ShellParts shellParts();
    /// Shows the window and begins to read the store.
    void start(ui::Shell& shell);
    /// Ends the program once verbs of other processes that were taken are done.
    void quitWhenIdle();

private:
    WindowGraph(ProgramServices& services, const DemoWorld* demo);

    Result<void> openStore();
    void makeDevices();
    void makeScanners();
    void makeGateways();
    void makeDelivery();
    void makePresenters();
    void connectParts();
    void connectFolder();
    void connectDemo();
    void listenForVerbs();

    ProgramServices& m_services;
    const DemoWorld* m_demo;
    QThreadPool m_pool;
    SerialExecutor m_store;  ///< archive, session engine, dossiers
    SerialExecutor m_live;   ///< detectors of the live picture
    SerialExecutor m_verify; ///< its full checks
    SerialExecutor m_orders; ///< order files
    std::unique_ptr<CameraDirectory> m_cameras;
    std::shared_ptr<SimulatedFeed> m_feed;
    std::unique_ptr<Scanner> m_scanner;
    std::unique_ptr<IdChipReader> m_chips;
    SimulatedChipReader* m_demoChips = nullptr; ///< the same in the demo, else null
    std::unique_ptr<WatchedFolder> m_folder;
    ui::WidgetPrompts m_prompts;
    std::unique_ptr<FormPrinter> m_printer;
    std::unique_ptr<ExecutorLiveWatch> m_watch;
    std::unique_ptr<LiveCamera> m_camera;
    std::unique_ptr<ExecutorSessionGateway> m_sessions;
    std::unique_ptr<ExecutorOrderShelf> m_shelf;
    std::unique_ptr<ArchiveDeliveryStore> m_deliveryStore;
    std::unique_ptr<DeliveryQueue> m_queue;
    std::unique_ptr<QueueDeliveryGateway> m_delivery;
    std::unique_ptr<TodayPresenter> m_today;
    std::unique_ptr<SessionPresenter> m_session;
    std::unique_ptr<DeliveryPresenter> m_upload;
    std::unique_ptr<DemoStage> m_stage;
    std::unique_ptr<HandoffServer> m_handoff;
};

} // namespace handshake
