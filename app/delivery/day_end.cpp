// SPDX-License-Identifier: Apache-2.0
#include "app/delivery/day_end.h"

#include "app/archive/archive.h"
#include "app/core/clock.h"
#include "app/delivery/current_dossier.h"

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

DayStage stageOf(TransferState state)
{
    switch (state) {
    case TransferState::Receipted:
        return DayStage::Receipted;
    case TransferState::AwaitingReceipt:
        return DayStage::Sent;
    case TransferState::Waiting:
    case TransferState::Uploading:
    case TransferState::Parked:
        break;
    }
    return DayStage::Sealed;
}

/// How far the session came, as a difference; Receipted is none.
Result<DayDifference> standingOf(Archive& archive, const SessionRecord& session)
{
    DayDifference standing{.session = session.id, .state = session.state};
    if (session.state == u"awaiting-review")
        standing.owner = Role::Reviewer;
    // Returned after approval: what was built then does not count for today's state.
    if (!isApprovedState(session.state))
        return standing;
    const auto dossiers = archive.dossiersOf(session.id);
    if (!dossiers)
        return dossiers.error();
    standing.reached = DayStage::Reviewed;
    if (dossiers->empty())
        return standing;
    const auto transfer = archive.transfer(dossiers->back().id);
    if (!transfer)
        return transfer.error();
    standing.reached = stageOf(transfer->state);
    standing.isCarried = transfer->reason == kCarriedReason;
    return standing;
}

void count(DayEnd& sum, DayStage reached)
{
    sum.captured += 1;
    sum.reviewed += reached >= DayStage::Reviewed ? 1 : 0;
    sum.sealed += reached >= DayStage::Sealed ? 1 : 0;
    sum.sent += reached >= DayStage::Sent ? 1 : 0;
    sum.receipted += reached >= DayStage::Receipted ? 1 : 0;
}

/// What cannot be read may be of any day: no day is even before somebody has looked at it.
void addDamaged(Archive& archive, DayEnd& sum)
{
    for (const Damage& damage : archive.damages()) {
        const bool isSession = damage.kind == Damage::Kind::RowCorrupt && damage.session &&
                               damage.session->text() == damage.object;
        if (isSession)
            sum.differences.push_back(
                {.session = *damage.session, .state = u"damaged"_s, .owner = Role::Administrator});
    }
}

} // namespace

QString dayStageName(DayStage stage)
{
    switch (stage) {
    case DayStage::Captured:
        return u"captured"_s;
    case DayStage::Reviewed:
        return u"reviewed"_s;
    case DayStage::Sealed:
        return u"sealed"_s;
    case DayStage::Sent:
        return u"sent"_s;
    case DayStage::Receipted:
        break;
    }
    return u"receipted"_s;
}

Result<DayEnd> dayEnd(Archive& archive, const QDate& day)
{
    const auto sessions = archive.sessions();
    if (!sessions)
        return sessions.error();
    DayEnd sum;
    for (const SessionRecord& session : *sessions) {
        if (inBeijing(session.createdAt).date() != day)
            continue;
        const auto standing = standingOf(archive, session);
        if (!standing)
            return standing.error();
        count(sum, standing->reached);
        if (standing->reached != DayStage::Receipted)
            sum.differences.push_back(*standing);
    }
    addDamaged(archive, sum);
    return sum;
}

Result<DayEnd> closeDay(Archive& archive, const QDate& day, const QString& reason,
                        const OperatorId& operatorId)
{
    auto sum = dayEnd(archive, day);
    if (!sum)
        return sum;
    if (!sum->isEven() && reason.trimmed().isEmpty())
        return Error{ErrorCode::Conflict, u"the day has differences and no reason was given"_s,
                     day.toString(Qt::ISODate)};
    const QString event = sum->isEven() ? u"day-closed"_s : u"day-closed-with-reason"_s;
    const auto recorded =
        archive.addDayClosing({.day = day, .operatorId = operatorId, .reason = reason.trimmed()},
                              {event, day.toString(Qt::ISODate), operatorId});
    if (!recorded)
        return recorded.error();
    return sum;
}

} // namespace handshake
