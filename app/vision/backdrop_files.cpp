// SPDX-License-Identifier: Apache-2.0
#include "app/vision/backdrop_files_p.h"

#include "app/core/json.h"
#include "app/core/sha256.h"
#include "app/imaging/decode_worker.h"
#include "app/imaging/mat_view_p.h"
#include "app/vision/dense_comparison_p.h"

#include <QBuffer>
#include <QDataStream>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QSaveFile>

#include <opencv2/imgproc.hpp>

#include <cmath>

using namespace Qt::StringLiterals;

namespace handshake {

namespace {

constexpr qint64 kMaxImageBytes = 20LL * 1024 * 1024;
constexpr quint32 kMaxFeatures = 20'000;
constexpr int kMaxRivals = 20;
constexpr int kDescriptor = 128;
constexpr char kMagic[] = "HDBF1\n";

Error unreadable(const QString& what, const QString& where)
{
    return Error{ErrorCode::Unreadable, what, where};
}

Result<void> writeFile(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{ErrorCode::Storage, u"a file of the profile could not be written"_s, path};
    return {};
}

/// Only plain names: a profile from elsewhere must not reach out of its folder.
Result<QByteArray> readPart(const QDir& folder, const QJsonObject& entry)
{
    const QString name = entry.value("file"_L1).toString();
    const QString path = folder.filePath(name);
    if (name.isEmpty() || name != QFileInfo(name).fileName() || name.startsWith(u'.'))
        return unreadable(u"a profile names a file outside of its folder"_s, folder.path());
    const QFileInfo info(path);
    if (!info.isFile())
        return unreadable(u"a file of the profile is missing"_s, path);
    if (info.size() > kMaxImageBytes)
        return Error{ErrorCode::TooLarge, u"a file of the profile is too large"_s, path};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Storage, u"a file of the profile could not be opened"_s, path};
    const QByteArray bytes = file.read(kMaxImageBytes);
    if (Sha256::of(bytes).hex() != entry.value("sha256"_L1).toString())
        return unreadable(u"a file of the profile is not what was learnt"_s, path);
    return bytes;
}

QJsonObject entryOf(const QString& role, const QString& file, const QByteArray& bytes)
{
    return {{u"role"_s, role}, {u"file"_s, file}, {u"sha256"_s, Sha256::of(bytes).hex()}};
}

Result<void> addImage(const QDir& folder, const QString& role, const QString& name,
                      const QImage& image, QJsonArray& list)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG"))
        return Error{ErrorCode::Internal, u"an artwork could not be encoded"_s, name};
    list.append(entryOf(role, name, bytes));
    return writeFile(folder.filePath(name), bytes);
}

Result<void> addFeatures(const QDir& folder, const QString& role, const LocalFeatures& features,
                         QJsonArray& list)
{
    const QString name = u"features-"_s + role + u".bin"_s;
    const QByteArray bytes = featuresToBytes(features);
    list.append(entryOf(role, name, bytes));
    return writeFile(folder.filePath(name), bytes);
}

QJsonObject describe(const BackdropData& data)
{
    QJsonArray lines;
    for (const BackdropLine& line : data.lines) {
        QJsonObject entry{{u"text"_s, line.text}};
        if (!line.box.isEmpty())
            entry[u"box"_s] =
                QJsonArray{line.box.x(), line.box.y(), line.box.width(), line.box.height()};
        lines.append(entry);
    }
    QJsonArray colours;
    for (const QColor& colour : data.coloursToAvoid)
        colours.append(colour.name());
    QJsonObject json{{u"format"_s, u"handshake-backdrop/1"_s},
                     {u"kind"_s, backdropKindName(data.kind)},
                     {u"name"_s, data.name},
                     {u"textLines"_s, lines},
                     {u"edgesAllowed"_s, data.edgesAllowed},
                     {u"coloursToAvoid"_s, colours}};
    if (data.rehearsal)
        json[u"rehearsal"_s] = QJsonObject{{u"pass"_s, data.rehearsal->pass},
                                           {u"photos"_s, data.rehearsal->photos},
                                           {u"recognised"_s, data.rehearsal->recognised},
                                           {u"wrongPhotos"_s, data.rehearsal->wrongPhotos},
                                           {u"wrongTaken"_s, data.rehearsal->wrongTaken},
                                           {u"resemblingTaken"_s, data.rehearsal->resemblingTaken}};
    if (data.physicalWidthMm)
        json[u"physicalWidthMm"_s] = *data.physicalWidthMm;
    if (data.groundColour.isValid())
        json[u"groundColour"_s] = data.groundColour.name();
    return json;
}

