// SPDX-License-Identifier: Apache-2.0
#include "app/core/role.h"

namespace handshake {

using namespace Qt::StringLiterals;

QString roleName(Role role)
{
    switch (role) {
    case Role::Operator:
        return u"operator"_s;
    case Role::Reviewer:
        return u"reviewer"_s;
    case Role::Administrator:
        break;
    }
    return u"administrator"_s;
}

Result<Role> parseRole(QStringView name)
{
    for (const Role role : {Role::Operator, Role::Reviewer, Role::Administrator}) {
        if (roleName(role) == name)
            return role;
    }
    return Error{ErrorCode::InvalidInput, u"not a role"_s, name.toString()};
}

} // namespace handshake
