// SPDX-License-Identifier: Apache-2.0
#include "app/vault/session_key.h"

#include "app/vault/day_key.h"

#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

class TestSessionKey : public QObject
{
    Q_OBJECT

private:
    const SecretBytes m_day = SecretBytes::copyOf(QByteArray(32, 'd'));
    const SessionId m_session = *SessionId::parse(u"s-1");

private Q_SLOTS:
    void itOpensUnderItsDay()
    {
        const NewSessionKey made = makeSessionKey(m_session, m_day);
        QVERIFY(openSessionKey(made.record, m_day)->equals(made.key));
        QVERIFY(made.record.dayKey == keyIdOf(m_day));
        QVERIFY(!makeSessionKey(m_session, m_day).key.equals(made.key));
        const SecretBytes other = SecretBytes::copyOf(QByteArray(32, 'o'));
        QCOMPARE(openSessionKey(made.record, other).error().code, ErrorCode::Corrupt);
    }

    void aRowMovedToAnotherSessionDoesNotOpen()
    {
        SessionKeyRecord record = makeSessionKey(m_session, m_day).record;
        record.session = *SessionId::parse(u"s-2");
        QCOMPARE(openSessionKey(record, m_day).error().code, ErrorCode::Corrupt);
    }

    void anotherIdOrDayOfTheRowDoesNotOpen()
    {
        const NewSessionKey made = makeSessionKey(m_session, m_day);
        SessionKeyRecord renamed = made.record;
        renamed.id = keyIdOf(m_day);
        QCOMPARE(openSessionKey(renamed, m_day).error().code, ErrorCode::Corrupt);
        SessionKeyRecord moved = made.record;
        moved.dayKey = keyIdOf(made.key);
        QCOMPARE(openSessionKey(moved, m_day).error().code, ErrorCode::Corrupt);
    }

    void eachPurposeHasItsKey()
    {
        const SecretBytes blobs = derivedKey(m_day, "blobs");
        QVERIFY(blobs.equals(derivedKey(m_day, "blobs")));
        QVERIFY(!blobs.equals(derivedKey(m_day, "cells")));
        QVERIFY(!blobs.equals(m_day));
        QCOMPARE(blobs.size(), qsizetype{32});
    }
};

QTEST_GUILESS_MAIN(TestSessionKey)
#include "tst_session_key.moc"
