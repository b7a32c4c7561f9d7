// SPDX-License-Identifier: Apache-2.0
#include "app/vision/photo_checks_p.h"

#include <algorithm>

namespace handshake {

CheckValue checkText(const PhotoContext& photo)
{
    if (photo.backdrop == nullptr || photo.backdrop->kind != BackdropKind::Motif)
        return notAssessed("text", "photo.text.no-motif");
    const auto& lines = photo.backdrop->lines;
    const bool anyPlaced = std::any_of(
        lines.begin(), lines.end(), [](const BackdropLine& line) { return !line.box.isEmpty(); });
    if (!anyPlaced)
        return notAssessed("text", "photo.text.no-lines");
    if (!photo.hasOutline())
        return notAssessed("text", "photo.text.not-found");
    // The first line is the provider's name and has to be whole; a slogan behind a shoulder is
    // usual.
    const LineView& name = photo.lines.front();
    const auto& limits = photo.limits;
    CheckValue value =
        graded("text", name.likeness, limits.textNcc, limits.textNccFail, "photo.text.blurred");
    if (name.visible < limits.textVisible)
        return CheckValue{QStringLiteral("text"),
                          name.visible < limits.textVisible * 0.6 ? CheckResult::Fail
                                                                  : CheckResult::Warn,
                          name.visible, limits.textVisible, QStringLiteral("photo.text.covered")};
    if (name.height < limits.textHeight)
        return CheckValue{QStringLiteral("text"), CheckResult::Warn, name.height, limits.textHeight,
                          QStringLiteral("photo.text.small")};
    return value;
}

} // namespace handshake
