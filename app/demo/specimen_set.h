// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/demo/backdrop_drawing.h"
#include "app/demo/desk_scene.h"
#include "app/demo/photo_scene.h"
#include "app/filing/filing.h"

#include <QByteArray>
#include <QDate>
#include <QImage>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <cstdint>

namespace handshake {

/// Everything a counter would see for one order, drawn: the responsible person before the backdrop,
/// both sides of the card, the licence. The same order, seed and day give the same pictures. Names
/// and numbers come from the order, which is a specimen itself. Needs a QGuiApplication (text).
class SpecimenSet final
{
public:
    /// `today` decides which dates the papers carry, so that they are valid on that day.
    SpecimenSet(Filing filing, std::uint32_t seed, QDate today);

    [[nodiscard]] QImage backdropArtwork() const;
    /// What `backdrop learn --meta` takes: physical width and where the lines of text lie.
    [[nodiscard]] QJsonObject backdropMeta() const;
    /// The person of website `index` before the backdrop, as the counter's camera sees it.
    [[nodiscard]] QImage photo(std::size_t index) const;
    [[nodiscard]] QImage idPortrait(const Person& person) const;
    [[nodiscard]] QImage idEmblem(const Person& person) const;
    [[nodiscard]] QImage licence() const;
    /// What the chip of this person's card delivers.
    [[nodiscard]] QByteArray idChip(const Person& person) const;

    /// The scenes behind these pictures, for who wants something wrong in them.
    [[nodiscard]] SceneDesign photoScene(std::size_t index) const;
    [[nodiscard]] DeskScene idPortraitScene() const;
    [[nodiscard]] DeskScene idEmblemScene() const;
    [[nodiscard]] DeskScene licenceScene() const;
    [[nodiscard]] QImage idPortrait(const Person& person, const DeskScene& scene) const;
    [[nodiscard]] QImage idEmblem(const Person& person, const DeskScene& scene) const;
    [[nodiscard]] QImage licence(const DeskScene& scene) const;
    /// Artwork of the edition before the one in use.
    [[nodiscard]] QImage olderBackdropArtwork() const;
    /// The document camera's desk with nothing on it.
    [[nodiscard]] QImage emptyDesk() const;

private:
    [[nodiscard]] PersonDesign design(const Person& person) const;
    [[nodiscard]] BackdropDesign backdrop() const;

    Filing m_filing;
    std::uint32_t m_seed;
    QDate m_today;
};

/// Writes a set as files into `folder` (made if absent): order.json, backdrop.png, backdrop.json,
/// photo-<site>.jpg, id-portrait-<owner>.jpg, id-emblem-<owner>.jpg, licence.jpg. Gives their
/// paths; Storage when one cannot be written.
[[nodiscard]] Result<QStringList> writeSpecimens(const Filing& filing, std::uint32_t seed,
                                                 const QDate& today, const QString& folder);

} // namespace handshake
