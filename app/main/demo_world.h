// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/main/demo_provider.h"

#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace handshake {

struct GlobalOptions;

/// The demo's throw-away world: its own data folder, a backdrop profile learned from the drawn
/// artwork, and the sample server if it is installed. All of it goes with this object.
class DemoWorld final
{
public:
    /// Makes the world and points `options` at it.
    static Result<DemoWorld> create(GlobalOptions& options);

    [[nodiscard]] QString folder() const { return m_folder->path(); }

private:
    DemoWorld() = default;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<DemoProvider> m_provider;
};

} // namespace handshake
