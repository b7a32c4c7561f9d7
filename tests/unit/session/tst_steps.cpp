// SPDX-License-Identifier: Apache-2.0
#include "app/session/steps.h"
#include "support/specimen_filing.h"

#include <QTest>

#include <algorithm>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;

namespace {

QStringList keysOf(const Filing& filing)
{
    QStringList keys;
    for (const Step& step : stepsFor(filing))
        keys << evidenceRoleName(step.role) + u'@' + step.owner.text();
    return keys;
}

} // namespace

class TestSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unitWithOnePersonNeedsOneCardOneLicenceOnePhotoOneForm()
    {
        Filing filing = specimenFiling();
        filing.websites.resize(1, filing.websites.front());
        filing.websites[0].person = filing.subject.person;
        const QString site = u"site:%1"_s.arg(filing.websites[0].id.value());
        QCOMPARE(keysOf(filing),
                 (QStringList{u"id-portrait@subject"_s, u"id-emblem@subject"_s,
                              u"licence@subject"_s, u"photo@"_s + site, u"form@"_s + site}));
    }

    void anotherPersonBringsAnotherCard()
    {
        Filing filing = specimenFiling();
        filing.websites[0].person = specimenIndividual().subject.person;
        const QString site = u"site:%1"_s.arg(filing.websites[0].id.value());
        QVERIFY(keysOf(filing).contains(u"id-portrait@"_s + site));
        QVERIFY(keysOf(filing).contains(u"id-emblem@"_s + site));
    }

    void individualNeedsNoLicence()
    {
        QVERIFY(!keysOf(specimenIndividual()).contains(u"licence@subject"_s));
    }

    void approvalsNeedTheirPapers()
    {
        const Filing filing = specimenWithApprovals();
        const auto step = stepOf(filing, EvidenceRole::Approval, Owner{filing.websites[0].id});
        QVERIFY(step);
        QCOMPARE(step->count, 3);
        QVERIFY(!stepOf(specimenFiling(), EvidenceRole::Approval,
                        Owner{specimenFiling().websites[0].id}));
    }

    void passportHasNoSecondSide()
    {
        Filing filing = specimenIndividual();
        filing.subject.person.certificate.type = 7;
        filing.websites[0].person = filing.subject.person;
        QVERIFY(!keysOf(filing).contains(u"id-emblem@subject"_s));
    }

    void oneCardServesTheSamePersonTwice()
    {
        Filing filing = specimenFiling();
        filing.websites[0].person = filing.subject.person;
        const auto step = stepOf(filing, EvidenceRole::IdPortrait, Owner{filing.websites[0].id});
        QVERIFY(step);
        QVERIFY(step->owner == Owner{});
    }

    void whatTheOrderDoesNotAskForIsNotFound()
    {
        const auto step = stepOf(specimenIndividual(), EvidenceRole::Licence, Owner{});
        QVERIFY(step.error().code == ErrorCode::NotFound);
    }

    void ownersAreParsed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("valid");
        QTest::newRow("subject") << u"subject"_s << true;
        QTest::newRow("site") << u"site:7"_s << true;
        QTest::newRow("zero") << u"site:0"_s << false;
        QTest::newRow("word") << u"site:one"_s << false;
        QTest::newRow("file name") << u"photo.jpg"_s << false;
    }

    void ownersAreParsed()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, valid);
        const auto owner = Owner::parse(text);
        QCOMPARE(owner.has_value(), valid);
        if (owner)
            QCOMPARE(owner->text(), text);
    }
};

QTEST_GUILESS_MAIN(TestSteps)
#include "tst_steps.moc"
