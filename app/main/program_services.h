// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/services.h"
#include "app/core/clock.h"
#include "app/core/id_source.h"
#include "app/core/paths.h"
#include "app/delivery/delivery_queue.h"
#include "app/filing/code_table.h"
#include "app/filing/local_knowledge.h"
#include "app/filing/province_rules.h"
#include "app/imaging/worker_decoder.h"
#include "app/imaging/worker_pdf_decoder.h"
#include "app/session/verdict.h"
#include "app/settings/settings_store.h"
#include "app/vault/unsealed_sealer.h"

#include <functional>
#include <memory>
#include <optional>

namespace handshake {

struct GlobalOptions;
class EvidenceAssessor;
class EvidenceReader;
class ProviderLink;

/// The object graph of the command line and, on the archive's thread, of the window: the only place
/// that names concrete classes.
class ProgramServices final : public Services
{
public:
    /// Configuration when settings, data folder or operator are not usable.
    static Result<std::unique_ptr<Services>> create(const GlobalOptions& options);
    /// As create(), for who needs more than the verbs do.
    static Result<std::unique_ptr<ProgramServices>> createProgram(const GlobalOptions& options);
    /// The store a call speaks of.
    static QString storeFolderOf(const GlobalOptions& options);
    ~ProgramServices() override;

    [[nodiscard]] const Paths& paths() const override { return m_paths; }
    [[nodiscard]] const SettingsStore& settings() const override { return m_settings; }
    [[nodiscard]] const Clock& clock() const override { return m_clock; }
    [[nodiscard]] const OperatorId& operatorId() const override { return m_operator; }
    [[nodiscard]] PictureDecoder& decoder() override { return m_decoder; }
    [[nodiscard]] PdfDecoder& pdfDecoder() override { return m_pdfDecoder; }
    [[nodiscard]] const LocalKnowledge& knowledge() override { return m_knowledge; }
    [[nodiscard]] QString formTemplates() const override;
    [[nodiscard]] const QString& storeFolder() const { return m_storeFolder; }
    [[nodiscard]] bool isStoreTaken() const override { return m_isStoreTaken; }

    /// Runs `verb` for another process: what it chooses for itself is put back afterwards. On the
    /// archive's thread.
    Result<int> runForOther(const std::function<Result<int>()>& verb);

    /// Closes the store and what stands on it; call it on the thread that opened it, when that is
    /// not the one this object dies in.
    void close();
    /// How to reach the provider's server; Configuration when no server is set.
    [[nodiscard]] Result<DeliveryQueue::Config> deliveryConfig() const;

    Result<const CodeTables*> codes() override;
    Result<const ProvinceRules*> provinces() override;
    Result<PhotoChecker*> photoChecker() override;
    Result<PaperReader*> paperReader() override;
    Result<const BackdropProfile*> useBackdrop(const QString& folder) override;
    Result<Archive*> archive() override;
    Result<SessionService*> sessions() override;
    Result<DossierBuilder*> dossierBuilder() override;
    Result<std::unique_ptr<DeliveryQueue>> deliveryQueue() override;
    Result<OrdersClient*> ordersClient() override;
    Result<ResultsClient*> resultsClient() override;

private:
    [[nodiscard]] Result<std::unique_ptr<ProviderLink>> openLink() const;
    ProgramServices(Paths paths, SettingsStore settings, OperatorId operatorId,
                    QString storeFolder);

    Paths m_paths;
    SettingsStore m_settings;
    OperatorId m_operator;
    QString m_storeFolder;
    SystemClock m_clock;
    RandomIdSource m_ids;
    WorkerDecoder m_decoder;
    WorkerPdfDecoder m_pdfDecoder;
    UnsealedSealer m_sealer;
    NoLocalKnowledge m_knowledge;
    std::optional<CodeTables> m_codes;
    std::optional<ProvinceRules> m_provinces;
    std::optional<VerdictRules> m_verdictRules;
    std::unique_ptr<PhotoChecker> m_photoChecker;
    std::unique_ptr<PaperReader> m_paperReader;
    std::shared_ptr<const BackdropProfile> m_backdrop;
    std::unique_ptr<Archive> m_archive;
    std::unique_ptr<EvidenceAssessor> m_assessor;
    std::unique_ptr<SessionService> m_sessions;
    std::unique_ptr<EvidenceReader> m_evidence;
    std::unique_ptr<DossierBuilder> m_dossierBuilder;
    std::unique_ptr<DeliveryStore> m_deliveryStore;
    std::unique_ptr<ProviderLink> m_ordersLink;
    std::unique_ptr<ProviderLink> m_resultsLink;
    std::unique_ptr<OrdersClient> m_orders;
    std::unique_ptr<ResultsClient> m_results;
    bool m_isStoreTaken = false;
};

} // namespace handshake
