// SPDX-License-Identifier: Apache-2.0
#include "app/archive/transfer_table.h"

#include "app/archive/row_values.h"
#include "app/core/canonical_fields.h"
#include "app/vault/sealer.h"

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

/// Milliseconds, or null for "at once".
QVariant nextTryValue(const TransferRecord& transfer)
{
    return transfer.nextTry.isValid() ? QVariant(row::milliseconds(transfer.nextTry)) : QVariant();
}

QByteArray contextOf(const TransferRecord& transfer)
{
    return CanonicalFields()
        .add("transfers.sealed")
        .add(transfer.dossier.text())
        .add(static_cast<qint64>(transfer.state))
        .add(transfer.offset)
        .add(qint64{transfer.attempts})
        .add(nextTryValue(transfer).toString())
        .bytes();
}

QByteArray contextOf(const ReceiptRecord& receipt)
{
    return CanonicalFields()
        .add("receipts.sealed")
        .add(receipt.dossier.text())
        .add(receipt.filingNumber)
        .add(row::milliseconds(receipt.filedAt))
        .bytes();
}

} // namespace

TransferTable::TransferTable(Database& database, Sealer& sealer)
    : m_database(database)
    , m_sealer(sealer)
{
}

Result<void> TransferTable::save(const TransferRecord& transfer)
{
    const QByteArray content =
        CanonicalFields().add(transfer.uploadUrl).add(transfer.reason).bytes();
    const Result<SealedBytes> sealed = m_sealer.seal(content, contextOf(transfer));
    if (!sealed)
        return sealed.error();
    const Result<qint64> saved = m_database.change(
        u"INSERT INTO transfers (dossier, state, confirmed, attempts, next_try, sealed)"
        " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (dossier) DO UPDATE SET state = excluded.state,"
        " confirmed = excluded.confirmed, attempts = excluded.attempts,"
        " next_try = excluded.next_try, sealed = excluded.sealed"_s,
        {transfer.dossier.text(), static_cast<int>(transfer.state), transfer.offset,
         transfer.attempts, nextTryValue(transfer), sealed->bytes()});
    return saved ? Result<void>() : saved.error().at(transfer.dossier.text());
}

Result<std::optional<TransferRecord>> TransferTable::find(const DossierId& dossier)
{
    const auto stored = m_database.selectOne(
        u"SELECT state, confirmed, attempts, next_try, sealed FROM transfers WHERE dossier = ?"_s,
        {dossier.text()});
    if (!stored)
        return stored.error();
    if (!*stored)
        return std::optional<TransferRecord>();
    const Database::Row& values = **stored;
    const qint64 state = values.at(0).toLongLong();
    if (state < 0 || state > static_cast<qint64>(TransferState::Parked))
        return row::corrupt(dossier.text());
    TransferRecord record{.dossier = dossier,
                          .state = static_cast<TransferState>(state),
                          .uploadUrl = {},
                          .offset = values.at(1).toLongLong(),
                          .attempts = values.at(2).toInt(),
                          .nextTry = {},
                          .reason = {}};
    if (!values.at(3).isNull())
        record.nextTry = row::time(values.at(3));
    const auto content = row::opened(m_sealer, values.at(4), contextOf(record), dossier.text());
    if (!content)
        return content.error();
    const auto fields = CanonicalFields::split(*content, 2);
    if (!fields)
        return row::corrupt(dossier.text());
    record.uploadUrl = QString::fromUtf8(fields->at(0));
    record.reason = QString::fromUtf8(fields->at(1));
    return std::optional<TransferRecord>(std::move(record));
}

Result<std::vector<DossierId>> TransferTable::dossiers()
{
    return row::ids<DossierId>(m_database.select(
        u"SELECT transfers.dossier FROM transfers JOIN dossiers ON dossiers.id = transfers.dossier"
        " ORDER BY dossiers.number"_s));
}

Result<void> TransferTable::insertReceipt(const ReceiptRecord& receipt)
{
    if (receipt.jws.isEmpty() || !receipt.filedAt.isValid())
        return Error{ErrorCode::InvalidInput, u"a receipt needs its bytes and its time"_s,
                     receipt.dossier.text()};
    const Result<SealedBytes> sealed = m_sealer.seal(receipt.jws, contextOf(receipt));
    if (!sealed)
        return sealed.error();
    const Result<qint64> inserted = m_database.change(
        u"INSERT INTO receipts (dossier, filing_number, filed_at, sealed) VALUES (?, ?, ?, ?)"_s,
        {receipt.dossier.text(), row::text(receipt.filingNumber),
         row::milliseconds(receipt.filedAt), sealed->bytes()});
    return inserted ? Result<void>() : inserted.error().at(receipt.dossier.text());
}

Result<std::optional<ReceiptRecord>> TransferTable::receipt(const DossierId& dossier)
{
    const auto stored = m_database.selectOne(
        u"SELECT filing_number, filed_at, sealed FROM receipts WHERE dossier = ?"_s,
        {dossier.text()});
    if (!stored)
        return stored.error();
    if (!*stored)
        return std::optional<ReceiptRecord>();
    const Database::Row& values = **stored;
    ReceiptRecord record{.dossier = dossier,
                         .jws = {},
                         .filingNumber = values.at(0).toString(),
                         .filedAt = row::time(values.at(1))};
    Result<QByteArray> jws = row::opened(m_sealer, values.at(2), contextOf(record), dossier.text());
    if (!jws)
        return jws.error();
    record.jws = *std::move(jws);
    return std::optional<ReceiptRecord>(std::move(record));
}

} // namespace handshake
