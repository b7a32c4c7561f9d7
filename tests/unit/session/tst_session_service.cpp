// SPDX-License-Identifier: Apache-2.0
#include "app/archive/archive.h"
#include "app/core/id_source.h"
#include "app/core/paths.h"
#include "app/filing/code_table.h"
#include "app/filing/local_knowledge.h"
#include "app/filing/province_rules.h"
#include "app/imaging/worker_decoder.h"
#include "app/session/session_service.h"
#include "app/vault/unsealed_sealer.h"
#include "support/fake_assessor.h"
#include "support/fixed_clock.h"
#include "support/specimen_chip.h"
#include "support/specimen_session.h"

#include <QBuffer>
#include <QTemporaryDir>
#include <QTest>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;

class TestSessionService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto paths = Paths::find(u"."_s);
        QVERIFY(paths);
        auto verdict = VerdictRules::load(paths->data(u"rules/verdict.json"_s));
        auto codes = CodeTables::load(paths->data(u"codes"_s));
        auto provinces = ProvinceRules::load(paths->data(u"rules/provinces.json"_s));
        QVERIFY(verdict && codes && provinces);
        m_verdict = *verdict;
        m_codes = std::make_unique<CodeTables>(*codes);
        m_provinces = std::make_unique<ProvinceRules>(*provinces);
        m_migrations = paths->data(u"migrations"_s);
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock.instant = FixedClock().instant;
        m_assessor = std::make_unique<FakeAssessor>();
        m_assessor->say = [](Evidence& item, const Session& session) {
            item.fields = readingOf(session.filing, item.role, item.owner);
        };
        reopen();
    }

    void cleanup()
    {
        m_service.reset();
        m_archive.reset();
        m_assessor.reset();
    }

    void wholeWayToAnApprovalDraft()
    {
        Session session = begin();
        session = addEverything(session);
        QVERIFY(m_service->verdictOf(session).mayGoHome);
        QVERIFY(session.state == SessionState::AwaitingForm);
        session = addForms(session);
        QVERIFY(session.state == SessionState::AwaitingReview);
        const auto draft = m_service->approvalDraft(session.id, m_reviewer);
        QVERIFY(draft);
        QVERIFY(draft->approval->checkpoint.sequence > 0);
        QVERIFY(m_service->load(session.id)->state == SessionState::AwaitingReview);
    }

    void savedIsSaidOnlyAfterTheCommit()
    {
        const Session session = begin();
        bool wasStored = false;
        m_service->onSaved = [&](const SavedItem& item) {
            const auto rows = m_archive->evidence(session.id);
            wasStored = rows && rows->size() == 1 && rows->front().id == item.item;
        };
        QVERIFY(m_service->addPicture(session.id, EvidenceRole::IdPortrait, {}, picture(1),
                                      m_operator));
        QVERIFY(wasStored);
    }

    void masterIsKeptUntouched()
    {
        const Picture original = picture(3);
        const auto session =
            m_service->addPicture(begin().id, EvidenceRole::IdPortrait, {}, original, m_operator);
        QVERIFY(session);
        QCOMPARE(*m_service->master(session->evidence.front()), original.master);
        QVERIFY(session->evidence.front().masterDigest == Sha256::of(original.master));
    }

    void killedBetweenSavingAndLookingIsFinishedOnResume()
    {
        const Session session = begin();
        m_service->onSaved = [](const SavedItem&) { throw std::runtime_error("killed here"); };
        QVERIFY_THROWS_EXCEPTION(std::runtime_error,
                                 (void)m_service->addPicture(session.id, EvidenceRole::IdPortrait,
                                                             {}, picture(1), m_operator));
        reopen();
        QVERIFY(!m_service->load(session.id)->evidence.front().assessed);
        const auto resumed = m_service->resume(session.id);
        QVERIFY(resumed);
        QVERIFY(resumed->evidence.front().assessed);
        QCOMPARE(m_assessor->calls, 1);
    }

    void retakeReplacesAndForgetsTheOldOverride()
    {
        m_assessor->say = [](Evidence& item, const Session&) {
            item.checks.push_back(
                {.id = u"sharp"_s, .result = CheckResult::Fail, .advice = u"x"_s});
        };
        Session session = begin();
        const Owner owner{session.filing.websites.front().id};
        session =
            *m_service->addPicture(session.id, EvidenceRole::Photo, owner, picture(1), m_operator);
        const QString key = session.evidence.front().key() + u"/sharp"_s;
        QVERIFY(m_service->overrideCheck(session.id, key, u"样本"_s, m_operator, Role::Operator));
        const auto again =
            m_service->addPicture(session.id, EvidenceRole::Photo, owner, picture(2), m_operator);
        QVERIFY(again);
        QCOMPARE(again->evidence.size(), std::size_t(1));
        QVERIFY(again->overrides.empty());
        QCOMPARE(m_service->load(session.id)->evidence.size(), std::size_t(1));
    }

    void aPhotoOfAnotherSessionIsNoticedARetakeIsNot()
    {
        const Session first = begin();
        const Owner owner{first.filing.websites.front().id};
        const auto add = [&](const Session& session, int pattern) {
            return m_service
                ->addPicture(session.id, EvidenceRole::Photo, owner, patterned(pattern), m_operator)
                .value();
        };
        QVERIFY(add(first, 1).evidence.front().checks.empty());
        QVERIFY(add(first, 1).evidence.front().checks.empty()); // taken again in its own session
        QVERIFY(add(first, 2).evidence.front().checks.empty());
        const Session second = begin();
        const Session reused = add(second, 1); // superseded, and known all the same
        QCOMPARE(reused.evidence.front().checks.size(), std::size_t(1));
        QCOMPARE(reused.evidence.front().checks.front().id, u"reused"_s);
        QVERIFY(reused.evidence.front().checks.front().result == CheckResult::Warn);
        QCOMPARE(reused.evidence.front().checks.front().advice, u"photo.reused"_s);
        QVERIFY(add(second, 3).evidence.front().checks.empty());
    }

    void ofABurstTheChosenPictureIsKeptWithWhatAllShow()
    {
        m_assessor->burst = {2, CheckValue{u"replay"_s, CheckResult::Pass, 1.5, 0.35, {}}};
        m_assessor->say = [](Evidence& item, const Session&) {
            item.checks.push_back({.id = u"replay"_s, .result = CheckResult::Unknown});
        };
        const Session session = begin();
        const Owner owner{session.filing.websites.front().id};
        const std::vector<Picture> burst{picture(1), picture(2), picture(3)};
        const auto added = m_service->addBurst(
            session.id, owner, {burst[0].image, burst[1].image, burst[2].image},
            [&burst](std::size_t best) { return burst[best]; }, m_operator);
        QVERIFY(added);
        QCOMPARE(added->evidence.front().masterDigest, Sha256::of(burst[2].master));
        QVERIFY(added->evidence.front().checks.front().result == CheckResult::Pass);
        const auto none = m_service->addBurst(
            session.id, owner, {}, [&burst](std::size_t) { return burst[0]; }, m_operator);
        QVERIFY(none.error().code == ErrorCode::InvalidInput);
    }

    void retakeForgetsWhatWasComparedByEye()
    {
        double confidence = 0.5;
        m_assessor->say = [&](Evidence& item, const Session& session) {
            item.fields = readingOf(session.filing, item.role, item.owner);
            if (item.role == EvidenceRole::Licence)
                item.fields[u"name"_s] = {u"别的样本有限公司"_s, confidence};
        };
        Session session = addEverything(begin());
        const QString key = u"cross/subject.name"_s;
        session = *m_service->overrideCheck(session.id, key, u"样本"_s, m_operator, Role::Operator);
        QVERIFY(m_service->verdictOf(session).mayGoHome);

        // Another picture of another paper takes nothing from the licence ...
        session = *m_service->addPicture(session.id, EvidenceRole::IdPortrait, {}, picture(4),
                                         m_operator);
        QCOMPARE(session.overrides.size(), std::size_t(1));
        // ... but whoever compared the first licence has not seen the second.
        confidence = 0.99;
        session =
            *m_service->addPicture(session.id, EvidenceRole::Licence, {}, picture(5), m_operator);
        QVERIFY(session.overrides.empty());
        QVERIFY(!m_service->verdictOf(session).mayGoHome);
    }

    void overrideNeedsAReasonAnOpenItemAndTheRole()
    {
        m_assessor->say = [](Evidence& item, const Session&) {
            item.checks.push_back(
                {.id = u"backdrop"_s, .result = CheckResult::Fail, .advice = u"x"_s});
        };
        const Session begun = begin();
        const Owner owner{begun.filing.websites.front().id};
        const Session session =
            *m_service->addPicture(begun.id, EvidenceRole::Photo, owner, picture(1), m_operator);
        const QString key = session.evidence.front().key() + u"/backdrop"_s;
        QVERIFY(m_service->overrideCheck(session.id, key, u" "_s, m_operator, Role::Reviewer)
                    .error()
                    .code == ErrorCode::InvalidInput);
        QVERIFY(
            m_service
                ->overrideCheck(session.id, u"photo@site:9/x"_s, u"r"_s, m_operator, Role::Reviewer)
                .error()
                .code == ErrorCode::NotFound);
        QVERIFY(m_service->overrideCheck(session.id, key, u"r"_s, m_operator, Role::Operator)
                    .error()
                    .code == ErrorCode::Denied);
        QVERIFY(m_service->overrideCheck(session.id, key, u"r"_s, m_reviewer, Role::Reviewer));
    }

    void whatTheOrderDoesNotAskForIsRefused()
    {
        const Session session = begin(specimenIndividual());
        const auto result =
            m_service->addPicture(session.id, EvidenceRole::Licence, {}, picture(1), m_operator);
        QVERIFY(result.error().code == ErrorCode::NotFound);
        QVERIFY(m_service->load(session.id)->evidence.empty());
    }

    void incompleteSessionIsNotApproved()
    {
        QVERIFY(m_service->approvalDraft(begin().id, m_reviewer).error().code ==
                ErrorCode::Conflict);
    }

    void whatExpiredSinceItWasCapturedIsNotApproved()
    {
        Session session = addForms(addEverything(begin()));
        QVERIFY(session.state == SessionState::AwaitingReview);
        m_clock.advance(std::chrono::hours(24 * 366 * 11)); // the card holds until 2036
        QVERIFY(m_service->load(session.id)->state == SessionState::AwaitingReview);
        const auto draft = m_service->approvalDraft(session.id, m_reviewer);
        QVERIFY(!draft && draft.error().code == ErrorCode::Conflict);
    }

    void capturerMayNotApproveWhenThePolicySaysSo()
    {
        m_config.reviewerIsNotCapturer = true;
        reopen();
        const Session session = addForms(addEverything(begin()));
        QVERIFY(m_service->approvalDraft(session.id, m_operator).error().code == ErrorCode::Denied);
        QVERIFY(m_service->approvalDraft(session.id, m_reviewer));
        m_config.reviewerIsNotCapturer = false;
    }

    void returnedItemIsClearedByItsRetake()
    {
        Session session = addEverything(begin());
        const Owner owner{session.filing.websites.front().id};
        const QString target = u"photo@"_s + owner.text();
        session = *m_service->returnItems(session.id, {{target, {}, u"样本"_s}}, m_reviewer);
        QVERIFY(session.state == SessionState::Returned);
        session =
            *m_service->addPicture(session.id, EvidenceRole::Photo, owner, picture(7), m_operator);
        QVERIFY(session.state == SessionState::AwaitingForm);
        QVERIFY(m_service->returnItems(session.id, {}, m_reviewer).error().code ==
                ErrorCode::InvalidInput);
    }

    void chipIsKeptAndHeldAgainstTheOrder()
    {
        Session session = addEverything(begin());
        // Asked for under the website, kept under whom the card is kept under.
        const Owner site{session.filing.websites.front().id};
        const auto kept = m_service->recordChip(session.id, site, chipBlock(citizenChip()),
                                                u"sdt.so"_s, m_operator);
        QVERIFY2(kept, kept ? "" : qPrintable(kept.error().detail));
        QCOMPARE(kept->chips.size(), 1U);
        QCOMPARE(kept->chips.front().key(), u"id-chip@subject"_s);
        QVERIFY(!kept->chips.front().fields.contains(u"address"_s)); // not compared, not kept
        QVERIFY(m_service->load(session.id)->chips.front().who == m_operator);
        QVERIFY(m_service->verdictOf(*kept).mayGoHome);
        // Another card on the reader: in place of the first, and it blocks.
        const auto other = m_service->recordChip(session.id, Owner{}, chipBlock(permitChip()),
                                                 u"sdt.so"_s, m_operator);
        QVERIFY(other);
        QCOMPARE(other->chips.size(), 1U);
        QVERIFY(!m_service->verdictOf(*other).mayGoHome);
        QVERIFY(other->state == SessionState::Capturing);
    }

    void overrideOfAChipGoesWithItsReading()
    {
        Session session = addEverything(begin());
        session = *m_service->recordChip(session.id, Owner{}, chipBlock(permitChip()), u"sdt.so"_s,
                                         m_operator);
        const QString key = u"cross/subject.person.name/chip"_s;
        QVERIFY(!m_service->overrideCheck(session.id, key, u"r"_s, m_operator, Role::Operator));
        session = *m_service->overrideCheck(session.id, key, u"r"_s, m_reviewer, Role::Reviewer);
        QCOMPARE(session.overrides.size(), 1U);
        session = *m_service->recordChip(session.id, Owner{}, chipBlock(permitChip()), u"sdt.so"_s,
                                         m_operator);
        QVERIFY(session.overrides.empty());
    }

    void whatIsNoChipIsNotKept()
    {
        const Session session = addEverything(begin());
        QByteArray damaged = chipBlock(citizenChip());
        damaged[124] = 'x'; // in its number
        const auto refused =
            m_service->recordChip(session.id, Owner{}, damaged, u"sdt.so"_s, m_operator);
        QVERIFY(!refused);
        QVERIFY(refused.error().code == ErrorCode::Unreadable);
        const auto nobody =
            m_service->recordChip(session.id, Owner{*WebsiteId::make(999)},
                                  chipBlock(citizenChip()), u"sdt.so"_s, m_operator);
        QVERIFY(!nobody);
        QVERIFY(nobody.error().code == ErrorCode::NotFound);
        QVERIFY(m_service->load(session.id)->chips.empty());
    }

    void returnedCardOfASharedPersonIsClearedByItsRetake()
    {
        // The website's person is the subject's: his card is kept under the subject.
        Session session = addEverything(begin());
        const Owner site{session.filing.websites.front().id};
        session = *m_service->returnItems(
            session.id, {{u"id-portrait@"_s + site.text(), {}, u"样本"_s}}, m_reviewer);
        session = *m_service->addPicture(session.id, EvidenceRole::IdPortrait, site, picture(7),
                                         m_operator);
        QVERIFY(session.returnItems.empty());
        QVERIFY(session.state == SessionState::AwaitingForm);
    }

    void whatNobodyCouldRetakeIsNotReturned_data()
    {
        QTest::addColumn<QString>("target");
        QTest::newRow("no such website") << u"photo@site:999"_s;
        QTest::newRow("no such role") << u"portrait@subject"_s;
        QTest::newRow("not asked for") << u"licence@site:2001"_s;
        QTest::newRow("nothing") << QString();
    }

    void whatNobodyCouldRetakeIsNotReturned()
    {
        QFETCH(const QString, target);
        const Session session = addEverything(begin());
        const auto returned =
            m_service->returnItems(session.id, {{target, {}, u"样本"_s}}, m_reviewer);
        QVERIFY(!returned);
        QVERIFY(returned.error().code == ErrorCode::InvalidInput);
        QVERIFY(m_service->load(session.id)->state == SessionState::AwaitingForm);
    }

    void whoeverTookAPictureIsACapturerToo()
    {
        m_config.reviewerIsNotCapturer = true;
        reopen();
        const Session session = addForms(addEverything(begin()));
        const auto again =
            m_service->addPicture(session.id, EvidenceRole::IdPortrait, {}, picture(6), m_reviewer);
        QVERIFY(again && again->state == SessionState::AwaitingReview);
        QVERIFY(m_service->approvalDraft(session.id, m_reviewer).error().code == ErrorCode::Denied);
        QVERIFY(m_service->approvalDraft(session.id, *OperatorId::parse(u"rv2")));
        m_config.reviewerIsNotCapturer = false;
    }

    void damagedSessionDoesNotHideTheOthers()
    {
        const Session sound = begin();
        const Session other = begin(specimenIndividual());
        SessionRecord record = *m_archive->session(other.id);
        record.content = "{}";
        ++record.revision;
        QVERIFY(m_archive->updateSession(record, record.revision - 1,
                                         {u"session-changed"_s, other.id.text(), m_operator}));
        const auto listed = m_service->list();
        QVERIFY(listed);
        QCOMPARE(listed->size(), std::size_t(2));
        for (const SessionSummary& summary : *listed) {
            QCOMPARE(summary.isDamaged, summary.id == other.id);
            QVERIFY(summary.order == (summary.isDamaged ? other : sound).filing.orderId);
        }
        QVERIFY(m_service->load(other.id).error().code == ErrorCode::Corrupt);
    }

    void unknownSessionIsNotFound()
    {
        QVERIFY(m_service->load(*SessionId::parse(u"S999"_s)).error().code == ErrorCode::NotFound);
    }

