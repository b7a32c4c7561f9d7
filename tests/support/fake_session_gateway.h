// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/reading/id_chip_text.h"
#include "app/workflow/session_gateway.h"
#include "support/specimen_session.h"

#include <QPromise>

#include <functional>
#include <memory>
#include <optional>

namespace handshake::test {

/// The session engine without archive and detectors. Answers at once, or, with `hold`, when told
/// and in any order. What it judges is judged by the real matrix and the real rules.
class FakeSessionGateway final : public SessionGateway
{
public:
    FakeSessionGateway()
        : m_rules(*VerdictRules::load(qEnvironmentVariable("HANDSHAKE_DATA_ROOT") +
                                      QStringLiteral("/data/rules/verdict.json")))
    {
    }

    bool hold = false;
    std::optional<Error> failNext; ///< the next call answers so
    /// What the next pictures are found to be; empty: faultless.
    std::vector<CheckValue> nextChecks;
    std::vector<SessionSummary> summaries;
    std::optional<Session> session;
    int pictures = 0;
    std::size_t burstFrames = 0; ///< of the last burst
    int portraits = 0;           ///< asked for
    QStringList overrides;

    [[nodiscard]] std::size_t pending() const { return m_held.size(); }
    void answer(std::size_t index) { m_held.at(index)(); }
    /// Says "saved" for the evidence of a held addPicture().
    void sayStored(EvidenceRole role, const Owner& owner)
    {
        const Evidence item = specimenEvidence(role, owner);
        Q_EMIT saved({session->id, item.id, role, owner, item.masterDigest});
    }

    QFuture<Result<std::vector<SessionSummary>>> list() override
    {
        return reply<std::vector<SessionSummary>>([this] { return summaries; });
    }
    QFuture<Result<SessionView>> begin(const Filing& order, const OperatorId&) override
    {
        return reply<SessionView>([this, order] {
            session = specimenSession(order);
            return view();
        });
    }
    QFuture<Result<SessionView>> resume(const SessionId&) override
    {
        return reply<SessionView>([this] { return view(); });
    }
    QFuture<Result<SessionView>> recordConsent(const SessionId&, const Consent& consent,
                                               const OperatorId&) override
    {
        return reply<SessionView>([this, consent] {
            session->consent = consent;
            return changed();
        });
    }
    QFuture<Result<SessionView>> recordChip(const SessionId&, const Owner& owner,
                                            const IdChipBlock& chip, const OperatorId& who) override
    {
        return reply<SessionView>([this, owner, chip, who] {
            const auto text = parseIdChipText(chip.text);
            session->chips = {ChipWitness{owner, text->fields, chip.reader, {}, who}};
            return changed();
        });
    }
    QFuture<Result<SessionView>> addPicture(const SessionId&, EvidenceRole role, const Owner& owner,
                                            const PictureSource& source, const OperatorId&) override
    {
        ++pictures;
        if (const auto* burst = std::get_if<CapturedBurst>(&source))
            burstFrames = burst->frames.size();
        return reply<SessionView>([this, role, owner, checks = nextChecks] {
            Evidence item = specimenEvidence(role, owner, readingOf(session->filing, role, owner));
            item.checks = checks;
            std::erase_if(session->evidence, [&](const Evidence& known) {
                return known.role == role && known.owner == owner;
            });
            session->evidence.push_back(item);
            return changed();
        });
    }
    QFuture<Result<SessionView>> overrideCheck(const SessionId&, const QString& key,
                                               const QString& reason, const OperatorId& who,
                                               Role role) override
    {
        overrides << key;
        return reply<SessionView>([this, key, reason, who, role] {
            session->overrides.push_back({key, who, role, reason, QDateTime(), CheckResult::Fail});
            return changed();
        });
    }
    QFuture<Result<FormResult>> makeForm(const SessionId&, const Owner& owner,
                                         const OperatorId&) override
    {
        return reply<FormResult>([this, owner] {
            session->evidence.push_back(specimenEvidence(EvidenceRole::PrintedForm, owner));
            session->formDataRevision = session->dataRevision;
            return FormResult{changed(), QByteArray("%PDF-specimen")};
        });
    }
    QFuture<Result<SessionView>> approve(const SessionId&, const OperatorId& who) override
    {
        return reply<SessionView>([this, who] {
            session->approval =
                ApprovalFacts{who, session->revision, {}, 0, {0, Sha256::of("specimen")}};
            session->state = SessionState::Approved;
            ++session->revision;
            return view();
        });
    }
    QFuture<Result<QImage>> picture(const Evidence&, const QSize& box) override
    {
        QImage image(box, QImage::Format_RGB32);
        image.fill(QColor(0x6b, 0x86, 0xa8));
        return QtFuture::makeReadyFuture(Result<QImage>(image));
    }
    QFuture<Result<QImage>> portrait(const Evidence&) override
    {
        ++portraits;
        QImage image(260, 330, QImage::Format_RGB32);
        image.fill(QColor(0xd9, 0xc2, 0xae));
        return QtFuture::makeReadyFuture(Result<QImage>(image));
    }

    [[nodiscard]] SessionView view() const
    {
        const auto lines = crossChecks(*session, QDate(2026, 11, 23));
        return {*session, verdictOf(*session, m_rules, lines, {}), lines};
    }

private:
    SessionView changed()
    {
        ++session->revision;
        session->state = stateFollowing(*session, view().verdict);
        return view();
    }

    template <typename T>
    QFuture<Result<T>> reply(std::function<T()> work)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        const auto finish = [promise, work, error = std::exchange(failNext, std::nullopt)] {
            promise->addResult(error ? Result<T>(*error) : Result<T>(work()));
            promise->finish();
        };
        QFuture<Result<T>> future = promise->future();
        if (hold)
            m_held.push_back(finish);
        else
            finish();
        return future;
    }

    VerdictRules m_rules;
    std::vector<std::function<void()>> m_held;
};

} // namespace handshake::test
