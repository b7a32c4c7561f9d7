// SPDX-License-Identifier: Apache-2.0
#include "app/core/id_source.h"
#include "app/core/strong_id.h"

#include <QSet>
#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

static_assert(!std::is_convertible_v<SessionId, ItemId>, "kinds of ids must not mix");
static_assert(!std::is_constructible_v<SessionId, QString>, "only parse() makes one");

class TestStrongId : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parse_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("valid");

        QTest::newRow("order number") << u"D-2026-000123"_s << true;
        QTest::newRow("empty") << u""_s << false;
        QTest::newRow("path") << u"../etc"_s << false;
        QTest::newRow("hidden file") << u".secret"_s << false;
        QTest::newRow("option") << u"-rf"_s << false;
        QTest::newRow("Chinese") << u"样本"_s << false;
        QTest::newRow("64") << QString(64, u'a') << true;
        QTest::newRow("65") << QString(65, u'a') << false;
    }

    void parse()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, valid);
        QCOMPARE(SessionId::parse(text).has_value(), valid);
    }

    void digestIdsAreSixtyFourLowerCaseHexDigits()
    {
        QVERIFY(BlobId::parse(QString(64, u'a')));
        QVERIFY(!BlobId::parse(QString(64, u'A')));
        QVERIFY(!BlobId::parse(QString(63, u'a')));
    }

    void randomIdsDiffer()
    {
        RandomIdSource source;
        QSet<SessionId> seen;
        for (int i = 0; i < 1000; ++i)
            seen.insert(source.nextSession());
        QCOMPARE(seen.size(), 1000);
    }
};

QTEST_GUILESS_MAIN(TestStrongId)
#include "tst_strong_id.moc"
