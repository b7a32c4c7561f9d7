// SPDX-License-Identifier: Apache-2.0
#include "app/delivery/carry.h"

#include "app/archive/archive.h"
#include "app/delivery/current_dossier.h"
#include "app/delivery/receipt.h"

#include <algorithm>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

CarryStep refused(const QString& name, const Error& error,
                  const std::optional<DossierId>& dossier = {})
{
    return {CarryStep::Kind::Refused, name, dossier, {}, error};
}

/// Its own fault, or the stick's? A dossier that cannot be read does not keep the others.
bool concernsOneOnly(const Error& error)
{
    return error.code == ErrorCode::Corrupt || error.code == ErrorCode::NotFound ||
           error.code == ErrorCode::Denied;
}

void enter(std::vector<CarryEntry>& index, const CarryEntry& entry)
{
    std::erase_if(index, [&](const CarryEntry& one) { return one.dossier == entry.dossier; });
    index.push_back(entry);
}

class Export final
{
public:
    Export(Archive& archive, const CarryFolder& folder, const OperatorId& who,
           const CarryTeller& tell)
        : m_archive(archive)
        , m_folder(folder)
        , m_who(who)
        , m_tell(tell)
    {
    }

    Result<void> run()
    {
        auto index = m_folder.index();
        if (!index)
            return index.error();
        m_index = *std::move(index);
        const auto unsent = unsentTransfers(m_archive);
        if (!unsent)
            return unsent.error();
        Result<void> outcome;
        for (const TransferRecord& transfer : *unsent) {
            outcome = carry(transfer);
            if (!outcome)
                break;
        }
        // Also after a stick that ran full: what is on it is named.
        auto written = m_steps.empty() ? Result<void>() : m_folder.writeIndex(m_index);
        if (!written && outcome)
            return written;
        if (written) {
            for (const CarryStep& step : m_steps)
                m_tell(step);
        }
        return outcome;
    }

private:
    Result<void> carry(TransferRecord transfer)
    {
        const auto dossier = m_archive.dossier(transfer.dossier);
        const QString name = CarryFolder::nameOf(transfer.dossier);
        if (!dossier) {
            m_tell(refused(name, dossier.error(), transfer.dossier));
            return {};
        }
        if (transfer.state == TransferState::Parked) {
            m_tell({CarryStep::Kind::Withheld, name, dossier->id, dossier->session, {}});
            return {};
        }
        const CarryEntry entry{dossier->id, name, dossier->sha256, dossier->bytes};
        const auto isNew = write(*dossier, entry);
        if (!isNew && concernsOneOnly(isNew.error())) {
            m_tell(refused(name, isNew.error(), dossier->id));
            return {};
        }
        if (!isNew)
            return isNew.error();
        enter(m_index, entry);
        const auto kind = *isNew ? CarryStep::Kind::Carried : CarryStep::Kind::There;
        m_steps.push_back({kind, name, dossier->id, dossier->session, {}});
        transfer.reason = kCarriedReason;
        const AuditEvent event{u"dossier-carried"_s, dossier->id.text(), m_who};
        return m_archive.saveTransfer(transfer, *isNew ? &event : nullptr);
    }

    /// False when it was there already.
    Result<bool> write(const DossierRecord& dossier, const CarryEntry& entry)
    {
        const auto there = m_folder.holds(entry);
        if (!there)
            return there.error();
        if (*there)
            return false;
        const auto content = m_archive.blob(dossier.blob);
        if (!content)
            return content.error();
        if (content->size() != dossier.bytes || Sha256::of(*content) != dossier.sha256)
            return Error{ErrorCode::Corrupt, u"the kept dossier is not the one that was built"_s,
                         dossier.id.text()};
        const auto put = m_folder.put(entry, *content);
        if (!put)
            return put.error();
        return true;
    }

    Archive& m_archive;
    const CarryFolder& m_folder;
    const OperatorId& m_who;
    const CarryTeller& m_tell;
    std::vector<CarryEntry> m_index;
    std::vector<CarryStep> m_steps; ///< told when the index names them
};

Result<CarryStep> takeReceipt(Archive& archive, const CarryFolder& folder, const QString& name,
                              const ReceiptKey& key, const OperatorId& who)
{
    const auto id = CarryFolder::dossierOfReceipt(name);
    if (!id)
        return Error{ErrorCode::InvalidInput, u"not the name of a receipt"_s, name};
    const auto dossier = archive.dossier(*id);
    if (!dossier)
        return Error{dossier.error().code, u"a receipt of a dossier that is not kept here"_s, name};
    const auto bytes = folder.receipt(name);
    if (!bytes)
        return bytes.error();
    const auto receipt = verifyReceipt(*bytes, key, *id, dossier->sha256, dossier->bytes);
    if (!receipt)
        return receipt.error().at(name);
    const auto stored = archive.storeReceipt(
        {receipt->dossier, receipt->jws, receipt->filingNumber, receipt->filedAt},
        {u"dossier-receipted"_s, id->text(), who});
    if (!stored)
        return stored.error();
    return CarryStep{CarryStep::Kind::Receipted, name, *id, dossier->session, {}};
}

/// A store that does not take it would take the next one no better.
bool isOfTheStore(const Error& error)
{
    return error.code == ErrorCode::Storage || error.code == ErrorCode::StorageFull;
}

} // namespace

Result<void> exportDossiers(Archive& archive, const CarryFolder& folder, const OperatorId& who,
                            const CarryTeller& tell)
{
    return Export(archive, folder, who, tell).run();
}

Result<void> importReceipts(Archive& archive, const CarryFolder& folder, const ReceiptKey& key,
                            const OperatorId& who, const CarryTeller& tell)
{
    for (const QString& name : folder.receiptNames()) {
        const auto step = takeReceipt(archive, folder, name, key, who);
        if (!step && isOfTheStore(step.error()))
            return step.error();
        tell(step ? *step : refused(name, step.error()));
    }
    return {};
}

} // namespace handshake
