// SPDX-License-Identifier: Apache-2.0
#include "app/main/program_services.h"

#include "app/archive/archive.h"
#include "app/cli/command_line.h"
#include "app/delivery/archive_delivery_store.h"
#include "app/delivery/delivery_queue.h"
#include "app/delivery/orders_client.h"
#include "app/delivery/results_client.h"
#include "app/dossier/dossier_builder.h"
#include "app/dossier/evidence_reader.h"
#include "app/main/lazy_assessor.h"
#include "app/reading/paper_reader.h"
#include "app/session/session_service.h"
#include "app/vision/backdrop_profile.h"
#include "app/vision/photo_checker.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcessEnvironment>
#include <QStandardPaths>

#include <algorithm>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

/// Masters out of the archive, for the dossier.
class SessionEvidenceReader final : public EvidenceReader
{
public:
    explicit SessionEvidenceReader(SessionService& sessions)
        : m_sessions(sessions)
    {
    }

    [[nodiscard]] Result<QByteArray> master(const Evidence& evidence) override
    {
        return m_sessions.master(evidence);
    }

private:
    SessionService& m_sessions;
};

SettingsStore::Sources settingsSources(const GlobalOptions& options, const QString& storeFolder)
{
    SettingsStore::Sources sources;
    sources.userFile = storeFolder + u"/settings.ini"_s;
    sources.policyFile = u"/etc/handshake-desk/policy.ini"_s;
    if (const QString named = qEnvironmentVariable("HANDSHAKE_DESK_POLICY"); !named.isEmpty())
        sources.policyFile = named;
    sources.commandLine = options.settings;
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString& key : environment.keys()) {
        if (key.startsWith(u"HANDSHAKE_"))
            sources.environment.insert(key, environment.value(key));
    }
    return sources;
}

ProviderLink::Config linkConfig(const Settings::Delivery& delivery)
{
    return {delivery.serverUrl, delivery.caFile, delivery.clientCertificate, delivery.tokenFile};
}

Error noServer()
{
    return {ErrorCode::Configuration, u"no server is set"_s, u"delivery/serverUrl"_s};
}

template <typename T>
Result<const T*> borrowed(const std::optional<T>& held)
{
    return &*held;
}

} // namespace

ProgramServices::ProgramServices(Paths paths, SettingsStore settings, OperatorId operatorId,
                                 QString storeFolder)
    : m_paths(std::move(paths))
    , m_settings(std::move(settings))
    , m_operator(std::move(operatorId))
    , m_storeFolder(std::move(storeFolder))
    , m_decoder(QCoreApplication::applicationFilePath())
    , m_pdfDecoder(QCoreApplication::applicationFilePath())
{
}

ProgramServices::~ProgramServices() = default;

Result<std::unique_ptr<Services>> ProgramServices::create(const GlobalOptions& options)
{
    auto program = createProgram(options);
    if (!program)
        return program.error();
    return std::unique_ptr<Services>(*std::move(program));
}

Result<std::unique_ptr<ProgramServices>>
ProgramServices::createProgram(const GlobalOptions& options)
{
    auto paths = Paths::find(QCoreApplication::applicationDirPath());
    if (!paths)
        return paths.error();
    // Until the vault knows operators, a name is all there is; a counter has one by default.
    const auto operatorId =
        OperatorId::parse(options.operatorId.isEmpty() ? u"counter"_s : options.operatorId);
    if (!operatorId)
        return operatorId.error().at(u"--operator"_s);
    const QString storeFolder = storeFolderOf(options);
    auto settings = SettingsStore::read(settingsSources(options, storeFolder));
    if (!settings)
        return settings.error();
    return std::unique_ptr<ProgramServices>(
        new ProgramServices(*std::move(paths), *std::move(settings), *operatorId, storeFolder));
}

QString ProgramServices::storeFolderOf(const GlobalOptions& options)
{
    return QDir(options.dataFolder.isEmpty() ? Paths::defaultStore() : options.dataFolder)
        .absolutePath();
}

QString ProgramServices::formTemplates() const
{
    return m_paths.data(u"forms"_s);
}

Result<const CodeTables*> ProgramServices::codes()
{
    if (!m_codes) {
        auto loaded = CodeTables::load(m_paths.data(u"codes"_s));
        if (!loaded)
            return loaded.error();
        m_codes = *std::move(loaded);
    }
    return borrowed(m_codes);
}

Result<const ProvinceRules*> ProgramServices::provinces()
{
    if (!m_provinces) {
        auto loaded = ProvinceRules::load(m_paths.data(u"rules/provinces.json"_s));
        if (!loaded)
            return loaded.error();
        m_provinces = *std::move(loaded);
    }
    return borrowed(m_provinces);
}

Result<PhotoChecker*> ProgramServices::photoChecker()
{
    if (!m_photoChecker) {
        auto made =
            PhotoChecker::create({Paths::cascades(), m_paths.data(u"vision/thresholds.json"_s),
                                  settings().settings().capture.faceModelFile,
                                  settings().settings().capture.thresholdsFile});
        if (!made)
            return made.error();
        m_photoChecker = *std::move(made);
    }
    return m_photoChecker.get();
}

Result<PaperReader*> ProgramServices::paperReader()
{
    if (!m_paperReader) {
        auto made = PaperReader::create(
            {m_paths.data(u"reading/layouts"_s), m_paths.data(u"reading/thresholds.json"_s),
             m_paths.data(u"models"_s), m_paths.data(u"reading/lexicon.json"_s)});
        if (!made)
            return made.error();
        m_paperReader = *std::move(made);
    }
    return m_paperReader.get();
}

