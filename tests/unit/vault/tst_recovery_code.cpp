// SPDX-License-Identifier: Apache-2.0
#include "app/vault/recovery_code.h"

#include "app/vault/person_key.h"

#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

class TestRecoveryCode : public QObject
{
    Q_OBJECT

private:
    static SecretBytes seedOf(char first)
    {
        QByteArray bytes(PersonKey::kSeedSize, '\0');
        for (qsizetype i = 0; i < bytes.size(); ++i)
            bytes[i] = static_cast<char>(first + 37 * i);
        return SecretBytes::copyOf(bytes);
    }
    static QByteArray textOf(const SecretBytes& seed)
    {
        return RecoveryCode::write(seed).view().toByteArray();
    }
    static Result<SecretBytes> read(const QByteArray& text)
    {
        return RecoveryCode::read(SecretBytes::copyOf(text));
    }

private Q_SLOTS:
    void itComesBack()
    {
        for (int i = 0; i < 256; ++i) {
            const SecretBytes seed = seedOf(static_cast<char>(i));
            const QByteArray text = textOf(seed);
            QCOMPARE(text.size(), qsizetype{69});
            QCOMPARE(text.count('-'), qsizetype{13});
            QVERIFY(read(text)->equals(seed));
        }
    }

    void peopleMayWriteItTheirWay()
    {
        const SecretBytes seed = seedOf(7);
        QByteArray text = textOf(seed);
        QVERIFY(read(text.toLower())->equals(seed));
        QVERIFY(read(QByteArray(text).replace('-', ' '))->equals(seed));
        QVERIFY(read(QByteArray(text).replace("-", ""))->equals(seed));
        QVERIFY(read(QByteArray(text).replace('0', 'O').replace('1', 'l'))->equals(seed));
        QVERIFY(read("\r\n" + text + "\n")->equals(seed));
    }

    void oneWrongSignIsFound()
    {
        const QByteArray text = textOf(seedOf(7));
        for (qsizetype at = 0; at < text.size(); ++at) {
            if (text.at(at) == '-')
                continue;
            QByteArray wrong = text;
            wrong[at] = text.at(at) == 'A' ? 'B' : 'A';
            QCOMPARE(read(wrong).error().code, ErrorCode::InvalidInput);
        }
    }

    void itSaysWhereSomethingIsWrong()
    {
        const QByteArray text = textOf(seedOf(7));
        QByteArray wrong = text;
        wrong[10] = '?';
        QCOMPARE(read(wrong).error().where, u"3"_s);
        QCOMPARE(read(text.first(30)).error().where, u"7"_s);
        QCOMPARE(read(text + "A").error().code, ErrorCode::InvalidInput);
        QCOMPARE(read({}).error().where, u"1"_s);
    }
};

QTEST_GUILESS_MAIN(TestRecoveryCode)
#include "tst_recovery_code.moc"
