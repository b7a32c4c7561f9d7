// SPDX-License-Identifier: Apache-2.0
#include "app/core/log.h"
#include "app/core/sha256.h"
#include "app/core/strong_id.h"

#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

static_assert(!log::Loggable<QString>, "a name must not compile into a log line");
static_assert(!log::Loggable<QByteArray>);
static_assert(!log::Loggable<const char*>);
static_assert(log::Loggable<int> && log::Loggable<SessionId> && log::Loggable<Sha256>);

Q_LOGGING_CATEGORY(testCategory, "handshake.test")

class TestLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldsAreWritten()
    {
        const SessionId id = *SessionId::parse(u"S23");
        QCOMPARE(log::line("blob stored", {{"bytes", 12}, {"session", id}, {"first", true}}),
                 u"blob stored bytes=12 session=S23 first=yes"_s);
        QTest::ignoreMessage(QtInfoMsg, "blob stored bytes=12");
        log::info(testCategory(), "blob stored", {{"bytes", 12}});
    }

    void foreignMessagesAreRedacted_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("expected");
        QTest::newRow("number") << u"row 11010519491231002X failed"_s << u"row … failed"_s;
        QTest::newRow("number behind a letter")
            << u"id330100198808080014 not unique"_s << u"id… not unique"_s;
        QTest::newRow("number before a letter")
            << u"13900000001abc and 13900000001e"_s << u"…abc and …e"_s;
        QTest::newRow("name") << u"cannot open 样本.jpg"_s << u"cannot open ….jpg"_s;
        QTest::newRow("mail") << u"to specimen@example.cn now"_s << u"to … now"_s;
        QTest::newRow("short figure") << u"error 404"_s << u"error 404"_s;
    }

    void foreignMessagesAreRedacted()
    {
        QFETCH(const QString, message);
        QFETCH(const QString, expected);
        QCOMPARE(log::redacted(message), expected);
    }
};

QTEST_GUILESS_MAIN(TestLog)
#include "tst_log.moc"
