// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QString>
#include <QStringView>

#include <cstdint>

namespace handshake {

/// What a member of staff may do. One person may hold several.
enum class Role : std::uint8_t {
    Operator,      ///< verifies at the counter (核验人)
    Reviewer,      ///< approves or returns what another captured
    Administrator, ///< sets up the counter; sees no dossier
};

[[nodiscard]] QString roleName(Role role); ///< "operator", "reviewer", "administrator"
[[nodiscard]] Result<Role> parseRole(QStringView name);

} // namespace handshake
