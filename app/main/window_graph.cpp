// SPDX-License-Identifier: Apache-2.0
#include "app/main/window_graph.h"

#include "app/archive/archive.h"
#include "app/core/log.h"
#include "app/devices/helper_chip_reader.h"
#include "app/devices/helper_scanner.h"
#include "app/devices/qt_camera_directory.h"
#include "app/devices/simulated_camera_directory.h"
#include "app/filing/filing_json.h"
#include "app/main/call_language.h"
#include "app/main/demo_printer.h"
#include "app/main/demo_world.h"
#include "app/reading/paper_layout.h"
#include "app/reading/sheet_finder.h"
#include "app/session/session_service.h"
#include "app/vision/backdrop_profile.h"
#include "app/vision/live_guide.h"
#include "app/vision/photo_checker.h"

#include <QCoreApplication>

#include <algorithm>

namespace handshake {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(windowLog, "handshake.main")

namespace {

/// What looks at live frames, made on its own thread.
Result<LiveDetectors> makeDetectors(const PhotoChecker::Config& config,
                                    const QString& backdropFolder)
{
    auto guide = LiveGuide::create(config);
    if (!guide)
        return guide.error();
    auto checker = PhotoChecker::create(config);
    if (!checker)
        return checker.error();
    LiveDetectors detectors;
    detectors.guide = *std::move(guide);
    detectors.checker = *std::move(checker);
    detectors.sheets = std::make_unique<SheetFinder>(SheetFinder::Settings{});
    if (!backdropFolder.isEmpty()) {
        auto backdrop = BackdropProfile::load(backdropFolder);
        if (!backdrop)
            return backdrop.error();
        detectors.guide->setBackdrop(*backdrop);
        detectors.backdrop = std::make_unique<BackdropProfile>(*std::move(backdrop));
    }
    return detectors;
}

/// Nowhere when the layouts cannot be read: reading says so itself, the screen goes without.
PortraitPlace portraitPlace(const QString& layoutsFolder)
{
    const auto layouts = loadPaperLayouts(layoutsFolder);
    if (!layouts)
        return {};
    const auto card = std::find_if(layouts->begin(), layouts->end(), [](const PaperLayout& layout) {
        return layout.kind == PaperKind::IdPortrait;
    });
    return card == layouts->end() ? PortraitPlace{} : PortraitPlace{card->size, card->portrait};
}

/// The orders of the day in the store; in the demo the drawn applicants' orders too.
Result<std::vector<Filing>> waitingOrders(const Paths& paths, bool isDemo)
{
    std::vector<Filing> orders;
    if (!isDemo)
        return orders;
    for (const QString& name : {u"order-unit.json"_s, u"order-individual.json"_s}) {
        auto order = readOrderFile(paths.data(u"demo/"_s + name));
        if (!order)
            return order.error();
        orders.push_back(*std::move(order));
    }
    return orders;
}

/// What the settings ask of the scanner; options as "name=value; name=value".
ScanRequest scanRequestOf(const Settings::Scanner& settings)
{
    ScanRequest request;
    request.scanner = settings.device;
    request.dpi = settings.resolution;
    request.colour = settings.isGrey ? ScanColour::Grey : ScanColour::Colour;
    request.source = settings.isFeeder ? ScanSource::Feeder : ScanSource::Flatbed;
    for (const QString& part : settings.options.split(u';', Qt::SkipEmptyParts))
        request.options.emplace_back(part.section(u'=', 0, 0).trimmed(),
                                     part.section(u'=', 1).trimmed());
    return request;
}

/// A verb of another process, on the store's thread, as whoever works at the window.
Result<int> runVerb(ProgramServices& services, const GlobalOptions& options,
                    const HandoffServer::Say& say)
{
    if (!options.operatorId.isEmpty() && options.operatorId != services.operatorId().text())
        return Error{ErrorCode::Busy, u"another operator works at the window that owns the store"_s,
                     u"--operator"_s};
    const CallLanguage language(options.language.isEmpty() ? u"en"_s : options.language,
                                services.paths().translations());
    Output output(
        [&say](const QString& line) {
            say({false, line});
        },
        [&say](const QString& line) {
            say({true, line});
        },
        options.json);
    return services.runForOther([&]() -> Result<int> {
        const auto code = CommandLine::runOn(services, options, output);
        if (!code)
            return code.error();
        return static_cast<int>(*code);
    });
}

} // namespace

WindowGraph::WindowGraph(ProgramServices& services, const DemoWorld* demo)
    : m_services(services)
    , m_demo(demo)
    , m_store(u"store"_s)
    , m_live(u"live"_s)
    , m_verify(u"verify"_s)
    , m_orders(u"orders"_s)
{
}

Result<std::unique_ptr<WindowGraph>> WindowGraph::create(ProgramServices& services,
                                                         const DemoWorld* demo)
{
    std::unique_ptr<WindowGraph> graph(new WindowGraph(services, demo));
    if (const auto opened = graph->openStore(); !opened)
        return opened.error();
    graph->makeDevices();
    graph->makeGateways();
    graph->makeDelivery();
    graph->makePresenters();
    graph->connectParts();
    graph->connectFolder();
    graph->connectDemo();
    graph->listenForVerbs();
    return graph;
}

WindowGraph::~WindowGraph()
{
    m_handoff.reset();
    m_stage.reset();
    m_upload.reset();
    m_session.reset();
    m_today.reset();
    m_delivery.reset();
    m_queue.reset();
    m_deliveryStore.reset();
    m_shelf.reset();
    m_sessions.reset();
    m_camera.reset();
    m_watch.reset();
    // The window is gone: waiting here keeps nobody, and SQLite closes where it was opened.
    auto closed = m_store.run([&services = m_services]() -> Result<bool> {
        services.close();
        return true;
    });
    closed.waitForFinished();
}

Result<void> WindowGraph::openStore()
{
    // Before the window is shown: a store owned by another process is said at once.
    auto opened = m_store.run([&services = m_services] { return services.archive(); });
    const Result<Archive*> archive = opened.result();
    if (!archive)
        return archive.error();
    return {};
}

void WindowGraph::makeDevices()
{
    if (!m_demo) {
        m_printer = std::make_unique<ui::QtFormPrinter>();
        m_cameras = std::make_unique<QtCameraDirectory>(m_services.clock());
        makeScanners();
        return;
    }
    m_printer = std::make_unique<DemoPrinter>(m_demo->folder());
    auto directory = std::make_unique<SimulatedCameraDirectory>(m_services.clock());
    m_feed =
        directory->add(u"demo"_s, QCoreApplication::translate("WindowGraph", "Simulated camera"));
    m_cameras = std::move(directory);
    auto chips = std::make_unique<SimulatedChipReader>();
    m_demoChips = chips.get();
    m_chips = std::move(chips);
}

void WindowGraph::makeScanners()
{
    const Settings& settings = m_services.settings().settings();
    const QString program = QCoreApplication::applicationFilePath();
    auto scanner = std::make_unique<HelperScanner>(program, m_pool, m_services.clock());
    scanner->setWithNetwork(settings.scanner.withNetwork);
    m_scanner = std::move(scanner);
    if (!settings.chipReader.library.isEmpty()) {
        HelperChipReader::Config config;
        config.program = program;
        config.library = settings.chipReader.library;
        config.port = settings.chipReader.port;
        m_chips = std::make_unique<HelperChipReader>(config);
    }
    if (!settings.scanner.watchedFolder.isEmpty()) {
        WatchedFolder::Config config;
        config.folder = settings.scanner.watchedFolder;
        config.removesTaken = settings.scanner.removesTaken;
        m_folder = std::make_unique<WatchedFolder>(config);
    }
}

void WindowGraph::makeGateways()
{
    const Settings::Capture& capture = m_services.settings().settings().capture;
    m_watch = std::make_unique<ExecutorLiveWatch>(
        m_live, m_verify,
        [config = PhotoChecker::Config{Paths::cascades(),
                                       m_services.paths().data(u"vision/thresholds.json"_s),
                                       capture.faceModelFile, capture.thresholdsFile},
         backdrop = capture.backdropFolder] { return makeDetectors(config, backdrop); });
    m_camera = std::make_unique<LiveCamera>(
        *m_cameras, *m_watch, LiveCamera::Choice{capture.cameraId, capture.documentCameraId});
    m_sessions = std::make_unique<ExecutorSessionGateway>(ExecutorSessionGateway::Parts{
        m_store, [&services = m_services] { return services.sessions(); },
        [&services = m_services] { return services.dossierBuilder(); }, m_services.decoder(),
        m_services.clock(), m_services.formTemplates(),
        portraitPlace(m_services.paths().data(u"reading/layouts"_s)), &m_services.pdfDecoder()});
    m_shelf = std::make_unique<ExecutorOrderShelf>(
        m_orders, [paths = m_services.paths(), isDemo = m_demo != nullptr] {
            return waitingOrders(paths, isDemo);
        });
}

void WindowGraph::makeDelivery()
{
    QueueDeliveryGateway::Parts parts{m_store,
                                      [&services = m_services] { return services.archive(); },
                                      [&services = m_services] { return services.sessions(); },
                                      nullptr,
                                      {}};
    const auto config = m_services.deliveryConfig();
    if (config) {
        m_deliveryStore = std::make_unique<ArchiveDeliveryStore>(
            [&services = m_services] { return services.archive(); }, m_services.operatorId(),
            m_store);
        m_queue = std::make_unique<DeliveryQueue>(*config, *m_deliveryStore, m_services.clock());
        parts.queue = m_queue.get();
    } else {
        parts.whyNot = config.error();
    }
    m_delivery = std::make_unique<QueueDeliveryGateway>(std::move(parts));
}

void WindowGraph::makePresenters()
{
    const Settings& settings = m_services.settings().settings();
    SessionPresenter::Config config{m_services.operatorId()};
    config.role =
        Role::Reviewer; // until the vault knows roles, whoever is at the counter may decide
    config.provider = settings.counter.provider;
    config.mayApproveOwn = !settings.policy.reviewerIsNotCapturer;
    config.scan = scanRequestOf(settings.scanner);
    m_today = std::make_unique<TodayPresenter>(*m_sessions, *m_shelf, m_prompts);
    m_session = std::make_unique<SessionPresenter>(
        SessionPresenter::Parts{*m_sessions, *m_camera, *m_printer, m_prompts, m_services.clock(),
                                m_scanner.get(), m_chips.get()},
        config);
    m_upload = std::make_unique<DeliveryPresenter>(*m_delivery);
}

void WindowGraph::connectParts()
{
    QObject::connect(m_session.get(), &SessionPresenter::approved, m_upload.get(),
                     &DeliveryPresenter::refresh);
}

void WindowGraph::connectFolder()
{
    if (!m_folder)
        return;
    QObject::connect(m_folder.get(), &WatchedFolder::fileArrived, m_session.get(),
                     &SessionPresenter::takeScannedFile);
    QObject::connect(m_session.get(), &SessionPresenter::fileStored, m_folder.get(),
                     [folder = m_folder.get()](const QString& path) {
                         if (!folder->take(path))
                             log::warning(windowLog(), "a scanned file could not be deleted");
                     });
    if (!m_folder->start())
        log::warning(windowLog(), "the watched folder is not there");
}

void WindowGraph::connectDemo()
{
    if (!m_demo)
        return;
    m_stage = std::make_unique<DemoStage>(m_feed, *m_demoChips, m_services.clock(), m_pool);
    QObject::connect(m_session.get(), &SessionPresenter::stepEntered, m_stage.get(),
                     &DemoStage::enter);
    QObject::connect(m_session.get(), &SessionPresenter::stepShown, m_stage.get(),
                     &DemoStage::show);
    QObject::connect(m_session.get(), &SessionPresenter::formMade, m_stage.get(),
                     &DemoStage::takeForm);
}

void WindowGraph::listenForVerbs()
{
    m_handoff = std::make_unique<HandoffServer>(
        [this](const GlobalOptions& options, const HandoffServer::Say& say) {
            return m_store.run(
                [&services = m_services, options, say] { return runVerb(services, options, say); });
        });
    if (const auto listening = m_handoff->listen(m_services.storeFolder()); !listening)
        log::warning(windowLog(), "verbs of other processes cannot be taken");
}

void WindowGraph::quitWhenIdle()
{
    m_handoff->stopTaking();
    if (m_handoff->isIdle())
        QCoreApplication::quit();
    else
        QObject::connect(m_handoff.get(), &HandoffServer::becameIdle, QCoreApplication::instance(),
                         &QCoreApplication::quit);
}

ui::ShellParts WindowGraph::shellParts()
{
    const Settings::Counter& counter = m_services.settings().settings().counter;
    return {*m_today,         *m_session, *m_upload,
            *m_printer,       counter.id, m_services.operatorId().text(),
            m_demo != nullptr};
}

void WindowGraph::start(ui::Shell& shell)
{
    m_prompts.setWindow(&shell);
    shell.showFitted();
    m_today->refresh();
    m_upload->refresh();
}

} // namespace handshake
