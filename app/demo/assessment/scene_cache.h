// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/evaluation/scene.h"

#include <QString>

#include <optional>
#include <vector>

namespace handshake::assessment {

/// Drawn pictures of the evaluation, kept in a folder: drawing one takes longer than checking it.
/// What lies there and cannot be read is drawn again. Any thread.
class SceneCache final
{
public:
    /// An empty folder name keeps nothing.
    explicit SceneCache(const QString& folder);

    [[nodiscard]] evaluation::EvaluationPicture scene(const evaluation::SampleDesign& sample) const;
    [[nodiscard]] std::vector<evaluation::EvaluationPicture>
    burst(const evaluation::SampleDesign& sample, int count) const;

private:
    [[nodiscard]] QString nameOf(const evaluation::SampleDesign& sample, int frame) const;
    [[nodiscard]] std::optional<evaluation::EvaluationPicture> kept(const QString& name) const;
    void keep(const QString& name, const evaluation::EvaluationPicture& picture) const;

    QString m_folder;
};

} // namespace handshake::assessment
