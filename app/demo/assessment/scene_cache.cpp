// SPDX-License-Identifier: Apache-2.0
#include "app/demo/assessment/scene_cache.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

namespace handshake::assessment {

using namespace Qt::StringLiterals;
using evaluation::EvaluationPicture;
using evaluation::SampleDesign;

namespace {

std::optional<QByteArray> read(const QString& name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.readAll();
}

/// A cache that cannot be written costs time, not results.
void write(const QString& name, const QByteArray& bytes)
{
    QSaveFile file(name);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size())
        static_cast<void>(file.commit());
}

} // namespace

SceneCache::SceneCache(const QString& folder)
{
    if (folder.isEmpty())
        return;
    m_folder = folder + u"/evaluation-%1"_s.arg(evaluation::kEvaluationVersion);
    if (!QDir().mkpath(m_folder))
        m_folder.clear();
}

QString SceneCache::nameOf(const SampleDesign& sample, int frame) const
{
    return u"%1/%2-%3-%4x%5-%6"_s.arg(m_folder)
        .arg(sample.index)
        .arg(sample.seed)
        .arg(sample.take.size.width())
        .arg(sample.take.size.height())
        .arg(frame);
}

std::optional<EvaluationPicture> SceneCache::kept(const QString& name) const
{
    if (m_folder.isEmpty())
        return std::nullopt;
    // The truth is written last: with it, the picture is whole.
    const auto truth = read(name + u".json"_s);
    auto jpeg = read(name + u".jpg"_s);
    if (!truth || !jpeg)
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(*truth);
    if (!document.isObject())
        return std::nullopt;
    return EvaluationPicture{*std::move(jpeg), evaluation::truthFromJson(document.object())};
}

void SceneCache::keep(const QString& name, const EvaluationPicture& picture) const
{
    if (m_folder.isEmpty())
        return;
    write(name + u".jpg"_s, picture.jpeg);
    write(name + u".json"_s,
          QJsonDocument(evaluation::truthToJson(picture.truth)).toJson(QJsonDocument::Compact));
}

EvaluationPicture SceneCache::scene(const SampleDesign& sample) const
{
    const QString name = nameOf(sample, 0);
    if (auto found = kept(name))
        return *std::move(found);
    EvaluationPicture picture = evaluation::drawScene(sample);
    keep(name, picture);
    return picture;
}

std::vector<EvaluationPicture> SceneCache::burst(const SampleDesign& sample, int count) const
{
    std::vector<EvaluationPicture> pictures;
    for (int i = 0; i < count; ++i) {
        auto found = kept(nameOf(sample, i + 1));
        if (!found)
            break;
        pictures.push_back(*std::move(found));
    }
    if (int(pictures.size()) == count)
        return pictures;
    pictures = evaluation::drawBurst(sample, count);
    for (int i = 0; i < count; ++i)
        keep(nameOf(sample, i + 1), pictures[static_cast<std::size_t>(i)]);
    return pictures;
}

} // namespace handshake::assessment
