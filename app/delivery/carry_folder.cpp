// SPDX-License-Identifier: Apache-2.0
#include "app/delivery/carry_folder.h"

#include "app/archive/durable_file.h"
#include "app/core/json.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

#include <utility>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kFormat = "handshake-carry/1"_L1;
constexpr auto kIndex = "index.json"_L1;
constexpr auto kReceipt = ".receipt.jws"_L1;
constexpr auto kPart = ".part"_L1;
constexpr qint64 kMaxIndex = 4 * 1024 * 1024;
constexpr qint64 kMaxReceipt = 64 * 1024;
constexpr qint64 kMaxDossier = 1024LL * 1024 * 1024;
constexpr qsizetype kMostEntries = 10'000;

Error notAnIndex(const QString& why)
{
    return Error{ErrorCode::Unreadable, u"carry index: "_s + why, QString(kIndex)};
}

QJsonObject toJson(const CarryEntry& entry)
{
    return {{u"dossier_id"_s, entry.dossier.text()},
            {u"filename"_s, entry.fileName},
            {u"sha256"_s, entry.sha256.hex()},
            {u"bytes"_s, entry.bytes}};
}

Result<CarryEntry> entryFrom(const QJsonObject& object)
{
    const auto dossier = DossierId::parse(object.value("dossier_id"_L1).toString());
    const auto sha256 = Sha256::fromHex(object.value("sha256"_L1).toString());
    const qint64 bytes = object.value("bytes"_L1).toInteger(-1);
    const QString name = object.value("filename"_L1).toString();
    if (!dossier || !sha256 || bytes < 1 || bytes > kMaxDossier)
        return notAnIndex(u"an entry without identifier, digest or size"_s);
    if (name != dossier->text() + u".zip"_s && name != dossier->text() + u".cms"_s)
        return notAnIndex(u"an entry of a strange name"_s);
    return CarryEntry{*dossier, name, *sha256, bytes};
}

/// Something is there under this name, be it a link to nowhere.
bool isTaken(const QString& path)
{
    const QFileInfo info(path);
    return info.exists() || info.isSymLink();
}

} // namespace

CarryFolder::CarryFolder(QString path)
    : m_path(std::move(path))
{
}

Result<CarryFolder> CarryFolder::open(const QString& path)
{
    const QFileInfo info(path);
    if (path.isEmpty() || !info.exists())
        return Error{ErrorCode::NotFound, u"no such folder; is the stick mounted?"_s, path};
    if (!info.isDir())
        return Error{ErrorCode::InvalidInput, u"not a folder"_s, path};
    return CarryFolder(info.absoluteFilePath());
}

QString CarryFolder::pathOf(const QString& name) const
{
    return m_path + u'/' + name;
}

QString CarryFolder::nameOf(const DossierId& dossier)
{
    return dossier.text() + u".zip"_s;
}

Result<std::vector<CarryEntry>> CarryFolder::index() const
{
    const QString path = pathOf(kIndex);
    if (!isTaken(path))
        return std::vector<CarryEntry>();
    const auto bytes = durable::readPlainFile(path, kMaxIndex);
    if (!bytes)
        return bytes.error();
    const auto object = parseJsonObject(*bytes, kMaxIndex);
    if (!object || object->value("format"_L1).toString() != kFormat ||
        !object->value("dossiers"_L1).isArray())
        return notAnIndex(u"not one of this program's"_s);
    const QJsonArray list = object->value("dossiers"_L1).toArray();
    if (list.size() > kMostEntries)
        return notAnIndex(u"more dossiers than a stick carries"_s);
    std::vector<CarryEntry> entries;
    for (const auto& value : list) {
        auto entry = entryFrom(value.toObject());
        if (!entry)
            return entry.error();
        entries.push_back(*std::move(entry));
    }
    return entries;
}

Result<void> CarryFolder::writeIndex(const std::vector<CarryEntry>& entries) const
{
    QJsonArray list;
    for (const CarryEntry& entry : entries)
        list.append(toJson(entry));
    return write(kIndex, canonicalJson({{u"format"_s, QString(kFormat)}, {u"dossiers"_s, list}}));
}

Result<bool> CarryFolder::holds(const CarryEntry& entry) const
{
    const QString path = pathOf(entry.fileName);
    if (!isTaken(path))
        return false;
    const auto content = durable::readPlainFile(path, kMaxDossier);
    if (!content && content.error().code != ErrorCode::TooLarge)
        return content.error();
    return content && content->size() == entry.bytes && Sha256::of(*content) == entry.sha256;
}

Result<void> CarryFolder::put(const CarryEntry& entry, const QByteArray& content) const
{
    return write(entry.fileName, content);
}

Result<void> CarryFolder::write(const QString& name, const QByteArray& content) const
{
    const QString path = pathOf(name);
    const QString part = path + kPart;
    QFile::remove(part); // left by a stick that was pulled out; a link goes, not what it names
    if (const auto written = durable::writeNewFile(part, content); !written)
        return written.error();
    const auto back = durable::readPlainFile(part, content.size());
    Result<void> outcome;
    if (!back)
        outcome = back.error();
    else if (*back != content)
        outcome =
            Error{ErrorCode::Storage, u"the stick does not give back what was written"_s, path};
    else
        outcome = durable::moveIntoPlace(part, path);
    if (!outcome)
        QFile::remove(part);
    return outcome;
}

QStringList CarryFolder::receiptNames() const
{
    QStringList names;
    for (const QString& name : QDir(m_path).entryList(
             QDir::AllEntries | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name)) {
        if (name.endsWith(".jws"_L1, Qt::CaseInsensitive))
            names.append(name);
    }
    return names;
}

std::optional<DossierId> CarryFolder::dossierOfReceipt(const QString& name)
{
    if (!name.endsWith(kReceipt))
        return std::nullopt;
    const auto id = DossierId::parse(QStringView(name).chopped(kReceipt.size()));
    return id ? std::optional(*id) : std::nullopt;
}

Result<QByteArray> CarryFolder::receipt(const QString& name) const
{
    return durable::readPlainFile(pathOf(name), kMaxReceipt);
}

} // namespace handshake
