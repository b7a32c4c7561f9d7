// SPDX-License-Identifier: Apache-2.0
#include "app/dossier/manifest.h"

#include "app/core/json.h"
#include "app/dossier/zip_container.h"
#include "app/filing/filing_json.h"
#include "app/session/session_types.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kFormat = u"handshake-dossier/1";

QString timeText(const QDateTime& time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QJsonObject fileToJson(const ManifestFile& file)
{
    QJsonObject object{{u"path"_s, file.path},
                       {u"role"_s, file.role},
                       {u"mediaType"_s, file.mediaType},
                       {u"bytes"_s, file.bytes},
                       {u"sha256"_s, file.sha256.hex()}};
    if (file.purpose > 0)
        object.insert(u"purpose"_s, file.purpose);
    if (!file.owner.isEmpty())
        object.insert(u"owner"_s, file.owner);
    if (file.size.isValid()) {
        object.insert(u"width"_s, file.size.width());
        object.insert(u"height"_s, file.size.height());
    }
    return object;
}

Error corrupt(const QString& what)
{
    return Error{ErrorCode::Corrupt, u"manifest: "_s + what};
}

Result<ManifestFile> fileFromJson(const QJsonObject& object)
{
    const Result<Sha256> digest = Sha256::fromHex(object.value(u"sha256"_s).toString());
    if (!digest)
        return corrupt(u"digest of a file"_s);
    ManifestFile file{.path = object.value(u"path"_s).toString(),
                      .role = object.value(u"role"_s).toString(),
                      .purpose = object.value(u"purpose"_s).toInt(),
                      .owner = object.value(u"owner"_s).toString(),
                      .mediaType = object.value(u"mediaType"_s).toString(),
                      .size = {},
                      .bytes = object.value(u"bytes"_s).toInteger(-1),
                      .sha256 = *digest};
    if (object.contains(u"width"_s))
        file.size = QSize(object.value(u"width"_s).toInt(), object.value(u"height"_s).toInt());
    if (!isDossierPath(file.path) || file.path == QStringView(kManifestPath))
        return corrupt(u"path of a file"_s);
    if (file.bytes < 0)
        return corrupt(u"length of a file"_s);
    return file;
}

} // namespace

Result<QByteArray> writeManifest(const Session& session, std::vector<ManifestFile> files)
{
    if (!session.approval)
        return Error{ErrorCode::Conflict, u"a dossier is made of an approved session"_s,
                     session.id.text()};
    const ApprovalFacts& approval = *session.approval;
    std::sort(files.begin(), files.end(),
              [](const ManifestFile& a, const ManifestFile& b) { return a.path < b.path; });
    QJsonArray list;
    for (const ManifestFile& file : files)
        list.append(fileToJson(file));

    QJsonObject root{
        {u"format"_s, QStringView(kFormat).toString()},
        {u"session"_s, session.id.text()},
        {u"revision"_s, approval.revision},
        {u"kind"_s, filingKindCode(session.filing.kind)},
        {u"order"_s, session.filing.orderId.text()},
        {u"operator"_s, session.capturedBy.text()},
        {u"reviewer"_s, approval.reviewer.text()},
        {u"clock"_s, QJsonObject{{u"begunAt"_s, timeText(session.createdAt)},
                                 {u"approvedAt"_s, timeText(approval.time)},
                                 {u"monotonicNs"_s, approval.monotonicNs}}},
        {u"audit"_s, QJsonObject{{u"sequence"_s, approval.checkpoint.sequence},
                                 {u"hash"_s, approval.checkpoint.head.hex()}}},
        {u"files"_s, list},
    };
    if (session.predecessor)
        root.insert(u"predecessor"_s, session.predecessor->text());
    if (session.counter)
        root.insert(u"counter"_s, session.counter->text());
    if (session.consent)
        root.insert(u"consent"_s, QJsonObject{{u"textHash"_s, session.consent->textHash},
                                              {u"language"_s, session.consent->language},
                                              {u"time"_s, timeText(session.consent->time)}});
    return canonicalJson(root);
}

Result<std::vector<ManifestFile>> readManifest(const QByteArray& manifest)
{
    const Result<QJsonObject> root = parseJsonObject(manifest);
    if (!root)
        return root.error();
    if (root->value(u"format"_s) != QStringView(kFormat).toString())
        return Error{ErrorCode::Unreadable, u"not the manifest of a dossier"_s};
    if (canonicalJson(*root) != manifest)
        return corrupt(u"not in canonical form"_s);
    if (!root->value(u"files"_s).isArray())
        return corrupt(u"no list of files"_s);
    std::vector<ManifestFile> files;
    for (const QJsonValue value : root->value(u"files"_s).toArray()) {
        Result<ManifestFile> file = fileFromJson(value.toObject());
        if (!file)
            return file.error();
        if (!files.empty() && !(files.back().path < file->path))
            return corrupt(u"files out of order"_s);
        files.push_back(std::move(*file));
    }
    return files;
}

DossierId dossierIdOf(const QByteArray& manifest)
{
    return *DossierId::parse(Sha256::of(manifest).hex());
}

} // namespace handshake
