// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QColor>
#include <QImage>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace handshake {

/// What hangs behind the person: artwork with features to recognise, a plain ground, or nothing
/// that could be checked.
enum class BackdropKind : std::uint8_t { Motif, Plain, None };

/// "motif", "plain", "none".
[[nodiscard]] QString backdropKindName(BackdropKind kind);

/// How a profile did when it was rehearsed at its enrolment, on drawn photos.
struct BackdropRehearsal {
    double pass = 0;         ///< the limit for `backdrop` that serves this artwork, 0 to 1
    int photos = 0;          ///< of this curtain
    int recognised = 0;      ///< of these, at `pass`
    int wrongPhotos = 0;     ///< of what must not be taken for it
    int wrongTaken = 0;      ///< of these, at `pass`
    int resemblingTaken = 0; ///< of these, prints that differ in emblem and letters only

    bool operator==(const BackdropRehearsal&) const = default;
};

class BackdropData; ///< images and features, private to this room (backdrop_data_p.h)

/// One provider's backdrop as learnt (contract.md: `backdrop learn`). Immutable; copies share.
class BackdropProfile final
{
public:
    /// Reads a profile folder. NotFound without profile.json; Unreadable when it or one of its
    /// files is not what learnBackdrop() writes; TooLarge over the limits. `where` names the file.
    static Result<BackdropProfile> load(const QString& folder);

    /// First 16 hexadecimal digits of the SHA-256 over everything that decides: the same content
    /// has the same id wherever it lies.
    [[nodiscard]] QString id() const;
    [[nodiscard]] BackdropKind kind() const;
    [[nodiscard]] std::optional<double> physicalWidthMm() const;
    [[nodiscard]] QStringList textLines() const;
    [[nodiscard]] QColor groundColour() const;                ///< invalid when unknown
    [[nodiscard]] bool edgesAllowed() const;                  ///< may wall show beside the backdrop
    [[nodiscard]] std::vector<QColor> coloursToAvoid() const; ///< for clothes
    [[nodiscard]] const QImage& artwork() const;              ///< null for plain and none
    [[nodiscard]] std::optional<BackdropRehearsal> rehearsal() const; ///< none: never rehearsed

    [[nodiscard]] const BackdropData& data() const { return *d; }
    explicit BackdropProfile(std::shared_ptr<const BackdropData> data);

private:
    std::shared_ptr<const BackdropData> d;
};

} // namespace handshake
