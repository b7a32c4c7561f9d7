// SPDX-License-Identifier: Apache-2.0
#include "app/session/form_code.h"

#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

class TestFormCode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip()
    {
        const FormCode code{*SessionId::parse(u"S23"), 4, *WebsiteId::make(7), 1};
        QCOMPARE(code.text(), u"HD1:S23:4:7:1"_s);
        QVERIFY(*FormCode::parse(code.text()) == code);
    }

    void foreignTextIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << u""_s;
        QTest::newRow("address") << u"https://example.cn/HD1"_s;
        QTest::newRow("short") << u"HD1:S23:4:7"_s;
        QTest::newRow("no session") << u"HD1::4:7:1"_s;
        QTest::newRow("path") << u"HD1:../x:4:7:1"_s;
        QTest::newRow("negative revision") << u"HD1:S23:-1:7:1"_s;
        QTest::newRow("site zero") << u"HD1:S23:4:0:1"_s;
        QTest::newRow("page zero") << u"HD1:S23:4:7:0"_s;
        QTest::newRow("other version") << u"HD2:S23:4:7:1"_s;
    }

    void foreignTextIsRefused()
    {
        QFETCH(const QString, text);
        QVERIFY(!FormCode::parse(text));
    }
};

QTEST_GUILESS_MAIN(TestFormCode)
#include "tst_form_code.moc"
