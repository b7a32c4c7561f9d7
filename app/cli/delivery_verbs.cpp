// SPDX-License-Identifier: Apache-2.0
#include "app/cli/output.h"
#include "app/cli/services.h"
#include "app/cli/verb.h"

#include "app/archive/archive.h"
#include "app/core/clock.h"
#include "app/delivery/day_end.h"
#include "app/delivery/delivery_queue.h"
#include "app/delivery/orders_client.h"
#include "app/workflow/error_text.h"

#include <QDate>
#include <QEventLoop>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

/// Dossiers named by their session or by themselves.
Result<std::vector<DossierId>> dossiersOf(const QStringList& words, Archive& archive)
{
    std::vector<DossierId> ids;
    for (const QString& word : words) {
        if (const auto dossier = DossierId::parse(word)) {
            ids.push_back(*dossier);
            continue;
        }
        const auto session = SessionId::parse(word);
        if (!session)
            return session.error().at(word);
        const auto records = archive.dossiersOf(*session);
        if (!records)
            return records.error();
        if (records->empty())
            return Error{ErrorCode::NotFound, u"the session has no dossier; approve it first"_s,
                         word};
        ids.push_back(records->back().id);
    }
    return ids;
}

/// Says what the queue tells, as it tells it.
class UploadTeller : public QObject
{
public:
    UploadTeller(DeliveryQueue& queue, Output& output)
        : m_output(output)
    {
        connect(&queue, &DeliveryQueue::progress, this, &UploadTeller::sayProgress);
        connect(&queue, &DeliveryQueue::receipted, this, &UploadTeller::sayReceipted);
        connect(&queue, &DeliveryQueue::parked, this, &UploadTeller::sayParked);
    }

private:
    void sayProgress(const DossierProgress& progress)
    {
        QJsonObject object{{u"event"_s, u"progress"_s},
                           {u"dossier"_s, progress.id.text()},
                           {u"sent"_s, progress.sent},
                           {u"total"_s, progress.total}};
        QString words = u"%1  %2 / %3"_s.arg(progress.id.text().first(12))
                            .arg(progress.sent)
                            .arg(progress.total);
        if (!progress.reason.isEmpty()) {
            const QString reason = ErrorText::advice(progress.reason, {});
            object.insert(u"reason"_s, reason);
            words += u"  "_s + reason;
        }
        m_output.line(object, words);
    }

    void sayReceipted(const DossierId& dossier, const SessionId& session)
    {
        m_output.line({{u"event"_s, u"receipted"_s},
                       {u"session"_s, session.text()},
                       {u"dossier"_s, dossier.text()}},
                      u"receipted "_s + session.text());
    }

    void sayParked(const DossierId& dossier, const Error& error)
    {
        m_output.line({{u"event"_s, u"parked"_s},
                       {u"dossier"_s, dossier.text()},
                       {u"error"_s, errorToJson(error)}},
                      u"parked "_s + dossier.text() + u": "_s + ErrorText::of(error));
    }

    Output& m_output;
};

Result<ExitCode> codeOf(const DeliverySummary& summary)
{
    if (summary.stoppedBy)
        return *summary.stoppedBy;
    if (summary.postponed > 0 && summary.lastFailure)
        return *summary.lastFailure;
    if (summary.postponed > 0)
        return ExitCode::TryLater;
    return summary.parked > 0 ? ExitCode::Findings : ExitCode::Ok;
}

Result<ExitCode> upload(const Arguments& arguments, Services& services, Output& output)
{
    const bool all = arguments.has(u"--all"_s);
    if (all != arguments.positional().isEmpty())
        return usageError(u"name sessions, or --all"_s);
    const auto archive = services.archive();
    if (!archive)
        return archive.error();
    const auto ids = dossiersOf(arguments.positional(), **archive);
    if (!ids)
        return ids.error();
    const auto queue = services.deliveryQueue();
    if (!queue)
        return queue.error();
    const UploadTeller teller(**queue, output);
    DeliverySummary outcome;
    // The only event loop of this process: a verb has no window and no other loop around it.
    QEventLoop loop;
    QObject::connect(queue->get(), &DeliveryQueue::finished, &loop,
                     [&](const DeliverySummary& summary) {
                         outcome = summary;
                         loop.quit();
                     });
    if (all)
        (*queue)->startAll();
    else
        (*queue)->start(*ids);
    loop.exec();
    return codeOf(outcome);
}

