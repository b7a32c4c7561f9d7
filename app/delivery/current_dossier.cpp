// SPDX-License-Identifier: Apache-2.0
#include "app/delivery/current_dossier.h"

#include "app/archive/archive.h"

#include <algorithm>
#include <array>

namespace handshake {

namespace {

/// All bytes of one that awaits its receipt are with the provider: that is not taken back.
Result<bool> hasToGo(Archive& archive, const TransferRecord& transfer)
{
    if (transfer.state == TransferState::Receipted)
        return false;
    if (transfer.state == TransferState::AwaitingReceipt)
        return true;
    const auto dossier = archive.dossier(transfer.dossier);
    if (!dossier) // whoever loads it says so
        return true;
    return isCurrentDossier(archive, *dossier);
}

} // namespace

bool isApprovedState(QStringView state)
{
    constexpr std::array<QStringView, 5> kStates{u"approved", u"sent", u"accepted", u"passed",
                                                 u"rejected"};
    return std::find(kStates.begin(), kStates.end(), state) != kStates.end();
}

Result<bool> isCurrentDossier(Archive& archive, const DossierRecord& dossier)
{
    const auto session = archive.session(dossier.session);
    if (!session && session.error().code == ErrorCode::Corrupt)
        return true; // the dossier is frozen and whole, whatever became of the session's row
    if (!session)
        return session.error();
    const auto ofSession = archive.dossiersOf(dossier.session);
    if (!ofSession)
        return ofSession.error();
    return isApprovedState(session->state) && ofSession->back().id == dossier.id;
}

Result<std::vector<TransferRecord>> unsentTransfers(Archive& archive)
{
    const auto transfers = archive.transfers();
    if (!transfers)
        return transfers.error();
    std::vector<TransferRecord> unsent;
    for (const TransferRecord& transfer : *transfers) {
        const auto goes = hasToGo(archive, transfer);
        if (!goes)
            return goes.error();
        if (*goes)
            unsent.push_back(transfer);
    }
    return unsent;
}

} // namespace handshake
