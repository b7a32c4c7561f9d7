// SPDX-License-Identifier: Apache-2.0
#include "app/vision/backdrop_profile.h"

#include "app/vision/backdrop_data_p.h"
#include "app/vision/backdrop_files_p.h"

#include <exception>

using namespace Qt::StringLiterals;

namespace handshake {

QString backdropKindName(BackdropKind kind)
{
    switch (kind) {
    case BackdropKind::Motif:
        return u"motif"_s;
    case BackdropKind::Plain:
        return u"plain"_s;
    case BackdropKind::None:
        return u"none"_s;
    }
    return {};
}

BackdropProfile::BackdropProfile(std::shared_ptr<const BackdropData> data)
    : d(std::move(data))
{
}

Result<BackdropProfile> BackdropProfile::load(const QString& folder)
{
    try {
        auto data = readProfile(folder);
        if (!data)
            return data.error();
        return BackdropProfile(*std::move(data));
    } catch (const std::exception& exception) {
        return Error{ErrorCode::Unreadable, QString::fromUtf8(exception.what()), folder};
    }
}

QString BackdropProfile::id() const
{
    return d->id;
}

BackdropKind BackdropProfile::kind() const
{
    return d->kind;
}

std::optional<double> BackdropProfile::physicalWidthMm() const
{
    return d->physicalWidthMm;
}

QStringList BackdropProfile::textLines() const
{
    QStringList lines;
    for (const BackdropLine& line : d->lines)
        lines.append(line.text);
    return lines;
}

QColor BackdropProfile::groundColour() const
{
    return d->groundColour;
}

bool BackdropProfile::edgesAllowed() const
{
    return d->edgesAllowed;
}

std::vector<QColor> BackdropProfile::coloursToAvoid() const
{
    return d->coloursToAvoid;
}

const QImage& BackdropProfile::artwork() const
{
    return d->current.image;
}

std::optional<BackdropRehearsal> BackdropProfile::rehearsal() const
{
    return d->rehearsal;
}

} // namespace handshake
