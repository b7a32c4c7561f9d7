// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/core/strong_id.h"

#include <QString>

#include <memory>

namespace handshake {

class Archive;
class BackdropProfile;
class Clock;
class CodeTables;
class DeliveryQueue;
class DeliveryStore;
class DossierBuilder;
class LocalKnowledge;
class OrdersClient;
class PaperReader;
class Paths;
class PhotoChecker;
class PdfDecoder;
class PictureDecoder;
class ProvinceRules;
class ResultsClient;
class SessionService;
class SettingsStore;

/// What verbs work with. Each thing is made when first asked for, so that a verb pays only for what
/// it uses, and is owned by the composition root; pointers stay valid as long as this object.
class Services
{
public:
    Services() = default;
    virtual ~Services() = default;
    Q_DISABLE_COPY_MOVE(Services)

    [[nodiscard]] virtual const Paths& paths() const = 0;
    [[nodiscard]] virtual const SettingsStore& settings() const = 0;
    [[nodiscard]] virtual const Clock& clock() const = 0;
    [[nodiscard]] virtual const OperatorId& operatorId() const = 0;
    [[nodiscard]] virtual PictureDecoder& decoder() = 0;
    [[nodiscard]] virtual PdfDecoder& pdfDecoder() = 0;
    [[nodiscard]] virtual const LocalKnowledge& knowledge() = 0;

    virtual Result<const CodeTables*> codes() = 0;
    virtual Result<const ProvinceRules*> provinces() = 0;
    virtual Result<PhotoChecker*> photoChecker() = 0;
    virtual Result<PaperReader*> paperReader() = 0;
    /// Chooses the profile that photos are held against from now on; before sessions() is called.
    virtual Result<const BackdropProfile*> useBackdrop(const QString& folder) = 0;
    virtual Result<Archive*> archive() = 0;
    /// archive() was refused because another process owns the store.
    [[nodiscard]] virtual bool isStoreTaken() const = 0;
    virtual Result<SessionService*> sessions() = 0;
    virtual Result<DossierBuilder*> dossierBuilder() = 0;
    virtual Result<std::unique_ptr<DeliveryQueue>> deliveryQueue() = 0;
    virtual Result<OrdersClient*> ordersClient() = 0;
    virtual Result<ResultsClient*> resultsClient() = 0;
    /// Text on the verification form that names the provider and where its templates lie.
    [[nodiscard]] virtual QString formTemplates() const = 0;
};

} // namespace handshake
