// SPDX-License-Identifier: Apache-2.0
#include "app/cli/picture_intake.h"

#include "app/cli/services.h"
#include "app/cli/session_call.h"
#include "app/cli/session_output.h"
#include "app/devices/picture_file.h"
#include "app/session/steps.h"

#include <array>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

/// "[owner=]FILE": the owner when it is one, else the whole is a file name.
struct OwnedFile {
    std::optional<Owner> owner;
    QString file;
};

OwnedFile splitOwner(const QString& word)
{
    const qsizetype equals = word.indexOf(u'=');
    if (equals > 0) {
        if (const auto owner = Owner::parse(QStringView(word).first(equals)))
            return {*owner, word.sliced(equals + 1)};
    }
    return {std::nullopt, word};
}

Owner nextOwner(const Session& session, EvidenceRole role)
{
    std::optional<Owner> first;
    for (const Step& step : stepsFor(session.filing)) {
        if (step.role != role)
            continue;
        if (!session.find(role, step.owner))
            return step.owner;
        if (!first)
            first = step.owner;
    }
    return first.value_or(Owner{});
}

struct RoleOption {
    const char* name;
    EvidenceRole role;
};

/// In the order of the counter: papers before the photo.
constexpr std::array kRoleOptions{RoleOption{"--id-portrait", EvidenceRole::IdPortrait},
                                  RoleOption{"--id-emblem", EvidenceRole::IdEmblem},
                                  RoleOption{"--licence", EvidenceRole::Licence},
                                  RoleOption{"--photo", EvidenceRole::Photo}};

} // namespace

PictureIntake::PictureIntake(SessionService& sessions, Services& services, Output& output)
    : m_sessions(sessions)
    , m_services(services)
    , m_output(output)
{
}

Session PictureIntake::add(const Session& session, EvidenceRole role, const QString& word)
{
    const OwnedFile owned = splitOwner(word);
    const Owner owner = owned.owner.value_or(nextOwner(session, role));
    // A person is photographed here and now: only papers may come as pages.
    const auto picture =
        role == EvidenceRole::Photo
            ? readPictureFile(owned.file, m_services.decoder(), m_services.clock())
            : readPaperFile(owned.file,
                            {m_services.decoder(), m_services.pdfDecoder(), m_services.clock()});
    const Result<Session> after =
        picture ? m_sessions.addPicture(session.id, role, owner, *picture, m_services.operatorId())
                : Result<Session>(picture.error());
    if (after)
        return *after;
    m_refused = true;
    const ErrorCode code = after.error().code;
    if (picture && !m_storeFailure &&
        (code == ErrorCode::StorageFull || code == ErrorCode::Storage))
        m_storeFailure = after.error().at(owned.file);
    sayRefused(m_output, session.id, role, owner, after.error());
    // A picture may be kept although what was seen in it could not be stored any more.
    const Result<Session> stored = m_sessions.load(session.id);
    return stored ? *stored : session;
}

Result<Session> PictureIntake::addAll(Session session, const Arguments& arguments)
{
    for (const RoleOption& option : kRoleOptions) {
        for (const QString& word : arguments.values(QString::fromLatin1(option.name)))
            session = add(session, option.role, word);
    }
    for (const QString& word : arguments.values(u"--paper"_s)) {
        const auto paper = splitPair(word, u"--paper takes ROLE=FILE"_s);
        if (!paper)
            return paper.error();
        const auto role = parseEvidenceRole(paper->first);
        if (!role)
            return usageError(u"--paper takes ROLE=FILE"_s, word);
        session = add(session, *role, paper->second);
    }
    return session;
}

std::vector<OptionSpec> pictureOptions()
{
    using Takes = OptionSpec::Takes;
    using Means = OptionSpec::Means;
    return {{u"--photo"_s, Takes::Many, Means::File},
            {u"--id-portrait"_s, Takes::Many, Means::File},
            {u"--id-emblem"_s, Takes::Many, Means::File},
            {u"--licence"_s, Takes::One, Means::File},
            {u"--paper"_s, Takes::Many, Means::File}};
}

} // namespace handshake