Result<const BackdropProfile*> ProgramServices::useBackdrop(const QString& folder)
{
    auto loaded = BackdropProfile::load(folder);
    if (!loaded)
        return loaded.error().at(folder);
    m_backdrop = std::make_shared<const BackdropProfile>(*std::move(loaded));
    return m_backdrop.get();
}

Result<int> ProgramServices::runForOther(const std::function<Result<int>()>& verb)
{
    const auto own = m_backdrop;
    Result<int> code = verb();
    m_backdrop = own;
    return code;
}

Result<Archive*> ProgramServices::archive()
{
    if (!m_archive) {
        auto opened =
            Archive::open({m_storeFolder, m_paths.data(u"migrations"_s)}, m_sealer, m_clock);
        m_isStoreTaken = !opened && opened.error().code == ErrorCode::Busy;
        if (!opened)
            return opened.error();
        m_archive = *std::move(opened);
    }
    return m_archive.get();
}

Result<SessionService*> ProgramServices::sessions()
{
    if (m_sessions)
        return m_sessions.get();
    const auto store = archive();
    if (!store)
        return store.error();
    const auto codeTables = codes();
    if (!codeTables)
        return codeTables.error();
    const auto provinceRules = provinces();
    if (!provinceRules)
        return provinceRules.error();
    auto verdictRules = VerdictRules::load(m_paths.data(u"rules/verdict.json"_s));
    if (!verdictRules)
        return verdictRules.error();
    m_verdictRules = *std::move(verdictRules);
    const Settings& settings = m_settings.settings();
    if (!m_backdrop && !settings.capture.backdropFolder.isEmpty()) {
        if (const auto backdrop = useBackdrop(settings.capture.backdropFolder); !backdrop)
            return backdrop.error();
    }
    m_assessor = std::make_unique<LazyAssessor>(*this, m_backdrop);
    SessionService::Config config{
        {}, settings.counter.provider, settings.policy.reviewerIsNotCapturer};
    if (const auto counter = CounterId::parse(settings.counter.id))
        config.counter = *counter;
    m_sessions = std::make_unique<SessionService>(
        config, SessionService::Rules{*m_verdictRules, **codeTables, **provinceRules, m_knowledge},
        SessionService::Parts{**store, *m_assessor, m_decoder, m_clock, m_ids});
    return m_sessions.get();
}

Result<DossierBuilder*> ProgramServices::dossierBuilder()
{
    if (!m_dossierBuilder) {
        const auto service = sessions();
        if (!service)
            return service.error();
        m_evidence = std::make_unique<SessionEvidenceReader>(**service);
        // A counter that does not report itself has no number at the authority; the provider's
        // system puts its own in. The interface demands one of at least 1.
        const qint64 unit = std::max<qint64>(m_settings.settings().counter.reportingUnit, 1);
        m_dossierBuilder = std::make_unique<DossierBuilder>(
            DossierBuilder::Config{unit, m_paths.data(u"renditions/default.json"_s)}, m_decoder,
            *m_evidence);
    }
    return m_dossierBuilder.get();
}

Result<DeliveryQueue::Config> ProgramServices::deliveryConfig() const
{
    const Settings::Delivery& delivery = m_settings.settings().delivery;
    if (delivery.serverUrl.isEmpty())
        return noServer();
    DeliveryQueue::Config config;
    config.link = linkConfig(delivery);
    config.receiptKeyFile = delivery.receiptKeyFile;
    return config;
}

Result<std::unique_ptr<DeliveryQueue>> ProgramServices::deliveryQueue()
{
    constexpr int kAttempts = 6; // a verb does not wait for ever; the next run goes on
    auto config = deliveryConfig();
    if (!config)
        return config.error();
    const auto store = archive();
    if (!store)
        return store.error();
    m_deliveryStore = std::make_unique<ArchiveDeliveryStore>(**store, m_operator);
    config->retry.maxAttempts = kAttempts;
    return std::make_unique<DeliveryQueue>(*config, *m_deliveryStore, m_clock);
}

void ProgramServices::close()
{
    m_deliveryStore.reset();
    m_dossierBuilder.reset();
    m_evidence.reset();
    m_sessions.reset();
    m_assessor.reset();
    m_paperReader.reset();
    m_photoChecker.reset();
    m_archive.reset();
}

Result<std::unique_ptr<ProviderLink>> ProgramServices::openLink() const
{
    const Settings::Delivery& delivery = m_settings.settings().delivery;
    if (delivery.serverUrl.isEmpty())
        return noServer();
    return ProviderLink::open(linkConfig(delivery), m_clock);
}

Result<OrdersClient*> ProgramServices::ordersClient()
{
    auto link = openLink();
    if (!link)
        return link.error();
    m_orders.reset(); // it stands on the link
    m_ordersLink = *std::move(link);
    m_orders = std::make_unique<OrdersClient>(*m_ordersLink);
    return m_orders.get();
}

Result<ResultsClient*> ProgramServices::resultsClient()
{
    auto link = openLink();
    if (!link)
        return link.error();
    auto key = ReceiptKey::fromFile(m_settings.settings().delivery.receiptKeyFile);
    if (!key)
        return key.error();
    m_results.reset(); // it stands on the link
    m_resultsLink = *std::move(link);
    m_results = std::make_unique<ResultsClient>(*m_resultsLink, *std::move(key));
    return m_results.get();
}

} // namespace handshake
