// SPDX-License-Identifier: Apache-2.0
#include "app/demo/evaluation/sample.h"

#include <QMap>
#include <QSet>
#include <QTest>

using namespace handshake::evaluation;
using namespace Qt::StringLiterals;

class TestSample : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRoundHasEveryKind()
    {
        for (int round = 0; round < 4; ++round) {
            QMap<SceneKind, int> counts;
            for (int i = 0; i < 25; ++i)
                ++counts[evaluationSample(round * 25 + i).kind];
            QCOMPARE(counts.size(), kSceneKinds);
            QCOMPARE(counts.value(SceneKind::Right), 11);
            QCOMPARE(counts.value(SceneKind::OlderSmall), 2);
            QCOMPARE(counts.value(SceneKind::Screen), 2);
        }
    }

    void familiesProvidersAndSeveritiesAreBalancedInEveryKind()
    {
        QMap<SceneKind, QMap<QString, int>> cells;
        for (int i = 0; i < 25 * 36; ++i) {
            const SampleDesign sample = evaluationSample(i);
            ++cells[sample.kind][u"%1 %2 %3"_s.arg(familyName(sample.asked.family))
                                     .arg(sample.asked.provider)
                                     .arg(severityName(sample.severity))];
        }
        for (const auto& kind : std::as_const(cells)) {
            QCOMPARE(kind.size(), kFamilies * kProvidersPerFamily * 3);
            const auto counts = kind.values();
            QCOMPARE(*std::min_element(counts.begin(), counts.end()),
                     *std::max_element(counts.begin(), counts.end()));
        }
    }

    void sameNumberAndSeedAreTheSameScene()
    {
        QSet<int> distances;
        for (int i = 0; i < 30; ++i) {
            const SampleDesign first = evaluationSample(i, 3);
            const SampleDesign again = evaluationSample(i, 3);
            QCOMPARE(again.kind, first.kind);
            QCOMPARE(again.take.distance, first.take.distance);
            QCOMPARE(again.people.size(), first.people.size());
            distances.insert(int(first.take.distance * 1000));
        }
        QCOMPARE(distances.size(), 30);
        QVERIFY(evaluationSample(0, 3).take.distance != evaluationSample(0, 4).take.distance);
    }

    void attacksShowWhatTheyAreNamedAfter()
    {
        for (int i = 0; i < 200; ++i) {
            const SampleDesign sample = evaluationSample(i);
            QVERIFY(sample.asked == (CurtainDesign{sample.asked.family, sample.asked.provider}));
            switch (sample.kind) {
            case SceneKind::Similar:
                QVERIFY(sample.shown.lookAlike);
                break;
            case SceneKind::Other:
                QVERIFY(sample.shown.family != sample.asked.family);
                break;
            case SceneKind::OlderLarge:
                QVERIFY(sample.shown.edition == Edition::OlderLarge);
                break;
            case SceneKind::OlderSmall:
                QVERIFY(sample.shown.edition == Edition::OlderSmall);
                break;
            default:
                QVERIFY(sample.shown == sample.asked);
            }
            const bool isFaceless = sample.kind == SceneKind::NoFace;
            const std::size_t expected = sample.kind == SceneKind::TwoFaces ? 2 : 1;
            QVERIFY(isFaceless ? sample.people.empty() || sample.people[0].figure.fromBehind
                               : sample.people.size() == expected);
        }
    }
};

QTEST_APPLESS_MAIN(TestSample)
#include "tst_sample.moc"
