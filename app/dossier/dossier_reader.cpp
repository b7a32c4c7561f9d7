// SPDX-License-Identifier: Apache-2.0
#include "app/dossier/dossier_reader.h"

#include "app/dossier/manifest.h"
#include "app/dossier/zip_container.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <map>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMaxFileBytes = 256LL * 1024 * 1024;

Error notADossier(const QString& detail)
{
    return Error{ErrorCode::Unreadable, detail};
}

/// Whether this was a dossier once: of the four places that say so, a damaged one keeps three. The
/// ZIP's first and last signature alone are any ZIP's.
bool bearsTheMarks(const QByteArray& bytes)
{
    const QByteArray name = QStringView(kManifestPath).toLatin1();
    const bool startsAsZip = bytes.startsWith("PK\x03\x04");
    const bool namesManifest = bytes.mid(30, name.size()) == name;
    const bool listsManifest = bytes.lastIndexOf(name) > 30;
    const bool endsAsZip = bytes.right(22).startsWith("PK\x05\x06");
    if (startsAsZip && namesManifest)
        return true; // also when its end was cut off
    return startsAsZip + namesManifest + listsManifest + endsAsZip >= 3;
}

Result<QByteArray> readWholeFile(const QString& path)
{
    QFile file(path);
    if (!QFileInfo::exists(path))
        return Error{ErrorCode::NotFound, u"no such file"_s, path};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Storage, u"file cannot be opened"_s, path};
    if (file.size() > kMaxFileBytes)
        return Error{ErrorCode::TooLarge, u"file is larger than any dossier"_s, path};
    QByteArray bytes = file.readAll();
    if (bytes.size() != file.size())
        return Error{ErrorCode::Storage, u"file could not be read to its end"_s, path};
    return bytes;
}

void compareWithManifest(const std::vector<ZipEntry>& entries,
                         const std::vector<ManifestFile>& listed, DossierReport& report)
{
    std::map<QString, const QByteArray*> found;
    for (const ZipEntry& entry : entries) {
        if (entry.path != QStringView(kManifestPath))
            found.emplace(entry.path, &entry.bytes);
    }
    for (const ManifestFile& file : listed) {
        const auto match = found.find(file.path);
        if (match == found.end()) {
            report.differences.push_back({file.path, u"missing"_s});
            continue;
        }
        const QByteArray& bytes = *match->second;
        if (bytes.size() != file.bytes || Sha256::of(bytes) != file.sha256)
            report.differences.push_back({file.path, u"content"_s});
        found.erase(match);
    }
    for (const auto& [path, bytes] : found)
        report.differences.push_back({path, u"unlisted"_s});
}

Result<DossierReport> inspect(const QByteArray& zip, std::vector<ZipEntry>* taken)
{
    DossierReport report;
    const Result<std::vector<ZipEntry>> entries = readZip(zip);
    if (!entries) {
        if (!bearsTheMarks(zip))
            return notADossier(entries.error().detail);
        const bool isContent = entries.error().code == ErrorCode::Corrupt;
        report.differences.push_back(
            {entries.error().where, isContent ? u"content"_s : u"container"_s});
        return report;
    }
    report.files = static_cast<int>(entries->size());
    const auto manifest = std::find_if(entries->begin(), entries->end(), [](const ZipEntry& entry) {
        return entry.path == QStringView(kManifestPath);
    });
    if (manifest == entries->end())
        return notADossier(u"a ZIP without a manifest"_s);
    const Result<std::vector<ManifestFile>> listed = readManifest(manifest->bytes);
    if (!listed && listed.error().code != ErrorCode::Corrupt)
        return listed.error();
    report.id = dossierIdOf(manifest->bytes);
    if (listed)
        compareWithManifest(*entries, *listed, report);
    else
        report.differences.push_back({manifest->path, u"manifest"_s});
    // Every byte that is no entry's content (headers, directory, the way of packing) is as the
    // canonical ZIP of these entries has it, or it was changed.
    const Result<QByteArray> canonical = writeZip(*entries);
    if (!canonical || *canonical != zip)
        report.differences.push_back({QString(), u"container"_s});
    if (taken)
        *taken = *entries;
    return report;
}

Result<void> makeEmptyFolder(const QString& folder)
{
    const QFileInfo info(folder);
    if (info.isSymLink() || (info.exists() && !info.isDir()))
        return Error{ErrorCode::AlreadyExists, u"the output is not a folder"_s, folder};
    if (info.exists() && !QDir(folder).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System |
                                               QDir::NoDotAndDotDot))
        return Error{ErrorCode::AlreadyExists, u"the output folder is not empty"_s, folder};
    if (!QDir().mkpath(folder))
        return Error{ErrorCode::Storage, u"the output folder cannot be made"_s, folder};
    return {};
}

Result<void> writeOut(const QString& folder, const ZipEntry& entry)
{
    const QString target = folder + u'/' + entry.path;
    if (!QDir().mkpath(QFileInfo(target).path()))
        return Error{ErrorCode::Storage, u"a folder of the dossier cannot be made"_s, target};
    QFile file(target);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) ||
        file.write(entry.bytes) != entry.bytes.size() || !file.flush())
        return Error{ErrorCode::Storage, u"a file of the dossier cannot be written"_s, target};
    return {};
}

} // namespace

Result<DossierReport> verifyDossierBytes(const QByteArray& zip)
{
    return inspect(zip, nullptr);
}

Result<DossierReport> verifyDossier(const QString& path)
{
    const Result<QByteArray> bytes = readWholeFile(path);
    if (!bytes)
        return bytes.error();
    Result<DossierReport> report = inspect(*bytes, nullptr);
    if (!report)
        return report.error().at(path);
    const QString name = QFileInfo(path).completeBaseName();
    const Result<DossierId> named = DossierId::parse(name);
    if (named && report->id && *named != *report->id)
        report->differences.push_back({QString(), u"name"_s});
    return report;
}

Result<std::vector<QString>> openDossier(const QString& path, const QString& outputFolder)
{
    const Result<QByteArray> bytes = readWholeFile(path);
    if (!bytes)
        return bytes.error();
    std::vector<ZipEntry> entries;
    const Result<DossierReport> report = inspect(*bytes, &entries);
    if (!report)
        return report.error().at(path);
    if (!report->differences.empty())
        return Error{ErrorCode::Corrupt, u"the dossier is damaged"_s, path};
    const Result<void> ready = makeEmptyFolder(outputFolder);
    if (!ready)
        return ready.error();
    std::vector<QString> written;
    for (const ZipEntry& entry : entries) {
        const Result<void> done = writeOut(outputFolder, entry);
        if (!done)
            return done.error();
        written.push_back(entry.path);
    }
    return written;
}

} // namespace handshake