Result<std::optional<BackdropRehearsal>> rehearsalIn(const QJsonObject& profile)
{
    if (!profile.contains("rehearsal"_L1))
        return std::optional<BackdropRehearsal>();
    const QJsonObject json = profile.value("rehearsal"_L1).toObject();
    const auto count = [&json](QLatin1StringView key) { return json.value(key).toInt(-1); };
    const BackdropRehearsal rehearsal{
        json.value("pass"_L1).toDouble(), count("photos"_L1),     count("recognised"_L1),
        count("wrongPhotos"_L1),          count("wrongTaken"_L1), count("resemblingTaken"_L1)};
    const auto isShare = [](int part, int whole) { return part >= 0 && part <= whole; };
    if (!(rehearsal.pass > 0.5 && rehearsal.pass < 1) || rehearsal.photos < 1 ||
        !isShare(rehearsal.recognised, rehearsal.photos) ||
        !isShare(rehearsal.wrongTaken, rehearsal.wrongPhotos) ||
        !isShare(rehearsal.resemblingTaken, rehearsal.wrongTaken))
        return unreadable(u"the rehearsal's figures are impossible"_s, {});
    return std::optional(rehearsal);
}

/// The reference of a stored image: features from their file, the rest made again.
Result<BackdropReference> restored(const QImage& image, const QByteArray& features,
                                   const QString& where)
{
    auto read = featuresFromBytes(features, image.size());
    if (!read)
        return read.error().at(where);
    BackdropReference reference;
    reference.image = image;
    reference.gray = grayCopy(image);
    reference.features = *std::move(read);
    reference.small = denseArtwork(reference.gray);
    reference.colours = blockColours(bgrCopy(reference.image));
    return reference;
}

} // namespace

BackdropReference makeRival(const QImage& image)
{
    BackdropReference reference;
    reference.image = image.convertToFormat(QImage::Format_RGB32);
    if (image.width() > BackdropData::kReferenceWidth)
        reference.image =
            imageCopy(shrunkTo(bgrCopy(reference.image), BackdropData::kReferenceWidth));
    reference.gray = grayCopy(reference.image);
    reference.small = denseArtwork(reference.gray);
    reference.colours = blockColours(bgrCopy(reference.image));
    return reference;
}

BackdropReference makeReference(const QImage& image)
{
    constexpr double kContrast = 0.015; // study of the stack: SIFT at .015 on CLAHE
    BackdropReference reference = makeRival(image);
    reference.features = findFeatures(reference.gray, BackdropData::kFeaturesPerSize, kContrast);
    // At half size once more: a curtain far away shows other points than one close by.
    cv::Mat half;
    cv::resize(reference.gray, half, cv::Size(), 0.5, 0.5, cv::INTER_AREA);
    LocalFeatures far = findFeatures(half, BackdropData::kFeaturesPerSize, kContrast);
    for (cv::KeyPoint point : far.points) {
        point.pt = point.pt * 2.0F;
        point.size *= 2.0F;
        reference.features.points.push_back(point);
    }
    if (!far.descriptors.empty())
        reference.features.descriptors.push_back(far.descriptors);
    return reference;
}

QByteArray featuresToBytes(const LocalFeatures& features)
{
    QByteArray bytes(kMagic);
    QDataStream stream(&bytes, QIODevice::Append);
    stream.setByteOrder(QDataStream::LittleEndian);
    stream.setFloatingPointPrecision(QDataStream::SinglePrecision);
    stream << quint32(features.points.size());
    for (std::size_t i = 0; i < features.points.size(); ++i) {
        const cv::KeyPoint& point = features.points[i];
        stream << point.pt.x << point.pt.y << point.size << point.angle;
        std::array<char, kDescriptor> row{};
        for (int k = 0; k < kDescriptor; ++k)
            row[std::size_t(k)] = static_cast<char>(
                cv::saturate_cast<uchar>(features.descriptors.at<float>(int(i), k) * 255.0F));
        stream.writeRawData(row.data(), kDescriptor);
    }
    return bytes;
}

Result<LocalFeatures> featuresFromBytes(const QByteArray& bytes, QSize image)
{
    constexpr qsizetype kPoint = 4 * 4 + kDescriptor;
    constexpr qsizetype kHead = 6 + 4;
    if (!bytes.startsWith(kMagic) || bytes.size() < kHead)
        return unreadable(u"not a file of features"_s, {});
    QDataStream stream(bytes);
    stream.setByteOrder(QDataStream::LittleEndian);
    stream.setFloatingPointPrecision(QDataStream::SinglePrecision);
    stream.skipRawData(6);
    quint32 count = 0;
    stream >> count;
    if (count > kMaxFeatures || bytes.size() != kHead + qsizetype(count) * kPoint)
        return unreadable(u"a file of features has the wrong length"_s, {});
    LocalFeatures features;
    features.points.resize(count);
    features.descriptors.create(int(count), kDescriptor, CV_32F);
    for (quint32 i = 0; i < count; ++i) {
        cv::KeyPoint& point = features.points[i];
        stream >> point.pt.x >> point.pt.y >> point.size >> point.angle;
        const bool inside = point.pt.x >= -1 && point.pt.x <= float(image.width() + 1) &&
                            point.pt.y >= -1 && point.pt.y <= float(image.height() + 1);
        const bool sane =
            point.size > 0.1F && point.size < 5000 && point.angle >= -360 && point.angle <= 720;
        if (!inside || !sane) // also catches what is not a number
            return unreadable(u"a file of features holds impossible points"_s, {});
        std::array<char, kDescriptor> row{};
        stream.readRawData(row.data(), kDescriptor);
        for (int k = 0; k < kDescriptor; ++k)
            features.descriptors.at<float>(int(i), k) =
                float(static_cast<uchar>(row[std::size_t(k)])) / 255.0F;
    }
    return features;
}