private:
    void reopen()
    {
        m_service.reset();
        m_archive.reset();
        auto archive = Archive::open({m_folder->path(), m_migrations}, m_sealer, m_clock);
        QVERIFY2(archive, archive ? "" : qPrintable(archive.error().detail));
        m_archive = *std::move(archive);
        m_service = std::make_unique<SessionService>(
            m_config, SessionService::Rules{m_verdict, *m_codes, *m_provinces, m_knowledge},
            SessionService::Parts{*m_archive, *m_assessor, m_decoder, m_clock, m_ids});
    }

    Session begin(const Filing& filing = specimenFiling())
    {
        return *m_service->begin(filing, m_operator, std::nullopt);
    }

    Session addEverything(Session session)
    {
        for (const Step& step : stepsFor(session.filing)) {
            if (step.role != EvidenceRole::SignedForm)
                session = *m_service->addPicture(session.id, step.role, step.owner, picture(1),
                                                 m_operator);
        }
        return session;
    }

    Session addForms(Session session)
    {
        for (const Website& site : session.filing.websites)
            session = *m_service->addPicture(session.id, EvidenceRole::SignedForm, Owner{site.id},
                                             picture(9), m_operator);
        return session;
    }

    static Picture picture(int shade)
    {
        QImage image(40, 30, QImage::Format_RGB32);
        image.fill(QColor(shade, shade, shade));
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "PNG");
        Picture result;
        result.image = image;
        result.master = bytes;
        result.mediaType = u"image/png"_s;
        return result;
    }

    /// Something to tell apart: blocks of light and dark.
    static Picture patterned(int pattern)
    {
        Picture result = picture(0);
        QImage image(64, 48, QImage::Format_RGB32);
        std::uint32_t state = static_cast<std::uint32_t>(pattern) * 2654435761U;
        for (int y = 0; y < image.height(); y += 8) {
            for (int x = 0; x < image.width(); x += 8) {
                state = state * 1664525U + 1013904223U;
                const int level = static_cast<int>(state >> 24);
                for (int i = 0; i < 64; ++i)
                    image.setPixelColor(x + i % 8, y + i / 8, QColor(level, level, level));
            }
        }
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "PNG");
        result.image = image;
        result.master = bytes;
        return result;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_migrations;
    VerdictRules m_verdict;
    std::unique_ptr<CodeTables> m_codes;
    std::unique_ptr<ProvinceRules> m_provinces;
    NoLocalKnowledge m_knowledge;
    FixedClock m_clock;
    RandomIdSource m_ids;
    UnsealedSealer m_sealer;
    InProcessDecoder m_decoder;
    SessionService::Config m_config;
    std::unique_ptr<FakeAssessor> m_assessor;
    std::unique_ptr<Archive> m_archive;
    std::unique_ptr<SessionService> m_service;
    OperatorId m_operator = *OperatorId::parse(u"op1");
    OperatorId m_reviewer = *OperatorId::parse(u"rv1");
};

QTEST_GUILESS_MAIN(TestSessionService)
#include "tst_session_service.moc"
