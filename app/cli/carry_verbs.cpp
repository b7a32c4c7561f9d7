// SPDX-License-Identifier: Apache-2.0
#include "app/cli/output.h"
#include "app/cli/services.h"
#include "app/cli/verb.h"

#include "app/archive/archive.h"
#include "app/delivery/carry.h"
#include "app/settings/settings_store.h"
#include "app/workflow/error_text.h"

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

QString eventOf(CarryStep::Kind kind)
{
    switch (kind) {
    case CarryStep::Kind::Carried:
    case CarryStep::Kind::There:
        return u"carried"_s;
    case CarryStep::Kind::Withheld:
        return u"parked"_s;
    case CarryStep::Kind::Receipted:
        return u"receipted"_s;
    case CarryStep::Kind::Refused:
        break;
    }
    return u"refused"_s;
}

/// What to do about it; empty while all is well.
QString adviceOn(const CarryStep& step)
{
    if (step.kind == CarryStep::Kind::Withheld)
        return ErrorText::advice(u"delivery.park.refused"_s, {});
    if (!step.error)
        return {};
    switch (step.error->code) {
    case ErrorCode::Denied:
    case ErrorCode::InvalidInput:
    case ErrorCode::TooLarge:
        return ErrorText::advice(u"delivery.carry.strange-file"_s, {});
    case ErrorCode::NotFound:
        return ErrorText::advice(u"delivery.carry.foreign"_s, {});
    case ErrorCode::Conflict:
    case ErrorCode::Protocol:
        return ErrorText::advice(u"delivery.carry.other-receipt"_s, {});
    default:
        return ErrorText::of(*step.error);
    }
}

/// Says each step; remembers whether one wants a look.
class CarryOutput final
{
public:
    explicit CarryOutput(Output& output)
        : m_output(output)
    {
    }

    void say(const CarryStep& step)
    {
        const QString event = eventOf(step.kind);
        const QString advice = adviceOn(step);
        QJsonObject object{{u"event"_s, event}, {u"file"_s, step.fileName}};
        if (step.dossier)
            object.insert(u"dossier"_s, step.dossier->text());
        if (step.session)
            object.insert(u"session"_s, step.session->text());
        if (step.kind == CarryStep::Kind::There)
            object.insert(u"already"_s, true);
        if (step.error) {
            QJsonObject error = errorToJson(*step.error);
            error.insert(u"advice"_s, advice);
            object.insert(u"error"_s, error);
        } else if (!advice.isEmpty()) {
            object.insert(u"advice"_s, advice);
        }
        m_hasFindings = m_hasFindings || !advice.isEmpty();
        QString words = event + u' ' + (step.session ? step.session->text() : step.fileName);
        if (!advice.isEmpty())
            words += u": "_s + advice;
        m_output.line(object, words);
        m_carried += step.kind == CarryStep::Kind::Carried || step.kind == CarryStep::Kind::There;
    }

    [[nodiscard]] int carried() const { return m_carried; }
    [[nodiscard]] ExitCode code() const
    {
        return m_hasFindings ? ExitCode::Findings : ExitCode::Ok;
    }

private:
    Output& m_output;
    bool m_hasFindings = false;
    int m_carried = 0;
};

Result<CarryFolder> folderOf(const Arguments& arguments)
{
    if (arguments.positional().size() != 1)
        return usageError(u"name one folder"_s);
    return CarryFolder::open(arguments.positional().first());
}

Result<ExitCode> carryOut(const Arguments& arguments, Services& services, Output& output)
{
    const auto folder = folderOf(arguments);
    if (!folder)
        return folder.error();
    const auto archive = services.archive();
    if (!archive)
        return archive.error();
    CarryOutput said(output);
    const auto done = exportDossiers(**archive, *folder, services.operatorId(),
                                     [&](const CarryStep& step) { said.say(step); });
    if (said.carried() > 0)
        output.diagnostic(ErrorText::advice(u"delivery.carry.not-sealed"_s, {}));
    if (!done)
        return done.error();
    return said.code();
}

Result<ExitCode> carryIn(const Arguments& arguments, Services& services, Output& output)
{
    const auto folder = folderOf(arguments);
    if (!folder)
        return folder.error();
    const auto key = ReceiptKey::fromFile(services.settings().settings().delivery.receiptKeyFile);
    if (!key)
        return key.error();
    const auto archive = services.archive();
    if (!archive)
        return archive.error();
    CarryOutput said(output);
    const auto done = importReceipts(**archive, *folder, *key, services.operatorId(),
                                     [&](const CarryStep& step) { said.say(step); });
    if (!done)
        return done.error();
    return said.code();
}

} // namespace

std::vector<Verb> carryVerbs()
{
    constexpr auto kFile = OptionSpec::Means::File;
    return {
        {{u"carry"_s, u"export"_s}, u"DIR"_s, {}, carryOut, kFile},
        {{u"carry"_s, u"import"_s}, u"DIR"_s, {}, carryIn, kFile},
    };
}

} // namespace handshake
