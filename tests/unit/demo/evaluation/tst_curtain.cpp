// SPDX-License-Identifier: Apache-2.0
#include "app/demo/evaluation/curtain.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace handshake::evaluation;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(handshake::evaluation::Family)

class TestCurtain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void smallChangeLiesWhereTheTruthSays_data()
    {
        QTest::addColumn<Family>("family");
        for (int family = 0; family < kFamilies; ++family)
            QTest::newRow(qPrintable(familyName(static_cast<Family>(family))))
                << static_cast<Family>(family);
    }

    void smallChangeLiesWhereTheTruthSays()
    {
        QFETCH(const Family, family);
        const auto current = curtainOf({family, 1, false, Edition::Current});
        const auto older = curtainOf({family, 1, false, Edition::OlderSmall});
        QVERIFY(!current->changed.empty());
        QCOMPARE(older->changed, current->changed);
        QCOMPARE(older->artwork.size(), current->artwork.size());
        int differing = 0;
        const QSize size = current->artwork.size();
        for (int y = 0; y < size.height(); y += 2) {
            for (int x = 0; x < size.width(); x += 2) {
                if (current->artwork.pixel(x, y) == older->artwork.pixel(x, y))
                    continue;
                ++differing;
                const QPointF at((x + 0.5) / size.width(), (y + 0.5) / size.height());
                const bool inside = std::any_of(
                    current->changed.begin(), current->changed.end(), [&](const QRectF& box) {
                        return box.adjusted(-0.004, -0.004, 0.004, 0.004).contains(at);
                    });
                QVERIFY2(inside, qPrintable(u"%1 %2"_s.arg(at.x()).arg(at.y())));
            }
        }
        QVERIFY(differing > 50);
        QVERIFY(differing < size.width() * size.height() / 4 / 10);
    }

    void everyCurtainNamesItsProviderAsASpecimen()
    {
        for (int family = 0; family < kFamilies; ++family) {
            const auto curtain = curtainOf({static_cast<Family>(family), 0, false, {}});
            const auto name = std::find_if(
                curtain->places.begin(), curtain->places.end(),
                [](const CurtainPlace& place) { return place.what == CurtainPlace::What::Name; });
            QVERIFY(name != curtain->places.end());
            QVERIFY(name->text.contains(u"样本"_s));
            for (const CurtainPlace& place : curtain->places)
                QVERIFY(QRectF(0, 0, 1, 1).contains(place.box));
        }
    }

    void lookAlikeHasTheSameGroundAndAnotherName()
    {
        const auto own = curtainOf({Family::Central, 0, false, {}});
        const auto alike = curtainOf({Family::Central, 0, true, {}});
        QCOMPARE(alike->ground, own->ground);
        QCOMPARE(alike->sizeMm, own->sizeMm);
        QVERIFY(alike->artwork != own->artwork);
        const auto nameOf = [](const Curtain& curtain) {
            for (const CurtainPlace& place : curtain.places) {
                if (place.what == CurtainPlace::What::Name)
                    return place.text;
            }
            return QString();
        };
        QVERIFY(nameOf(*own) != nameOf(*alike));
    }
};

QTEST_MAIN(TestCurtain)
#include "tst_curtain.moc"
