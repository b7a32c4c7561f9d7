// SPDX-License-Identifier: Apache-2.0
#include "app/filing/person.h"

#include "app/core/text.h"

namespace handshake {

bool isSamePerson(const Person& a, const Person& b)
{
    const QString number = foldForComparison(a.certificate.number).toUpper();
    const QString name = foldForComparison(a.name);
    return !number.isEmpty() && !name.isEmpty() && a.certificate.type == b.certificate.type &&
           number == foldForComparison(b.certificate.number).toUpper() &&
           name == foldForComparison(b.name);
}

} // namespace handshake