Result<ExitCode> fetchOrders(const Arguments& arguments, Services& services, Output& output)
{
    const QDate date = QDate::fromString(arguments.value(u"--date"_s), Qt::ISODate);
    if (!date.isValid())
        return usageError(u"--date takes YYYY-MM-DD"_s, arguments.value(u"--date"_s));
    const auto archive = services.archive();
    if (!archive)
        return archive.error();
    const auto client = services.ordersClient();
    if (!client)
        return client.error();
    std::optional<Error> failure;
    FetchedOrders fetched;
    QEventLoop loop;
    QObject::connect(*client, &OrdersClient::fetched, &loop, [&](const FetchedOrders& orders) {
        fetched = orders;
        loop.quit();
    });
    QObject::connect(*client, &OrdersClient::failed, &loop, [&](const Error& error) {
        failure = error;
        loop.quit();
    });
    (*client)->fetch(date);
    loop.exec();
    if (failure)
        return *failure;
    if (const auto stored = (*archive)->storeOrders(fetched.orders); !stored)
        return stored.error();
    for (const OrderRecord& order : fetched.orders)
        output.line({{u"order"_s, order.id.text()}, {u"date"_s, order.date}},
                    order.id.text() + u"  "_s + order.date);
    for (const Error& error : fetched.refused)
        output.line({{u"error"_s, errorToJson(error)}},
                    error.where + u": "_s + ErrorText::of(error));
    return fetched.refused.empty() ? ExitCode::Ok : ExitCode::Findings;
}

Result<ExitCode> closeDayVerb(const Arguments& arguments, Services& services, Output& output)
{
    const QDate today = inBeijing(services.clock().now().wall).date();
    const QDate day = arguments.has(u"--date"_s)
                          ? QDate::fromString(arguments.value(u"--date"_s), Qt::ISODate)
                          : today;
    if (!day.isValid())
        return usageError(u"--date takes YYYY-MM-DD"_s, arguments.value(u"--date"_s));
    const auto archive = services.archive();
    if (!archive)
        return archive.error();
    const auto sum = dayEnd(**archive, day);
    if (!sum)
        return sum.error();
    for (const DayDifference& difference : sum->differences)
        output.line({{u"session"_s, difference.session.text()},
                     {u"reached"_s, dayStageName(difference.reached)},
                     {u"state"_s, difference.state},
                     {u"owner"_s, roleName(difference.owner)},
                     {u"carried"_s, difference.isCarried}},
                    u"%1  %2  %3"_s.arg(difference.session.text(), difference.state,
                                        roleName(difference.owner)));
    output.line({{u"day"_s, day.toString(Qt::ISODate)},
                 {u"captured"_s, sum->captured},
                 {u"reviewed"_s, sum->reviewed},
                 {u"sealed"_s, sum->sealed},
                 {u"sent"_s, sum->sent},
                 {u"receipted"_s, sum->receipted}},
                u"%1: %2 = %3 = %4 = %5 = %6"_s.arg(day.toString(Qt::ISODate))
                    .arg(sum->captured)
                    .arg(sum->reviewed)
                    .arg(sum->sealed)
                    .arg(sum->sent)
                    .arg(sum->receipted));
    const QString reason = arguments.value(u"--reason"_s);
    if (!sum->isEven() && reason.isEmpty())
        return ExitCode::Findings;
    const auto closed = closeDay(**archive, day, reason, services.operatorId());
    if (!closed)
        return closed.error();
    return ExitCode::Ok;
}

} // namespace

std::vector<Verb> deliveryVerbs()
{
    return {
        {{u"upload"_s}, u"[--all | ID…]"_s, {{u"--all"_s, OptionSpec::Takes::Nothing}}, upload},
        {{u"orders"_s, u"fetch"_s}, u"--date YYYY-MM-DD"_s, {{u"--date"_s}}, fetchOrders},
        {{u"day"_s, u"close"_s},
         u"[--date YYYY-MM-DD] [--reason TEXT]"_s,
         {{u"--date"_s}, {u"--reason"_s}},
         closeDayVerb},
    };
}

} // namespace handshake
