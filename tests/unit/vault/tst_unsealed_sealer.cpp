// SPDX-License-Identifier: Apache-2.0
#include "app/vault/unsealed_sealer.h"

#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

class TestUnsealedSealer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasSealedOpensInItsPlace()
    {
        UnsealedSealer sealer;
        for (const QByteArray& plain : {QByteArray(), QByteArray("x"), QByteArray(100'000, 'p')}) {
            const auto sealed = sealer.seal(plain, "table.column.1");
            QVERIFY(sealed);
            QCOMPARE(sealed->bytes().size(), plain.size() + UnsealedSealer::kHeaderSize);
            const auto opened = sealer.open(*sealed, "table.column.1");
            QVERIFY(opened);
            QCOMPARE(*opened, plain);
        }
    }

    void anotherPlaceDoesNotOpenIt()
    {
        UnsealedSealer sealer;
        const auto sealed = sealer.seal("content", "row 1");
        QCOMPARE(sealer.open(*sealed, "row 2").error().code, ErrorCode::Corrupt);
        QCOMPARE(sealer.open(*sealed, "row 1c").error().code, ErrorCode::Corrupt);
        // Nothing moves from the context into the content.
        const auto moved = sealer.seal("bc", "a");
        const SealedBytes forged(moved->bytes().first(UnsealedSealer::kHeaderSize) + "c");
        QCOMPARE(sealer.open(forged, "ab").error().code, ErrorCode::Corrupt);
    }

    void everyFlippedBitAndEveryTruncationIsFound()
    {
        UnsealedSealer sealer;
        const QByteArray whole = sealer.seal("content", "place")->bytes();
        for (qsizetype i = 0; i < whole.size() * 8; ++i) {
            QByteArray altered = whole;
            altered[i / 8] = static_cast<char>(altered.at(i / 8) ^ (1 << (i % 8)));
            QCOMPARE(sealer.open(SealedBytes(altered), "place").error().code, ErrorCode::Corrupt);
        }
        for (qsizetype length = 0; length < whole.size(); ++length) {
            const SealedBytes cut(whole.first(length));
            QCOMPARE(sealer.open(cut, "place").error().code, ErrorCode::Corrupt);
        }
    }
};

QTEST_GUILESS_MAIN(TestUnsealedSealer)
#include "tst_unsealed_sealer.moc"
