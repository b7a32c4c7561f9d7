// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/filing/filing.h"
#include "app/filing/preflight.h"
#include "app/filing/preflight_notes.h"

#include <QString>

namespace handshake {

/// The rules for persons and for certificates.

/// A certificate's type against the table and its owner's nature, its number, its validity.
void checkCertificate(const Certificate& certificate, const QString& field, int ownerNature,
                      int marginMonths, const PreflightContext& context, PreflightNotes& notes);

/// Name, certificate, age, telephones, mail. `ofWebsite`: the authority has other codes for a
/// website's person.
void checkPerson(const Person& person, const QString& field, bool isUnit, bool ofWebsite,
                 const PreflightContext& context, PreflightNotes& notes);

/// Two different persons have different telephones and mail addresses; one number has one name.
void checkPersonsAgainstEachOther(const Filing& filing, PreflightNotes& notes);

} // namespace handshake
