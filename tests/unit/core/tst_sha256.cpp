// SPDX-License-Identifier: Apache-2.0
#include "app/core/sha256.h"

#include <QBuffer>
#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

class TestSha256 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownAnswer() // FIPS 180-4 example
    {
        QCOMPARE(Sha256::of("abc").hex(),
                 u"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_s);
    }

    void streamAndDeviceAgreeWithTheWhole()
    {
        QByteArray bytes(1'000'003, 'x');
        Sha256Stream stream;
        stream.add(QByteArrayView(bytes).first(17));
        stream.add(QByteArrayView(bytes).sliced(17));
        QVERIFY(stream.finish() == Sha256::of(bytes));
        QBuffer device(&bytes);
        QVERIFY(device.open(QIODevice::ReadOnly));
        QVERIFY(*Sha256::ofDevice(device) == Sha256::of(bytes));
    }

    void hexRoundTrip()
    {
        const Sha256 digest = Sha256::of("x");
        QVERIFY(*Sha256::fromHex(digest.hex()) == digest);
        QVERIFY(!Sha256::fromHex(u"zz"));
        QVERIFY(!Sha256::fromHex(QString(64, u'g')));
    }
};

QTEST_GUILESS_MAIN(TestSha256)
#include "tst_sha256.moc"
