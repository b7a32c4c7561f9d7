// SPDX-License-Identifier: Apache-2.0
#include "support/gui_checks.h"
#include "ui/common/banner.h"

#include <QLayout>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace handshake::test;
using namespace handshake::ui;
using namespace Qt::StringLiterals;

class TestBanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp); }

    void withoutWordsItTakesNoRoom()
    {
        Banner banner;
        QVERIFY(banner.isHidden());
        banner.show(Sign::Bad, u"The camera gives no picture."_s);
        QVERIFY(!banner.isHidden());
        QCOMPARE(banner.words(), u"The camera gives no picture."_s);
        banner.show(Sign::Look, {});
        QVERIFY(banner.isHidden());
    }

    void itHasAtMostOneButtonAndSaysWhatIsPressed()
    {
        Banner banner;
        const QSignalSpy chosen(&banner, &Banner::actionChosen);
        auto* action = banner.findChild<QPushButton*>(u"bannerAction"_s);
        banner.show(Sign::Bad, u"No list."_s);
        QVERIFY(action->isHidden());
        banner.show(Sign::Bad, u"No list."_s, u"Load again"_s);
        QVERIFY(!action->isHidden());
        QTest::mouseClick(action, Qt::LeftButton);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(banner.findChildren<QPushButton*>().size(), 1);
    }

    void longWordsAreWrappedAndReadable()
    {
        Banner banner;
        banner.resize(400, 46);
        banner.show(Sign::Bad, u"The provider's server does not answer. "_s.repeated(4),
                    u"Try again"_s);
        banner.resize(400, banner.layout()->heightForWidth(400));
        const QString faults = faultsOf(banner);
        QVERIFY2(faults.isEmpty(), qPrintable(faults));
        QVERIFY(banner.accessibleName().startsWith(u"The provider's"));
    }
};

QTEST_MAIN(TestBanner)
#include "tst_banner.moc"
