// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>

#include <memory>

namespace handshake {

/// How much of the lettering of one picture survives in smaller and compressed copies of it: the
/// mean correlation, 0 to 1, of fine detail in the parts of the picture that hold lettering; 1 when
/// there is none, 0 when there is no picture. Computed at a long side of at most 2000 pixels.
///
/// What is known of the original alone is found once: a size is chosen among many copies.
class LegibilityGauge final
{
public:
    explicit LegibilityGauge(const QImage& original);
    ~LegibilityGauge();
    Q_DISABLE_COPY_MOVE(LegibilityGauge)

    [[nodiscard]] double measure(const QImage& rendition) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace handshake
