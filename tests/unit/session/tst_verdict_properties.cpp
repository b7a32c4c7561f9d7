// SPDX-License-Identifier: Apache-2.0
#include "app/core/paths.h"
#include "app/session/verdict.h"
#include "support/specimen_session.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array kResults{CheckResult::Pass, CheckResult::Unknown, CheckResult::Warn,
                              CheckResult::Fail};

/// Every check that vision and reading give (contract.md), on evidence that has it.
const QStringList kPhotoChecks{u"backdrop"_s, u"edition"_s,        u"mirrored"_s,  u"copy"_s,
                               u"screen"_s,   u"replay"_s,         u"composite"_s, u"text"_s,
                               u"coverage"_s, u"artworkVisible"_s, u"head"_s,      u"faces"_s,
                               u"frontal"_s,  u"upright"_s,        u"sharp"_s,     u"light"_s,
                               u"size"_s,     u"clothes"_s,        u"assessment"_s};
const QStringList kPaperChecks{u"kind"_s, u"sharp"_s, u"glare"_s, u"borders"_s, u"assessment"_s};

/// All that one session can be: one person or two, a unit or not.
QList<Filing> filings()
{
    return {specimenFiling(), specimenTwoWebsites(), specimenIndividual(), specimenWithApprovals()};
}

} // namespace

/// What must hold of the verdict whatever the session: it errs only to the safe side.
class TestVerdictProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto loaded = VerdictRules::load(Paths::find(u"."_s)->data(u"rules/verdict.json"_s));
        QVERIFY(loaded);
        m_rules = *loaded;
    }

    void worseResultsNeverOpenTheDoor()
    {
        forEachCheck([this](Session& session, Evidence& item, const QString& id) {
            bool before = true;
            for (const CheckResult result : kResults) {
                item.checks = {{.id = id, .result = result, .advice = u"x"_s}};
                const bool now = judge(session).mayGoHome;
                QVERIFY2(before || !now, qPrintable(item.key() + u'/' + id));
                before = now;
            }
            const bool isForm = item.role == EvidenceRole::SignedForm;
            QVERIFY2(!before || isForm, qPrintable(item.key() + u'/' + id));
        });
    }

    void nothingShortOfAPassIsSilent()
    {
        forEachCheck([this](Session& session, Evidence& item, const QString& id) {
            for (const CheckResult result : {CheckResult::Unknown, CheckResult::Warn}) {
                item.checks = {{.id = id, .result = result, .advice = u"x"_s}};
                QVERIFY2(isOpen(judge(session), item.key() + u'/' + id), qPrintable(id));
            }
        });
    }

    void fieldThatIsNotReadIsSaid()
    {
        for (const Filing& filing : filings()) {
            const Session complete = completeSession(filing);
            for (std::size_t i = 0; i < complete.evidence.size(); ++i) {
                for (const auto& [field, reading] : complete.evidence[i].fields) {
                    Session session = complete;
                    session.evidence[i].fields.erase(field);
                    const QString key = complete.evidence[i].key() + u'.' + field;
                    QVERIFY2(judge(session).open.size() > judge(complete).open.size(),
                             qPrintable(key));
                }
            }
        }
    }

    void paperOfSomebodyElseNeverPasses()
    {
        for (const Filing& filing : filings()) {
            const Session complete = completeSession(filing);
            for (std::size_t i = 0; i < complete.evidence.size(); ++i) {
                if (!complete.evidence[i].fields.contains(u"name"_s))
                    continue;
                Session session = complete;
                session.evidence[i].fields[u"name"_s] = {u"别的人"_s, 0.99};
                QVERIFY2(!judge(session).mayGoHome, qPrintable(complete.evidence[i].key()));
            }
        }
    }

    void operatorNeverVouchesForWhatIsTheReviewersOrNobodys()
    {
        forEachCheck([this](Session& session, Evidence& item, const QString& id) {
            item.checks = {{.id = id, .result = CheckResult::Fail, .advice = u"x"_s}};
            const QString key = item.key() + u'/' + id;
            const Verdict before = judge(session);
            const auto open = std::find_if(before.open.begin(), before.open.end(),
                                           [&](const OpenItem& one) { return one.key == key; });
            QVERIFY(open != before.open.end());
            session.overrides = {
                {key, *OperatorId::parse(u"op1"), Role::Operator, u"r"_s, {}, CheckResult::Fail}};
            QCOMPARE(!isOpen(judge(session), key), open->overridableBy == Role::Operator);
            session.overrides.front().role = Role::Administrator;
            QVERIFY(isOpen(judge(session), key));
            session.overrides.front().role = Role::Reviewer;
            QCOMPARE(!isOpen(judge(session), key), open->overridableBy.has_value());
        });
    }

    void missingPaperIsNeverVouchedFor()
    {
        for (const Filing& filing : filings()) {
            const Session complete = completeSession(filing, false);
            for (std::size_t i = 0; i < complete.evidence.size(); ++i) {
                Session session = complete;
                session.evidence.erase(session.evidence.begin() + static_cast<std::ptrdiff_t>(i));
                for (const OpenItem& item : judge(session).open)
                    session.overrides.push_back({item.key,
                                                 *OperatorId::parse(u"rv1"),
                                                 Role::Reviewer,
                                                 u"r"_s,
                                                 {},
                                                 CheckResult::Fail});
                QVERIFY2(!judge(session).mayGoHome, qPrintable(complete.evidence[i].key()));
            }
        }
    }

private:
    Verdict judge(const Session& session) const
    {
        return verdictOf(session, m_rules, crossChecks(session, QDate(2026, 11, 23)), {});
    }

    static bool isOpen(const Verdict& verdict, const QString& key)
    {
        return std::any_of(verdict.open.begin(), verdict.open.end(),
                           [&](const OpenItem& item) { return item.key == key; });
    }

    /// Calls `look(session, item, id)` with a fresh complete session for every check of every item.
    template <typename Look>
    void forEachCheck(Look look) const
    {
        for (const Filing& filing : filings()) {
            const Session complete = completeSession(filing);
            for (std::size_t i = 0; i < complete.evidence.size(); ++i) {
                const bool isPhoto = complete.evidence[i].role == EvidenceRole::Photo;
                for (const QString& id : isPhoto ? kPhotoChecks : kPaperChecks) {
                    Session session = complete;
                    look(session, session.evidence[i], id);
                    if (QTest::currentTestFailed())
                        return;
                }
            }
        }
    }

    VerdictRules m_rules;
};

QTEST_GUILESS_MAIN(TestVerdictProperties)
#include "tst_verdict_properties.moc"
