// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/arguments.h"
#include "app/core/result.h"
#include "app/session/session_types.h"

#include <QString>

#include <optional>
#include <vector>

namespace handshake {

class Output;
class Services;
class SessionService;

/// Adds files to a session; one that cannot be read or kept is said, and the session goes on with
/// the others.
class PictureIntake final
{
public:
    /// All outlive this object.
    PictureIntake(SessionService& sessions, Services& services, Output& output);

    /// `word` is "[site:N=|subject=]FILE"; without an owner the first step of that role that has
    /// no evidence yet.
    Session add(const Session& session, EvidenceRole role, const QString& word);
    /// Everything that pictureOptions() named, papers first. Usage for a word of another form.
    Result<Session> addAll(Session session, const Arguments& arguments);

    /// The first refusal that another picture would meet too: the disk is full, the store broken.
    [[nodiscard]] const std::optional<Error>& storeFailure() const { return m_storeFailure; }
    [[nodiscard]] bool hasRefused() const { return m_refused; }

private:
    SessionService& m_sessions;
    Services& m_services;
    Output& m_output;
    std::optional<Error> m_storeFailure;
    bool m_refused = false;
};

/// --photo, --id-portrait, --id-emblem, --licence, --paper.
[[nodiscard]] std::vector<OptionSpec> pictureOptions();

} // namespace handshake