Result<QString> writeProfile(const BackdropData& data, const QString& folder)
{
    const QDir dir(folder);
    QJsonArray images;
    QJsonArray features;
    if (data.kind == BackdropKind::Motif) {
        if (auto done = addImage(dir, u"artwork"_s, u"artwork.png"_s, data.current.image, images);
            !done)
            return done.error();
        if (auto done = addFeatures(dir, u"artwork"_s, data.current.features, features); !done)
            return done.error();
        if (auto done = addFeatures(dir, u"mirrored"_s, data.mirrored.features, features); !done)
            return done.error();
        const auto addAll = [&](const std::vector<BackdropReference>& rivals,
                                const QString& role) -> Result<void> {
            for (std::size_t i = 0; i < rivals.size(); ++i) {
                const QString name = u"%1-%2.png"_s.arg(role).arg(i + 1);
                if (auto done = addImage(dir, role, name, rivals[i].image, images); !done)
                    return done;
            }
            return {};
        };
        if (auto done = addAll(data.older, u"older"_s); !done)
            return done.error();
        if (auto done = addAll(data.others, u"other"_s); !done)
            return done.error();
    }
    QJsonObject json = describe(data);
    json[u"images"_s] = images;
    json[u"features"_s] = features;
    const QByteArray bytes = canonicalJson(json);
    if (auto done = writeFile(dir.filePath(u"profile.json"_s), bytes); !done)
        return done.error();
    return Sha256::of(bytes).hex().first(16);
}

Result<std::shared_ptr<const BackdropData>> readProfile(const QString& folder)
{
    const QDir dir(folder);
    const QString path = dir.filePath(u"profile.json"_s);
    const auto json = readJsonFile(path);
    if (!json)
        return json.error();
    if (json->value("format"_L1).toString() != "handshake-backdrop/1"_L1)
        return unreadable(u"not a backdrop profile"_s, path);
    auto data = std::make_shared<BackdropData>();
    if (const auto applied = applyMeta(*json, *data); !applied)
        return unreadable(applied.error().detail, path + u": "_s + applied.error().where);
    const auto rehearsal = rehearsalIn(*json);
    if (!rehearsal)
        return rehearsal.error().at(path);
    data->rehearsal = *rehearsal;
    data->id = Sha256::of(canonicalJson(*json)).hex().first(16);
    if (data->kind != BackdropKind::Motif)
        return std::shared_ptr<const BackdropData>(std::move(data));

    QByteArray artworkFeatures;
    QByteArray mirroredFeatures;
    for (const QJsonValue value : json->value("features"_L1).toArray()) {
        auto bytes = readPart(dir, value.toObject());
        if (!bytes)
            return bytes.error();
        const QString role = value.toObject().value("role"_L1).toString();
        (role == "mirrored"_L1 ? mirroredFeatures : artworkFeatures) = *std::move(bytes);
    }
    const QJsonArray images = json->value("images"_L1).toArray();
    if (images.size() > kMaxRivals * 2 + 1)
        return Error{ErrorCode::TooLarge, u"a profile has too many pictures"_s, path};
    QImage artwork;
    for (const QJsonValue value : images) {
        const QString role = value.toObject().value("role"_L1).toString();
        const QString file = dir.filePath(value.toObject().value("file"_L1).toString());
        const auto bytes = readPart(dir, value.toObject());
        if (!bytes)
            return bytes.error();
        const auto image = decodeHere(*bytes);
        if (!image)
            return image.error().at(file);
        if (image->width() > BackdropData::kReferenceWidth || image->width() < 64 ||
            image->height() < 64 || image->height() > 4 * BackdropData::kReferenceWidth)
            return unreadable(u"an artwork of the profile has an impossible size"_s, file);
        if (role == "artwork"_L1) {
            artwork = *image;
            continue;
        }
        (role == "older"_L1 ? data->older : data->others).push_back(makeRival(*image));
    }
    if (artwork.isNull())
        return unreadable(u"the profile has no artwork"_s, path);
    auto current = restored(artwork, artworkFeatures, dir.filePath(u"features-artwork.bin"_s));
    if (!current)
        return current.error();
    auto mirrored = restored(artwork.mirrored(true, false), mirroredFeatures,
                             dir.filePath(u"features-mirrored.bin"_s));
    if (!mirrored)
        return mirrored.error();
    data->current = *std::move(current);
    data->mirrored = *std::move(mirrored);
    return std::shared_ptr<const BackdropData>(std::move(data));
}

} // namespace handshake
