// SPDX-License-Identifier: Apache-2.0
#include "app/archive/blob_store.h"

#include "app/archive/durable_file.h"
#include "app/core/sha256.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPrefix = 2; // 256 sub-folders

QString temporaryName()
{
    return u"%1%2"_s.arg(QRandomGenerator::system()->generate64(), 16, 16, QChar(u'0'))
        .arg(QRandomGenerator::system()->generate64(), 16, 16, QChar(u'0'));
}

} // namespace

BlobStore::BlobStore(QString folder)
    : m_folder(std::move(folder))
{
}

Result<BlobStore> BlobStore::open(const QString& folder)
{
    for (const QString& name : {u"/blobs"_s, u"/tmp"_s}) {
        const Result<void> made = durable::makeFolder(folder + name);
        if (!made)
            return made.error();
    }
    // A writer that died between making a sub-folder and syncing its name left one that no later
    // run would sync (rule 1).
    const Result<void> synced = durable::syncFolder(folder + u"/blobs"_s);
    if (!synced)
        return synced.error();
    // What lies here was never confirmed to anybody: its writer died half-way (rule 4).
    QDir temporaries(folder + u"/tmp"_s);
    for (const QString& name : temporaries.entryList(QDir::Files | QDir::Hidden)) {
        if (!temporaries.remove(name))
            return Error{ErrorCode::Storage, u"an unfinished file cannot be removed"_s,
                         temporaries.filePath(name)};
    }
    return BlobStore(folder);
}

QString BlobStore::pathOf(const BlobId& id) const
{
    return u"%1/blobs/%2/%3"_s.arg(m_folder, id.text().first(kPrefix), id.text());
}

Result<void> BlobStore::write(const BlobId& id, const QByteArray& bytes)
{
    const QString target = pathOf(id);
    // The sub-folder is synced into its parent before a name is put in it.
    const Result<void> made = durable::makeFolder(QFileInfo(target).path());
    if (!made)
        return made.error();
    const QString temporary = m_folder + u"/tmp/"_s + temporaryName();
    const Result<void> written = durable::writeNewFile(temporary, bytes);
    if (!written)
        return written.error();
    Result<void> moved = durable::moveIntoPlace(temporary, target);
    if (!moved)
        QFile::remove(temporary); // if it is still there; otherwise an orphan stays, which is legal
    return moved;
}

Result<BlobId> BlobStore::put(const SealedBytes& sealed)
{
    const Result<BlobId> id = BlobId::parse(Sha256::of(sealed.bytes()).hex());
    if (!id)
        return id.error();
    if (read(*id)) {
        // Its writer may have died between rename and sync.
        const Result<void> synced = durable::syncFolder(QFileInfo(pathOf(*id)).path());
        if (synced)
            return *id;
    }
    const Result<void> first = write(*id, sealed.bytes());
    if (first)
        return *id;
    if (first.error().code == ErrorCode::StorageFull)
        return first.error();
    // After a failed sync the system calls the old file's pages clean: only a fresh file tells.
    const Result<void> second = write(*id, sealed.bytes());
    if (!second)
        return second.error();
    const Result<SealedBytes> back = read(*id);
    if (!back)
        return back.error();
    return *id;
}

Result<SealedBytes> BlobStore::read(const BlobId& id) const
{
    QFile file(pathOf(id));
    if (!file.exists())
        return Error{ErrorCode::NotFound, u"the blob is not there"_s, id.text()};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Storage, u"the blob cannot be opened"_s, id.text()};
    SealedBytes sealed(file.readAll());
    if (file.error() != QFileDevice::NoError)
        return Error{ErrorCode::Storage, u"the blob cannot be read"_s, id.text()};
    if (Sha256::of(sealed.bytes()).hex() != id.text())
        return Error{ErrorCode::Corrupt, u"the blob is not what was written"_s, id.text()};
    return sealed;
}

Result<QSet<BlobId>> BlobStore::list() const
{
    QSet<BlobId> found;
    const QDir root(m_folder + u"/blobs"_s);
    // An unreadable folder would look like lost evidence.
    if (!QFileInfo(root.path()).isReadable())
        return Error{ErrorCode::Storage, u"the blobs' folder cannot be read"_s, root.path()};
    for (const QString& prefix : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (!QFileInfo(root.filePath(prefix)).isReadable())
            return Error{ErrorCode::Storage, u"a blobs' folder cannot be read"_s,
                         root.filePath(prefix)};
        QDirIterator entries(root.filePath(prefix), QDir::Files);
        while (entries.hasNext()) {
            entries.next();
            const Result<BlobId> id = BlobId::parse(entries.fileName());
            if (id && id->text().startsWith(prefix))
                found.insert(*id);
        }
    }
    return found;
}

Result<void> BlobStore::removeOrphan(const BlobId& id)
{
    if (!QFile::remove(pathOf(id)))
        return Error{ErrorCode::Storage, u"an orphan blob cannot be removed"_s, id.text()};
    return {};
}

} // namespace handshake
