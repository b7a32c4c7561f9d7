// SPDX-License-Identifier: Apache-2.0
#include "support/gui_checks.h"
#include "ui/common/step_list.h"

#include <QSignalSpy>
#include <QTest>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;

class TestStepList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStepSaysNumberNameAndState()
    {
        ui::StepList list;
        list.setSteps({step(EvidenceRole::IdPortrait, StepItem::Mark::Bad),
                       step(EvidenceRole::Photo, StepItem::Mark::Open)},
                      0);
        QCOMPARE(button(list, 1)->accessibleName(), u"Step 1, ID, portrait side: Wrong"_s);
        QCOMPARE(button(list, 2)->accessibleName(), u"Step 2, Photo: Missing"_s);
    }

    void aPressChoosesTheStep()
    {
        ui::StepList list;
        list.setSteps({step(EvidenceRole::IdPortrait, StepItem::Mark::Good),
                       step(EvidenceRole::Photo, StepItem::Mark::Open)},
                      0);
        const QSignalSpy chosen(&list, &ui::StepList::stepChosen);
        QTest::mouseClick(button(list, 2), Qt::LeftButton);
        QTest::keyClick(button(list, 1), Qt::Key_Space);
        QCOMPARE(chosen.size(), 2);
        QCOMPARE(chosen[0].front().toInt(), 1);
        QCOMPARE(chosen[1].front().toInt(), 0);
    }

    void stepsComeAndGo()
    {
        ui::StepList list;
        list.setSteps({step(EvidenceRole::IdPortrait, StepItem::Mark::Good),
                       step(EvidenceRole::Photo, StepItem::Mark::Open)},
                      0);
        list.setSteps({step(EvidenceRole::Photo, StepItem::Mark::Open)}, 0);
        QCOMPARE(list.findChildren<ui::StepButton*>().size(), 1);
        list.setSteps({}, -1);
        QVERIFY(list.findChildren<ui::StepButton*>().isEmpty());
    }

    void photosOfSeveralWebsitesAreToldApart()
    {
        ui::StepList list;
        StepItem first = step(EvidenceRole::Photo, StepItem::Mark::Open);
        first.step.owner.website = *WebsiteId::make(1);
        StepItem second = first;
        second.step.owner.website = *WebsiteId::make(2);
        list.setSteps({first, second}, 0);
        QVERIFY(button(list, 1)->accessibleName() != button(list, 2)->accessibleName());
        QVERIFY(button(list, 2)->accessibleName().contains(u"Photo 2"));
    }

    void theCurrentStepIsNotToldByColourAlone()
    {
        ui::StepButton button(1);
        button.setStep(step(EvidenceRole::Photo, StepItem::Mark::Open), false, false);
        button.resize(button.sizeHint());
        const QImage other = button.grab().toImage().convertToFormat(QImage::Format_Grayscale8);
        button.setStep(step(EvidenceRole::Photo, StepItem::Mark::Open), true, false);
        const QImage current = button.grab().toImage().convertToFormat(QImage::Format_Grayscale8);
        // The bar at the left edge is dark whatever colours are seen.
        const int middle = button.height() / 2;
        QVERIFY(qGray(current.pixel(4, middle)) + 60 < qGray(other.pixel(4, middle)));
    }

private:
    static StepItem step(EvidenceRole role, StepItem::Mark mark)
    {
        StepItem item;
        item.step.role = role;
        item.mark = mark;
        return item;
    }

    static ui::StepButton* button(const ui::StepList& list, int number)
    {
        return list.findChild<ui::StepButton*>(u"step%1"_s.arg(number));
    }
};

QTEST_MAIN(TestStepList)
#include "tst_step_list.moc"
